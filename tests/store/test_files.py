"""Which files are OKR files."""

import os
from pathlib import Path

import pytest

from okrcli.model.settings import Settings
from okrcli.store.files import is_okr_path, is_pattern, okr_paths


def tree(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).touch()


DEFAULT = Settings()


def listed(root: Path, settings: Settings = DEFAULT) -> list[str]:
    return [path.relative for path in okr_paths(root, settings)]


def test_yaml_files_are_listed_in_the_order_of_their_paths(tmp_path: Path) -> None:
    tree(tmp_path, "okrs/b.yaml", "okrs/a/z.yml", "okrs/a-b.yaml", "okrs/a.yaml", "other/x.yaml")
    assert listed(tmp_path) == ["okrs/a-b.yaml", "okrs/a.yaml", "okrs/a/z.yml", "okrs/b.yaml"]


def test_other_names_and_hidden_ones_are_left_out(tmp_path: Path) -> None:
    tree(tmp_path, "okrs/README.md", "okrs/.x.yaml", "okrs/.git/a.yaml", "okrs/a/.b/c.yaml")
    tree(tmp_path, "okrs/a.yaml.bak", "okrs/yaml")
    assert listed(tmp_path) == []


def test_an_empty_folder_has_no_files(tmp_path: Path) -> None:
    (tmp_path / "okrs").mkdir()
    assert listed(tmp_path) == []


def test_a_folder_with_the_name_of_a_file_is_a_folder(tmp_path: Path) -> None:
    tree(tmp_path, "okrs/a.yaml/b.yaml")
    assert listed(tmp_path) == ["okrs/a.yaml/b.yaml"]


@pytest.mark.parametrize(
    "pattern",
    ["templates/**", "templates/", "okrs/templates/**", "t*s/", "**/x.yaml", "x.yaml", "[s-u]*s"],
)
def test_patterns_exclude_seen_from_the_folder_or_from_the_root(
    tmp_path: Path, pattern: str
) -> None:
    tree(tmp_path, "okrs/templates/x.yaml", "okrs/kept.yaml")
    settings = Settings(exclude=(pattern,))
    assert listed(tmp_path, settings) == ["okrs/kept.yaml"]
    assert is_okr_path("okrs/kept.yaml", settings)
    assert not is_okr_path("okrs/templates/x.yaml", settings)


def test_a_pattern_can_be_taken_back(tmp_path: Path) -> None:
    tree(tmp_path, "okrs/drafts/a.yaml", "okrs/drafts/b.yaml")
    settings = Settings(exclude=("drafts/*", "!drafts/b.yaml"))
    assert listed(tmp_path, settings) == ["okrs/drafts/b.yaml"]


def test_links_are_named_and_not_followed(tmp_path: Path) -> None:
    tree(tmp_path, "elsewhere/secret.yaml", "okrs/a.yaml")
    (tmp_path / "okrs" / "file.yaml").symlink_to(tmp_path / "elsewhere" / "secret.yaml")
    (tmp_path / "okrs" / "folder").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "okrs" / "gone.yml").symlink_to(tmp_path / "nothing")
    (tmp_path / "okrs" / "notes.md").symlink_to(tmp_path / "okrs" / "a.yaml")
    (tmp_path / "okrs" / "loop").symlink_to("loop")
    found = {path.relative: path.problem for path in okr_paths(tmp_path, Settings())}
    assert list(found) == ["okrs/a.yaml", "okrs/file.yaml", "okrs/folder", "okrs/gone.yml"]
    assert found.pop("okrs/a.yaml") is None
    assert all(problem and "link" in problem for problem in found.values())


def test_an_excluded_link_is_left_out(tmp_path: Path) -> None:
    tree(tmp_path, "okrs/a.yaml")
    (tmp_path / "okrs" / "old").symlink_to(tmp_path)
    assert listed(tmp_path, Settings(exclude=("old",))) == ["okrs/a.yaml"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no FIFOs")
def test_a_fifo_is_named(tmp_path: Path) -> None:
    (tmp_path / "okrs").mkdir()
    os.mkfifo(tmp_path / "okrs" / "pipe.yaml")
    (path,) = okr_paths(tmp_path, Settings())
    assert path.problem == "this is no regular file"


def test_a_folder_that_cannot_be_opened_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree(tmp_path, "okrs/locked/a.yaml")

    def locked(path: Path) -> object:
        if Path(path).name == "locked":
            raise PermissionError
        return real(path)

    real = os.scandir
    monkeypatch.setattr(os, "scandir", locked)
    (path,) = okr_paths(tmp_path, Settings())
    assert path == ("okrs/locked", "the folder cannot be opened")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("okrs/a.yaml", True),
        ("okrs/2026/a.yml", True),
        ("okrs/a.YAML", False),
        ("okrs/a.json", False),
        ("okrs/.a.yaml", False),
        ("okrs/.b/a.yaml", False),
        ("okrs/b/.c/a.yaml", False),
        ("other/a.yaml", False),
        ("okrs.yaml", False),
        ("okrs2/a.yaml", False),
    ],
)
def test_a_path_of_a_git_tree_is_judged_by_its_name(path: str, expected: bool) -> None:  # noqa: FBT001 - a case of the table
    assert is_okr_path(path, Settings()) is expected


def test_another_folder_can_hold_the_okrs(tmp_path: Path) -> None:
    tree(tmp_path, "docs/goals/a.yaml", "okrs/b.yaml")
    settings = Settings(okrs="docs/goals")
    assert listed(tmp_path, settings) == ["docs/goals/a.yaml"]
    assert is_okr_path("docs/goals/a.yaml", settings)


def test_texts_that_are_no_patterns_are_told() -> None:
    assert is_pattern("templates/**")
    assert is_pattern("[ab]*.yaml")
    assert not is_pattern("!")
    assert not is_pattern("[z-a]")

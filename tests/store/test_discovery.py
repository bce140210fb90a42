"""Where a workspace begins."""

from pathlib import Path

import pytest

from okrcli.errors import NoWorkspaceError
from okrcli.store.discovery import find_workspace


def folder(path: Path) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    return path


def git_root(path: Path) -> Path:
    folder(path / ".git")
    return path


def test_the_nearest_settings_upward_mark_the_root(tmp_path: Path) -> None:
    git_root(tmp_path)
    (tmp_path / "okr.toml").touch()
    inner = folder(tmp_path / "goals")
    (inner / "okr.toml").touch()
    assert find_workspace(folder(inner / "okrs" / "2026")) == inner


def test_a_file_is_looked_up_from_its_folder(tmp_path: Path) -> None:
    git_root(tmp_path)
    (tmp_path / "okr.toml").touch()
    file = folder(tmp_path / "okrs") / "growth.yaml"
    file.touch()
    assert find_workspace(file) == tmp_path


def test_without_settings_the_git_root_with_a_folder_of_okrs_is_the_root(tmp_path: Path) -> None:
    git_root(tmp_path)
    folder(tmp_path / "okrs")
    assert find_workspace(folder(tmp_path / "src" / "deep")) == tmp_path


def test_a_worktree_whose_git_is_a_file_is_a_git_root(tmp_path: Path) -> None:
    (tmp_path / ".git").write_text("gitdir: elsewhere", encoding="utf-8")
    folder(tmp_path / "okrs")
    assert find_workspace(tmp_path) == tmp_path


def test_nothing_above_the_git_root_counts(tmp_path: Path) -> None:
    (tmp_path / "okr.toml").touch()
    folder(tmp_path / "okrs")
    root = git_root(folder(tmp_path / "project"))
    with pytest.raises(NoWorkspaceError) as caught:
        find_workspace(root)
    assert "okr init" in (caught.value.hint or "")


def test_outside_any_repository_settings_upward_mark_the_root(tmp_path: Path) -> None:
    (tmp_path / "okr.toml").touch()
    assert find_workspace(folder(tmp_path / "a" / "b")) == tmp_path


def test_outside_any_repository_a_folder_of_okrs_counts_only_at_the_start(tmp_path: Path) -> None:
    folder(tmp_path / "okrs")
    assert find_workspace(tmp_path) == tmp_path
    with pytest.raises(NoWorkspaceError):
        find_workspace(folder(tmp_path / "src"))


def test_a_link_is_looked_up_where_it_stands(tmp_path: Path) -> None:
    elsewhere = folder(tmp_path / "elsewhere")
    (elsewhere / "okr.toml").touch()
    root = git_root(folder(tmp_path / "project"))
    folder(root / "okrs")
    (root / "link").symlink_to(elsewhere / "nothing.yaml")
    assert find_workspace(root / "link") == root


def test_settings_that_are_a_broken_link_still_mark_the_root(tmp_path: Path) -> None:
    (tmp_path / "okr.toml").symlink_to(tmp_path / "gone")
    assert find_workspace(tmp_path) == tmp_path


@pytest.mark.parametrize("name", ["missing", "missing/deeper", "a\0b", "x" * 5000])
def test_a_start_that_does_not_exist_is_no_crash(tmp_path: Path, name: str) -> None:
    git_root(tmp_path)
    with pytest.raises(NoWorkspaceError):
        find_workspace(tmp_path / name)


def test_a_relative_start_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "okr.toml").touch()
    monkeypatch.chdir(folder(tmp_path / "okrs"))
    assert find_workspace(Path()) == tmp_path

"""`okr demo` makes a company to try okr on: the same one every time."""

import subprocess
from pathlib import Path

from tests.running import Okr

DAY = ("--today", "2026-11-22")


def head(folder: Path) -> str:
    done = subprocess.run(
        ["git", "-C", str(folder), "rev-parse", "HEAD"], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_it_lints_clean_shows_progress_and_says_where_it_lies(tmp_path: Path, okr: Okr) -> None:
    made = okr("demo", *DAY, cwd=tmp_path)
    assert (made.code, made.stderr) == (0, "")
    assert "$ okr lint\n29 objectives, 79 key results in 17 files: no findings\n" in made.stdout
    assert "$ okr progress\n2026 · 2026-Q4 · as of 2026-11-22" in made.stdout
    assert "The demo company is in okr-demo/" in made.stdout
    assert okr("lint", "--fail-on", "advice", cwd=tmp_path / "okr-demo").code == 0


def test_the_same_options_give_the_same_commits(tmp_path: Path, okr: Okr) -> None:
    for folder in ("one", "other"):
        assert okr("demo", folder, *DAY, cwd=tmp_path).code == 0
    assert okr("demo", "third", *DAY, "--seed", "2", cwd=tmp_path).code == 0
    assert head(tmp_path / "one") == head(tmp_path / "other") != head(tmp_path / "third")


def test_it_scales(tmp_path: Path, okr: Okr) -> None:
    made = okr("demo", "big", *DAY, "--teams", "20", "--weeks", "6", cwd=tmp_path)
    assert made.code == 0
    assert "$ okr progress company\n" in made.stdout
    assert "no findings" in made.stdout


def test_a_folder_that_is_taken_is_left_alone(tmp_path: Path, okr: Okr) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/file").write_text("x", encoding="utf-8")
    refused = okr("demo", "mine", *DAY, cwd=tmp_path)
    assert refused.code == 2
    assert "exists and is not empty" in refused.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["file"]


def test_an_empty_folder_may_be_used(tmp_path: Path, okr: Okr) -> None:
    (tmp_path / "empty").mkdir()
    assert okr("demo", "empty", *DAY, cwd=tmp_path).code == 0


def test_wrong_options_are_one_line(tmp_path: Path, okr: Okr) -> None:
    for arguments in (("--today", "soon"), ("--teams", "2"), ("--weeks", "0")):
        refused = okr("demo", *arguments, cwd=tmp_path)
        assert refused.code == 2
        assert refused.stderr.startswith("okr: error: ")
    assert not list(tmp_path.iterdir())


def test_a_hooks_environment_does_not_lead_it_astray(tmp_path: Path, okr: Okr) -> None:
    elsewhere = {"GIT_DIR": str(tmp_path / "no"), "GIT_INDEX_FILE": str(tmp_path / "index")}
    assert okr("demo", "here", *DAY, cwd=tmp_path, env=elsewhere).code == 0
    assert (tmp_path / "here/.git/HEAD").exists()

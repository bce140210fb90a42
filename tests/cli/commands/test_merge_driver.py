"""Unequal check-ins on two branches, merged by git with okr's driver."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_FILE = """\
# The team's goals
team: growth
cycle: 2026-Q4
objectives:
  - id: first-minute
    title: New shops love us from the first minute
    owner: ana
    key_results:
      - id: day7
        title: More new shops list a second product within a week
        unit: "%"
        baseline: 31
        target: 45
        current: 36.50   # from the dashboard
        confidence: 6/10
        updated: 2026-11-10
      - id: soc2
        title: Customers can trust us with card data
        milestones: [Gap analysis signed off, Auditor's report received]
"""
_DRIVER = f"'{Path(sys.executable).as_posix()}' -m okrcli merge-driver %O %A %B %P %L %X %S %Y"


class _Repository:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "okrs/growth.yaml"
        self.file.parent.mkdir(parents=True)
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("config", "merge.okr.driver", _DRIVER)
        (folder / ".gitattributes").write_text("okrs/** merge=okr\n", encoding="utf-8")
        self.save(_FILE, "2026-11-10")

    def git(self, *args: str, day: str = "2026-11-20") -> subprocess.CompletedProcess[str]:
        stamp = f"{day}T12:00:00 +0000"
        names = ("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL")
        env = {
            **os.environ,
            **dict.fromkeys(names, "ana"),
            "GIT_AUTHOR_DATE": stamp,
            "GIT_COMMITTER_DATE": stamp,
            "LC_ALL": "C",
        }
        return subprocess.run(
            ["git", *args], cwd=self.folder, env=env, capture_output=True, text=True, check=False
        )

    def save(self, text: str, day: str) -> None:
        self.file.write_bytes(text.encode())
        self.git("add", "--all")
        assert self.git("commit", "--quiet", "--message", "it", day=day).returncode == 0

    def branches(self, theirs: str, ours: str, *, days: tuple[str, str]) -> None:
        """Let `other` say one thing and `main` another, each on a day."""
        self.git("checkout", "--quiet", "-b", "other")
        self.save(theirs, days[0])
        self.git("checkout", "--quiet", "main")
        self.save(ours, days[1])


@pytest.fixture
def repository(tmp_path: Path) -> _Repository:
    return _Repository(tmp_path)


def _with(*changes: tuple[str, str]) -> str:
    text = _FILE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


_VALUE = "current: 36.50   # from the dashboard"
_CONFIDENCE = "confidence: 6/10"
_UPDATED = "updated: 2026-11-10"


def _checked_in(value: str, updated: str = "2026-11-10") -> str:
    return _with(
        (_VALUE, f"current: {value}   # from the dashboard"), (_UPDATED, f"updated: {updated}")
    )


@pytest.mark.parametrize(
    ("command", "later"),
    [
        ("merge", "theirs"),
        ("merge", "ours"),
        ("rebase", "theirs"),
        ("rebase", "ours"),
        ("cherry-pick", "theirs"),
    ],
)
def test_of_two_check_ins_the_later_one_is_kept(
    repository: _Repository, command: str, later: str
) -> None:
    days = ("2026-11-18", "2026-11-16") if later == "theirs" else ("2026-11-16", "2026-11-18")
    repository.branches(_checked_in("38.0", days[0]), _checked_in("37", days[1]), days=days)
    run = repository.git(command, "other", *(["--no-edit"] if command == "merge" else []))
    assert run.returncode == 0, run.stderr
    kept = _checked_in("38.0", days[0]) if later == "theirs" else _checked_in("37", days[1])
    assert repository.file.read_text(encoding="utf-8") == kept
    assert "okr: okrs/growth.yaml: first-minute/day7: kept" in run.stderr
    assert "38" in run.stderr
    assert "37" in run.stderr


@pytest.mark.parametrize("command", ["merge", "rebase"])
def test_without_updated_the_date_of_the_commit_tells_the_later_one(
    repository: _Repository, command: str
) -> None:
    repository.branches(_checked_in("38"), _checked_in("37"), days=("2026-11-18", "2026-11-16"))
    run = repository.git(command, "other")
    assert run.returncode == 0, run.stderr
    assert repository.file.read_text(encoding="utf-8") == _checked_in("38")


def test_different_fields_of_one_check_in_come_together(repository: _Repository) -> None:
    theirs = _with((_CONFIDENCE, "confidence: 8/10"))
    ours = _with((_VALUE, "current: 37   # from the dashboard"))
    repository.branches(theirs, ours, days=("2026-11-18", "2026-11-16"))
    run = repository.git("merge", "other", "--no-edit")
    assert run.returncode == 0, run.stderr
    assert "kept" not in run.stderr
    expected = _with(
        (_VALUE, "current: 37   # from the dashboard"), (_CONFIDENCE, "confidence: 8/10")
    )
    assert repository.file.read_text(encoding="utf-8") == expected


def test_what_else_a_side_changed_is_not_lost(repository: _Repository) -> None:
    theirs = _checked_in("38", "2026-11-18").replace("target: 45", "target: 50")
    ours = _checked_in("37", "2026-11-19").replace("# The team's goals", "# Our goals")
    repository.branches(theirs, ours, days=("2026-11-18", "2026-11-19"))
    assert repository.git("merge", "other", "--no-edit").returncode == 0
    assert repository.file.read_text(encoding="utf-8") == ours.replace("target: 45", "target: 50")


def test_milestones_that_each_side_finished_are_both_finished(repository: _Repository) -> None:
    first, second = "Gap analysis signed off", "Auditor's report received"
    first_done = f"{{title: {first}, done: 2026-11-17}}"
    second_done = f"{{title: {second}, done: true}}"
    ours, theirs, both = (
        _with((f"[{first}, {second}]", f"[{one}, {two}]"))
        for one, two in (
            (first_done, second),
            (first, second_done),
            (first_done, second_done),
        )
    )
    repository.branches(theirs, ours, days=("2026-11-18", "2026-11-16"))
    run = repository.git("merge", "other", "--no-edit")
    assert run.returncode == 0, run.stderr
    assert repository.file.read_text(encoding="utf-8") == both


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        (_checked_in("38", "2026-11-18"), _checked_in("37", "2026-11-18")),
        (_checked_in("38", "soon"), _checked_in("37", "2026-11-18")),
        (_with(("target: 45", "target: 50")), _with(("target: 45", "target: 40"))),
        (_checked_in("38", "2026-11-18") + "  - [\n", _checked_in("37", "2026-11-19")),
    ],
)
def test_without_a_safe_answer_the_conflict_is_gits_own(
    repository: _Repository, theirs: str, ours: str
) -> None:
    repository.branches(theirs, ours, days=("2026-11-18", "2026-11-18"))
    assert repository.git("merge", "other").returncode == 1
    by_driver = repository.file.read_text(encoding="utf-8")
    repository.git("merge", "--abort")
    (repository.folder / ".git/info/attributes").write_text("okrs/** merge\n", encoding="utf-8")
    assert repository.git("merge", "other").returncode == 1
    by_git = repository.file.read_text(encoding="utf-8")
    markers = ("<<<<<<<", ">>>>>>>")
    lines = [line for line in by_git.splitlines() if not line.startswith(markers)]
    assert [line for line in by_driver.splitlines() if not line.startswith(markers)] == lines
    assert by_driver.count("<<<<<<<") == by_git.count("<<<<<<<") == 1


def test_a_clean_merge_that_says_a_field_twice_is_mended(repository: _Repository) -> None:
    theirs = _with((_VALUE, f"{_VALUE}\n        note: By the way"))
    ours = _with(("        target: 45", "        note: By the way\n        target: 45"))
    repository.branches(theirs, ours, days=("2026-11-18", "2026-11-16"))
    run = repository.git("merge", "other", "--no-edit")
    assert run.returncode == 0, run.stderr
    mended = _with((_UPDATED, f"{_UPDATED}\n        note: By the way"))
    assert repository.file.read_text(encoding="utf-8") == mended

"""A cycle begins with what goes on."""

import subprocess
from pathlib import Path

import pytest

from tests.running import Golden, Okr

_OVER = {"OKR_TODAY": "2027-01-05"}


@pytest.fixture
def company(own_demo: Path, okr: Okr) -> Path:
    """Give a company whose last quarter is over, with some teams' goals closed."""
    folder = own_demo
    for name, value in (("name", "Ana"), ("email", "ana@harbor.example")):
        _git(folder, "config", f"user.{name}", value)
    decisions = {"platform": "continue", "product": "change", "growth": "achieved", "fleet": "drop"}
    for team, decision in decisions.items():
        arguments = ("close", team, "--decision", decision, "--why", "Spring")
        assert okr(*arguments, cwd=folder, env=_OVER).code == 0
    _git(folder, "commit", "-qam", "closed")
    return folder


def _git(folder: Path, *args: str) -> str:
    return subprocess.run(
        ["git", *args], cwd=folder, capture_output=True, text=True, check=True
    ).stdout


def test_what_was_closed_to_go_on_begins_anew_as_a_draft(
    company: Path, okr: Okr, golden: Golden
) -> None:
    run = okr("new", "cycle", "2027-Q1", "--from", "2026-Q4", cwd=company, env=_OVER)
    assert run.code == 0
    assert _git(company, "status", "--short") == "?? okrs/2027-Q1/\n"
    files = sorted((company / "okrs/2027-Q1").iterdir())
    texts = [f"# {file.name}\n{file.read_text(encoding='utf-8')}" for file in files]
    golden("new/cycle.txt", "\n".join((run.stdout, run.stderr, *texts)))
    assert okr("lint", cwd=company, env=_OVER).code == 0


def test_history_stays_with_what_ended(company: Path, okr: Okr) -> None:
    question = ("progress", "2026-Q4:platform/instant", "--format", "json", "--at", "HEAD")
    before = okr(*question, cwd=company, env=_OVER).stdout
    assert okr("new", "cycle", "2027-Q1", "--commit", cwd=company, env=_OVER).code == 0
    assert okr("publish", "platform", "--commit", cwd=company, env=_OVER).code == 0
    after = okr(*question, cwd=company, env=_OVER).stdout
    part = before[before.index('"trend"') : before.index('"teams"')]
    assert part in after
    begun = okr("show", "2027-Q1:platform/instant/p95", "--format", "json", cwd=company, env=_OVER)
    assert '"baseline": 1145' in begun.stdout
    assert '"check_ins": []' in begun.stdout or '"check_ins": 0' in begun.stdout


def test_twice_changes_nothing_and_what_is_closed_later_is_added(company: Path, okr: Okr) -> None:
    arguments = ("new", "cycle", "2027-Q1")
    assert okr(*arguments, "--commit", cwd=company, env=_OVER).code == 0
    again = okr(*arguments, cwd=company, env=_OVER)
    assert again.code == 0
    assert again.stdout.startswith("nothing of 2026-Q4 goes on in 2027-Q1\n")
    assert "platform/instant: is in 2027-Q1 already\n" in again.stdout
    assert not _git(company, "status", "--short")
    file = company / "okrs/2027-Q1/platform.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("  - id: instant", "  - id: rapid"),
        encoding="utf-8",
    )
    later = okr(*arguments, cwd=company, env=_OVER)
    assert "1 objective begins anew in 2027-Q1, as drafts:\n  platform/instant\n" in later.stdout
    text = file.read_text(encoding="utf-8")
    assert text.index("- id: rapid") < text.index("- id: instant")


def test_in_a_file_that_is_live_only_the_new_objective_is_a_draft(company: Path, okr: Okr) -> None:
    assert okr("new", "cycle", "2027-Q1", cwd=company, env=_OVER).code == 0
    file = company / "okrs/2027-Q1/platform.yaml"
    text = file.read_text(encoding="utf-8")
    live = text.replace("draft: true\n", "").replace("  - id: instant", "  - id: rapid")
    file.write_text(live, encoding="utf-8")
    assert okr("new", "cycle", "2027-Q1", cwd=company, env=_OVER).code == 0
    assert file.read_text(encoding="utf-8").count("    draft: true\n") == 1


def test_a_file_that_is_in_the_way_is_not_overwritten(company: Path, okr: Okr) -> None:
    file = company / "okrs/2027-Q1/platform.yaml"
    file.parent.mkdir()
    file.write_text("mine", encoding="utf-8")
    run = okr("new", "cycle", "2027-Q1", cwd=company, env=_OVER)
    assert run.code == 2
    assert "is there already, and holds no objectives of platform in 2027-Q1" in run.stderr
    assert file.read_text(encoding="utf-8") == "mine"
    assert [each.name for each in file.parent.iterdir()] == ["platform.yaml"]


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (("Q1",), "Q1 is no cycle", "2026-Q4"),
        (("2027-Q1", "--from", "2031"), "no OKRs in a cycle 2031", "cycles with OKRs: 2026"),
        (("2020-Q1",), "no cycle before 2020-Q1", "okr new objective"),
    ],
)
def test_what_cannot_begin_is_refused(
    arguments: tuple[str, ...], message: str, hint: str, company: Path, okr: Okr
) -> None:
    run = okr("new", "cycle", *arguments, cwd=company, env=_OVER)
    assert (run.code, run.stdout) == (2, "")
    assert message in run.stderr
    assert hint in run.stderr

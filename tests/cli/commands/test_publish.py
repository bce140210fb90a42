"""Drafts become live."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.running import Golden, Okr

_TODAY = {"OKR_TODAY": "2026-11-22"}
_FILE = "okrs/2026-Q4/platform.yaml"


@pytest.fixture
def company(own_demo: Path) -> Path:
    """Give a demo company in which all of one team are drafts."""
    folder = own_demo
    file = folder / _FILE
    file.write_text(f"draft: true\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    for name, value in (("name", "Ana"), ("email", "ana@harbor.example")):
        _git(folder, "config", f"user.{name}", value)
    _git(folder, "commit", "-qam", "drafts")
    return folder


def _git(folder: Path, *args: str) -> str:
    return subprocess.run(
        ["git", *args], cwd=folder, capture_output=True, text=True, check=True
    ).stdout


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("team", ("platform",)), ("objective", ("platform/instant",))],
)
def test_the_flag_goes_and_no_other_byte_changes(
    name: str, arguments: Sequence[str], company: Path, okr: Okr, golden: Golden
) -> None:
    run = okr("publish", *arguments, cwd=company, env=_TODAY)
    assert (run.code, run.stderr) == (0, "")
    golden(f"publish/{name}.txt", f"{run.stdout}\n{_git(company, 'diff', '--unified=0')}")


def test_those_left_of_a_file_stay_drafts_until_they_are_published(company: Path, okr: Okr) -> None:
    for ref in ("instant", "we-notice-first"):
        assert okr("publish", ref, cwd=company, env=_TODAY).code == 0
    assert (company / _FILE).read_text(encoding="utf-8").count("draft:") == 0
    run = okr("publish", "platform", cwd=company, env=_TODAY)
    assert (run.code, run.stdout) == (2, "")
    assert "platform has no drafts" in run.stderr


def test_what_lint_would_refuse_stays_a_draft_and_is_shown(
    company: Path, okr: Okr, golden: Golden
) -> None:
    file = company / _FILE
    text = file.read_text(encoding="utf-8")
    wrong = text.replace("target: 2.5", "target: 6.2").replace("    ambition: committed\n", "", 1)
    file.write_text(wrong, encoding="utf-8")
    run = okr("publish", "platform", cwd=company, env=_TODAY)
    assert (run.code, run.stderr) == (1, "okr: nothing was published\n")
    golden("publish/refused.txt", run.stdout)
    assert file.read_text(encoding="utf-8") == wrong


def test_from_which_severity_on_it_is_refused_can_be_chosen(company: Path, okr: Okr) -> None:
    file = company / _FILE
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("    ambition: committed\n", "", 1), encoding="utf-8")
    refused = okr("publish", "instant", "--fail-on", "warning", cwd=company, env=_TODAY)
    assert refused.code == 1
    run = okr("publish", "instant", "--commit", cwd=company, env=_TODAY)
    assert run.code == 0
    assert "[undeclared-ambition]" in run.stderr
    assert _git(company, "log", "-1", "--format=%s") == "okrs: instant published\n"


def test_an_objective_too_many_is_noticed_though_nothing_is_wrong_in_it(
    company: Path, okr: Okr
) -> None:
    (company / "okr.toml").write_text("[limits]\nobjectives_per_team = 2\n", encoding="utf-8")
    text = (company / _FILE).read_text(encoding="utf-8")
    more = text.removeprefix("draft: true\n").replace("id: instant", "id: third")
    more = more[: more.index("  - id: we-notice-first")].replace(
        "  - id: t", "  - draft: true\n    id: t"
    )
    (company / _FILE).write_text(text.removeprefix("draft: true\n"), encoding="utf-8")
    (company / "okrs/2026-Q4/more.yaml").write_text(more, encoding="utf-8")
    run = okr("publish", "third", cwd=company, env=_TODAY)
    assert run.code == 1
    assert "too-many-objectives" in run.stdout


def test_drafts_of_several_cycles_are_not_published_by_mistake(company: Path, okr: Okr) -> None:
    text = (company / _FILE).read_text(encoding="utf-8")
    folder = company / "okrs/2027-Q1"
    folder.mkdir()
    later = text.replace("cycle: 2026-Q4", "cycle: 2027-Q1")
    (folder / "platform.yaml").write_text(later, encoding="utf-8")
    run = okr("publish", "platform", cwd=company, env=_TODAY)
    assert run.code == 2
    assert "say which: --cycle 2026-Q4, 2027-Q1" in run.stderr
    chosen = okr("publish", "platform", "--cycle", "2026-Q4", "--dry-run", cwd=company, env=_TODAY)
    assert chosen.code == 0
    assert "-draft: true\n" in chosen.stdout
    assert "M" not in _git(company, "status", "--short")


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["growth"], "growth has no drafts", "drafts are in: platform (2026-Q4)"),
        (["platform", "--cycle", "2026-Q3"], "no drafts in 2026-Q3", "drafts are in: "),
        (["growth/first-booking"], "is live already", "drafts are in: "),
        (["instant/p95"], "is published with its objective", "platform/instant"),
        (["instance"], "no objective and no key result here", "instant"),
    ],
)
def test_what_is_no_draft_is_refused(
    arguments: Sequence[str], message: str, hint: str, company: Path, okr: Okr
) -> None:
    run = okr("publish", *arguments, cwd=company, env=_TODAY)
    assert (run.code, run.stdout) == (2, "")
    assert message in run.stderr
    assert hint in run.stderr
    assert not _git(company, "status", "--short")

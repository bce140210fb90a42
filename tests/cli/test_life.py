"""The life of a cycle, played by the real binary in a real repository.

Three people work on branches that are merged. A cycle is drafted and published, checked in for ten
weeks, revised and tidied up on the way, closed, and the next one begins with what goes on.
"""

import json
import subprocess
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from tests.history.repositories import PEOPLE, git_environment
from tests.running import Okr, Run

_FIRST = date(2026, 10, 1)
_WEEKS = 10
_REVISED, _RENAMED, _GIVEN_UP = 4, 6, 7
_END = date(2027, 1, 4)
_ORGANIZATION = """\
organization: Acme
vision: Every small shop sells online as easily as over the counter.
teams:
  - {id: acme, name: Acme, lead: cleo}
  - {id: growth, name: Growth, parent: acme, lead: ana, members: [bo]}
people:
  - {id: ana, name: Ana Silva, emails: [ana@acme.example]}
  - {id: bo, name: Bo Xu, emails: [bo@acme.example]}
  - {id: cleo, name: Cleo Marsh, emails: [cleo@acme.example]}
"""
_GOALS: Sequence[Sequence[str]] = (
    (
        *("objective", "acme", "--id", "smb-first", "--ambition", "committed"),
        *("--title", "Small shops choose us before anybody else"),
        *("--key-result", "Share of new shops with fewer than five people"),
        *("--unit", "%", "--baseline", "40", "--target", "60"),
    ),
    (
        *("key-result", "acme/smb-first", "--id", "kept", "--title", "Small shops stay for a year"),
        *("--unit", "%", "--baseline", "70", "--target", "80"),
    ),
    (
        *("objective", "growth", "--id", "first-minute", "--ambition", "committed"),
        *("--title", "New shops love us from the first minute", "--supports", "smb-first"),
        *("--key-result", "New shops that list a second product within a week"),
        *("--unit", "%", "--baseline", "31", "--target", "50"),
    ),
    (
        *("key-result", "growth/first-minute", "--id", "helped", "--owner", "bo"),
        *("--title", "New shops that never ask for help"),
        *("--unit", "%", "--baseline", "20", "--target", "40"),
    ),
    (
        *("key-result", "growth/first-minute", "--id", "spain", "--done"),
        *("--title", "The first paying shop in Spain"),
    ),
)
# Whose key result it is, where it begins, and how far it comes each week.
_STEPS = {
    "acme/smb-first/share": ("cleo", 40, 2),
    "growth/first-minute/day7": ("ana", 31, 1),
    "growth/first-minute/helped": ("bo", 20, 2),
}


class Company(NamedTuple):
    """A repository, and what runs okr and git in it as somebody on some day."""

    folder: Path
    run: Okr

    def okr(self, person: str, day: date, *arguments: str) -> Run:
        """Run okr; it has nothing to complain about."""
        done = self.run(*arguments, cwd=self.folder, env=_as(person, day))
        assert done.code == 0, done.stderr
        return done

    def git(self, person: str, day: date, *arguments: str) -> str:
        """Run git."""
        return git(self.folder, *arguments, env=_as(person, day))

    def asked(self, day: date, *arguments: str) -> Any:  # noqa: ANN401 - a JSON object
        """Ask for a report."""
        return json.loads(self.okr("cleo", day, *arguments, "--format", "json").stdout)


def git(folder: Path, *arguments: str, env: Mapping[str, str]) -> str:
    """Run git as somebody on some day."""
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**git_environment(), **env},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _as(person: str, day: date) -> Mapping[str, str]:
    name, _, email = PEOPLE[person].rstrip(">").partition(" <")
    roles = ("AUTHOR", "COMMITTER")
    return {
        **{f"GIT_{role}_NAME": name for role in roles},
        **{f"GIT_{role}_EMAIL": email for role in roles},
        **{f"GIT_{role}_DATE": f"{day}T12:00:00 +0000" for role in roles},
        "OKR_TODAY": day.isoformat(),
    }


def test_a_cycle_from_its_first_day_to_its_last(tmp_path: Path, okr: Okr) -> None:
    company = Company(tmp_path, okr)
    _begun(company)
    for week in range(1, _WEEKS + 1):
        day = _FIRST + timedelta(days=7 * week)
        _checked_in(company, week, day)
        _changed(company, week, day)
    end = _FIRST + timedelta(days=7 * _WEEKS)
    _shows_what_was_said(company, end)
    _shows_what_was_changed(company, end)
    _finds_only_what_nobody_said(company, end)
    _closed(company)
    assert not company.git("cleo", end, "status", "--short")


def _begun(company: Company) -> None:
    """Draft the goals and publish them; what `okr init` writes gives way to the company's own."""
    day = _FIRST - timedelta(days=3)
    company.git("cleo", day, "init", "-q", "-b", "main")
    company.okr("cleo", day, "init", "--name", "Acme", "--cycle", "2026-Q4")
    company.okr("cleo", day, "lint")
    for made in (company.folder / "okrs").rglob("*.yaml"):
        made.unlink()
    (company.folder / "okrs/organization.yaml").write_text(_ORGANIZATION, encoding="utf-8")
    for goal in _GOALS:
        company.okr("cleo", day, "new", *goal, "--cycle", "2026-Q4")
    renamed = (("smb-first", "share"), ("first-minute", "day7"))
    for objective, name in renamed:
        drafted = _ids(company, day, objective)[0]
        company.okr("cleo", day, "mv", f"{objective}/{drafted}", name)
    assert company.okr("cleo", day, "ready", "2026-Q4").stdout.count("1 draft") == 2
    company.git("cleo", day, "add", "--all")
    company.git("cleo", day, "commit", "-q", "-m", "What we may promise")
    for team in ("acme", "growth"):
        company.okr("cleo", day, "publish", team, "--cycle", "2026-Q4", "--commit")
    company.okr("cleo", day, "lint")


def _ids(company: Company, day: date, objective: str) -> list[str]:
    drafts = company.asked(day, "tree", "--drafts", "--cycle", "2026-Q4", "--key-results")["nodes"]
    refs = [node["ref"].split("/") for node in drafts if node["ref"]]
    return [parts[2] for parts in refs if len(parts) == 3 and parts[1] == objective]


def _closed(company: Company) -> None:
    """Say how it ended, look back, and begin again with what goes on."""
    why = ("--why", "The readout came too late", "--lesson", "Measure before building")
    for ref, decision in (("growth/first-minute", "change"), ("acme/smb-first", "drop")):
        said = ("--cycle", "2026-Q4", "--decision", decision, *why, "--commit")
        company.okr("cleo", _END, "close", ref, *said)
    found = company.asked(_END, "lessons")["lessons"]
    assert ("Measure before building", "growth/first-minute") in {
        (each["text"], each["ref"]) for each in found
    }
    company.okr("ana", _END, "new", "cycle", "2027-Q1", "--from", "2026-Q4", "--commit")
    text = (company.folder / "okrs/2027-Q1/growth.yaml").read_text(encoding="utf-8")
    assert "draft: true" in text
    assert "baseline: 41\n" in text
    assert not (company.folder / "okrs/2027-Q1/acme.yaml").exists()


def _checked_in(company: Company, week: int, day: date) -> None:
    """Let everybody check in on a branch of their own; all of them begin at the same commit."""
    base = company.git("cleo", day, "rev-parse", "HEAD").strip()
    for ref, (person, begin, step) in _STEPS.items():
        company.git(person, day, "checkout", "-q", "-b", f"{person}-{week}", base)
        value = str(begin + step * week)
        note = f"Week {week}"
        said = [value, "--confidence", "7/10", "--note", note, "--commit"]
        company.okr(person, day, "checkin", _named(ref, week), *said)
    company.git("cleo", day, "checkout", "-q", "main")
    for person, _, _ in _STEPS.values():
        company.git("cleo", day, "merge", "-q", "--no-ff", "--no-edit", f"{person}-{week}")


def _named(ref: str, week: int) -> str:
    """Name a key result as it is called by then."""
    return ref.replace("/helped", "/unaided") if week > _RENAMED else ref


def _changed(company: Company, week: int, day: date) -> None:
    """Change what was promised, and tidy up: each is committed on the main branch."""
    if week == _REVISED:
        why = ["--why", "Traffic halved after the outage", "--agreed", "cleo"]
        company.okr("ana", day, "revise", "day7", "target", "45", *why, "--commit")
    if week == _RENAMED:
        company.okr("bo", day, "mv", "first-minute/helped", "unaided", "--commit")
    if week == _GIVEN_UP:
        why = ["--why", "The bank there has no date for us"]
        company.okr("ana", day, "rm", "first-minute/spain", *why, "--commit")


def _shows_what_was_said(company: Company, end: date) -> None:
    """Every check-in is counted once, with who said it and when, through merges and a rename."""
    report = company.asked(end, "progress")
    found = {item["ref"]: item for each in report["objectives"] for item in each["key_results"]}
    assert report["history"]["complete"]
    for ref, (person, begin, step) in _STEPS.items():
        item = found[_named(ref, _WEEKS)]
        values = [begin + step * week for week in range(1, _WEEKS + 1)]
        assert [point["value"] for point in item["trend"]] == values
        assert item["check_ins"] == _WEEKS
        last = item["last_check_in"]
        assert (last["author"], last["date"]) == (person, end.isoformat())
        assert last["note"] == f"Week {_WEEKS}"
    rhythms = [each["rhythm"] for each in company.asked(end, "due")["check_ins"]]
    kept = {window["check_in"] for rhythm in rhythms for window in rhythm}
    assert "on-time" in kept


def _shows_what_was_changed(company: Company, end: date) -> None:
    report = company.asked(end, "progress")
    found = {item["ref"]: item for each in report["objectives"] for item in each["key_results"]}
    day7 = found["growth/first-minute/day7"]
    assert (day7["target"], day7["original_target"]) == (45, 50)
    assert found["growth/first-minute/spain"]["status"] == "dropped"
    subjects = company.git("cleo", end, "log", "--format=%s").splitlines()
    assert "okrs: growth/first-minute/helped -> growth/first-minute/unaided" in subjects


def _finds_only_what_nobody_said(company: Company, end: date) -> None:
    """What was changed with a reason is no finding; the key result without any check-in is."""
    company.okr("cleo", end, "lint")
    found = company.asked(end, "audit")["findings"]
    assert {(each["rule"], each["ref"]) for each in found} == {
        ("missing-check-in", "2026-Q4:acme/smb-first/kept"),
        ("missing-confidence", "2026-Q4:acme/smb-first/kept"),
    }

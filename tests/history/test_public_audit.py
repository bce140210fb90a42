"""A public project's real OKR history: the audit finds what a script of its own finds.

The script reads the facts and nothing of okr. As the project was in time with most of its edits,
its history is also told later than it was: everything is then late, and after the end.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.history.repositories import CLEAN, Repo
from tests.history.test_public_history import SETTINGS, facts, person, written
from tests.running import Okr

TODAY = "2021-12-31"
FORTNIGHT = timedelta(days=14)
NUMBERS = ("baseline", "target", "at_most", "current", "count")
Fact = dict[str, Any]


class Fault(NamedTuple):
    """A rule, what it is about, and the place of the commit among all."""

    rule: str
    about: str
    commit: int


class Edition(NamedTuple):
    """A file as one commit left it: its place, its day, and its key results by their ids."""

    at: int
    day: date
    key_results: Mapping[str, Fact]


def quarter(cycle: str) -> tuple[date, date]:
    """Give the first day of a quarter, and the day after its last."""
    year, part = int(cycle[:4]), int(cycle[-1])
    following = date(year + part // 4, part % 4 * 3 + 1, 1)
    return date(year, part * 3 - 2, 1), following


def editions(cycle: str, team: str, later: timedelta) -> list[Edition]:
    """List the editions of a team's file."""
    return [
        Edition(
            at,
            date.fromisoformat(commit["date"]) + later,
            {
                f"{goal}/{fact['id']}": measured(fact, f"{goal}/{fact['id']}")
                for goal, key_results in commit["objectives"].items()
                for fact in key_results
            },
        )
        for at, commit in enumerate(facts())
        if (commit["cycle"], commit["team"]) == (cycle, team)
    ]


def measured(fact: Fact, name: str) -> Fact:
    """Write out where a key result stands, and that a score goes from 0 to 1."""
    numbers = {"baseline": 0, "target": 1} if fact["kind"] == "score" else {}
    return {**numbers, **fact, "name": name}


def title(fact: Fact) -> tuple[str, bool]:
    """Tell titles apart as our conversion writes them: by place and wording."""
    return fact["name"], "wording" in fact


def faults(cycle: str, later: timedelta) -> Iterator[Fault]:
    """Yield what is wrong with the record of a quarter."""
    start, end = quarter(cycle)
    for team in sorted({commit["team"] for commit in facts() if commit["cycle"] == cycle}):
        told = editions(cycle, team, later)
        yield from late(team, told, start)
        known: dict[str, Fact] = {}
        for edition in told:
            now = edition.key_results
            for name, fact in now.items():
                was = known.get(former(name, fact)) or known.get(name)
                if was is not None:
                    for rule in changed(was, fact, edition.day, start, end):
                        yield Fault(rule, f"{team}/{name}", edition.at)
            taken = {former(name, fact) for name, fact in now.items()}
            for name in known.keys() - now.keys() - taken:
                if edition.day >= start and "closed" not in known[name]:
                    goal = name.partition("/")[0]
                    yield Fault("dropped-key-result", f"{team}/{goal}", edition.at)
            known = dict(now)


def former(name: str, fact: Fact) -> str:
    """Give the id that a key result had in the same file."""
    said = str(fact.get("formerly", name))
    return said.partition("/")[2] if said.count("/") > 1 else said


def changed(was: Fact, now: Fact, day: date, start: date, end: date) -> Iterator[str]:
    """Yield the rules that a change of one key result breaks."""
    if day >= start and "target" in was and "target" in now:
        old, new = (distance(fact, was) for fact in (was, now))
        if new < old:
            yield "eased-target"
        if was["baseline"] not in {"unknown", now["baseline"]}:
            yield "rewritten-baseline"
    if day >= start and was.get("at_most", 0) < now.get("at_most", 0):
        yield "eased-target"
    if day - start >= FORTNIGHT and title(now) != title(was):
        yield "reworded-key-result"
    over = "closed" in was or day - end >= FORTNIGHT
    if over and [was.get(field) for field in NUMBERS] != [now.get(field) for field in NUMBERS]:
        yield "late-edit"


def distance(fact: Fact, was: Fact) -> float:
    """Give how far a target is from the baseline that was known first."""
    known = fact["baseline"] if was["baseline"] == "unknown" else was["baseline"]
    return 0 if known == "unknown" else abs(float(fact["target"]) - float(known))


def late(team: str, told: list[Edition], start: date) -> Iterator[Fault]:
    """Yield the objectives and key results of the last edition that came late."""
    goals: dict[str, Edition] = {}
    names: dict[str, Edition] = {}
    for edition in told:
        for name, fact in edition.key_results.items():
            goals.setdefault(name.partition("/")[0], edition)
            names.setdefault(name, names.get(former(name, fact), edition))
    for goal in dict.fromkeys(name.partition("/")[0] for name in told[-1].key_results):
        if goals[goal].day - start > FORTNIGHT and goals[goal].at:
            yield Fault("late-objective", f"{team}/{goal}", goals[goal].at)
    for name in told[-1].key_results:
        came = names[name]
        if came.day - start > FORTNIGHT and came.at > goals[name.partition("/")[0]].at:
            yield Fault("late-key-result", f"{team}/{name}", came.at)


def convert(folder: Path, later: timedelta) -> tuple[Repo, list[str]]:
    """Make a repository, a commit for each of the facts, all of them so many days later."""
    repo = Repo(folder)
    ids: list[str] = []
    for commit in facts():
        files = {f"okrs/{commit['cycle']}/{commit['team']}.yaml": written(commit)}
        day = date.fromisoformat(commit["date"]) + later
        author = person(commit["author"])
        ids.append(
            repo.commit(
                files if ids else {"okr.toml": SETTINGS, **files},
                author=f"{author} <{author}@source.invalid>",
                date=day.isoformat(),
            )
        )
    return repo.checkout(), ids


@pytest.mark.parametrize("days", [0, 20, 50, 120])
def test_the_audit_finds_what_the_script_finds(days: int, okr: Okr, tmp_path: Path) -> None:
    later = timedelta(days=days)
    repo, ids = convert(tmp_path / "public", later)
    looked_for: set[str] = set()
    for cycle in sorted({commit["cycle"] for commit in facts()}):
        expected = set(faults(cycle, later))
        env = {**CLEAN, "OKR_TODAY": TODAY}
        run = okr("audit", "--cycle", cycle, "--format", "json", cwd=repo.folder, env=env)
        assert (run.code, run.stderr) == (0, "")
        assert found(json.loads(run.stdout)["findings"], ids) == expected
        looked_for.update(fault.rule for fault in expected)
    assert looked_for >= ({"eased-target", "late-objective"} if days < 50 else {"late-edit"})


RULES = {
    "dropped-key-result",
    "eased-target",
    "late-edit",
    "late-key-result",
    "late-objective",
    "reworded-key-result",
    "rewritten-baseline",
}


def found(findings: list[dict[str, Any]], ids: list[str]) -> set[Fault]:
    """Read findings as the script tells them."""
    faulty = set()
    for each in findings:
        if each["rule"] in RULES:
            about = each["ref"].partition(":")[2]
            if each["rule"] == "dropped-key-result":
                about = "/".join(about.split("/")[:2])
            faulty.add(Fault(each["rule"], about, ids.index(each["commit"])))
    return faulty

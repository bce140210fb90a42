"""A public project's real OKR history, three years of it, read by the real binary.

What is fact and what is convention is said in tests/data/public_history/README.md.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.history.repositories import Repo
from tests.running import DATA, Okr

SOURCE = DATA / "public_history"
TODAY = {"OKR_TODAY": "2021-04-30"}
QUARTERS = [*(f"{year}-Q{part}" for year in (2018, 2019, 2020) for part in (1, 2, 3, 4)), "2021-Q1"]
BEFORE_THE_GAP, WITHOUT_FILES = "2018-Q1", "2018-Q2"
SETTINGS = """\
[lint.per_path]
"okrs/20*/**" = ["too-many-objectives"]
"""
COPIED = ("baseline", "target", "unit", "at_most", "current")
OWN = {"priority": "x-priority", "projected": "x-projected", "linked": "x-linked"}

Fact = dict[str, Any]
Commit = dict[str, Any]


class Point(NamedTuple):
    """A check-in with a value, as the history must tell it."""

    date: str
    value: float
    commit: str
    author: str


class Converted(NamedTuple):
    """The repository made from the facts, and the id that each commit got in it."""

    folder: Path
    commits: tuple[str, ...]


@cache
def facts() -> tuple[Commit, ...]:
    """Read the facts: what each commit said, in the order of time."""
    return tuple(json.loads((SOURCE / "facts.json").read_text("utf-8")))


def person(number: int | None) -> str:
    """Name somebody of whom no more than a number is kept."""
    return f"person-{number}" if number else "nobody"


def last_day(quarter: str) -> str:
    """Give the last day of a quarter."""
    year, part = int(quarter[:4]), int(quarter[-1])
    following = date(year + part // 4, part % 4 * 3 + 1, 1)
    return (following - timedelta(days=1)).isoformat()


def until(day: str) -> Iterator[tuple[int, Commit]]:
    """List the commits up to a day, each with its place among all."""
    return ((place, commit) for place, commit in enumerate(facts()) if commit["date"] <= day)


def written(commit: Commit) -> str:
    """Write a team's file of one cycle as it stood at a commit, in our format and our words."""
    team, cycle = commit["team"], commit["cycle"]
    lines = [f"team: {team}", f"cycle: {cycle}", "objectives:"]
    for goal, key_results in commit["objectives"].items():
        owners = [fact["owner"] for fact in key_results if "owner" in fact]
        lines += [
            f"  - id: {goal}",
            f"    title: Objective {goal[1:]} of {team} in {cycle}",
            f"    owner: {person(next(iter(owners), None))}",
            "    key_results:",
        ]
        for fact in key_results:
            fields = ", ".join(f"{key}: {json.dumps(it)}" for key, it in fields_of(fact).items())
            title = f"Key result {fact['id'][1:]} of objective {goal[1:]} of {team} in {cycle}"
            again = " (second wording)" if "wording" in fact else ""
            lines.append(f"      - {{id: {fact['id']}, title: {title}{again}, {fields}}}")
    return "\n".join([*lines, ""])


def fields_of(fact: Fact) -> Fact:
    """Give the fields of a key result, its id and title aside."""
    fields: Fact = {"owner": person(fact.get("owner"))}
    if fact["kind"] == "score":
        fields |= {"unit": "score", "baseline": 0, "target": 1}
    if fact["kind"] == "binary":
        fields["done"] = False
    if fact["kind"] == "milestones":
        fields["milestones"] = [f"Step {n + 1} of {fact['count']}" for n in range(fact["count"])]
    if "formerly" in fact:
        fields["formerly"] = [fact["formerly"]]
    if "closed" in fact:
        fields["close"] = {"decision": fact["closed"], "why": "Struck out or not applicable"}
    fields |= {name: fact[name] for name in COPIED if name in fact}
    return fields | {ours: fact[name] for name, ours in OWN.items() if name in fact}


def progress_of(fact: Fact) -> float | None:
    """Compute a key result's progress by the book; nothing was ever stored as done."""
    baseline, target = fact.get("baseline", 0), fact.get("target", 1)
    if baseline == "unknown":
        return None
    return (fact["current"] - baseline) / (target - baseline) if "current" in fact else 0


def mean_of(key_results: list[Fact]) -> float | None:
    """Compute an objective's progress by the book."""
    shares = [progress_of(fact) for fact in key_results if "closed" not in fact]
    measured = [min(max(share, 0), 1) for share in shares if share is not None]
    return sum(measured) / len(measured) if measured else None


def expected_objectives(cycle: str, day: str) -> dict[str, list[Fact]]:
    """Give the key results of each objective of a cycle, as they stood at the end of a day."""
    files = {commit["team"]: commit for _, commit in until(day) if commit["cycle"] == cycle}
    return {
        f"{team}/{goal}": key_results
        for team, commit in files.items()
        for goal, key_results in commit["objectives"].items()
    }


def expected_points(cycle: str, day: str, ids: tuple[str, ...]) -> dict[str, list[Point]]:
    """Give the check-ins of each key result: each commit that gave it another value."""
    found: dict[str, list[Point]] = {}
    for place, commit in until(day):
        if commit["cycle"] != cycle:
            continue
        for goal, key_results in commit["objectives"].items():
            for fact in key_results:
                points = found.setdefault(f"{commit['team']}/{goal}/{fact['id']}", [])
                value = fact.get("current")
                if value is not None and (not points or points[-1].value != value):
                    author = person(commit["author"])
                    points.append(Point(commit["date"], value, ids[place], author))
    return found


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Converted:
    """Make a real repository: one commit for each commit of the facts, at its date."""
    repo = Repo(tmp_path_factory.mktemp("public") / "public-history")
    ids: list[str] = []
    for commit in facts():
        files = {f"okrs/{commit['cycle']}/{commit['team']}.yaml": written(commit)}
        author = person(commit["author"])
        ids.append(
            repo.commit(
                files if ids else {"okr.toml": SETTINGS, **files},
                author=f"{author} <{author}@source.invalid>",
                date=commit["date"],
                message=f"{commit['repository']}: {commit['path']}",
            )
        )
    return Converted(repo.checkout().folder, tuple(ids))


def asked(okr: Okr, folder: Path, *arguments: str) -> Mapping[str, Any]:
    """Ask the real binary for JSON; it must not complain."""
    run = okr(*arguments, "--format", "json", cwd=folder, env=TODAY)
    assert (run.code, run.stderr) == (0, "")
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer


def test_the_facts_cover_three_years() -> None:
    days = [commit["date"] for commit in facts()]
    assert days == sorted(days)
    assert sorted({commit["cycle"] for commit in facts()} | {WITHOUT_FILES}) == QUARTERS
    assert len(facts()) == 42
    assert len({commit["commit"] for commit in facts() if commit["commit"]}) == 37


def test_the_readme_names_every_source() -> None:
    readme = (SOURCE / "README.md").read_text("utf-8")
    named = ("repository", "path", "commit", "thread", "taken_from")
    said = {commit[name] for commit in facts() for name in named if commit.get(name)}
    assert [source for source in sorted(said) if source not in readme] == []


def test_lint_finds_no_error(okr: Okr, converted: Converted) -> None:
    answer = asked(okr, converted.folder, "lint")
    assert [each for each in answer["findings"] if each["severity"] == "error"] == []


@pytest.mark.parametrize("quarter", QUARTERS)
def test_every_quarter_reads_as_it_was(okr: Okr, converted: Converted, quarter: str) -> None:
    day = last_day(quarter)
    report = asked(okr, converted.folder, "progress", "--at", day)
    cycle = BEFORE_THE_GAP if quarter == WITHOUT_FILES else quarter
    expected = expected_objectives(cycle, day)
    points = expected_points(cycle, day, converted.commits)

    assert report["as_of"] == day
    assert report["history"] == {"complete": True, "commits": len(list(until(day)))}
    assert [each["name"] for each in report["cycles"]] == [cycle]
    assert report["summary"]["objectives"] == len(expected)
    assert report["summary"]["key_results"] == sum(map(len, expected.values()))

    shown = {each["ref"]: each for each in report["objectives"]}
    assert shown.keys() == expected.keys()
    for ref, key_results in expected.items():
        assert shown[ref]["progress"] == pytest.approx(mean_of(key_results), abs=1e-9)
        found = {each["ref"]: each for each in shown[ref]["key_results"]}
        assert found.keys() == {f"{ref}/{fact['id']}" for fact in key_results}
        for fact in key_results:
            name = f"{ref}/{fact['id']}"
            compare(found[name], fact, points[name])


def compare(found: Mapping[str, Any], fact: Fact, points: list[Point]) -> None:
    """Compare one key result of the report with the facts."""
    fields = fields_of(fact)
    baseline = fields.get("baseline")
    assert found["kind"] == {"score": "metric"}.get(fact["kind"], fact["kind"])
    assert found["owner"] == fields["owner"]
    assert found["baseline"] == (None if baseline == "unknown" else baseline)
    assert found["target"] == fields.get("target")
    assert found["current"] == fact.get("current")
    assert found["progress"] == pytest.approx(progress_of(fact), abs=1e-9)
    assert (found["status"] == "dropped") == ("closed" in fact)
    assert found["check_ins"] == len(points)
    assert [(each["date"], each["value"], each["commit"]) for each in found["trend"]] == [
        point[:3] for point in points
    ]
    last = found["last_check_in"]
    assert (last and (last["date"], last["commit"], last["author"])) == (
        (points[-1].date, points[-1].commit, points[-1].author) if points else None
    )


def test_a_promise_that_moved_keeps_its_first_numbers(okr: Okr, converted: Converted) -> None:
    """Two numbers moved: a target while its key result did, and a baseline nobody knew at first."""
    report = asked(okr, converted.folder, "progress", "protoschool/o5/k1", "--at", "2020-06-30")
    [moved] = report["objectives"][0]["key_results"]
    assert (moved["original_target"], moved["target"]) == (2, 1)
    report = asked(okr, converted.folder, "progress", "protoschool/o1/k4", "--at", "2020-12-31")
    [learned] = report["objectives"][0]["key_results"]
    assert (learned["original_baseline"], learned["baseline"]) == (383, 383)
    assert learned["progress"] == pytest.approx((424 - 383) / (750 - 383), abs=1e-9)

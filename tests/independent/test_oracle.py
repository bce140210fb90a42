"""Hold the independent computation to examples that were worked out by hand."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from .histories import make_history, run
from .oracle import Settings, confidence_of, counted_days, cycle_span, expected

if TYPE_CHECKING:
    from pathlib import Path

Q4 = "team: growth\ncycle: 2026-Q4\nobjectives:\n  - id: first\n    title: T\n    owner: ana\n"
FILE = "okrs/growth.yaml"


class Repository:
    """Build a repository commit by commit."""

    def __init__(self, folder: Path) -> None:
        """Begin an empty one."""
        self.folder = folder
        run(folder, "init", "--quiet", "--initial-branch=main")

    def write(self, files: dict[str, str | bytes | None]) -> None:
        """Write or delete files of the working tree."""
        for name, content in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                path.unlink()
            else:
                path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def commit(
        self,
        when: str,
        files: dict[str, str | bytes | None],
        *,
        who: str = "Ana",
        authored: str = "",
    ) -> str:
        """Commit files at a moment of the committer's clock."""
        self.write(files)
        run(self.folder, "add", "--all")
        return self.git_commit(when, who, authored, "commit", "--quiet", "--allow-empty", "-m", "x")

    def git_commit(self, when: str, who: str, authored: str, *args: str) -> str:
        """Run a git command that makes a commit."""
        subprocess.run(
            ["git", *args],
            cwd=self.folder,
            check=True,
            capture_output=True,
            env={
                "PATH": os.environ["PATH"],
                "GIT_CONFIG_NOSYSTEM": "1",
                "HOME": str(self.folder),
                "GIT_AUTHOR_NAME": who,
                "GIT_AUTHOR_EMAIL": f"{who.lower()}@acme.example",
                "GIT_COMMITTER_NAME": "Queue",
                "GIT_COMMITTER_EMAIL": "queue@acme.example",
                "GIT_AUTHOR_DATE": stamp(authored or when),
                "GIT_COMMITTER_DATE": stamp(when),
            },
        )
        return run(self.folder, "rev-parse", "HEAD")

    def ask(self, today: str, at: str | None = None) -> dict[str, Any]:
        """Compute the whole object."""
        return expected(self.folder, today=date.fromisoformat(today), at=at)

    def first(self, today: str, at: str | None = None) -> dict[str, Any]:
        """Return the first key result."""
        found: dict[str, Any] = self.ask(today, at)["objectives"][0]["key_results"][0]
        return found


def stamp(when: str) -> str:
    """Complete a day to a moment at noon in UTC."""
    return f"{when} 12:00:00 +0000" if len(when) == 10 else f"{when} +0000"


def okr(*lines: str, extra: str = "") -> str:
    """Return an OKR file with one objective and one key result called kr."""
    body = "".join(f"        {line}\n" for line in lines)
    return f"{Q4}{extra}    key_results:\n      - id: kr\n        title: K\n{body}"


def metric(current: float | str, *more: str, extra: str = "") -> str:
    """Return a metric from 0 to 100."""
    return okr("baseline: 0", "target: 100", f"current: {current}", *more, extra=extra)


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    """Return an empty repository."""
    return Repository(tmp_path)


def test_a_metric_of_the_format_page(repo: Repository) -> None:
    repo.commit("2026-10-06", {FILE: okr("baseline: 31", "target: 45", "current: 31.5")})
    last = repo.commit("2026-11-17", {FILE: okr("baseline: 31", "target: 45", "current: 36.5")})
    found = repo.ask("2026-11-22")
    assert found["revision"] == last
    assert found["history"] == {"complete": True, "commits": 2}
    assert found["cycles"] == [
        {"name": "2026-Q4", "start": "2026-10-01", "end": "2026-12-31", "elapsed": 52 / 92}
    ]
    one = found["objectives"][0]["key_results"][0]
    assert one["progress"] == pytest.approx(5.5 / 14)
    assert one["expected"] == pytest.approx(52 / 92)
    assert (one["status"], one["reason"], one["stale"]) == ("behind", "pace", False)
    assert [point["progress"] for point in one["trend"]] == pytest.approx([0.5 / 14, 5.5 / 14])
    assert one["last_check_in"]["date"] == "2026-11-17"
    assert found["objectives"][0]["status"] == "behind"
    assert found["summary"]["progress"] == pytest.approx(5.5 / 14)


def test_a_plan_bends_what_is_expected(repo: Repository) -> None:
    # 30 days from 1 October to the end of the 30th: half of a tenth after 15 days.
    repo.commit("2026-10-02", {FILE: metric(1, "plan: [{by: 2026-10-30, value: 10}]")})
    assert repo.first("2026-10-16")["expected"] == pytest.approx(0.05)
    assert repo.first("2026-10-31")["expected"] == pytest.approx(0.10)
    assert repo.first("2026-12-01")["expected"] == pytest.approx(0.10 + 0.9 * 31 / 62)


def test_a_bound_is_kept_for_a_share_of_the_time(repo: Repository) -> None:
    for day, value in [("2026-09-20", 99), ("2026-10-11", 90), ("2026-10-16", 97)]:
        repo.commit(day, {FILE: okr("at_least: 97", f"current: {value}")})
    one = repo.first("2026-10-31")
    assert one["progress"] == pytest.approx(25 / 30)
    assert (one["status"], one["reason"], one["expected"]) == ("behind", "bound", 0.95)
    assert [point["progress"] for point in one["trend"]] == [1, 0, 1]


def test_milestones_are_due_with_some_grace(repo: Repository) -> None:
    steps = [
        "- {title: A, due: 2026-10-10, weight: 3}",
        "- {id: b, title: B, done: 2026-10-05}",
        "- C",
    ]
    repo.commit("2026-10-05", {FILE: okr("milestones:", *(f"  {one}" for one in steps))})
    one = repo.first("2026-10-13")
    assert (one["progress"], one["expected"], one["status"]) == (0.2, 0, "on-track")
    one = repo.first("2026-10-14")
    assert (one["expected"], one["status"], one["reason"]) == (0.6, "at-risk", "pace")
    assert one["check_ins"] == 1


def test_the_forecast_is_a_median_line(repo: Repository) -> None:
    for day, value in [("01", 0), ("11", 1), ("21", 2), ("31", 30)]:
        repo.commit(f"2026-10-{day}", {FILE: metric(value)})
    # Slopes .1 .1 .1 1 1.45 2.8: median .55. Residuals 0 -4.5 -9 13.5: median -2.25.
    # At the end, day 92: .55 * 92 - 2.25 = 48.35.
    assert repo.first("2026-11-01")["forecast"] == pytest.approx(0.4835)
    assert repo.first("2026-10-30", at="HEAD~1")["forecast"] is None


def test_silence_does_not_count_pauses(repo: Repository) -> None:
    toml = "[check_ins]\npauses = [{ start = 2026-10-12, end = 2026-10-14 }]\n"
    repo.commit("2026-10-08", {"okr.toml": toml, FILE: metric(90)})
    assert repo.first("2026-10-21")["status"] == "on-track"
    assert repo.first("2026-10-22")["status"] == "outdated"
    pauses = ((date(2026, 1, 2), date(2026, 1, 4)), (date(2026, 1, 3), date(2026, 1, 6)))
    assert counted_days(date(2026, 1, 1), date(2026, 1, 10), pauses) == 5


def test_without_a_check_in_it_is_not_started_and_then_outdated(repo: Repository) -> None:
    repo.commit("2026-09-01", {FILE: okr("at_least: 1")})
    assert repo.first("2026-10-11")["status"] == "not-started"
    repo.commit("2026-09-02", {FILE: okr("baseline: 0", "target: 1")})
    assert repo.first("2026-10-11")["reason"] == "start"
    assert repo.first("2026-10-12")["reason"] == "pace"


def test_the_end_of_a_cycle(repo: Repository) -> None:
    repo.commit("2026-12-20", {FILE: metric(70, extra="    ambition: aspirational\n")})
    assert repo.first("2026-12-30")["status"] == "on-track"
    assert repo.first("2027-01-01")["status"] == "achieved"
    repo.commit("2026-12-21", {FILE: metric(69, extra="    ambition: aspirational\n")})
    assert repo.first("2027-01-14")["status"] == "closing"
    assert repo.first("2027-01-15")["status"] == "partial"
    close = "    ambition: aspirational\n    close: {decision: continue, score: 0.3, why: W}\n"
    repo.commit("2026-12-22", {FILE: metric(69, extra=close)})
    assert repo.first("2027-01-02")["status"] == "partial"
    assert repo.ask("2027-01-02")["objectives"][0]["status"] == "missed"
    repo.commit("2026-12-23", {FILE: metric(69, extra="    close: {decision: defer}\n")})
    found = repo.ask("2026-12-24")
    assert found["objectives"][0]["status"] == "dropped"
    assert found["objectives"][0]["progress"] is None
    assert found["summary"] == {
        "progress": None, "objectives": 1, "key_results": 1, "by_status": {"dropped": 1},
    }  # fmt: skip


def test_originals_are_those_before_the_cycle(repo: Repository) -> None:
    repo.commit("2026-09-01", {FILE: okr("baseline: unknown", "target: 50")})
    repo.commit("2026-09-30", {FILE: okr("baseline: unknown", "target: 60")})
    repo.commit("2026-10-01", {FILE: okr("baseline: 10", "target: 55")})
    repo.commit("2026-10-02", {FILE: okr("baseline: 20", "target: 40", "current: 30")})
    one = repo.first("2026-10-05")
    assert (one["original_target"], one["original_baseline"]) == (60, 10)
    one = repo.first("2026-09-30")
    assert (one["original_target"], one["original_baseline"]) == (40, 20)
    assert (one["progress"], one["check_ins"]) == (0.5, 1)


def test_a_rename_keeps_history_and_an_id_may_be_used_again(repo: Repository) -> None:
    repo.commit("2026-10-01", {FILE: metric(1)})
    repo.commit(
        "2026-10-02", {FILE: metric(2).replace("id: kr", "id: new\n        formerly: [kr]")}
    )
    assert [one["value"] for one in repo.first("2026-10-03")["trend"]] == [1, 2]
    both = metric(2).replace("id: kr", "id: new\n        formerly: [kr]")
    both += "      - {id: kr, title: Other, baseline: 0, target: 10, current: 7}\n"
    repo.commit("2026-10-03", {FILE: both})
    again, old = repo.ask("2026-10-03")["objectives"][0]["key_results"]
    assert (again["ref"], again["check_ins"]) == ("growth/first/kr", 1)
    assert (old["ref"], old["check_ins"]) == ("growth/first/new", 2)
    repo.commit(
        "2026-10-04", {FILE: metric(9).replace("id: kr", "id: back\n        formerly: [new]")}
    )
    assert [one["value"] for one in repo.first("2026-10-05")["trend"]] == [1, 2, 9]
    repo.commit("2026-10-05", {FILE: metric(9).replace("id: kr", "id: new")})
    assert repo.first("2026-10-06")["check_ins"] == 3


def test_a_renamed_objective_in_another_file_and_team(repo: Repository) -> None:
    repo.commit("2026-10-01", {FILE: metric(1)})
    moved = metric(2, extra="    formerly: [growth/first]\n").replace("team: growth", "team: sales")
    repo.commit("2026-10-02", {FILE: None, "okrs/s.yaml": moved.replace("id: first", "id: better")})
    one = repo.first("2026-10-03")
    assert (one["ref"], one["check_ins"]) == ("sales/better/kr", 2)


def test_a_late_formerly_joins_what_never_met(repo: Repository) -> None:
    repo.commit("2026-10-01", {FILE: metric(1)})
    repo.commit("2026-10-02", {FILE: metric(1).replace("id: kr", "id: new")})
    assert repo.first("2026-10-03")["check_ins"] == 1
    repo.commit(
        "2026-10-03", {FILE: metric(1).replace("id: kr", "id: new\n        formerly: [kr]")}
    )
    one = repo.first("2026-10-03")
    assert (one["check_ins"], one["last_check_in"]["date"]) == (1, "2026-10-01")


def two(one: str, other: str) -> str:
    """Return an objective with two metrics, each `id value [former id]`."""
    rows = []
    for row in (one, other):
        name, value, *old = row.split()
        tail = f", formerly: [{old[0]}]" if old else ""
        rows.append(f"{{id: {name}, title: K, baseline: 0, target: 100, current: {value}{tail}}}")
    return f"{Q4}    key_results:\n" + "".join(f"      - {row}\n" for row in rows)


@pytest.mark.parametrize(
    ("before", "after", "trends"),
    [
        (("a 1", "b 2"), ("a 3 b", "b 4 a"), {"a": [2, 3], "b": [1, 4]}),
        (("a 1", "b 2"), ("c 1 a", "a 5"), {"a": [5], "c": [1]}),
        (("a 1", "b 2"), ("a 3 b", "d 4"), {"a": [2, 3], "d": [4]}),
        (("a 1", "b 2"), ("a 1", "d 4 b"), {"a": [1], "d": [2, 4]}),
        (("a 1", "b 2"), ("a 1 b", "b 2"), {"a": [1], "b": [2]}),
    ],
)
def test_who_goes_on_under_which_id(
    repo: Repository,
    before: tuple[str, str],
    after: tuple[str, str],
    trends: dict[str, list[int]],
) -> None:
    repo.commit("2026-10-01", {FILE: two(*before)})
    repo.commit("2026-10-02", {FILE: two(*after)})
    found = repo.ask("2026-10-03")["objectives"][0]["key_results"]
    values = {one["ref"][-1]: [point["value"] for point in one["trend"]] for one in found}
    assert values == trends


def test_what_returns_is_compared_with_its_last_known_state(repo: Repository) -> None:
    repo.commit("2026-10-01", {FILE: two("a 1", "b 2")})
    repo.commit("2026-10-02", {FILE: metric(1)})
    repo.commit("2026-10-03", {FILE: two("a 1", "b 3")})
    one, other = repo.ask("2026-10-03")["objectives"][0]["key_results"]
    assert (one["check_ins"], other["check_ins"]) == (1, 2)


@pytest.mark.parametrize("bad", ["", "- a\n", "team: [\n", metric(5) + "team: growth\n", b"\xff\n"])
def test_an_unreadable_file_keeps_its_last_readable_content(
    repo: Repository, bad: str | bytes
) -> None:
    repo.commit("2026-10-01", {FILE: metric(1)})
    repo.commit("2026-10-02", {FILE: bad})
    assert repo.first("2026-10-03")["current"] == 1
    repo.commit("2026-10-03", {FILE: metric(1)})
    assert repo.first("2026-10-04")["check_ins"] == 1
    repo.commit("2026-10-04", {FILE: None, "x.md": ""})
    assert repo.ask("2026-10-04")["objectives"] == []
    repo.commit("2026-10-05", {FILE: metric(3)})
    assert [one["value"] for one in repo.first("2026-10-06")["trend"]] == [1, 3]


def test_of_two_claims_the_readable_one_wins_then_the_last_path(repo: Repository) -> None:
    repo.commit("2026-10-01", {"okrs/a.yaml": metric(1), "okrs/b.yaml": metric(2)})
    assert repo.first("2026-10-01")["current"] == 2
    repo.commit("2026-10-02", {"okrs/b.yaml": "a: [\n"})
    assert [one["value"] for one in repo.first("2026-10-02")["trend"]] == [2, 1]


def test_a_draft_is_created_when_it_is_published(repo: Repository) -> None:
    repo.commit("2026-09-01", {FILE: "draft: true\n" + metric(1)})
    repo.commit("2026-10-07", {FILE: metric(2).replace("target: 100", "target: 90")})
    one = repo.first("2026-10-08")
    assert (one["check_ins"], one["original_target"]) == (1, 90)
    assert repo.ask("2026-10-01", at="2026-09-05")["objectives"] == []


def test_a_merge_is_credited_to_the_newest_commit_it_brought(repo: Repository) -> None:
    repo.commit("2026-10-01", {FILE: metric(1)})
    run(repo.folder, "checkout", "--quiet", "-b", "side")
    repo.commit("2026-10-02", {FILE: metric(2)}, who="Bo")
    repo.commit("2026-10-03", {FILE: metric(3)}, who="Chi", authored="2026-09-29")
    repo.commit("2026-10-04", {FILE: metric(3, "weight: 2")}, who="Dana")
    run(repo.folder, "checkout", "--quiet", "main")
    merge = repo.git_commit(
        "2026-10-05", "Eve", "", "merge", "--quiet", "--no-ff", "side", "-m", "m"
    )
    one = repo.first("2026-10-06")
    assert one["check_ins"] == 2
    assert one["last_check_in"] == {
        "date": "2026-09-29", "author": "Chi", "commit": merge, "note": None,
    }  # fmt: skip


def test_an_octopus_and_a_merge_with_its_own_edit(repo: Repository) -> None:
    repo.commit("2026-10-01", {FILE: two("a 1", "b 2"), "okrs/c.yaml": okr("done: false")})
    for name, files in (("x", {FILE: two("a 5", "b 2")}), ("y", {"okrs/d.yaml": "x: 1\n"})):
        run(repo.folder, "checkout", "--quiet", "-b", name, "main")
        repo.commit("2026-10-02", dict(files), who=name.upper())
    run(repo.folder, "checkout", "--quiet", "main")
    run(
        repo.folder,
        "-c",
        "user.name=E",
        "-c",
        "user.email=e@x",
        "merge",
        "--no-ff",
        "--no-commit",
        "x",
        "y",
    )
    merge = repo.commit("2026-10-04", {FILE: two("a 5", "b 9")}, who="Eve")
    assert len(run(repo.folder, "log", "-1", "--format=%P").split()) == 3
    one, other = repo.ask("2026-10-04")["objectives"][0]["key_results"][:2]
    assert one["last_check_in"] == {
        "date": "2026-10-02", "author": "X", "commit": merge, "note": None,
    }  # fmt: skip
    assert other["last_check_in"] == {
        "date": "2026-10-04", "author": "Eve", "commit": merge, "note": None,
    }  # fmt: skip
    assert repo.ask("2026-10-04")["history"]["commits"] == 2


def test_updated_counts_in_the_commit_that_sets_it(repo: Repository) -> None:
    repo.commit("2026-10-05", {FILE: metric(1, "updated: 2026-10-03")})
    repo.commit("2026-10-12", {FILE: metric(2, "updated: 2026-10-03")})
    repo.commit("2026-10-13", {FILE: metric(2)})
    assert [one["date"] for one in repo.first("2026-10-13")["trend"]] == [
        "2026-10-03", "2026-10-12", "2026-10-13",
    ]  # fmt: skip


def test_the_clock_never_runs_backwards_and_days_are_local(repo: Repository) -> None:
    toml = 'timezone = "Pacific/Auckland"\n'
    first = repo.commit("2026-10-05 23:30:00", {"okr.toml": toml, FILE: metric(1)})
    repo.commit("2026-10-08", {FILE: metric(2)})
    last = repo.commit("2026-10-02", {FILE: metric(3)})
    assert [one["date"] for one in repo.first("2026-10-20")["trend"]] == [
        "2026-10-06", "2026-10-09", "2026-10-03",
    ]  # fmt: skip
    assert repo.ask("2026-12-01", at="2026-10-08")["revision"] == first
    found = repo.ask("2026-12-01", at="2026-10-09")
    assert (found["revision"], found["as_of"], found["history"]["commits"]) == (
        last,
        "2026-10-09",
        3,
    )
    assert repo.ask("2026-12-01", at=last)["as_of"] == "2026-10-09"


def test_the_working_tree_is_the_last_point_where_values_differ(repo: Repository) -> None:
    head = repo.commit("2026-10-05", {FILE: metric(60, "confidence: 0.6")})
    repo.write({FILE: "# c\r\n" + metric("60.0", "confidence: 6/10").replace("\n", "\r\n")})
    assert repo.ask("2026-10-06")["revision"] == head
    repo.write({FILE: metric(61, "confidence: 0.6")})
    found = repo.ask("2026-10-07")
    assert found["revision"] is None
    one = found["objectives"][0]["key_results"][0]
    assert one["trend"][-1] == {"date": "2026-10-07", "value": 61, "progress": 0.61, "commit": None}
    assert repo.first("2026-10-07", at="2026-10-06")["current"] == 60


def test_cycles_of_a_fiscal_year() -> None:
    april = Settings(fiscal=4, cycles=(("launch", date(2026, 11, 2), date(2026, 12, 19)),))
    assert cycle_span("2026-Q1", april) == (date(2026, 4, 1), date(2026, 7, 1))
    assert cycle_span("2026-Q4", april) == (date(2027, 1, 1), date(2027, 4, 1))
    assert cycle_span("2026-H2", april) == (date(2026, 10, 1), date(2027, 4, 1))
    assert cycle_span("2026", april) == (date(2026, 4, 1), date(2027, 4, 1))
    assert cycle_span("2026-12", april) == (date(2026, 12, 1), date(2027, 1, 1))
    assert cycle_span("launch", april) == (date(2026, 11, 2), date(2026, 12, 19))
    assert cycle_span("2026-Q5", april) is None


def test_a_confidence_is_one_fraction_in_any_spelling() -> None:
    spellings = (0.6, "6/10", "60%", 1, "high", None)
    assert [confidence_of(one) for one in spellings] == [0.6, 0.6, 0.6, 1.0, None, None]


def test_the_same_seed_makes_the_same_commits(tmp_path: Path) -> None:
    one, other = make_history(11, tmp_path / "a"), make_history(11, tmp_path / "b")
    assert one == other
    assert len({run(tmp_path / name, "rev-parse", "HEAD") for name in "ab"}) == 1

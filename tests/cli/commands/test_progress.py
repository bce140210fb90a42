"""`okr progress`: whole outputs, and filters that change what is shown and never a number."""

import csv
import json
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from okrcli.render.text import width
from tests.history.asking import DAY7, GROWTH, goals
from tests.history.repositories import CLEAN, Repo
from tests.history.story import TODAY, tell
from tests.running import Golden, Okr, Run

FORMATS = {"table": "txt", "markdown": "md", "json": "json", "csv": "csv"}
Data = dict[str, Any]
Ask = Callable[..., Run]


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Repo:
    """Give the repository of the story; no test may change it."""
    return tell(tmp_path_factory.mktemp("story") / "acme")


@pytest.fixture
def ask(okr: Okr, story: Repo) -> Ask:
    """Give what asks for the progress of the story, on its last day."""

    def run(*arguments: str, cwd: Path | None = None, **env: str) -> Run:
        today = {**CLEAN, "OKR_TODAY": TODAY, **env}
        return okr("progress", *arguments, cwd=cwd or story.folder, env=today)

    return run


def _json(run: Run) -> Data:
    assert (run.code, run.stderr) == (0, "")
    found: Data = json.loads(run.stdout)
    return found


def _refused(run: Run, *said: str) -> None:
    assert (run.code, run.stdout) == (2, "")
    first, *rest = run.stderr.splitlines()
    assert first.startswith("okr: error: ")
    assert len(rest) <= 1
    for words in said:
        assert words in run.stderr


# --- whole outputs --------------------------------------------------------------------------------


@pytest.mark.parametrize("columns", [80, 120])
def test_the_whole_table(columns: int, ask: Ask, golden: Golden) -> None:
    run = ask(COLUMNS=str(columns))
    golden(f"progress/story-{columns}.txt", run.stdout)
    assert (run.code, run.stderr) == (0, "")
    assert max(map(width, run.stdout.splitlines())) <= columns


@pytest.mark.parametrize("output_format", ["markdown", "json", "csv"])
def test_the_whole_output(output_format: str, ask: Ask, golden: Golden) -> None:
    run = ask("--format", output_format)
    golden(f"progress/story.{FORMATS[output_format]}", run.stdout)
    assert (run.code, run.stderr) == (0, "")


def test_a_past_state_is_shown_whole(ask: Ask, golden: Golden) -> None:
    run = ask("--at", "2026-11-04", COLUMNS="80")
    golden("progress/story-at.txt", run.stdout)
    assert (run.code, run.stderr.count("\n")) == (0, 2)
    assert "okrs/2026-Q4/platform.yaml cannot be read" in run.stderr


@pytest.mark.parametrize("output_format", FORMATS)
def test_the_past_is_the_same_bytes_on_any_day_and_with_any_changes(
    output_format: str, ask: Ask, tmp_path: Path
) -> None:
    again = tell(tmp_path / "other")
    again.write({"okrs/new.yaml": goals(DAY7), "okr.toml": "closing_days = 1\n"})
    for at in ("2026-11-20", "HEAD~5"):
        asked = ("--format", output_format, "--at", at)
        assert ask(*asked) == ask(*asked, cwd=again.folder, OKR_TODAY="2031-01-01")


def test_it_is_asked_from_a_folder_inside_with_the_same_answer(ask: Ask, story: Repo) -> None:
    assert ask(cwd=story.folder / "okrs/2026-Q4") == ask()


def test_json_has_everything_that_it_promises(ask: Ask, story: Repo) -> None:
    data = _json(ask("--format", "json"))
    assert data["version"] == 1
    assert (data["as_of"], data["revision"]) == (TODAY, story.head)
    assert data["history"] == {"complete": True, "commits": 37}
    assert [cycle["name"] for cycle in data["cycles"]] == ["2026", "2026-Q4"]
    (day7,) = (one for one in _key_results(data) if one["ref"] == "growth/first-minute/day7")
    assert (day7["check_ins"], len(day7["trend"])) == (12, 12)
    assert (day7["original_target"], day7["original_baseline"]) == (45, 31)
    assert day7["last_check_in"]["author"] == "bo"
    assert day7["last_check_in"]["commit"] == day7["trend"][-1]["commit"]
    (churn,) = (one for one in _key_results(data) if one["ref"] == "product/love/churn")
    assert (churn["target"], churn["original_target"]) == (2.5, 2.0)
    assert {churn["last_check_in"]["author"]} == {"dana"}
    (nps,) = (one for one in _key_results(data) if one["ref"] == "product/love/nps")
    assert (nps["baseline"], nps["original_baseline"]) == (22, 22)


def _key_results(data: Data) -> Iterator[Data]:
    for objective in data["objectives"]:
        yield from objective["key_results"]


def test_csv_has_a_row_for_each_key_result(ask: Ask) -> None:
    rows = list(csv.DictReader(StringIO(ask("--format", "csv").stdout)))
    told = list(_key_results(_json(ask("--format", "json"))))
    assert [f"{row['team']}/{row['objective']}/{row['key_result']}" for row in rows] == [
        one["ref"] for one in told
    ]
    assert [float(row["progress"]) for row in rows] == [one["progress"] for one in told]


def test_an_uncommitted_check_in_is_the_last_point_and_marked(ask: Ask, tmp_path: Path) -> None:
    repo = tell(tmp_path / "changed")
    path = "okrs/2026-Q4/growth-team.yaml"
    text = str(repo.commits[repo.head].tree[path]).replace("current: 42.5", "current: 44")
    repo.write({path: text})
    data = _json(ask("growth", "--format", "json", cwd=repo.folder))
    (day7, _) = _key_results(data)
    assert data["revision"] is None
    assert day7["trend"][-1]["date"] == TODAY
    assert (day7["trend"][-1]["value"], day7["trend"][-1]["commit"]) == (44, None)
    assert (day7["last_check_in"]["author"], day7["last_check_in"]["commit"]) == (None, None)
    assert "uncommitted" in ask("growth", cwd=repo.folder).stdout


def test_colour_is_never_the_only_sign(ask: Ask) -> None:
    coloured = ask(NO_COLOR="", FORCE_COLOR="1").stdout
    assert "\x1b[" in coloured
    plain = ask().stdout
    assert "\x1b" not in plain
    for word in ("at risk", "behind", "outdated", "on track", "achieved", "dropped"):
        assert word in plain


# --- the trend -----------------------------------------------------------------------------------


def _trend(ask: Ask, repo: Repo) -> list[tuple[float, float | None]]:
    data = _json(ask("--format", "json", cwd=repo.checkout().folder))
    (key_result,) = _key_results(data)
    return [(point["value"], point["progress"]) for point in key_result["trend"]]


def test_the_trend_has_a_point_for_each_check_in_with_a_value(ask: Ask, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "trend")
    for said in ("weight: 1", "note: no value yet", "current: 1", "current: 1, note: n", "note: n"):
        repo.commit({GROWTH: goals(f"{DAY7}, {said}")})
    assert _trend(ask, repo) == [(1, 0.01), (1, 0.01)]


def test_past_points_are_measured_with_todays_baseline_and_target(ask: Ask, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "goalposts")
    repo.commit({GROWTH: goals("id: day7, title: T, baseline: 0, target: 100, current: 20")})
    repo.commit({GROWTH: goals("id: day7, title: T, baseline: 10, target: 30, current: 25")})
    assert _trend(ask, repo) == [(20, 0.5), (25, 0.75)]


def test_a_past_point_uses_the_weights_of_its_time(ask: Ask, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "milestones")
    for steps in ("{title: a, done: true}, b", "{title: a, done: true}, {title: b, weight: 3}, c"):
        repo.commit({GROWTH: goals(f"id: day7, title: T, milestones: [{steps}]")})
    done = "{title: a, done: true}, {title: b, weight: 3, done: 2026-10-10}, c"
    repo.commit({GROWTH: goals(f"id: day7, title: T, milestones: [{done}]")})
    assert _trend(ask, repo) == [(0.5, 0.5), (0.8, 0.8)]


def test_a_point_of_a_maintained_bound_is_in_or_out(ask: Ask, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "bound")
    for value in (99.9, 99.8, 99.95):
        repo.commit({GROWTH: goals(f"id: day7, title: T, at_least: 99.9, current: {value}")})
    assert _trend(ask, repo) == [(99.9, 1), (99.8, 0), (99.95, 1)]


# --- which cycles --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "cycles"),
    [
        ("2026-10-01", ["2026", "2026-Q4"]),
        ("2026-09-22", ["2026"]),
        ("2027-01-14", ["2026", "2026-Q4"]),
        ("2027-01-15", ["2026", "2026-Q4"]),
        ("2028-01-01", ["2026", "2026-Q4"]),
        ("2025-01-01", ["2026"]),
    ],
)
def test_the_running_and_closing_cycles_are_shown_else_those_that_ended_last(
    today: str, cycles: list[str], ask: Ask
) -> None:
    data = _json(ask("--format", "json", OKR_TODAY=today))
    assert [cycle["name"] for cycle in data["cycles"]] == cycles


def test_a_cycle_can_be_chosen(ask: Ask) -> None:
    data = _json(ask("--cycle", "2026", "--format", "json"))
    assert [cycle["name"] for cycle in data["cycles"]] == ["2026"]
    assert [one["ref"] for one in data["objectives"]] == ["company/smb-first"]


@pytest.mark.parametrize("cycle", ["2026", "2026-Q4"])
def test_a_chosen_cycle_is_told_as_it_is_among_the_others(cycle: str, ask: Ask) -> None:
    alone = _json(ask("--cycle", cycle, "--format", "json"))["objectives"]
    among = _json(ask("--format", "json"))["objectives"]
    assert alone == [objective for objective in among if objective["cycle"] == cycle]


# --- filters --------------------------------------------------------------------------------------


def _subset(part: Data, whole: Data) -> None:
    """Expect every number of a part to be that of the whole, at the same place."""
    objectives = {(one["cycle"], one["ref"]): one for one in whole["objectives"]}
    for shown in part["objectives"]:
        full = objectives[shown["cycle"], shown["ref"]]
        key_results = {one["ref"]: one for one in full["key_results"]}
        assert {**shown, "key_results": 0} == {**full, "key_results": 0}
        assert shown["key_results"]
        for key_result in shown["key_results"]:
            assert key_result == key_results[key_result["ref"]]
    teams = {team["id"]: team for team in whole["teams"]}
    for team in part["teams"]:
        assert team == teams[team["id"]]
    assert {team["id"] for team in part["teams"]} == {one["team"] for one in part["objectives"]}


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (["growth"], 2),
        (["company"], 4),
        (["product"], 2),
        (["product/love"], 2),
        (["product/love/churn"], 1),
        (["love"], 2),
        (["smb-first"], 2),
        (["2026:company/smb-first"], 2),
        (["2026:company/smb-first/shops"], 1),
        (["2026-Q4:company/trust"], 2),
        (["company/smb-first"], 2),
        (["--owner", "bo"], 1),
        (["--owner", "chi"], 3),
        (["--owner", "cleo"], 4),
        (["growth", "--owner", "ana"], 2),
        (["growth", "--owner", "bo"], 1),
        (["--cycle", "2026-Q4", "company"], 2),
        (["--cycle", "2026", "--owner", "cleo"], 2),
    ],
)
def test_filters_change_what_is_shown_and_never_a_number(
    arguments: list[str], shown: int, ask: Ask
) -> None:
    part = _json(ask(*arguments, "--format", "json"))
    names = [cycle["name"] for cycle in part["cycles"]]
    cycle = ["--cycle", names[0]] if len(names) == 1 else []
    whole = _json(ask(*cycle, "--format", "json"))
    _subset(part, whole)
    assert sum(1 for _ in _key_results(part)) == shown
    assert part["summary"] == whole["summary"]
    assert part["history"] == whole["history"]


def test_a_filtered_table_says_how_much_is_shown(ask: Ask) -> None:
    assert "showing 1 of 5 objectives" in ask("growth").stdout
    assert "Showing 1 of 5 objectives." in ask("growth", "--format", "markdown").stdout
    assert "showing" not in ask().stdout.lower()


def test_a_reference_shows_its_own_cycle_though_that_is_over(ask: Ask) -> None:
    data = _json(ask("2026-Q4:growth/first-minute", "--format", "json", OKR_TODAY="2027-06-01"))
    assert [cycle["name"] for cycle in data["cycles"]] == ["2026-Q4"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["grwth"], ["grwth is neither a team nor a reference", "did you mean growth?"]),
        (["growth/first-minut"], ["growth/first-minut is neither", "growth/first-minute"]),
        (["growth/first-minute/day8"], ["day8 is neither", "growth/first-minute/day7"]),
        (["2026:growth/first-minute"], ["neither a team nor a reference"]),
        (["second-shop"], ["second-shop is neither a team nor a reference"]),
        (["//"], ["// is neither"]),
        ([""], ["is neither a team nor a reference"]),
        (["[red]\x1b[31m"], ["[red]\\x1b[31m is neither"]),
        (["--owner", "anna"], ["nobody here is called anna", "did you mean ana?"]),
        (["--owner", ""], ["nobody here is called"]),
        (["--cycle", "2026-Q3"], ["no OKRs in a cycle 2026-Q3", "2026, 2026-Q4"]),
        (["--cycle", "soon"], ["no OKRs in a cycle soon"]),
        (["--format", "xml"], ["--format", "xml"]),
        (["growth", "platform"], ["unexpected extra argument"]),
    ],
)
def test_what_is_not_there_is_wrong_use_with_a_remedy(
    arguments: list[str], said: list[str], ask: Ask
) -> None:
    _refused(ask(*arguments), *said)


def test_an_ambiguous_reference_lists_its_candidates(ask: Ask, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "twice")
    other = goals(DAY7, team="care")
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1"), "okrs/care.yaml": other})
    repo.checkout()
    run = ask("first-minute", cwd=repo.folder)
    _refused(run, "first-minute names several things")
    assert "2026-Q4:care/first-minute, 2026-Q4:growth/first-minute" in run.stderr
    assert ask("care/first-minute", cwd=repo.folder).code == 0


def test_a_team_wins_over_an_objective_of_that_name(ask: Ask, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "team")
    files = {GROWTH: goals(DAY7), "okrs/care.yaml": goals(DAY7, team="care", objective="growth")}
    repo.commit(files)
    repo.checkout()
    data = _json(ask("growth", "--format", "json", cwd=repo.folder))
    assert [one["ref"] for one in data["objectives"]] == ["growth/first-minute"]


@pytest.mark.parametrize("output_format", FORMATS)
def test_a_filter_that_leaves_nothing_says_so(output_format: str, ask: Ask) -> None:
    run = ask("growth", "--owner", "chi", "--format", output_format)
    assert (run.code, run.stderr) == (0, "")
    if output_format == "json":
        data = _json(run)
        assert (data["objectives"], data["teams"]) == ([], [])
        assert data["summary"]["key_results"] == 11
    elif output_format == "csv":
        assert len(run.stdout.splitlines()) == 1
    else:
        assert "No objectives to show." in run.stdout


def test_drafts_and_settings_alone_are_nothing_to_show(ask: Ask, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "drafts")
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1", more=["draft: true"]), "okr.toml": ""})
    repo.checkout()
    run = ask(cwd=repo.folder)
    assert (run.code, run.stderr) == (0, "")
    assert "No objectives to show." in run.stdout

"""`okr report cycle`, `plan`, `person` and `health` on the demo company, by the real binary."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from okrcli.render.text import width
from tests.running import Golden, Okr

_ENV = {"OKR_TODAY": "2026-11-22"}
_REPORTS = {
    "cycle": ["cycle"],
    "cycle-over": ["cycle", "--cycle", "2026-Q3"],
    "plan": ["plan"],
    "person": ["person", "noor"],
    "health": ["health"],
}
_FILES = {"markdown": "md", "json": "json", "html": "html", "slack": "slack.json", "text": "txt"}


def _json(okr: Okr, cwd: Path, *arguments: str) -> dict[str, Any]:
    run = okr("report", *arguments, "--format", "json", cwd=cwd, env=_ENV)
    assert run.code == 0, run.stderr
    return dict(json.loads(run.stdout))


@pytest.mark.parametrize("columns", [50, 80, 120])
@pytest.mark.parametrize("name", _REPORTS)
def test_a_report_on_a_terminal(
    name: str, columns: int, demo_company: Path, okr: Okr, golden: Golden
) -> None:
    run = okr("report", *_REPORTS[name], cwd=demo_company, env={**_ENV, "COLUMNS": str(columns)})
    golden(f"report/{name}-{columns}.txt", run.stdout)
    assert (run.code, run.stderr) == (0, "")
    assert max(map(width, run.stdout.splitlines())) <= columns


@pytest.mark.parametrize("output_format", _FILES)
@pytest.mark.parametrize("name", _REPORTS)
def test_a_report_in_another_format(
    name: str, output_format: str, demo_company: Path, okr: Okr, golden: Golden
) -> None:
    run = okr("report", *_REPORTS[name], "--format", output_format, cwd=demo_company, env=_ENV)
    golden(f"report/{name}.{_FILES[output_format]}", run.stdout)
    assert (run.code, run.stderr) == (0, "")


@pytest.mark.parametrize("arguments", _REPORTS.values())
def test_the_cache_changes_nothing(arguments: Sequence[str], demo_company: Path, okr: Okr) -> None:
    plain = okr("report", *arguments, "--no-cache", cwd=demo_company, env=_ENV)
    for _ in range(2):
        assert okr("report", *arguments, cwd=demo_company, env=_ENV) == plain


@pytest.mark.parametrize("arguments", _REPORTS.values())
def test_a_history_that_was_cut_off_is_told_at_the_top(
    arguments: Sequence[str], demo_company: Path, tmp_path: Path, okr: Okr
) -> None:
    clone = tmp_path / "shallow"
    subprocess.run(
        ["git", "clone", "-q", "--depth", "5", demo_company.as_uri(), str(clone)], check=True
    )
    run = okr("report", *arguments, cwd=clone, env=_ENV)
    assert run.code == 0
    assert "history is incomplete: a shallow clone" in run.stdout.split("\n\n")[0]


def test_a_cycle_is_looked_back_at_as_it_was_on_a_day(demo_company: Path, okr: Okr) -> None:
    then = _json(okr, demo_company, "cycle", "--at", "2026-10-05")
    assert (then["cycle"], then["over"]) == ("2026-Q3", True)
    during = _json(okr, demo_company, "cycle", "--at", "2026-09-01")
    assert (during["cycle"], during["over"]) == ("2026-Q3", False)


def test_a_report_of_a_team_is_of_those_below_it_too(demo_company: Path, okr: Okr) -> None:
    for arguments in (["product"], ["--team", "product"]):
        data = _json(okr, demo_company, "cycle", *arguments)
        assert [each["id"] for each in data["teams"]] == ["product", "booking", "fleet", "platform"]
        assert {each["ref"].partition("/")[0] for each in data["goalposts"]} == {
            "booking",
            "fleet",
            "platform",
        }


def test_committed_and_aspirational_are_counted_apart(demo_company: Path, okr: Okr) -> None:
    data = _json(okr, demo_company, "cycle", "--cycle", "2026-Q3")
    ambitions = [each["ambition"] for each in data["objectives"]]
    assert data["committed"]["objectives"] == ambitions.count("committed")
    assert data["aspirational"]["objectives"] == ambitions.count("aspirational")


def test_eased_goalposts_come_first(demo_company: Path, okr: Okr) -> None:
    kinds = [each["kind"] for each in _json(okr, demo_company, "cycle")["goalposts"]]
    assert kinds[0] == "eased"
    assert "dropped" in kinds


def test_a_plan_has_the_lessons_of_the_cycle_before(demo_company: Path, okr: Okr) -> None:
    data = _json(okr, demo_company, "plan")
    assert data["before"] == "2026-Q3"
    assert {"team": "fleet", "lesson": "Order hardware a quarter ahead."}.items() <= next(
        each for each in data["lessons"] if each["team"] == "fleet"
    ).items()


@pytest.mark.parametrize("name", ["noor", "Noor Haddad", "noor haddad", "NOOR"])
def test_a_person_is_found_by_id_or_name(name: str, demo_company: Path, okr: Okr) -> None:
    assert _json(okr, demo_company, "person", name)["person"] == "noor"


def test_all_cycles_since_a_day_are_told_of_a_person(demo_company: Path, okr: Okr) -> None:
    data = _json(okr, demo_company, "person", "noor", "--since", "2026-07-01")
    assert [each["cycle"] for each in data["parts"]] == ["2026", "2026-Q3", "2026-Q4"]


def test_a_team_narrows_what_is_told_of_a_person(demo_company: Path, okr: Okr) -> None:
    every = _json(okr, demo_company, "person", "noor")
    data = _json(okr, demo_company, "person", "noor", "--team", "growth")
    assert (data["person"], data["team"], every["team"]) == ("noor", "growth", None)
    refs = {
        each["ref"].partition("/")[0]
        for part in data["parts"]
        for each in (*part["objectives"], *part["key_results"], *part["contributions"])
    }
    assert refs == {"growth"}
    assert len(every["parts"][1]["contributions"]) > len(data["parts"][1]["contributions"])


def test_a_person_in_a_team_has_both_in_the_title(demo_company: Path, okr: Okr) -> None:
    run = okr("report", "person", "noor", "--team", "growth", cwd=demo_company, env=_ENV)
    assert run.stdout.splitlines()[0] == "Noor Haddad in Growth: 2026-Q4"


def test_two_teams_are_one_too_many(demo_company: Path, okr: Okr) -> None:
    run = okr("report", "week", "growth", "--team", "fleet", cwd=demo_company, env=_ENV)
    assert (run.code, run.stdout) == (2, "")
    assert "two teams: growth and fleet" in run.stderr


def test_nobody_else_is_named_in_the_numbers_of_a_person(demo_company: Path, okr: Okr) -> None:
    data = _json(okr, demo_company, "person", "noor")
    (part,) = (each for each in data["parts"] if each["cycle"] == "2026-Q4")
    assert {each["owner"] for each in part["key_results"]} == {"noor"}
    said = [one for each in part["contributions"] for one in each["check_ins"]]
    assert {one["check_in"]["author"] for one in said} == {"noor"}


def test_nobody_is_reported_on_without_a_name(demo_company: Path, okr: Okr) -> None:
    run = okr("report", "person", cwd=demo_company, env=_ENV)
    assert (run.code, run.stdout) == (2, "")
    assert "name one person" in run.stderr


def test_a_misspelt_person_gets_a_suggestion(demo_company: Path, okr: Okr) -> None:
    run = okr("report", "person", "norr", cwd=demo_company, env=_ENV)
    assert run.code == 2
    assert run.stderr.splitlines() == [
        "okr: error: nobody called norr owns or wrote anything here",
        "  hint: did you mean noor?",
    ]


def test_an_option_that_a_report_would_not_follow_is_refused(demo_company: Path, okr: Okr) -> None:
    run = okr("report", "cycle", "--since", "2026-11-01", cwd=demo_company, env=_ENV)
    assert run.code == 2
    assert "--since goes with week and person" in run.stderr


def test_health_compares_cycles_of_a_kind(demo_company: Path, okr: Okr) -> None:
    data = _json(okr, demo_company, "health")
    assert [each["name"] for each in data["cycles"]] == ["2026-Q3", "2026-Q4"]
    year = _json(okr, demo_company, "health", "--cycle", "2026")
    assert [each["name"] for each in year["cycles"]] == ["2026"]

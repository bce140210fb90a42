"""`okr teams` on real repositories, through the real binary."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.conftest import TODAY, Ask
from tests.running import Golden, Okr

FORMATS = {"json": "json", "markdown": "md", "csv": "csv"}


@pytest.mark.parametrize("width", [80, 120])
def test_the_teams_down_the_cascade(
    width: int, demo_company: Path, ask: Ask, golden: Golden
) -> None:
    golden(f"teams/demo-{width}.txt", ask("teams", cwd=demo_company, width=width))


@pytest.mark.parametrize("form", FORMATS)
def test_other_formats(form: str, demo_company: Path, ask: Ask, golden: Golden) -> None:
    golden(f"teams/demo.{FORMATS[form]}", ask("teams", "--format", form, cwd=demo_company))


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_example(width: int, example_company: Path, ask: Ask, golden: Golden) -> None:
    golden(f"teams/example-{width}.txt", ask("teams", cwd=example_company, width=width))


def test_one_team_is_shown_with_those_below_it(demo_company: Path, ask: Ask) -> None:
    shown = json.loads(ask("teams", "product", "--format", "json", cwd=demo_company))
    assert [team["id"] for team in shown["teams"]] == ["product", "booking", "fleet", "platform"]


def test_the_numbers_are_those_of_progress(demo_company: Path, ask: Ask) -> None:
    arguments = ("--cycle", "2026-Q4", "--format", "json")
    teams = json.loads(ask("teams", *arguments, cwd=demo_company))["teams"]
    report = json.loads(ask("progress", *arguments, cwd=demo_company))["teams"]
    numbers = {team["id"]: team["cycles"] for team in teams if team["cycles"]}
    assert {team["id"]: (team["progress"], team["expected"]) for team in report} == {
        name: (cycle["progress"], cycle["expected"]) for name, (cycle,) in numbers.items()
    }


def test_what_is_outside_the_limits_is_told(example_company: Path, ask: Ask) -> None:
    (example_company / "okr.toml").write_text(
        "[limits]\nobjectives_per_team = 1\nobjectives_for_root = 1\n"
        "key_results_per_objective = [3, 3]\n",
        "utf-8",
    )
    shown = ask("teams", "riding", "--cycle", "2026-Q4", cwd=example_company)
    assert "1 too many: 2 objectives, the limit is 1" in shown
    assert "key results, of at least 3" in shown


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["prodct"], "prodct is neither a team nor a reference here", "product"),
        (["growth/quiet-season"], "growth/quiet-season is no team", "okr show"),
        (["--cycle", "2031"], "no OKRs in a cycle 2031", "2026-Q4"),
    ],
)
def test_wrong_use(
    arguments: Sequence[str], message: str, hint: str, demo_company: Path, okr: Okr
) -> None:
    run = okr("teams", *arguments, cwd=demo_company, env=TODAY)
    assert (run.code, run.stdout) == (2, "")
    assert message in run.stderr
    assert hint in run.stderr

"""`okr due` on real repositories, through the real binary."""

import csv
import json
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.conftest import TODAY, Ask
from tests.history.repositories import Repo, git
from tests.running import Golden, Okr

FORMATS = {"json": "json", "markdown": "md", "csv": "csv"}


@pytest.mark.parametrize("width", [80, 120])
def test_who_owes_a_check_in(width: int, demo_company: Path, ask: Ask, golden: Golden) -> None:
    golden(f"due/demo-{width}.txt", ask("due", cwd=demo_company, width=width))
    everything = ask("due", "--all", cwd=demo_company, width=width)
    golden(f"due/demo-all-{width}.txt", everything)


@pytest.mark.parametrize("form", FORMATS)
def test_other_formats(form: str, demo_company: Path, ask: Ask, golden: Golden) -> None:
    shown = ask("due", "--team", "care", "--format", form, cwd=demo_company)
    golden(f"due/demo.{FORMATS[form]}", shown)


def test_a_company_without_history(example_company: Path, ask: Ask, golden: Golden) -> None:
    golden("due/example-80.txt", ask("due", "--all", cwd=example_company))
    golden("due/example-40.txt", ask("due", "--all", cwd=example_company, width=40))


def test_overdue_is_what_progress_calls_stale(demo_company: Path, ask: Ask) -> None:
    found = json.loads(ask("due", "--format", "json", cwd=demo_company))
    overdue = {each["ref"] for each in found["check_ins"] if each["state"] == "overdue"}
    report = json.loads(ask("progress", "--format", "json", cwd=demo_company))
    stale = {
        item["ref"]
        for objective in report["objectives"]
        for item in objective["key_results"]
        if item["stale"]
    }
    assert overdue == stale
    assert len(overdue) == found["summary"]["overdue"]


def test_a_job_may_fail_where_something_is_overdue(demo_company: Path, ask: Ask) -> None:
    ask("due", "--fail-on", "overdue", cwd=demo_company, code=1)
    ask("due", "--fail-on", "overdue", "--team", "growth", cwd=demo_company)


def test_filters_choose_a_team_and_a_person(demo_company: Path, ask: Ask) -> None:
    def refs(*arguments: str) -> list[str]:
        shown = ask("due", "--format", "csv", *arguments, cwd=demo_company)
        return [row["ref"] for row in csv.DictReader(StringIO(shown))]

    assert (
        len(refs()) > len(refs("--team", "care")) > len(refs("--team", "care", "--owner", "piotr"))
    )
    assert refs("--owner", "piotr") == refs("--owner", "piotr", "--team", "care")


def test_it_may_be_of_another_day(demo_company: Path, ask: Ask) -> None:
    then = json.loads(ask("due", "--at", "2026-10-12", "--format", "json", cwd=demo_company))
    assert then["as_of"] == "2026-10-12"
    assert all(len(each["rhythm"]) <= 2 for each in then["check_ins"] if each["cycle"] == "2026-Q4")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Give a repository of bo, who owes a check-in, and of ana, who does not."""
    repo = Repo(tmp_path / "acme")
    repo.commit(
        {
            "okr.toml": "",
            "okrs/organization.yaml": "organization: Acme\nteams: [{id: acme}]\npeople:\n"
            "  - {id: ana, emails: [ana@acme.example]}\n"
            "  - {id: bo, emails: [Bo@acme.example]}\n",
            "okrs/q4.yaml": "team: acme\ncycle: 2026-Q4\nobjectives:\n"
            "  - id: it\n    title: It works\n    owner: ana\n    key_results:\n"
            "      - {id: one, title: One, baseline: 0, target: 9, current: 4,"
            " updated: 2026-11-20}\n"
            "      - {id: two, title: Two, owner: bo, baseline: 0, target: 9}\n",
        },
        date="2026-10-01",
    )
    return repo.checkout().folder


def test_what_is_mine_goes_by_the_address_that_git_has(mine: Path, ask: Ask) -> None:
    git(mine, "config", "user.email", "bo@acme.example")
    assert "acme/it/two" in ask("due", "--mine", cwd=mine)
    git(mine, "config", "user.email", "ana@acme.example")
    shown = ask("due", "--mine", "--fail-on", "overdue", cwd=mine)
    assert "Nobody owes a check-in." in shown
    assert "the next is due on 2026-11-27" in shown


def test_an_unknown_address_is_told_with_what_to_add(mine: Path, okr: Okr) -> None:
    git(mine, "config", "user.email", "who@acme.example")
    run = okr("due", "--mine", cwd=mine, env=TODAY)
    assert (run.code, run.stdout) == (2, "")
    assert "nobody in organization.yaml has the e-mail address who@acme.example" in run.stderr
    assert "add it to your `emails` under `people`" in run.stderr


def test_no_address_at_all_is_told(mine: Path, okr: Okr) -> None:
    nothing = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"}
    run = okr("due", "--mine", cwd=mine, env={**TODAY, **nothing})
    assert run.code == 2
    assert "git config user.email" in run.stderr


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["--team", "grwth"], "neither a team nor a reference", "growth"),
        (["--team", "growth/quiet-season"], "is no team", "okr show growth/quiet-season"),
        (["--owner", "piotor"], "nobody here is called piotor", "piotr"),
        (["--mine", "--owner", "piotr"], "two people", "leave one"),
        (["--cycle", "2031"], "no OKRs in a cycle 2031", "2026-Q4"),
        (["--fail-on", "everything"], "Invalid value", ""),
    ],
)
def test_wrong_use(
    arguments: Sequence[str], message: str, hint: str, demo_company: Path, okr: Okr
) -> None:
    run = okr("due", *arguments, cwd=demo_company, env=TODAY)
    assert (run.code, run.stdout) == (2, "")
    assert message in run.stderr
    assert hint in run.stderr

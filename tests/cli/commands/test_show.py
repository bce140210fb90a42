"""`okr show` on a real repository, through the real binary."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.running import Golden, Okr

_ENV = {"OKR_TODAY": "2026-11-22"}


@pytest.fixture(scope="module")
def harbor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the demo company."""
    return tmp_path_factory.mktemp("show") / "harbor"


@pytest.fixture
def company(harbor: Path, okr: Okr) -> Path:
    """Give the demo company, made once."""
    if not harbor.exists():
        assert okr("demo", str(harbor), "--today", "2026-11-22", cwd=harbor.parent).code == 0
    return harbor


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize(
    "ref",
    [
        "platform/instant",
        "platform/instant/p95",
        "platform/we-notice-first/available",
        "fleet/own-timetables/season",
        "fleet/full-picture/radio",
    ],
)
def test_a_sheet(ref: str, width: int, company: Path, okr: Okr, golden: Golden) -> None:
    run = okr("show", ref, cwd=company, env={**_ENV, "COLUMNS": str(width)})
    assert (run.code, run.stderr) == (0, "")
    golden(f"show/cli-{ref.replace('/', '-')}-{width}.txt", run.stdout)


@pytest.mark.parametrize("form", ["json", "markdown"])
def test_other_formats(form: str, company: Path, okr: Okr, golden: Golden) -> None:
    run = okr("show", "platform/instant/p95", "--format", form, cwd=company, env=_ENV)
    assert (run.code, run.stderr) == (0, "")
    golden(f"show/cli.{form}", run.stdout)


def test_it_may_be_of_another_day_and_another_cycle(company: Path, okr: Okr) -> None:
    def found(*arguments: str) -> dict[str, object]:
        run = okr("show", *arguments, "--format", "json", cwd=company, env=_ENV)
        assert (run.code, run.stderr) == (0, "")
        return dict(json.loads(run.stdout))

    before = found("platform/instant/p95", "--at", "2026-10-20")
    assert before["as_of"] == "2026-10-20"
    assert before["goalposts"] == []
    year = found("own-feet", "--cycle", "2026")
    assert (year["ref"], year["key_result"]) == ("company/own-feet", None)


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        ([], "Missing argument 'REF'", "okr show --help"),
        (["platform"], "platform is no objective and no key result here", ""),
        (["platform/instant/p59"], "no objective and no key result", "platform/instant/p95"),
        (["available"], "names several things", "platform/we-notice-first/available"),
    ],
)
def test_wrong_use(
    arguments: Sequence[str], message: str, hint: str, company: Path, okr: Okr
) -> None:
    run = okr("show", *arguments, cwd=company, env=_ENV)
    assert (run.code, run.stdout) == (2, "")
    assert message in run.stderr
    assert hint in run.stderr


def test_the_end_of_a_reference_is_enough_where_only_one_ends_so(company: Path, okr: Okr) -> None:
    whole = okr("show", "platform/we-notice-first/available", cwd=company, env=_ENV)
    assert whole.code == 0
    assert okr("show", "we-notice-first/available", cwd=company, env=_ENV) == whole


def test_an_old_id_leads_to_the_new_one(company: Path, okr: Okr) -> None:
    run = okr("show", "fleet/tidy-timetables", cwd=company, env=_ENV)
    assert run.stdout.startswith("fleet/own-timetables · ")


def test_what_is_gone_is_left_to_the_log(company: Path, okr: Okr) -> None:
    run = okr("show", "fleet/full-picture/radio", "--at", "HEAD~300", cwd=company, env=_ENV)
    assert run.code == 2
    path = company / "okrs" / "2026-Q4" / "fleet.yaml"
    kept = path.read_text("utf-8")
    path.unlink()
    run = okr("show", "fleet/full-picture/radio", cwd=company, env=_ENV)
    path.write_text(kept, "utf-8")
    assert run.code == 2
    assert "is in no file any more" in run.stderr
    assert "okr log 2026-Q4:fleet/full-picture/radio" in run.stderr


def test_the_log_has_every_check_in_that_progress_counts(company: Path, okr: Okr) -> None:
    run = okr("log", "--format", "json", cwd=company, env=_ENV)
    said = Counter(
        (each["cycle"], each["ref"])
        for each in json.loads(run.stdout)["entries"]
        if each["check_in"] is not None
    )
    for cycle in ("2026", "2026-Q3", "2026-Q4"):
        report = okr("progress", "--cycle", cycle, "--format", "json", cwd=company, env=_ENV)
        for objective in json.loads(report.stdout)["objectives"]:
            for key_result in objective["key_results"]:
                assert said.pop((cycle, key_result["ref"]), 0) == key_result["check_ins"]
    assert not said

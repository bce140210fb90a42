"""Another name or place, with the whole history."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.running import Golden, Okr

_TODAY = {"OKR_TODAY": "2026-11-22"}


@pytest.fixture
def company(own_demo: Path) -> Path:
    return own_demo


def _git(folder: Path, *args: str) -> str:
    who = ("-c", "user.name=Ines", "-c", "user.email=ines@harbor.example")
    return subprocess.run(
        ["git", *who, *args], cwd=folder, capture_output=True, text=True, check=True
    ).stdout


def _key_results(okr: Okr, folder: Path) -> dict[str, Any]:
    run = okr("progress", "--format", "json", cwd=folder, env=_TODAY)
    return {
        each["ref"]: each
        for objective in json.loads(run.stdout)["objectives"]
        for each in objective["key_results"]
    }


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("renamed", ("instant/p95", "slowest")),
        ("objective", ("instant", "rapid")),
        ("other-objective", ("instant/p95", "platform/we-notice-first/p95")),
        ("other-team", ("instant", "product/instant")),
        ("other-cycle", ("we-notice-first", "2027-Q1:platform/we-notice-first")),
    ],
)
def test_lines_references_and_former_names_go_along(
    name: str, arguments: tuple[str, str], company: Path, okr: Okr, golden: Golden
) -> None:
    run = okr("mv", *arguments, cwd=company, env=_TODAY)
    assert run.code == 0, run.stderr
    _git(company, "add", "--intent-to-add", ".")
    golden(f"mv/{name}.txt", f"{run.stdout}{run.stderr}\n{_git(company, 'diff', '--unified=0')}")
    assert okr("lint", cwd=company, env=_TODAY).code == 0


@pytest.mark.parametrize(
    ("ref", "new", "after"),
    [
        ("instant/p95", "slowest", "platform/instant/slowest"),
        ("instant", "rapid", "platform/rapid/p95"),
        ("instant", "product/rapid", "product/rapid/p95"),
        ("p95", "platform/we-notice-first/p95", "platform/we-notice-first/p95"),
    ],
)
def test_check_ins_and_original_targets_stay_with_it(
    ref: str, new: str, after: str, company: Path, okr: Okr
) -> None:
    was = _key_results(okr, company)["platform/instant/p95"]
    assert okr("mv", ref, new, cwd=company, env=_TODAY).code == 0
    _git(company, "commit", "-qam", "it")
    found = _key_results(okr, company)[after]
    for field in ("trend", "check_ins", "original_target", "progress", "last_check_in", "forecast"):
        assert found[field] == was[field]


def test_there_and_back_is_the_same_key_result_again(company: Path, okr: Okr) -> None:
    was = _key_results(okr, company)["platform/instant/p95"]
    for ref, new in (("p95", "slowest"), ("slowest", "p95")):
        assert okr("mv", ref, new, cwd=company, env=_TODAY).code == 0
        _git(company, "commit", "-qam", "it")
    assert _key_results(okr, company)["platform/instant/p95"]["trend"] == was["trend"]


def test_comments_go_along_and_a_short_reference_stays_short(company: Path, okr: Okr) -> None:
    file = company / "okrs/2026-Q4/platform.yaml"
    text = file.read_text(encoding="utf-8")
    commented = text.replace(
        "  - id: instant\n", "  # The pier comes first.\n  - id: instant  # yes\n"
    )
    file.write_text(commented, encoding="utf-8")
    assert okr("mv", "instant", "product/rapid", cwd=company, env=_TODAY).code == 0
    moved = (company / "okrs/2026-Q4/product.yaml").read_text(encoding="utf-8")
    assert "  # The pier comes first.\n  - id: rapid  # yes\n" in moved
    assert "The pier" not in file.read_text(encoding="utf-8")


def test_initiatives_that_link_to_it_follow_and_words_stay_words(company: Path, okr: Okr) -> None:
    file = company / "okrs/2026-Q4/product.yaml"
    old = file.read_text(encoding="utf-8")
    line = (
        "    initiatives: [instant, 'platform/instant', '2026-Q4:platform/instant/p95', no/goal]\n"
    )
    file.write_text(re.sub(r"(  - id: .*\n)", rf"\1{line}", old, count=1), encoding="utf-8")
    run = okr("mv", "instant", "rapid", cwd=company, env=_TODAY)
    assert run.code == 0, run.stderr
    made = line.replace("platform/instant", "platform/rapid")
    assert made in file.read_text(encoding="utf-8")


def _faults(okr: Okr, folder: Path) -> list[str]:
    run = okr("lint", "--format", "json", cwd=folder, env=_TODAY)
    return sorted(each["rule"] for each in json.loads(run.stdout)["findings"])


@pytest.mark.parametrize(
    ("ref", "new"),
    [
        ("instant", "rapid"),
        ("instant/p95", "slowest"),
        ("instant", "product/rapid"),
        ("instant/p95", "platform/we-notice-first/p95"),
        ("instant", "2027-Q1:platform/instant"),
    ],
)
def test_what_has_faults_already_takes_them_along(
    ref: str, new: str, company: Path, okr: Okr
) -> None:
    file = company / "okrs/2026-Q4/platform.yaml"
    text = file.read_text(encoding="utf-8")
    wrong = "        target: fast\n        weight: 0\n        pace: 1\n        needs: [no/such]\n"
    target = re.compile(r"(- id: p95\n.*?\n)        target: .*?\n", re.DOTALL)
    file.write_text(target.sub(rf"\1{wrong}", text), encoding="utf-8")
    faults = _faults(okr, company)
    assert len(faults) > 3
    run = okr("mv", ref, new, cwd=company, env=_TODAY)
    assert run.code == 0, run.stderr
    assert set(faults) <= set(_faults(okr, company))


def test_what_is_only_advice_in_a_draft_is_refused_elsewhere(company: Path, okr: Okr) -> None:
    file = company / "okrs/2026-Q4/platform.yaml"
    text = file.read_text(encoding="utf-8").replace("baseline: 1400\n", "baseline: 800\n", 1)
    file.write_text(f"draft: true\n{text}", encoding="utf-8")
    run = okr("mv", "platform/instant", "product/instant", cwd=company, env=_TODAY)
    assert run.code == 1
    assert "nothing was written" in run.stderr


@pytest.mark.parametrize(
    ("ref", "new", "message"),
    [
        ("instant", "we-notice-first", "there is a platform/we-notice-first already"),
        ("instant", "instant", "is called so already"),
        ("instant", "Instant!", "is no id and no reference"),
        ("instant", "product/x/y", "'product/x/y' would be a key result"),
        ("p95", "product/nothing/p95", "there is no objective product/nothing"),
        ("nothing", "x", "no objective and no key result here"),
        ("instant", "nowhere/instant", "nothing was written"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    ref: str, new: str, message: str, company: Path, okr: Okr
) -> None:
    run = okr("mv", ref, new, cwd=company, env=_TODAY)
    assert run.code in {1, 2}
    assert run.stdout == ""
    assert message in run.stderr
    assert not _git(company, "status", "--short")

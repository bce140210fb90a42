"""A promise is changed the honest way."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

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


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("target", ["target", "700", "--why", "The index came early", "--agreed", "ines"]),
        ("due", ["due", "2026-12-18", "--why", "Nobody ships on Christmas"]),
        ("owner", ["owner", "oskar", "--why", "Yusuf takes a year off"]),
    ],
)
def test_a_promise_and_its_reason_are_written_in_one_step(
    name: str, arguments: Sequence[str], company: Path, okr: Okr, golden: Golden
) -> None:
    run = okr("revise", "instant/p95", *arguments, cwd=company, env=_TODAY)
    assert (run.code, run.stderr) == (0, "")
    golden(f"revise/{name}.txt", f"{run.stdout}\n{_git(company, 'diff', '--unified=0')}")


def test_the_audit_has_nothing_to_ask_about_it(company: Path, okr: Okr) -> None:
    def findings() -> str:
        run = okr("audit", "--cycle", "2026-Q4", "--format", "concise", cwd=company, env=_TODAY)
        return "\n".join(line for line in run.stdout.splitlines() if "eased-target" in line)

    before = findings()
    arguments = ("revise", "instant/p95", "target", "900", "--why", "The index is late")
    okr(*arguments, cwd=company, env=_TODAY)
    _git(company, "commit", "-qam", "it")
    assert findings() == before


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["target", "700"], 2, "Missing option '--why'"),
        (["due", "2029-12-01", "--why", "Later"], 1, "nothing was written"),
        (["target", "700", "--why", "x", "--agreed", "inse"], 2, "did you mean ines?"),
        (["kept", "1", "--why", "x"], 2, "has no kept"),
    ],
)
def test_what_cannot_be_promised_is_refused_and_nothing_is_written(
    arguments: Sequence[str], code: int, message: str, company: Path, okr: Okr
) -> None:
    run = okr("revise", "instant/p95", *arguments, cwd=company, env=_TODAY)
    assert (run.code, run.stdout) == (code, "")
    assert message in run.stderr
    assert not _git(company, "status", "--short")

"""`okr needs` on real repositories, through the real binary."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from okrcli.render.text import width
from tests.history.asking import DAY7, GROWTH, ORGANIZATION, goals
from tests.history.repositories import CLEAN, Repo
from tests.history.troubled import TODAY, troubled
from tests.running import PROJECT, Copied, Golden, Okr

_ENV = {**CLEAN, "OKR_TODAY": TODAY}
_FORMATS = {"json": "json", "markdown": "md"}


@pytest.fixture(scope="module")
def trouble(tmp_path_factory: pytest.TempPathFactory) -> Repo:
    """Give the troubled company; no test may change it."""
    return troubled(tmp_path_factory.mktemp("trouble") / "acme")


@pytest.fixture(scope="module")
def harbor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a place for the demo company."""
    return tmp_path_factory.mktemp("demo") / "harbor"


@pytest.mark.parametrize("columns", [50, 80, 120])
@pytest.mark.parametrize("teams", [[], ["platform"], ["growth", "platform"]])
def test_the_needs_of_a_troubled_company(
    columns: int, teams: Sequence[str], trouble: Repo, okr: Okr, golden: Golden
) -> None:
    run = okr("needs", *teams, cwd=trouble.folder, env={**_ENV, "COLUMNS": str(columns)})
    golden(f"needs/{'-'.join(['trouble', *teams])}-{columns}.txt", run.stdout)
    assert run.code == 0
    assert max(map(width, run.stdout.splitlines())) <= columns


@pytest.mark.parametrize("output_format", _FORMATS)
def test_other_formats(output_format: str, trouble: Repo, okr: Okr, golden: Golden) -> None:
    asked = ("growth", "platform", "--format", output_format)
    run = okr("needs", *asked, cwd=trouble.folder, env=_ENV)
    golden(f"needs/trouble.{_FORMATS[output_format]}", run.stdout)


@pytest.mark.parametrize("columns", [80, 120])
def test_the_demo_company(columns: int, harbor: Path, okr: Okr, golden: Golden) -> None:
    if not harbor.exists():
        assert okr("demo", str(harbor), "--today", "2026-11-22", cwd=harbor.parent).code == 0
    env = {"OKR_TODAY": "2026-11-22", "COLUMNS": str(columns)}
    run = okr("needs", cwd=harbor, env=env)
    golden(f"needs/demo-{columns}.txt", run.stdout)
    assert (run.code, run.stderr) == (0, "")


@pytest.mark.parametrize("columns", [80, 120])
def test_the_example_company(columns: int, workspace: Copied, okr: Okr, golden: Golden) -> None:
    folder = workspace(PROJECT / "examples")
    env = {"OKR_TODAY": "2026-11-20", "COLUMNS": str(columns)}
    run = okr("needs", cwd=folder, env=env)
    golden(f"needs/example-{columns}.txt", run.stdout)
    assert (run.code, run.stderr) == (0, "")


def test_what_names_nothing_is_said_in_one_line(trouble: Repo, okr: Okr) -> None:
    run = okr("needs", cwd=trouble.folder, env=_ENV)
    assert run.stderr.splitlines() == [
        "okr: warning: 1 unresolved reference and 1 circle of need; what can be known is shown",
        "  hint: run `okr lint`",
    ]


@pytest.mark.parametrize("arguments", [[], ["growth"], ["--cycle", "2026-Q4"], ["--at", "HEAD"]])
def test_the_cache_changes_nothing(arguments: Sequence[str], trouble: Repo, okr: Okr) -> None:
    plain = okr("needs", *arguments, "--no-cache", cwd=trouble.folder, env=_ENV)
    for _ in range(2):
        assert okr("needs", *arguments, cwd=trouble.folder, env=_ENV) == plain


def test_what_is_needed_may_be_of_a_cycle_that_is_over(tmp_path: Path, okr: Okr) -> None:
    repo = Repo(tmp_path)
    early = goals("id: p95, title: Fast, done: false", team="company", cycle="2026-Q2")
    waiting = goals(f"{DAY7}, needs: ['2026-Q2:company/first-minute/p95']")
    repo.commit({"okrs/organization.yaml": ORGANIZATION, GROWTH: waiting, "okrs/q2.yaml": early})
    repo.checkout()
    run = okr("needs", "--format", "json", cwd=tmp_path, env=_ENV)
    (found,) = json.loads(run.stdout)["dependencies"]
    assert (found["target"]["cycle"], found["troubles"]) == ("2026-Q2", ["closed"])


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["grwth"], "grwth is neither a team nor a reference here", "did you mean growth?"),
        (["growth", "platfrm"], "there is no team platfrm here", "did you mean 'platform'?"),
        (["growth", "growth"], "two different teams are needed", "leave one of them out"),
        (["product/love"], "product/love is no team", "okr show"),
    ],
)
def test_wrong_use(
    arguments: Sequence[str], message: str, hint: str, trouble: Repo, okr: Okr
) -> None:
    run = okr("needs", *arguments, cwd=trouble.folder, env=_ENV)
    assert (run.code, run.stdout) == (2, "")
    assert message in run.stderr
    assert hint in run.stderr

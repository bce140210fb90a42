"""`okr alignment` on real repositories, through the real binary."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from okrcli.render.text import width
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


@pytest.fixture
def demo(harbor: Path, okr: Okr) -> Path:
    """Give the demo company, made once."""
    if not harbor.exists():
        assert okr("demo", str(harbor), "--today", "2026-11-22", cwd=harbor.parent).code == 0
    return harbor


def _json(okr: Okr, cwd: Path, *arguments: str) -> dict[str, Any]:
    run = okr("alignment", *arguments, "--format", "json", cwd=cwd, env=_ENV)
    assert run.code == 0
    return dict(json.loads(run.stdout))


@pytest.mark.parametrize("columns", [50, 80, 120])
def test_the_page_of_a_troubled_company(
    columns: int, trouble: Repo, okr: Okr, golden: Golden
) -> None:
    run = okr("alignment", cwd=trouble.folder, env={**_ENV, "COLUMNS": str(columns)})
    golden(f"alignment/trouble-{columns}.txt", run.stdout)
    assert run.code == 0
    assert max(map(width, run.stdout.splitlines())) <= columns


@pytest.mark.parametrize("output_format", _FORMATS)
def test_other_formats(output_format: str, trouble: Repo, okr: Okr, golden: Golden) -> None:
    run = okr("alignment", "--format", output_format, cwd=trouble.folder, env=_ENV)
    golden(f"alignment/trouble.{_FORMATS[output_format]}", run.stdout)


@pytest.mark.parametrize("columns", [80, 120])
def test_the_demo_company(columns: int, demo: Path, okr: Okr, golden: Golden) -> None:
    env = {"OKR_TODAY": "2026-11-22", "COLUMNS": str(columns)}
    run = okr("alignment", cwd=demo, env=env)
    golden(f"alignment/demo-{columns}.txt", run.stdout)
    assert (run.code, run.stderr) == (0, "")


@pytest.mark.parametrize("columns", [80, 120])
def test_the_example_company(columns: int, workspace: Copied, okr: Okr, golden: Golden) -> None:
    folder = workspace(PROJECT / "examples")
    env = {"OKR_TODAY": "2026-11-20", "COLUMNS": str(columns)}
    run = okr("alignment", cwd=folder, env=env)
    golden(f"alignment/example-{columns}.txt", run.stdout)
    assert (run.code, run.stderr) == (0, "")


def test_what_names_nothing_is_said_in_one_line(trouble: Repo, okr: Okr) -> None:
    run = okr("alignment", cwd=trouble.folder, env=_ENV)
    assert run.stderr.splitlines() == [
        "okr: warning: 1 unresolved reference and 1 circle of support; what can be known is shown",
        "  hint: run `okr lint`",
    ]


@pytest.mark.parametrize("arguments", [[], ["product"], ["--cycle", "2026"], ["--at", "HEAD"]])
def test_the_cache_changes_nothing(arguments: Sequence[str], trouble: Repo, okr: Okr) -> None:
    plain = okr("alignment", *arguments, "--no-cache", cwd=trouble.folder, env=_ENV)
    for _ in range(2):
        assert okr("alignment", *arguments, cwd=trouble.folder, env=_ENV) == plain


def test_what_files_are_called_has_no_part_in_it(trouble: Repo, tmp_path: Path, okr: Okr) -> None:
    other = Repo(tmp_path / "other")
    tree = trouble.commits[trouble.head].tree
    names = {path: f"okrs/{9 - at}.yaml" for at, path in enumerate(sorted(tree))}
    other.commit({names[path]: content for path, content in tree.items()}, author="cleo")
    same = Repo(tmp_path / "same")
    same.commit(tree, author="cleo")
    shown = [okr("alignment", cwd=each.checkout().folder, env=_ENV) for each in (other, same)]
    assert shown[0] == shown[1]


def test_a_team_is_looked_at_with_those_below_it(trouble: Repo, okr: Okr) -> None:
    data = _json(okr, trouble.folder, "product")
    assert data["team"] == "product"
    assert [each["id"] for each in data["teams"]] == ["product", "growth", "platform"]
    assert data["idle_pillars"] == []


def test_a_year_is_looked_at_with_its_quarters(demo: Path, okr: Okr) -> None:
    run = okr("alignment", "--cycle", "2026", "--format", "json", cwd=demo, env=_ENV)
    assert [each["name"] for each in json.loads(run.stdout)["cycles"]] == [
        "2026",
        "2026-Q3",
        "2026-Q4",
    ]


def test_origins_are_those_of_the_history(trouble: Repo, okr: Okr) -> None:
    data = _json(okr, trouble.folder)
    origins = {each["ref"]: each["origin"] for each in data["objectives"]}
    assert origins["growth/first-minute"] == "bottom-up"
    assert origins["product/love"] == "handed-down"
    assert origins["platform/fast"] == "taken-up"
    assert origins["company/smb-first"] is None
    assert sum(data["summary"]["by_origin"].values()) == 19


def test_in_a_shallow_clone_what_was_before_is_unknown(
    trouble: Repo, tmp_path: Path, okr: Okr
) -> None:
    clone = tmp_path / "shallow"
    trouble.git("clone", "-q", "--depth", "1", f"file://{trouble.folder}", str(clone))
    data = _json(okr, clone)
    assert data["history"]["complete"] is False
    assert data["summary"]["bottom_up"] is None
    assert data["summary"]["by_origin"]["unknown"] == 19
    assert "history is incomplete" in okr("alignment", cwd=clone, env=_ENV).stdout


def test_nothing_at_all_is_no_error(tmp_path: Path, okr: Okr) -> None:
    (tmp_path / "okrs").mkdir()
    (tmp_path / "okr.toml").touch()
    run = okr("alignment", cwd=tmp_path, env=_ENV)
    assert run.code == 0
    assert "No way to the vision can be told" in run.stdout


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["prodct"], "prodct is neither a team nor a reference here", "did you mean product?"),
        (["product/love"], "product/love is no team", "okr show"),
        (["--cycle", "2026-Q9"], "no OKRs in a cycle 2026-Q9", "2026, 2026-Q4"),
    ],
)
def test_wrong_use(
    arguments: Sequence[str], message: str, hint: str, trouble: Repo, okr: Okr
) -> None:
    run = okr("alignment", *arguments, cwd=trouble.folder, env=_ENV)
    assert (run.code, run.stdout) == (2, "")
    assert message in run.stderr
    assert hint in run.stderr

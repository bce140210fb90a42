"""Exports for the tests of `okr export`: of a small company, in every format, read back."""

from pathlib import Path

from tests.cli.conftest import TODAY
from tests.export.rows import read_csv, read_jsonl, read_parquet, read_sqlite
from tests.history.asking import GROWTH, ORGANIZATION, goals
from tests.history.repositories import Repo
from tests.running import Okr

DAY7 = "id: day7, title: Shops come back, baseline: 0, target: "
READ = {
    "csv": read_csv,
    "jsonl": read_jsonl,
    "parquet": read_parquet,
    "sqlite": read_sqlite,
}


def company(folder: Path) -> Repo:
    """Make a repository of one team, whose history holds what an export has to tell."""
    repo = Repo(folder / "repo")
    first = goals(DAY7 + "50", "id: gone, title: Spain, done: false")
    repo.commit({"okrs/organization.yaml": ORGANIZATION, GROWTH: first}, date="2026-09-21")
    said = "current: 10, confidence: 0.5, note: '=1+1, says bo@acme.example'"
    repo.commit({GROWTH: goals(f"{DAY7}50, {said}")}, date="2026-10-19")
    repo.commit({GROWTH: goals(f"{DAY7}40, {said}")}, author="bo", date="2026-10-21")
    return repo.checkout()


def export(okr: Okr, repo: Repo, form: str, place: Path, *more: str) -> str:
    """Export something that is there; give what is said on standard error."""
    arguments = ("export", "--format", form, "--output", str(place), *more)
    run = okr(*arguments, cwd=repo.folder, env=TODAY)
    assert (run.code, run.stdout) == (0, "")
    return run.stderr

"""`okr init` starts a workspace that lints clean, and touches nothing that is there."""

import subprocess
from pathlib import Path

import pytest

from tests.running import Okr

TODAY = {"OKR_TODAY": "2026-11-22"}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Give an empty repository of somebody that git knows."""
    folder = tmp_path / "Acme Shops"
    subprocess.run(["git", "init", "--quiet", str(folder)], check=True)
    for name, value in (("user.name", "Ana Silva"), ("user.email", "ana@acme.example")):
        subprocess.run(["git", "-C", str(folder), "config", name, value], check=True)
    return folder


def test_a_new_workspace_lints_clean_and_shows_progress(repository: Path, okr: Okr) -> None:
    made = okr("init", cwd=repository, env=TODAY)
    assert (made.code, made.stderr) == (0, "")
    assert "okrs/2026-Q4/company.yaml" in made.stdout
    linted = okr("lint", "--fail-on", "advice", cwd=repository)
    assert (linted.code, linted.stdout) == (
        0,
        "1 objective, 3 key results in 2 files: no findings\n",
    )
    shown = okr("progress", cwd=repository, env=TODAY)
    assert shown.code == 0
    assert "company/goals-that-live" in shown.stdout


def test_every_file_tells_editors_where_its_schema_is(repository: Path, okr: Okr) -> None:
    okr("init", cwd=repository, env=TODAY)
    schema = okr("schema", cwd=repository).stdout
    files = list((repository / "okrs").rglob("*.yaml"))
    assert len(files) == 2
    for file in files:
        first = file.read_text(encoding="utf-8").splitlines()[0]
        named = first.removeprefix("# yaml-language-server: $schema=")
        assert (file.parent / named).read_text(encoding="utf-8") == schema


def test_it_knows_its_founder_from_git(repository: Path, okr: Okr) -> None:
    okr("init", cwd=repository, env=TODAY)
    text = (repository / "okrs/organization.yaml").read_text(encoding="utf-8")
    assert "organization: Acme Shops" in text
    assert "name: Ana Silva" in text
    assert '"ana@acme.example"' in text


def test_options_name_the_organization_and_the_cycle(repository: Path, okr: Okr) -> None:
    okr("init", "--name", "Hedgerow", "--cycle", "2027", "goals", cwd=repository, env=TODAY)
    assert (repository / "goals/okrs/2027/company.yaml").exists()
    organization = (repository / "goals/okrs/organization.yaml").read_text(encoding="utf-8")
    assert "\norganization: Hedgerow\n" in organization
    assert okr("lint", cwd=repository / "goals").code == 0


def test_a_workspace_is_not_begun_twice_nor_inside_another(repository: Path, okr: Okr) -> None:
    okr("init", cwd=repository, env=TODAY)
    for folder in (".", "okrs"):
        again = okr("init", folder, cwd=repository, env=TODAY)
        assert again.code == 2
        assert again.stderr.startswith("okr: error: ")
        assert "is an OKR workspace already" in again.stderr


def test_okrs_that_are_there_stay_as_they_are(repository: Path, okr: Okr) -> None:
    (repository / "okrs").mkdir()
    (repository / "okrs/mine.yaml").write_text("x", encoding="utf-8")
    made = okr("init", cwd=repository, env=TODAY)
    assert made.code == 0
    assert sorted(path.name for path in (repository / "okrs").iterdir()) == ["mine.yaml"]
    assert (repository / "okr.toml").exists()


def test_an_unknown_cycle_is_one_line_and_writes_nothing(repository: Path, okr: Okr) -> None:
    refused = okr("init", "--cycle", "Q4", cwd=repository, env=TODAY)
    assert refused.code == 2
    assert refused.stderr.splitlines()[0] == "okr: error: Q4 is no cycle"
    assert not (repository / "okr.toml").exists()

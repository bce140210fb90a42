"""`okr schema`: what it prints, and that it needs no workspace."""

import json
from pathlib import Path

import pytest

from tests.running import PROJECT, Okr


@pytest.mark.parametrize("document", ["any", "okr", "organization", "kpis", "settings"])
def test_it_prints_what_is_shipped(document: str, okr: Okr, tmp_path: Path) -> None:
    run = okr("schema", document, cwd=tmp_path)
    assert (run.code, run.stderr) == (0, "")
    assert run.stdout == (PROJECT / f"okrcli/schemas/{document}.json").read_text("utf-8")


def test_alone_it_prints_the_schema_for_the_whole_folder(okr: Okr, tmp_path: Path) -> None:
    schema = json.loads(okr("schema", cwd=tmp_path).stdout)
    assert schema["title"] == "file of an OKR workspace"


def test_another_kind_is_wrong_use(okr: Okr, tmp_path: Path) -> None:
    run = okr("schema", "team", cwd=tmp_path)
    assert (run.code, run.stdout) == (2, "")
    assert "'organization'" in run.stderr

"""Reviewdog's format: the whole of it, its schema, and columns that count bytes."""

import json
from typing import Any

import pytest

from okrcli.render.findings.findings import Findings
from okrcli.render.findings.rdjson import findings_rdjson
from tests.render import report_schemas
from tests.render.views import TEXT, hostile, ordinary
from tests.running import Golden


def _read(view: Findings) -> Any:  # noqa: ANN401 - any JSON
    return json.loads(findings_rdjson(view))


def test_the_whole_report(golden: Golden) -> None:
    golden("findings/ordinary.rdjson", findings_rdjson(ordinary()))


@pytest.mark.parametrize("view", [Findings(), ordinary(), hostile()])
def test_it_is_what_reviewdog_reads(view: Findings) -> None:
    report_schemas.check(_read(view), report_schemas.RDJSON)


def test_columns_count_bytes() -> None:
    place = _read(ordinary())["diagnostics"][1]["location"]["range"]
    line = TEXT.splitlines()[3].encode()
    start, end = place["start"]["column"] - 1, place["end"]["column"] - 1
    assert line[start:end] == b"anna"


def test_foreign_text_is_shown_escaped() -> None:
    for entry in _read(hostile())["diagnostics"]:
        shown = entry["message"] + entry["location"]["path"]
        assert not set(shown) & {"\x1b", "\x07", "\u202e", "\n"}

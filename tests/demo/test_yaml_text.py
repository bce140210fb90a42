"""What the emitter writes reads back as what it was given, and looks like typed by hand."""

from __future__ import annotations

from datetime import date

import pytest
import yaml_rs
from hypothesis import given
from hypothesis import strategies as st

from okrcli.demo.yaml_text import Fields, Value, scalar, yaml_text

NAMES = st.sampled_from(["id", "title", "on", "field", "was", "now", "why", "note", "at_least"])
AWKWARD = st.sampled_from(
    [
        "",
        " ",
        "yes",
        "No",
        "on",
        "null",
        "~",
        "true",
        "%",
        "12:30",
        "1e3",
        "0x1f",
        "0o17",
        ".5",
        ".inf",
        "1_000",
        "2026",
        "2026-11-22",
        "2026-Q4",
        "60%",
        "6/10",
        "a: b",
        "a:",
        "a #b",
        "a#b",
        "- a",
        "[a]",
        "{a: b}",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "@a",
        "`a",
        "'a'",
        '"a"',
        "a\nb",
        "\ttab",
        "end ",
        "Tórshavn",
        "\u2028",
        "\ufeffa",
        "\x85",
        "<<",
        "=",
        "---",
        "...",
        "3 of 12",
        "1 e",
    ]
)
TEXTS = AWKWARD | st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
NUMBERS = st.integers(-(10**9), 10**9) | st.floats(-1e9, 1e9, allow_nan=False)
SCALARS = st.booleans() | NUMBERS | TEXTS
FLAT = st.dictionaries(NAMES, SCALARS, max_size=4)
ITEMS = st.lists(SCALARS | FLAT, max_size=4)
DOCUMENTS = st.dictionaries(
    NAMES, SCALARS | FLAT | ITEMS | st.lists(st.dictionaries(NAMES, SCALARS | ITEMS | FLAT))
)


def read(text: str) -> object:
    return yaml_rs.loads(text, parse_datetime=False)


@given(DOCUMENTS.filter(bool))
def test_what_is_written_reads_back_equal(document: Fields) -> None:
    assert read(yaml_text(document)) == document


@given(TEXTS)
def test_a_text_stays_a_text(text: str) -> None:
    value = read(yaml_text({"note": text}))

    assert value == {"note": text}


def test_a_missing_value_is_left_out() -> None:
    assert yaml_text({"id": "a", "note": None, "done": False}) == "id: a\ndone: false\n"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("More new shops", "More new shops"),
        ("6/10", "6/10"),
        ("60%", "60%"),
        ("2026-Q4", "2026-Q4"),
        ("12 operators", "12 operators"),
        ("36.5%. Nothing new.", "36.5%. Nothing new."),
        ("https://metrics.harbor.example/a#b", "https://metrics.harbor.example/a#b"),
        ("%", '"%"'),
        ("yes", '"yes"'),
        ("12:30", '"12:30"'),
        ("2026", '"2026"'),
        ("Out: 36.5%", '"Out: 36.5%"'),
        ("- 3", '"- 3"'),
        (date(2026, 11, 22), "2026-11-22"),
        (36.5, "36.5"),
        (2026, "2026"),
        (True, "true"),
    ],
)
def test_quotes_stand_only_where_they_are_needed(value: Value, written: str) -> None:
    assert scalar(value) == written


def test_lists_and_mappings_are_in_block_style() -> None:
    document: Fields = {
        "team": "growth",
        "objectives": [{"id": "a", "supports": ["b/c", "d/e"]}, {"id": "f", "close": {"why": "g"}}],
    }

    assert yaml_text(document) == (
        "team: growth\n"
        "objectives:\n"
        "  - id: a\n"
        "    supports:\n"
        "      - b/c\n"
        "      - d/e\n"
        "  - id: f\n"
        "    close:\n"
        "      why: g\n"
    )

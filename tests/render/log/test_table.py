"""The log that people read in a terminal."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from okrcli.analysis.story.log_entry import Log
from okrcli.render.log.table import log_table
from tests.render.logs import empty, odd, of_key_result, of_objective, quarter
from tests.running import Golden

_ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize(
    ("name", "log"),
    [
        ("quarter", quarter()),
        ("key-result", of_key_result()),
        ("objective", of_objective()),
        ("odd", odd()),
    ],
)
def test_a_log_as_a_table(golden: Golden, name: str, log: Log, width: int) -> None:
    golden(f"log/{name}-{width}.txt", log_table(log, width=width, color=False))


def test_a_log_in_colour_and_in_ascii(golden: Golden) -> None:
    golden("log/quarter-color.txt", log_table(quarter(), width=80, color=True))
    written = log_table(quarter(), width=80, color=False, ascii_only=True)
    assert written.isascii()
    golden("log/quarter-ascii.txt", written)


def test_nothing_is_said_in_words() -> None:
    assert log_table(empty(), width=80, color=False) == (
        "team care · as of 2026-11-22 · history: 123 commits\n\nNothing is on record.\n"
    )


def test_a_cut_log_says_how_to_see_the_rest() -> None:
    assert log_table(of_objective(), width=80, color=False).endswith(
        "the newest 3 of 4 commits; --limit 0 shows all\n"
    )


@given(st.integers(0, 160), st.booleans(), st.booleans())
def test_every_line_fits_and_nothing_escapes(width: int, color: bool, ascii_only: bool) -> None:  # noqa: FBT001 - drawn
    for log in (quarter(), of_key_result(), of_objective(), odd()):
        plain = log_table(log, width=width, color=False, ascii_only=ascii_only)
        assert all(cell_len(line) <= max(width, 20) for line in plain.split("\n"))
        assert "\x1b" not in plain
        assert "\u202e" not in plain
        painted = log_table(log, width=width, color=color, ascii_only=ascii_only)
        assert _ESCAPES.sub("", painted) == plain

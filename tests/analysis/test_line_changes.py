"""Which lines changed."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.analysis.line_changes import changed_lines

BEFORE = "a\nb\nc\nd\n"


@pytest.mark.parametrize(
    ("after", "lines"),
    [
        ("a\nB\nc\nd\n", {2}),
        ("a\nb\nx\ny\nc\nd\n", {3, 4}),
        ("a\nb\n\n\nc\nd\n", set()),
        ("a\nd\n", set()),
        ("a\nX\nd\n", {2}),
        ("", set()),
        (BEFORE, set()),
        ("a\r\nb\r\nc\r\nd", set()),
        ("a\rb\rX\rd\n\n", {3}),
    ],
)
def test_what_is_new_or_different(after: str, lines: set[int]) -> None:
    assert changed_lines(BEFORE, after) == lines


def test_hostile_texts_are_compared_in_time() -> None:
    before, after = "x\n" + "a\n" * 100_000, "y\n" + "a\nb\n" * 50_000
    start = time.monotonic()
    assert 50_000 in changed_lines(before, after)
    assert time.monotonic() - start < 2


LINES = st.lists(st.sampled_from("abc"), max_size=12)


@given(LINES, LINES)
def test_a_line_that_is_not_named_was_there_before(old: list[str], new: list[str]) -> None:
    changed = changed_lines("\n".join(old), "\n".join(new))
    kept = [line for number, line in enumerate(new, 1) if number not in changed]
    remaining = iter(old)
    assert all(line in remaining for line in kept)

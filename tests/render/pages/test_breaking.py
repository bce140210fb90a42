"""Long texts are broken into parts, and nothing is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.render.pages.breaking import broken


@given(st.text(alphabet="ab &;#\\*@", max_size=200), st.integers(12, 40))
def test_the_parts_are_the_text(text: str, longest: int) -> None:
    parts = list(broken(text, longest))
    assert "".join(parts) == text
    assert all(0 < len(part) <= longest for part in parts)


@pytest.mark.parametrize("escape", ["&amp;", "&#8203;", "\\*"])
@pytest.mark.parametrize("before", range(12))
def test_no_escape_is_cut(escape: str, before: int) -> None:
    for part in broken("a" * before + escape * 20, 15):
        assert re.fullmatch(rf"a*({re.escape(escape)})*", part)


def test_words_stay_whole() -> None:
    assert list(broken("one two three", 8)) == ["one two ", "three"]
    assert list(broken("", 8)) == []

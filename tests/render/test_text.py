"""Foreign text is harmless wherever it is shown."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.render.text import clean, clean_json, width, without_commands, wrapped

ANY = st.text(alphabet=st.characters(), max_size=40)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain [red]text[/red] 東京 👩‍🚀 é", "plain [red]text[/red] 東京 👩‍🚀 é"),
        ("\x1b[31m", "\\x1b[31m"),
        ("a\nb\tc\rd\0", "a\\x0ab\\x09c\\x0dd\\x00"),
        ("\x7f\x85\x9b", "\\x7f\\x85\\x9b"),
        ("\u202egnp\u2066\u200f", "\\u202egnp\\u2066\\u200f"),
        ("\u2028\u2029\ufeff\u200b", "\\u2028\\u2029\\ufeff\\u200b"),
        ("\ud800", "\\ud800"),
        ("\U000e0041", "\\U000e0041"),
    ],
)
def test_what_could_act_is_shown_as_a_code(text: str, shown: str) -> None:
    assert clean(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a ::error::b\n", "a ::error::b\n"),
        ("a\n::error::b\n  ::stop::c\n", "a\n: :error::b\n  : :stop::c\n"),
        ("a ##[error]b", "a # #[error]b"),
        ("\n\n:::x", "\n\n: ::x"),
    ],
)
def test_no_line_is_taken_for_a_command_of_a_workflow(text: str, shown: str) -> None:
    assert without_commands(text) == shown


@given(ANY)
def test_a_clean_text_has_nothing_that_acts(text: str) -> None:
    shown = clean(text)
    assert all(unicodedata.category(letter) not in {"Cc", "Zl", "Zp", "Cs"} for letter in shown)
    acting = {"RLO", "LRO", "RLE", "LRE", "PDF", "RLI", "LRI", "FSI", "PDI"}
    assert all(unicodedata.bidirectional(letter) not in acting for letter in shown)
    assert clean(shown) == shown
    assert len(shown.splitlines()) <= 1


@given(st.dictionaries(ANY, ANY))
def test_json_stays_the_same_data_and_is_harmless(data: dict[str, str]) -> None:
    shown = clean_json(
        json.dumps(data, ensure_ascii=False, indent=2).encode("utf-8", "surrogatepass")
    )
    assert json.loads(shown) == data
    assert clean(shown.replace("\n", "")) == shown.replace("\n", "")


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("東京", 4), ("e\u0301", 1), ("", 0), ("\uff57", 2), ("a\u200db", 2)],
)
def test_the_width_is_counted_in_columns(text: str, columns: int) -> None:
    assert width(text) == columns


@given(st.lists(st.text(alphabet="abc", min_size=1, max_size=9), min_size=1), st.integers(10, 40))
def test_wrapping_loses_no_word_and_fits(words: list[str], columns: int) -> None:
    lines = wrapped("-", " ".join(words), columns, "  ")
    assert " ".join(lines).split() == ["-", *words]
    assert max(map(len, lines)) <= max(columns, 2 + max(map(len, words)))

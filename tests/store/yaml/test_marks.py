"""Where values stand in a text."""

import builtins
from collections.abc import Mapping, Sequence

import pytest

from okrcli.model.source import Span, Step
from okrcli.store.yaml.source import spans

TEXT = """\
# a comment
team: growth
objectives:
  - id: first
    title: Ünï 🚀 goal   # note
    supports: [a/b, c]
    plan: {by: 2026, value: 3}
    note: >
      Several
      lines.
    "quoted": 'x'
    empty:
  - second
"""


def shown(*keys: Step, of_key: bool = False, text: str = TEXT) -> str:
    place = (keys, of_key)
    span = spans(text, [place])[place]
    assert span.line == span.end_line
    line = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[span.line - 1]
    return line[span.column - 1 : span.end_column - 1]


@pytest.mark.parametrize(
    ("keys", "value", "key"),
    [
        (("team",), "growth", "team"),
        (("objectives", 0, "title"), "Ünï 🚀 goal", "title"),
        (("objectives", 0, "supports"), "[a/b, c]", "supports"),
        (("objectives", 0, "supports", 1), "c", "c"),
        (("objectives", 0, "plan"), "{by: 2026, value: 3}", "plan"),
        (("objectives", 0, "plan", "value"), "3", "value"),
        (("objectives", 0, "quoted"), "'x'", '"quoted"'),
        (("objectives", 0, "empty"), "empty", "empty"),
        (("objectives", 1), "second", "second"),
    ],
)
def test_a_value_and_its_key_have_a_place(keys: Sequence[Step], value: str, key: str) -> None:
    assert shown(*keys) == value
    assert shown(*keys, of_key=True) == key


def test_a_mapping_is_shown_by_its_first_key() -> None:
    assert shown() == "team"
    assert shown("objectives", 0) == "id"


def test_a_list_is_shown_by_its_first_entry() -> None:
    assert shown("objectives") == "id"


def test_a_text_of_several_lines_ends_with_its_first() -> None:
    assert shown("objectives", 0, "note") == ">"


def test_what_does_not_exist_has_its_nearest_parents_place() -> None:
    assert shown("objectives", 0, "owner") == "id"
    assert shown("objectives", 7, "owner") == "id"
    assert shown("team", "x", 3) == "growth"


def test_lines_and_columns_count_from_one_and_by_character() -> None:
    place: tuple[tuple[Step, ...], bool] = (("objectives", 0, "title"), False)
    assert spans(TEXT, [place])[place] == Span(5, 12, 5, 22)


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_endings_do_not_matter(ending: str) -> None:
    text = TEXT.replace("\n", ending)
    assert shown("objectives", 0, "title", text=text) == "Ünï 🚀 goal"


@pytest.mark.parametrize("text", ["a: [1", "[" * 100_000, "- " * 100_000, "\ta: 1", "a: *x"])
def test_a_text_that_cannot_be_composed_is_shown_by_its_first_line(text: str) -> None:
    place: tuple[tuple[Step, ...], bool] = (("a",), False)
    assert spans(text, [place]) == {place: Span(1, 1, 1, len(text.rstrip()) + 1)}


def test_an_empty_text_has_a_place() -> None:
    assert spans("", [((), False)]) == {((), False): Span(1, 1, 1, 1)}


def test_places_are_found_without_the_parser_in_c(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without_c(
        name: str,
        globals: Mapping[str, object] | None = None,  # noqa: A002 - as __import__ has it
        locals: Mapping[str, object] | None = None,  # noqa: A002 - as __import__ has it
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> object:
        if name == "ruamel.yaml.cyaml":
            raise ImportError(name)
        return real(name, globals, locals, fromlist or (), level)

    monkeypatch.setattr(builtins, "__import__", without_c)
    assert shown("objectives", 0, "title") == "Ünï 🚀 goal"
    assert shown("objectives", 0, "plan", "value") == "3"


def test_a_colon_inside_a_value_in_brackets_hides_no_place() -> None:
    text = "a: [https://x.example?a, 12:30]\nb: {c: 6:1}\n"
    found = spans(text, [(("a", 1), False), (("b", "c"), False)])
    assert found[("a", 1), False] == Span(1, 26, 1, 31)
    assert found[("b", "c"), False] == Span(2, 8, 2, 11)

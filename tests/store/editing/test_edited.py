"""Edits one by one: what is asked for, what is refused, and in which words."""

from datetime import date
from pathlib import Path

import pytest

from okrcli.errors import NotEditableError
from okrcli.store.editing.data import plain
from okrcli.store.editing.edited import edited, lifted_entry
from okrcli.store.editing.edits import (
    Block,
    Edit,
    Insert,
    Literal,
    Remove,
    Rename,
    Set,
    Value,
    Wrap,
)
from okrcli.store.editing.format_order import field_order
from okrcli.store.yaml.source import read_strict
from tests.running import PROJECT

EXAMPLES = sorted((PROJECT / "examples/okrs").rglob("*.yaml"))


def after(text: str, *edits: Edit) -> str:
    return edited(text.encode(), edits, "a.yaml").decode()


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (5, "5"),
        (45.0, "45"),
        (36.5, "36.5"),
        (0.1 + 0.2, "0.30000000000000004"),
        (1e20, "1e+20"),
        (Literal("36.50"), "36.50"),
        (True, "true"),
        (date(2026, 11, 5), "2026-11-05"),
        ("2026-11-05", "2026-11-05"),
        ("no", "no"),
        ("12:30", "12:30"),
        ("7/10", "7/10"),
        ("60%", "60%"),
        ("https://x.example/a#b", "https://x.example/a#b"),
        ("it's", "it's"),
        ("5", '"5"'),
        ("true", '"true"'),
        ("null", '"null"'),
        ("", '""'),
        ("1_000", '"1_000"'),
        ("%", '"%"'),
        ("a: b", '"a: b"'),
        ("a # b", '"a # b"'),
        ('say "hi": now', r'"say \"hi\": now"'),
        ("no\u00a0break", "no\u00a0break"),
        ([], "[]"),
        ({}, "{}"),
        (["a", 1], "\n    - a\n    - 1"),
        ("one\ntwo", "|-\n    one\n    two"),
        ("one\ntwo\n", "|\n    one\n    two"),
        ("\none", r'"\none"'),
        ("one\n\n", r'"one\n\n"'),
    ],
)
def test_a_value_is_written_plainly_where_it_is_read_as_itself(value: Value, written: str) -> None:
    text = after("kpis:\n  - id: a\n", Set(("x-new",), value))
    gap = "" if written.startswith("\n") else " "
    assert text == f"kpis:\n  - id: a\nx-new:{gap}{written.replace('    ', '  ')}\n"


def test_in_brackets_a_text_with_a_colon_is_quoted() -> None:
    assert after("a: [b]\n", Insert(("a",), "https://x.example")) == (
        'a: [b, "https://x.example"]\n'
    )


def test_quotes_stay_where_a_text_replaces_a_text() -> None:
    text = "a: 'one'\nb: \"two\"\nc: '3'\n"
    edits = (Set(("a",), "it's"), Set(("b",), "new"), Set(("c",), 4))
    assert after(text, *edits) == "a: 'it''s'\nb: \"new\"\nc: 4\n"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_a_field_of_the_example_comes_back_to_where_it_was(path: Path) -> None:
    """Without comments around it, what is removed and set again is the same to the byte."""
    content = path.read_bytes()
    value = read_strict(content).value
    for place in _plain_fields(value):
        without = edited(content, [Remove(place)], path.name)
        assert without != content
        assert edited(without, [Set(place, _at(value, place))], path.name) == content


def test_the_order_of_fields_is_that_of_the_format() -> None:
    order = field_order("okr_file", ("objectives", 0))
    assert (order[0], order[-1]) == ("id", "close")
    assert (
        field_order("okr_file", ("objectives", 0, "key_results", 1, "milestones", 0))[1] == "title"
    )
    assert not field_order("okr_file", ("objectives", 0, "title"))
    assert not field_order(None, ())


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (Set(("objectives", 2, "id"), "x"), "there is no place for objectives[3].id"),
        (Set(("team", "x"), 1), "there is no place for team.x"),
        (Set((), 1), "there is no place for "),
        (Remove(("cycle",)), "there is no place for cycle"),
        (Insert(("team",), 1), "team is not a list"),
        (Insert(("objectives",), 1, 5), "there is no place for objectives"),
        (Rename(("team",), "objectives"), "team cannot be called objectives"),
        (Rename(("objectives", 0), "x"), "objectives[1] has no name of its own"),
        (Wrap(("objectives", 0), "id"), "only an entry on one line can become a field"),
        (Set(("team",), "\x07"), "stands for a control character"),
    ],
)
def test_what_cannot_be_done_is_refused(edit: Edit, reason: str) -> None:
    with pytest.raises(NotEditableError) as caught:
        after("team: a\nobjectives:\n  - id: first\n", edit)
    assert reason in caught.value.message
    assert caught.value.exit_code == 3


def test_a_file_with_mistakes_is_not_edited() -> None:
    with pytest.raises(NotEditableError, match=r"a\.yaml:2 cannot be edited.*is there already"):
        after("team: a\nteam: b\n", Set(("team",), "c"))


def test_one_edit_that_fails_undoes_them_all() -> None:
    with pytest.raises(NotEditableError):
        after("team: a\n", Set(("team",), "b"), Remove(("cycle",)))


def test_what_would_change_more_than_was_asked_is_refused() -> None:
    text = "? team\n: a\n? b\n: [c]\n"
    with pytest.raises(NotEditableError, match=r"a\.yaml:1 cannot be edited safely: a key is not"):
        after(text, Remove(("team",)))
    with pytest.raises(NotEditableError, match="something else would change"):
        after("a: b\n", Set(("a",), Literal("1\nc: 2")))


def test_an_entry_in_brackets_is_lifted_as_its_value() -> None:
    assert lifted_entry(b"a: [{b: 1}]\n", ("a", 0), "a.yaml") == {"b": 1}
    block = lifted_entry(b"a:\n  # c\n  - b: 1\n    # d\n", ("a", 0), "a.yaml")
    assert block == Block(("# c", "- b: 1", "  # d"), {"b": 1})
    assert plain(block) == {"b": 1}


def test_a_block_put_into_brackets_is_its_value() -> None:
    block = Block(("- b: 1",), {"b": 1})
    assert after("a: [c]\n", Insert(("a",), block)) == "a: [c, {b: 1}]\n"


def _plain_fields(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    if isinstance(value, dict):
        return [found for key, item in value.items() for found in _plain_fields(item, (*path, key))]
    if isinstance(value, list):
        return [
            found for at, item in enumerate(value) for found in _plain_fields(item, (*path, at))
        ]
    return [path] if path[-1] in {"current", "confidence", "updated", "pillar", "priority"} else []


def _at(value: object, path: tuple[str | int, ...]) -> Value:
    for step in path:
        value = value[step]  # type: ignore[index]
    return value  # type: ignore[return-value]

"""The schema, and where VS Code is told of it; settings with comments are left alone."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.setup.editor import editor
from okrcli.store.schemas import schema_text
from tests.setup.grounds import ground, text

SCHEMA, SETTINGS = ".okr.schema.json", ".vscode/settings.json"
WANTED = {"yaml.schemas": {SCHEMA: "okrs/**/*.yaml"}}


def test_both_files_are_made() -> None:
    made = editor(ground())
    assert text(made, SCHEMA) == schema_text("any")
    assert json.loads(text(made, SETTINGS)) == WANTED
    there = {path: text(made, path).encode() for path in made.changes}
    assert not editor(ground(there)).has_something


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('{\n  "a": 1\n}\n', '{\n  "a": 1,\n  "yaml.schemas": {W}\n}\n'),
        ('{\r\n\t"a": [1]\r\n}', '{\r\n\t"a": [1],\r\n  "yaml.schemas": {W}\r\n}'),
        ("{}", '{\n  "yaml.schemas": {W}\n}'),
        ('{"a": "}"}', '{"a": "}",\n  "yaml.schemas": {W}\n}'),
    ],
)
def test_settings_that_are_there_stay_to_the_byte(before: str, after: str) -> None:
    made = editor(ground({SETTINGS: before.encode()}))
    wanted = json.dumps(WANTED["yaml.schemas"])
    assert text(made, SETTINGS) == after.replace("{W}", wanted)


@given(st.dictionaries(st.text(), st.recursive(st.none() | st.text(), st.lists)), st.booleans())
def test_any_settings_gain_one_thing_and_lose_nothing(known: dict[str, object], wide: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    before = json.dumps(known, indent=4 if wide else None, ensure_ascii=False)
    made = editor(ground({SETTINGS: before.encode("utf-8", "replace")}))
    old = json.loads(before.encode("utf-8", "replace"))
    assert json.loads(text(made, SETTINGS)) == {**old, **WANTED}


@pytest.mark.parametrize(
    "before",
    [
        b'{ // mine\n  "a": 1\n}\n',
        b'{"a": 1,}',
        b"[]",
        b"\xff",
        b'{"yaml.schemas": {"x.json": "y/**"}}',
        b'{"yaml.schemas": 1}',
    ],
)
def test_what_is_no_plain_json_or_says_otherwise_is_left_with_what_to_add(before: bytes) -> None:
    proposal = editor(ground({SETTINGS: before}))
    assert SETTINGS not in proposal.changes
    assert proposal.refused is not None
    assert json.loads(proposal.refused.by_hand) == WANTED


def test_an_older_schema_is_replaced_and_another_file_of_that_name_is_not() -> None:
    older = json.dumps({"title": json.loads(schema_text("any"))["title"]}).encode()
    assert text(editor(ground({SCHEMA: older})), SCHEMA) == schema_text("any")
    for other in (b"{}", b"[", b"[]"):
        proposal = editor(ground({SCHEMA: other}))
        assert SCHEMA not in proposal.changes
        assert proposal.refused is not None
        assert proposal.refused.path == SCHEMA

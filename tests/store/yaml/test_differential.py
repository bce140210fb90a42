"""Both YAML libraries hold the same values, on every document that our format could contain."""

import re
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.cyaml import CBaseLoader
from ruamel.yaml.error import YAMLError

from okrcli.store.yaml.source import Unreadable, read_plain, read_strict, spans
from tests.store.documents import dumped

EXAMPLES = sorted((Path(__file__).parents[3] / "examples" / "okrs").rglob("*.yaml"))

# libyaml takes `[?0]` for a mapping with a key of 0; YAML 1.2 has a text there. Only places are
# asked of it, and a wrong one is but a finding's excerpt.
_MISREAD = re.compile(r"[\[{,]\s*\?\S")


def by_ruamel(text: str) -> object:
    return as_ours(YAML(typ="safe", pure=True).load(text))


def as_ours(value: object) -> object:
    """Write ruamel's days as the texts that they are for us."""
    if isinstance(value, dict):
        return {key: as_ours(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_ours(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.just(" "), max_size=30
) | st.sampled_from(
    [
        "no",
        "on",
        "null",
        "~",
        "60%",
        "6/10",
        "12:30",
        "2026-Q4",
        "2026-11-17",
        "a: b",
        "- a",
        "&x",
        "*y",
        "!z",
        "@ana",
        "`x`",
        "#1",
        "a #b",
        "it's",
        '"quoted"',
        "[a]",
        "{a: b}",
        "one\ntwo\n",
        "one\n\n  two",
        " led",
        "trailed ",
        "",
        "1_000",
        "0x1F",
        "1e3",
        "%",
        "?",
    ]
)
KEYS = st.from_regex(r"[a-z][a-z_-]{0,10}", fullmatch=True)
SCALARS = (
    TEXTS
    | st.booleans()
    | st.integers(-(10**12), 10**12)
    | st.floats(allow_nan=False, allow_infinity=False, width=32)
    | st.none()
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)
DOCUMENTS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=4)


@given(DOCUMENTS, st.sampled_from([True, False, None]), st.sampled_from([30, 80, 1000]))
def test_what_is_written_is_read_by_both_alike(
    value: object,
    flow: bool | None,  # noqa: FBT001 - drawn by position
    width: int,
) -> None:
    text = dumped(value, flow=flow, width=width)
    assert read_plain(text.encode()) == value
    assert read_strict(text.encode()).value == value
    assume(not _MISREAD.search(text))
    with suppress(YAMLError):  # ruamel takes less than YAML 1.2 allows, `{a: :0}` for one
        assert by_ruamel(text) == value


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_examples_are_read_by_both_alike(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert read_strict(text.encode()).value == by_ruamel(text)


@pytest.mark.parametrize(
    "text",
    [
        "a: 5\nb: 5.0\nc: -0.5\nd: +3\ne: .5\nf: 1e3\ng: 0x1F\n",
        "a: 2026\nb: 2026-Q4\nc: 2026-11\nd: 2026-11-17\n",
        "a: yes\nb: No\nc: True\nd: FALSE\ne: Null\nf: ~\ng:\n",
        "a: one\n  two\n\n  three\n",
        "a: 'it''s'\nb: \"a\\tb\\u00e9\"\n",
        "a: |\n  one\n   two\n\nb: >-\n  one\n  two\nc: |+\n  x\n\n",
        "a:\n- 1\n- - 2\n  - 3\n- b: 4\n  c: 5\n",
        "{a: 1, b: [x, 'y', \"z\"], c: {d: }}\n",
        "a: x # comment\n# comment\nb: x#y\n",
        "? a\n: 1\n? b\n: - 2\n",
        "---\na: 1\n...\n",
        "a: http://x.example/y?z=1#w\nb: 10:30\nc: 50%\nd: <b>&amp;\n",
        "a: 1\r\nb: |\r\n  x\r\n  y\r\n",
    ],
)
def test_hand_made_documents_are_read_by_both_alike(text: str) -> None:
    assert read_strict(text.encode()).value == by_ruamel(text)


LINES = st.sampled_from(
    [
        "a: ",
        "- ",
        "b:",
        "\n",
        "  ",
        "&x ",
        "*x",
        "!t ",
        "x",
        "[",
        "]",
        ", ",
        "{",
        "}",
        "'",
        '"',
        "|\n  ",
        "# ",
        ": ",
        "? ",
    ]
)


@given(st.lists(LINES, max_size=25).map("".join))
def test_what_is_accepted_has_no_anchor_alias_or_tag_in_the_eyes_of_either(text: str) -> None:
    try:
        read_strict(text.encode())
    except Unreadable:
        return
    parser = CBaseLoader(text)
    with suppress(YAMLError):  # ruamel takes less than YAML 1.2 allows
        while parser.check_event():
            event = parser.get_event()
            assert getattr(event, "anchor", None) is None
            assert getattr(event, "tag", None) in {None, ""}


@given(DOCUMENTS)
def test_every_value_of_a_document_has_its_own_place(value: dict[str, object]) -> None:
    text = dumped(value, flow=False, width=1000)
    lines = text.split("\n")
    for key in value:
        span = spans(text, [((key,), True)])[(key,), True]
        assert lines[span.line - 1][span.column - 1 : span.end_column - 1].strip("'\"") == key

"""Reading a version by its entries gives what reading all of it gives, whatever stands in it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.model.objective import OkrFile
from okrcli.store.entries import cut, parsed, places
from okrcli.store.reading import okr_file
from okrcli.store.rereading import Rereader
from okrcli.store.yaml.source import read_plain

FILE = """\
team: growth
cycle: 2026-Q4
objectives:
  - id: first
    title: New shops love us
    supports:
      - company/smb
      - company/other
    key_results:
      - id: day7
        title: More shops
        target: 45
        current: 33
        confidence: 60%
        note: |
          - because
          - of this

      - id: spain
        title: "A shop in Spain"
        done: false
      - id: soc2
        title: Trust
        milestones:
          - title: Gap
            done: true
          - Report
        note: one
          and two
  - id: second
    title: Shops stay
    key_results:
      - id: churn
        baseline: 5
        target: 3
        current: 1
      - {id: flow, current: 7}
"""
LINES = FILE.splitlines()
ODD = """\
- x
-
- - x
-\tx
- id: a
- {id: z, current: 1}
- [a, b]
- |
- "open
? q
: v
note: |
note: |+
note: |1
note: >-
note: 'open
note: "open
note: "open\\\\
closed"
closed'
note: one
two
note: # nothing
note: a # remark
# remark
current: 1
current: 1.0
current: true
current: 0x1F
current: .inf
current: [
current: {
]
}
key_results:
key_results: # remark
objectives:
supports: &s
supports: *s
needs: &n [a]
needs: *n
<<: {current: 4}
- &e x
- *e
- !!str 5
title: R&D & more
---
...
%YAML 1.1
\tnote: tab
note:\ttab
note: \x00
note: a\rcurrent: 9
note: a\x85- b
note: a\u2028- b
note: "\ufeff"
entry 0 of this list
- entry 0 of this list
- entry 1 of this list

   \
""".split("\n")
INDENTS = st.sampled_from([0, 2, 4, 6, 6, 7, 8, 8, 10, 12])
EDIT = st.tuples(
    st.sampled_from(["instead", "before", "without", "twice"]),
    st.integers(0, len(LINES) - 1),
    INDENTS,
    st.sampled_from([*ODD, *(line.strip() for line in LINES)]),
)


def edited(edits: list[tuple[str, int, int, str]]) -> bytes:
    lines: list[list[str]] = [[line] for line in LINES]
    for how, place, indent, text in edits:
        new = " " * indent + text
        match how:
            case "instead":
                lines[place] = [new]
            case "before":
                lines[place].insert(0, new)
            case "without":
                lines[place] = []
            case _:
                lines[place] *= 2
    return "".join(f"{line}\n" for group in lines for line in group).encode()


def plainly(content: OkrFile | None) -> str:
    """Write a content so that 5 and 5.0, which are one value, are written alike."""
    return re.sub(r"(?<=\d)\.0\b", "", repr(content))


def read(rereader: Rereader, raw: bytes) -> OkrFile | None:
    return rereader.again(raw) or rereader.read(raw, read_plain(raw))


@given(st.lists(st.lists(EDIT, max_size=2), min_size=2, max_size=6))
def test_every_version_reads_as_if_it_were_the_only_one(
    versions: list[list[tuple[str, int, int, str]]],
) -> None:
    rereader = Rereader()
    for raw in [FILE.encode(), *map(edited, versions), FILE.encode()]:
        assert plainly(read(rereader, raw)) == plainly(okr_file(read_plain(raw)))


def test_only_the_entries_that_changed_are_read_again() -> None:
    rereader = Rereader()
    before = read(rereader, FILE.encode())
    after = rereader.again(FILE.replace("current: 33", "current: 34").encode())
    assert before is not None
    assert after is not None
    assert after.objectives[0].key_results[0].current == 34
    assert after.objectives[0].key_results[1] is before.objectives[0].key_results[1]
    assert after.objectives[1] is before.objectives[1]
    assert rereader.again(FILE.encode()) == before


def test_what_a_version_with_another_frame_left_alone_is_the_same_object() -> None:
    rereader = Rereader()
    text = FILE.replace("done: false", "current: 1").replace("done: true", "weight: 2")
    before = read(rereader, text.encode())
    text = text.replace("New shops", "All shops")
    after = read(rereader, text.encode())
    more = read(rereader, text.replace("      - {id: flow", "\n      - {id: flow").encode())
    assert before is not None
    assert after is not None
    assert more is not None
    assert after.objectives[1] is before.objectives[1]
    assert more.objectives[0] is after.objectives[0]
    assert more.objectives[1].key_results[1] is before.objectives[1].key_results[1]


def test_a_version_with_another_frame_is_read_as_a_whole() -> None:
    rereader = Rereader()
    read(rereader, FILE.encode())
    for text in (FILE.replace("Shops stay", "Shops go"), FILE.replace("- id: spain", "- spain")):
        assert rereader.again(text.encode()) is None


@pytest.mark.parametrize(
    "text",
    [
        FILE.replace("\n", "\r\n"),
        FILE.rstrip(),
        f"%YAML 1.1\n---\n{FILE}",
        FILE.replace("- company/smb", "- &smb company/smb"),
        FILE.replace("key_results:", "key_results: # two"),
        "kpis: []\n",
        FILE + "# more\n" * 40_000,
    ],
)
def test_what_is_not_sure_is_not_cut(text: str) -> None:
    assert cut(text.encode()) is None


def test_an_entry_is_one_for_the_parser_too() -> None:
    pieces = cut(FILE.encode())
    assert pieces is not None
    assert len(places(pieces, read_plain(FILE.encode()))) == len(pieces.entries)
    text = FILE.replace("    supports:\n", "    why: |\n")
    pieces = cut(text.encode())
    assert pieces is not None
    assert not places(pieces, read_plain(text.encode()))


def test_entries_that_swallow_one_another_are_refused() -> None:
    assert parsed([b"\n  - a", b"\n  - b: 1"]) == ["a", {"b": 1}]
    assert parsed([b'\n  - "a', b'\n  - b"']) is None
    assert parsed([b"\n  - [" + b"[" * 64]) is None
    assert parsed([b"\n  - a:\n" + b" " * 120 + b"b"]) is None

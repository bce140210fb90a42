"""Comments that ask for silence: found where they are comments, and the lines they cover."""

import time

import pytest

from okrcli.store.yaml.blocks import blocks
from okrcli.store.yaml.ignores import ignores

FILE = """\
# okr: ignore[whole] all of it
# another comment
team: growth
objectives:
  # okr: ignore[first, other] an experiment
  # that goes on
  - id: first  # okr: ignore[same] here
    title: 'a # okr: ignore[quoted] text'
    # okr: ignore[list]: for now
    key_results:
      - id: a
        note: |  # okr: ignore[block] it is long
          # okr: ignore[inside] a block
          and more
        target: 5
      - {id: b,
         # okr: ignore[flow] - as agreed
         unit: x}
    why: plain # okr: ignore[plain]
      # okr: ignore[odd] more

  # okr: ignore[apart] a blank line follows

  - id: 'second# okr: ignore[no] text'
  # okr: ignore[end] below everything
"""


def test_each_comment_covers_its_line_its_block_or_the_file() -> None:
    found = {each.names: (each.first, each.last) for each in ignores(FILE, "a.yaml")}
    assert found == {
        ("whole",): (1, 26),
        ("first", "other"): (7, 23),
        ("same",): (7, 7),
        ("list",): (10, 18),
        ("block",): (12, 12),
        ("flow",): (18, 18),
        ("plain",): (19, 19),
        ("odd",): (1, 0),
        ("apart",): (1, 0),
        ("end",): (1, 0),
    }


def test_the_reason_is_what_stands_behind_the_bracket() -> None:
    reasons = {each.names[0]: each.reason for each in ignores(FILE, "a.yaml")}
    assert reasons["first"] == "an experiment"
    assert reasons["list"] == "for now"
    assert reasons["flow"] == "as agreed"
    assert not reasons["plain"]


@pytest.mark.parametrize(
    ("comment", "names"),
    [
        ("# okr: ignore", ()),
        ("# okr: ignore[] why", ()),
        ("# okr: ignore because", ()),
        ("#okr: ignore[ a ,b,, ]x", ("a", "b")),
        ("# see below  # okr: ignore[a] why", ("a",)),
    ],
)
def test_how_it_may_be_written(comment: str, names: tuple[str, ...]) -> None:
    (found,) = ignores(f"team: x  {comment}\n", "a.yaml")
    assert found.names == names


@pytest.mark.parametrize(
    "text", ["team: x # okr: ignored\n", "# okr ignore[a] b\nx: 1\n", "x: a#okr: ignore[a] b\n"]
)
def test_what_is_no_such_comment(text: str) -> None:
    assert not ignores(text, "a.yaml")


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_any_line_ending_will_do(newline: str) -> None:
    unix = ignores(FILE, "a.yaml")
    assert ignores(FILE.replace("\n", newline), "a.yaml") == unix


def test_the_place_of_a_comment_is_its_own_text() -> None:
    whole = ignores(FILE, "a.yaml")[0]
    assert whole.span == (1, 1, 1, 31)


def test_a_file_that_cannot_be_composed_has_none() -> None:
    assert blocks("a: [") is None
    assert not ignores("a: [ # okr: ignore[x] y", "a.yaml")


@pytest.mark.parametrize(
    "text",
    [
        "# okr: ignore[x] y\n" * 13_000 + "a: 1\n",
        "a:\n" + "- b  # okr: ignore[x] y\n" * 10_000,
        "a:\n" + "  # okr: ignore[x] y\n" * 11_000 + "  - b\n",
        "a: 1 " + "# okr: ignore[x " * 16_000 + "\n",
        "a: " + "[" * 30 + "1, # okr: ignore[x] y\n" * 9_000 + "]" * 30,
    ],
)
def test_hostile_comments_are_read_in_time(text: str) -> None:
    start = time.process_time()
    ignores(text, "a.yaml")
    assert time.process_time() - start < 2


def test_a_place_that_does_not_exist_has_its_parent_s_lines() -> None:
    found = blocks(FILE)
    assert found is not None
    assert found.of(("objectives", 0, "nothing", 5)) == found.of(("objectives", 0)) == (7, 23)
    assert found.of(()) == (3, 25)
    assert found.of(("objectives", 0, "key_results", 0)) == (11, 15)

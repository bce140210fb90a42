"""Fields in the order of the format: lines change places, and every one of them is kept."""

import re
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from okrcli.errors import NotEditableError
from okrcli.store.editing.data import is_same
from okrcli.store.editing.edited import edited
from okrcli.store.editing.edits import Order
from okrcli.store.editing.edits import Path as Place
from okrcli.store.editing.format_order import field_order, in_format_order
from okrcli.store.yaml.source import read_strict
from tests.running import PROJECT
from tests.store.editing.documents import Sample, samples

EXAMPLES = sorted((PROJECT / "examples/okrs").rglob("*.yaml"))
BREAK = re.compile(rb"\r\n|\n|\r")
TEAM = field_order("organization", ("teams", 0))
ORDER = ("id", "title", "owner", "why")


def after(text: str, path: Place = ()) -> str:
    return edited(text.encode(), [Order(path)], "a.yaml").decode()


def of_team(*lines: str) -> str:
    """Write an organization file with a team of some lines."""
    return "\n".join(("organization: A", "teams:", *(f"  {line}" for line in lines), ""))


def lines_of(content: bytes) -> list[bytes]:
    """Give all lines, in no order, without what puts them behind a dash or not."""
    return sorted(re.sub(rb"^ *(- +)?", b"", line) for line in BREAK.split(content))


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        ("", ""),
        ("why owner title id", "id title owner why"),
        ("x-a why id", "x-a id why"),
        ("why x-a x-b id x-c", "id x-c why x-a x-b"),
        ("titel owner id", "titel id owner"),
    ],
)
def test_what_the_format_does_not_have_stays_behind_the_field_before_it(
    names: str, wanted: str
) -> None:
    assert in_format_order(names.split(), ORDER) == wanted.split()


def test_a_field_takes_its_lines_and_its_comments_along() -> None:
    text = of_team(
        "- name: Growth   # since May",
        "  # Ana, until Bo is back.",
        "  # See the minutes.",
        "  lead: ana",
        "    # or cleo",
        "  id: growth",
        "  members:",
        "    - bo",
        "    # - chi",
        "  parent: company",
    )
    assert after(text) == of_team(
        "- id: growth",
        "  name: Growth   # since May",
        "  parent: company",
        "  # Ana, until Bo is back.",
        "  # See the minutes.",
        "  lead: ana",
        "    # or cleo",
        "  members:",
        "    - bo",
        "    # - chi",
    )


def test_blank_lines_part_what_they_parted() -> None:
    assert after("teams:\n  - id: a\n\norganization: A\nvision: B\n") == (
        "organization: A\nvision: B\n\nteams:\n  - id: a\n"
    )
    assert after("organization: A\npeople: []\n\nteams:\n  - id: a\nvision: B\n") == (
        "organization: A\nvision: B\n\nteams:\n  - id: a\npeople: []\n"
    )
    assert after(of_team("- name: a", "  lead: b", "", "  id: c")) == of_team(
        "- id: c", "", "  name: a", "  lead: b"
    )


UNCLEAR = {
    "between blank lines": of_team("- name: a", "", "  # whose?", "", "  id: b"),
    "right below a field": of_team("- name: a", "  # whose?", "", "  id: b"),
    "to the left": of_team("- name: a", " # whose?", "  id: b"),
    "above what would follow a dash": of_team("- name: a", "  # of id", "  id: b"),
    "below the last field": of_team("- id: b", "  lead: a", "  name: a", "  # parent: c"),
    "above the first field": "# whose?\nteams: []\norganization: A\n",
    "above the first of some": "objectives:\n  - close:\n      # whose?\n      why: a\n"
    "      decision: drop\n",
}


@pytest.mark.parametrize("text", UNCLEAR.values(), ids=UNCLEAR.keys())
def test_where_it_is_not_clear_whose_a_comment_is_nothing_moves(text: str) -> None:
    assert after(text) == text


def test_what_is_clear_is_put_in_order_beside_what_is_not() -> None:
    unclear = ("- name: a", "", "  # whose?", "", "  id: b")
    assert after(of_team(*unclear, "- name: c", "  id: d")) == of_team(
        *unclear, "- id: d", "  name: c"
    )


def test_the_head_of_a_file_stays_at_its_head() -> None:
    head = "# yaml-language-server: $schema=a.json\n# okr: ignore[missing-unit] later\n"
    for above in (head, "# Our company.\n\n", "# Our company.\n---\n"):
        assert after(f"{above}teams: []\norganization: A\n") == (
            f"{above}organization: A\nteams: []\n"
        )


def test_a_mapping_in_brackets_is_not_put_in_order_by_its_place_either() -> None:
    text = "organization: A\nteams: [{name: a, id: b}]\n"
    assert after(text, ("teams", 0)) == text


@pytest.mark.parametrize(
    "text",
    [
        "{teams: [], organization: A}\n",
        "organization: A\nteams: [{name: a, id: b}]\n",
        "organization: A\nteams: [\n  {name: a,\n   id: b},\n]\n",
    ],
)
def test_what_is_in_brackets_stays_as_it_is(text: str) -> None:
    assert after(text) == text


def test_only_what_was_asked_for_is_put_in_order() -> None:
    text = of_team("- name: a", "  id: b", "- name: c", "  id: d")
    assert after(text, ("teams", 1)) == of_team("- name: a", "  id: b", "- id: d", "  name: c")
    with pytest.raises(NotEditableError, match=r"there is no teams\[3\]"):
        after(text, ("teams", 2))


def test_a_text_that_would_change_with_its_place_is_left_where_it_is() -> None:
    with pytest.raises(NotEditableError, match="something else would change"):
        after("organization: A\nvision: |+\n  B\nteams: []\n\npillars: []\n")


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("end", ["", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_marks_and_line_breaks_stay(mark: str, end: str, line_break: str) -> None:
    old, new = "teams: []\norganization: A", "organization: A\nteams: []"
    made = after(f"{mark}{old}{end}".replace("\n", line_break))
    assert made == f"{mark}{new}{end}".replace("\n", line_break)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_example_is_in_order(path: Path) -> None:
    content = path.read_bytes()
    assert edited(content, [Order()], path.name) == content


def _made(content: bytes) -> bytes:
    try:
        return edited(content, [Order()], "a.yaml")
    except NotEditableError:
        assume(condition=False)
        raise


@given(samples())
@settings(max_examples=300)
def test_every_line_is_kept_and_the_second_time_nothing_moves(sample: Sample) -> None:
    made = _made(sample.content)
    assert is_same(read_strict(made).value, sample.value)
    assert lines_of(made) == lines_of(sample.content)
    assert BREAK.findall(made) == BREAK.findall(sample.content)
    assert made.startswith(b"\xef\xbb\xbf") == sample.content.startswith(b"\xef\xbb\xbf")
    assert edited(made, [Order()], "a.yaml") == made


@given(st.permutations(TEAM))
def test_without_comments_every_order_becomes_that_of_the_format(names: list[str]) -> None:
    def team(names: list[str]) -> str:
        first, *others = (f"{name}: a" for name in names)
        return of_team(f"- {first}", *(f"  {each}" for each in others))

    assert after(team(names)) == team(list(TEAM))

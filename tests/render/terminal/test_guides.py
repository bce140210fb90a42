"""The guides of a tree: each line hangs on the one that it belongs to."""

from hypothesis import given
from hypothesis import strategies as st

from okrcli.render.terminal.guides import guides


def drawn(*levels: int, room: int = 40) -> list[str]:
    return [guide.first + "x" for guide in guides(levels, room, ascii_only=True)]


def test_a_tree() -> None:
    assert drawn(0, 1, 2, 2, 1, 2, 0, 1) == [
        "x",
        "|-- x",
        "|   |-- x",
        "|   `-- x",
        "`-- x",
        "    `-- x",
        "x",
        "`-- x",
    ]


def test_lines_that_continue_one_lead_to_the_next_brother() -> None:
    found = list(guides([1, 2, 1], 40, ascii_only=False))
    assert [guide.first for guide in found] == ["├── ", "│   └── ", "└── "]
    assert [guide.rest for guide in found] == ["│   ", "│       ", "    "]


def test_a_deep_tree_takes_smaller_steps_and_never_more_than_its_room() -> None:
    levels = list(range(1, 30))
    found = list(guides(levels, 20, ascii_only=True))
    assert found[1].first == "  `-"[:2] + "` "
    assert all(len(guide.first) <= 20 and len(guide.rest) <= 20 for guide in found)


@given(st.lists(st.integers(0, 5), max_size=20), st.integers(1, 40))
def test_both_parts_of_a_guide_are_equally_wide(levels: list[int], room: int) -> None:
    for guide in guides(levels, room, ascii_only=True):
        assert len(guide.first) == len(guide.rest) <= room

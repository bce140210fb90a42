"""The alignment as an outline: levels, names, and what is left out where it is too much."""

from collections.abc import Iterator, Sequence

from okrcli.analysis.landscape.tree_report import tree
from okrcli.analysis.landscape.tree_selection import Wanted
from okrcli.model.objective import Objective
from okrcli.model.organization import Organization
from okrcli.render.alignment.outline import MOST, alignment_outline, who_works_for_what
from okrcli.render.pages.html import page_html
from okrcli.render.pages.page import Branch, Page
from okrcli.render.pages.slack import page_slack
from okrcli.render.pages.table import page_table
from okrcli.render.pages.text import page_text
from okrcli.render.pages.words import line_words
from tests.analysis.landscapes import ACME, goal, landscape

_CYCLES = frozenset({"2026-Q4"})
_COMPANY = (
    goal("company/top", cycle="2026", pillar="delight"),
    goal("product/mid", ["2026:company/top"]),
    goal("growth/leaf", ["product/mid/half"], owner="ana"),
    goal("platform/law", standalone="The law asks for it"),
)


def _outline(
    objectives: Sequence[Objective], organization: Organization = ACME, *, numbers: bool = False
) -> Sequence[Branch]:
    found = tree(landscape(*objectives, organization=organization), [], Wanted(_CYCLES))
    return alignment_outline(found, numbers=numbers)


def _sketch(branches: Sequence[Branch], indent: str = "") -> Iterator[str]:
    for each in branches:
        yield indent + line_words(each.line).strip()
        yield from _sketch(each.below, f"{indent}  ")


def test_what_supports_something_hangs_beneath_it() -> None:
    assert list(_sketch(_outline(_COMPANY))) == [
        "Delight",
        "  The title of company/top (Acme, owner-of-top, 2026)",
        "    The title of product/mid (Product, owner-of-mid)",
        "      The half (key result, owner-of-mid)",
        "        The title of growth/leaf (Growth, ana)",
        "Stand alone",
        "  The title of platform/law (Platform, owner-of-law)",
    ]


def test_progress_and_status_stand_beside_each_where_they_are_asked_for() -> None:
    lines = list(_sketch(_outline(_COMPANY, numbers=True)))
    assert lines[2].endswith("(Product, owner-of-mid) 50% (57% expected) ● on track")
    assert all("% (" in each for each in lines if "title" in each)


def test_without_pillars_the_tops_need_no_heading() -> None:
    bare = ACME._replace(pillars=())
    assert next(_sketch(_outline(_COMPANY, bare))).startswith("The title of company/top")


def test_of_too_many_the_levels_are_shown_for_which_there_is_room() -> None:
    below = [goal(f"growth/o{number}", ["company/top"]) for number in range(MOST)]
    lines = list(_sketch(_outline([goal("company/top"), *below])))
    assert lines[-2:] == [
        "  The title of company/top (Acme, owner-of-top) 300 below",
        "300 of 301 goals are left out; `okr tree` shows them.",
    ]
    assert len(list(_sketch(_outline([goal("company/top"), *below[1:]])))) == 2 + MOST


def test_of_too_many_on_top_the_first_are_shown() -> None:
    many = [goal(f"company/o{number}") for number in range(MOST + 5)]
    lines = list(_sketch(_outline(many)))
    assert lines[:2] == ["Delight: no objective serves it", "Of no pillar"]
    assert len(lines) == 2 + MOST + 1
    assert lines[-1] == "5 of 305 goals are left out; `okr tree` shows them."


def test_a_long_chain_is_cut_where_there_is_no_room_for_words() -> None:
    chain = [goal("company/o0")]
    chain += [goal(f"growth/o{number}", [chain[0].id]) for number in range(1, 2)]
    chain += [goal(f"growth/o{number}", [f"o{number - 1}"]) for number in range(2, 2000)]
    lines = list(_sketch(_outline(chain)))
    assert lines[-2].endswith("1988 below")


def test_the_tree_is_drawn_only_for_a_format_that_folds() -> None:
    drawn: list[str] = []

    def draw() -> Sequence[Branch]:
        drawn.append("drawn")
        return []

    block = who_works_for_what(
        lambda: tree(landscape(), [], Wanted(_CYCLES)), "2026-Q4", numbers=True
    )
    page = Page("Title", [], [], [block._replace(draw=draw)])
    assert "`okr tree --cycle 2026-Q4` shows what" in page_table(page, width=80, color=False)
    assert "`okr tree --cycle 2026-Q4` shows what" in page_text(page)
    assert "okr tree" not in page_slack(page)
    assert drawn == []
    assert "Who works for what" not in page_html(page)
    assert drawn == ["drawn"]

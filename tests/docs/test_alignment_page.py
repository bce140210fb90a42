"""The pages that docs/alignment.md shows are those that the program writes."""

import re

from tests.running import PROJECT, TESTS

GOLDEN = TESTS / "golden"


def _shown(opening: str) -> str:
    """Give the block of the page that begins with some lines, without them."""
    page = (PROJECT / "docs" / "alignment.md").read_text("utf-8")
    (found,) = re.findall(rf"{re.escape(opening)}\n(.*?)```\n", page, re.DOTALL)
    return str(found)


def test_the_alignment_of_a_troubled_company_is_what_is_written() -> None:
    shown = _shown("`okr alignment` of a company that has much to decide:\n\n```text")
    assert shown == (GOLDEN / "alignment" / "trouble-80.txt").read_text("utf-8")


def test_the_needs_of_the_demo_company_begin_as_is_written() -> None:
    shown = _shown("```console\n$ okr needs").removesuffix("[...]\n")
    assert (GOLDEN / "needs" / "demo-80.txt").read_text("utf-8").startswith(shown)

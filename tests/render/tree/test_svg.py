"""The drawing in SVG: everything is in it, as text, inside the page."""

import re
from xml.etree import ElementTree as ET

import pytest

from okrcli.analysis.landscape.tree import Tree
from okrcli.analysis.landscape.tree_report import tree
from okrcli.analysis.landscape.tree_selection import Wanted
from okrcli.errors import UsageError
from okrcli.model.objective import Objective
from okrcli.render.tree.svg import tree_svg
from tests.analysis.cascades import CYCLE, goal, landscape

pytest.importorskip("pygraphviz")

SVG = "{http://www.w3.org/2000/svg}"
GIVEN = (
    goal("company/top", pillar="delight", at=9),
    goal("product/mid", "company/top", at=1),
    goal("growth/leaf", "mid", "company/top"),
    goal("growth/idea", "mid", draft=True),
)


def drawn(*given: Objective) -> Tree:
    return tree(landscape(given), [], Wanted(frozenset({CYCLE})))


def parsed(found: Tree) -> ET.Element:
    return ET.fromstring(tree_svg(found))  # noqa: S314 - our own text


def test_each_box_and_each_link_is_drawn() -> None:
    root = parsed(drawn(*GIVEN))
    titles = [each.findtext(f"{SVG}title") for each in root.iter(f"{SVG}g")]
    assert titles == [
        "Every shop sells online.",
        "Shops recommend us",
        "The top",
        "The mid",
        "The leaf",
        "The idea",
    ]
    paths = list(root.iter(f"{SVG}path"))
    assert len(paths) == 6
    assert [each.get("class") for each in paths].count("other") == 1


def test_everything_is_inside_the_page() -> None:
    root = parsed(drawn(*GIVEN))
    width, height = int(root.get("width") or 0), int(root.get("height") or 0)
    for box in root.iter(f"{SVG}g"):
        left, top = map(int, re.findall(r"-?\d+", box.get("transform") or ""))
        frame = box.find(f"{SVG}rect")
        assert frame is not None
        assert 0 <= left <= width - 32 - int(frame.get("width") or 0)
        assert 0 <= top <= height - 32 - int(frame.get("height") or 0)


def test_what_hangs_on_nothing_stands_beside_the_objectives_not_beside_the_vision() -> None:
    root = parsed(drawn(*GIVEN, goal("growth/law", standalone="The law")))
    left = {
        each.findtext(f"{SVG}title"): re.findall(r"-?\d+", each.get("transform") or "")[0]
        for each in root.iter(f"{SVG}g")
    }
    assert left["The law"] == left["The top"]


def test_foreign_text_is_text() -> None:
    title = '</text><script>alert("1")</script>&#x41; \x1b\u202e\ufffe]]>'
    root = parsed(drawn(goal("growth/a")._replace(title=title)))
    assert {each.tag for each in root.iter()} <= {
        f"{SVG}{name}" for name in ("svg", "title", "style", "rect", "path", "g", "text")
    }
    *_, box = root.iter(f"{SVG}g")
    assert (box.findtext(f"{SVG}title") or "").startswith(
        '</text><script>alert("1")</script>&#x41;'
    )


def test_a_drawing_that_nobody_can_look_at_is_refused() -> None:
    many = [goal(f"growth/o{number}") for number in range(4001)]
    with pytest.raises(UsageError, match="too large"):
        tree_svg(drawn(*many))

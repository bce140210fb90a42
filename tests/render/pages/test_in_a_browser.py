"""Files of HTML in a real browser: every report of the demo company, and pages of odd texts.

The reports are those of tests/golden, which the tests of the commands keep current.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from okrcli.render.pages.html import page_html
from tests.render import page_cases as pages
from tests.render.chromium import DESK, PHONE, Browser, Screen, Tab, program
from tests.running import TESTS

_REPORTS = ("week", "board", "cycle", "cycle-over", "plan", "person", "health")
_PROBE = (
    "<script>document.title='ran'</script><p style='color:red'>x</p><img src='http://x.invalid/'>"
)
_SCREENS = [DESK, PHONE, Screen(dark=True), Screen(320, 640)]
_TOO_WIDE = """
{
  const room = document.documentElement.clientWidth + 0.5;
  const hidden = (each) => each && getComputedStyle(each).position === "absolute";
  [...document.body.querySelectorAll("*")]
    .filter((each) => each.getBoundingClientRect().right > room && !hidden(each.closest("thead")))
    .map((each) => each.outerHTML.slice(0, 80));
}
"""


_HEADINGS = "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((e) => +e.tagName[1])"
_OVERLAPPING = """
[...document.querySelectorAll(".chart")].flatMap((chart) => {
  const labels = [...chart.querySelectorAll("text")].map((e) => [e, e.getBoundingClientRect()]);
  const meet = (a, b) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return labels
    .filter(([e, box]) => box.left < 0 || labels.some(([f, other]) => e !== f && meet(box, other)))
    .map(([e]) => e.textContent);
})
"""
_NAMELESS = """
[...document.querySelectorAll("svg[role=img], table")]
  .filter((each) => !each.getAttribute("aria-label") && !each.querySelector("title"))
  .map((each) => each.outerHTML.slice(0, 80))
"""


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start one browser for all tests; skip them where this machine has none."""
    name = program()
    if name is None:
        pytest.skip("there is no Chromium here")
    started = Browser(name, tmp_path_factory.mktemp("browser"))
    yield started
    started.close()


@pytest.fixture(params=[*_REPORTS, "every-kind", "nasty", "endless"])
def tab(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Tab]:
    """Open a page."""
    opened = browser.open(_text(request.param))
    yield opened
    opened.close()


def _text(name: str) -> str:
    if name in _REPORTS:
        return (TESTS / "golden" / "report" / f"{name}.html").read_text(encoding="utf-8")
    odd = {"every-kind": pages.every_kind, "nasty": pages.nasty, "endless": pages.endless}
    return page_html(odd[name]())


def test_a_page_complains_of_nothing_and_fetches_nothing(tab: Tab) -> None:
    assert tab.value("document.querySelectorAll('main').length") == 1
    assert (tab.complaints, tab.fetched) == ([], [])


def test_nothing_is_wider_than_a_screen(tab: Tab) -> None:
    for screen in _SCREENS:
        tab.look(screen)
        assert tab.value(_TOO_WIDE) == [], screen


def test_headings_step_down_one_by_one_below_one_title(tab: Tab) -> None:
    levels = tab.value(_HEADINGS)
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(low <= high + 1 for high, low in pairwise(levels))


def test_what_is_drawn_and_each_table_has_a_name(tab: Tab) -> None:
    assert tab.value("document.documentElement.lang") == "en"
    assert tab.value(_NAMELESS) == []
    assert tab.value("document.querySelectorAll('th:not([scope])').length") == 0


@pytest.mark.parametrize("screen", [DESK, PHONE])
@pytest.mark.parametrize("name", ["board", "cycle", "every-kind", "endless"])
def test_no_label_of_a_chart_stands_on_another(name: str, screen: Screen, browser: Browser) -> None:
    tab = browser.open(_text(name), screen)
    tab.value("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
    assert tab.value("document.querySelectorAll('.chart text').length") > 3
    assert tab.value(_OVERLAPPING) == []
    tab.close()


def test_every_fold_opens_with_the_keyboard_alone(browser: Browser) -> None:
    tab = browser.open(_text("cycle"))
    folds = tab.value("document.querySelectorAll('details').length")
    assert folds > 10
    for _ in range(folds):
        tab.press("Tab")
        if not tab.value("document.activeElement.parentElement.open"):
            tab.press("Enter")
    assert tab.value("document.querySelectorAll('details:not([open])').length") == 0
    assert tab.value("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    tab.close()


def test_one_level_of_the_alignment_is_open_at_first(browser: Browser) -> None:
    tab = browser.open(_text("cycle"))
    assert tab.value("document.querySelectorAll('.outline .outline details[open]').length") == 0
    assert tab.value("document.querySelectorAll('.outline details[open]').length") > 1
    tab.close()


def test_paper_shows_what_is_folded(browser: Browser) -> None:
    tab = browser.open(_text("cycle"))
    hidden = "document.querySelector('.outline .outline .outline li').checkVisibility()"
    assert tab.value(hidden) is False
    tab.look(Screen(medium="print"))
    seen = "document.querySelector('.outline .outline .outline li').getBoundingClientRect().height"
    assert tab.value(seen) > 0
    tab.close()


def test_what_is_slipped_in_is_refused_by_the_policy(browser: Browser) -> None:
    text = page_html(pages.every_kind()).replace("</main>", f"{_PROBE}</main>")
    tab = browser.open(text)
    assert tab.value("document.title") == "Weekly news"
    refused = " ".join(tab.complaints)
    assert all(kind in refused for kind in ("script", "style", "image"))
    tab.close()


_SLIDES = {"every-kind": pages.every_kind()._replace(slide=True)} | {
    f"{rows} rows, {words * 7} words": pages.slide(rows, words)
    for rows, words in ((1, 1), (4, 2), (5, 3), (8, 1), (8, 3), (10, 2), (12, 1))
}


@pytest.mark.parametrize("name", ["board", *_SLIDES])
def test_a_slide_prints_on_one_page_of_16_to_9(name: str, browser: Browser) -> None:
    tab = browser.open(_text(name) if name == "board" else page_html(_SLIDES[name]))
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", tab.printed())
    assert len(boxes) == 1
    across, down = map(float, boxes[0])
    assert across / down == pytest.approx(16 / 9, rel=0.01)
    tab.close()

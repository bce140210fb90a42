"""A file of HTML in a real browser: no complaints, no script, one slide a page."""

import re
from pathlib import Path

import pytest

from okrcli.render.page import Page
from okrcli.render.page_html import page_html
from tests.render import pages
from tests.render.chromium import Browser

_PROBE = (
    "<script>document.title='ran'</script><p style='color:red'>x</p><img src='http://x.invalid/'>"
)


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    """Give a browser."""
    return Browser(tmp_path)


@pytest.mark.parametrize("page", [pages.every_kind(), pages.nasty()], ids=["plain", "nasty"])
def test_the_console_stays_empty(browser: Browser, page: Page) -> None:
    seen = browser.open(page_html(page), "--dump-dom")
    assert "</main>" in seen.output
    assert seen.complaints == []


def test_what_is_slipped_in_is_refused_by_the_policy(browser: Browser) -> None:
    text = page_html(pages.every_kind()).replace("</main>", f"{_PROBE}</main>")
    seen = browser.open(text, "--dump-dom")
    assert "<title>Weekly news</title>" in seen.output
    refused = " ".join(seen.complaints)
    assert all(kind in refused for kind in ("script", "style", "image"))


def test_a_slide_prints_on_one_page_of_16_to_9(browser: Browser) -> None:
    page = pages.every_kind()._replace(slide=True)
    printed = browser.printed(page_html(page))
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    assert len(boxes) == 1
    across, down = map(float, boxes[0])
    assert across / down == pytest.approx(16 / 9, rel=0.01)

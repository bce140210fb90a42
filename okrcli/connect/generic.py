"""One message for a program of one's own: the words and the facts of a report, as JSON."""

from typing import Any

from okrcli.connect.announcement import Announcement
from okrcli.render.pages.markdown import page_markdown
from okrcli.render.pages.text import page_text
from okrcli.render.pages.words import one_line

_VERSION = 1


def generic_messages(told: Announcement) -> list[dict[str, Any]]:
    """Write an announcement as one object; `facts` are those of `okr report --format json`."""
    return [
        {
            "version": _VERSION,
            "report": told.report,
            "title": one_line(told.page.title),
            "text": page_text(told.page),
            "markdown": page_markdown(told.page),
            "facts": told.facts(),
        }
    ]

"""What is announced: a report, in which no e-mail address is left."""

import json
from collections.abc import Callable
from typing import Any, NamedTuple

from okrcli.render.addresses import without_addresses
from okrcli.render.pages.change import reworded
from okrcli.render.pages.page import Page


class Announcement(NamedTuple):
    """A report by its name: its page, and its facts, made when they are asked for."""

    report: str
    page: Page
    facts: Callable[[], Any]


def announcement(report: str, page: Page, facts: Callable[[], str]) -> Announcement:
    """Prepare a report for leaving; `facts` gives them as JSON."""
    return Announcement(
        report, reworded(page, without_addresses), lambda: _private(json.loads(facts()))
    )


def _private(data: Any) -> Any:  # noqa: ANN401 - whatever JSON has
    match data:
        case str():
            return without_addresses(data)
        case list():
            return [_private(each) for each in data]
        case dict():
            return {without_addresses(key): _private(value) for key, value in data.items()}
        case _:
            return data

"""How a report is made: by the module of its name, imported only then."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.session import Session

if TYPE_CHECKING:
    from okrcli.render.pages.page import Page


class Wanted(NamedTuple):
    """What a report is asked for; `about` is a team, `person` somebody it is about.

    `cached` tells whether the cache may be used.
    """

    about: str | None = None
    person: str | None = None
    owner: str | None = None
    cycle: str | None = None
    at: str | None = None
    since: str | None = None
    cached: bool = False


class Made(NamedTuple):
    """A report: its page for people, its facts as JSON for programs; written when asked for.

    `nothing` is why it need not be sent to anybody; None where it tells something.
    """

    page: "Callable[[], Page]"
    json: Callable[[], str]
    nothing: str | None = None


def made(session: Session, name: str, wanted: Wanted) -> Made:
    """Make a report by `okrcli.cli.reports.report_NAME.report_NAME`."""
    make: Callable[[Session, Wanted], Made] = getattr(
        import_module(f"okrcli.cli.reports.report_{name}"), f"report_{name}"
    )
    return make(session, wanted)

"""What reports found is remembered for all that it depends on, until one of that changes.

The core packs what was found, the history keeps pages of text: here the two meet, as in `grounds`.
"""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from okrcli.cli.reading.caching import caches
from okrcli.cli.reading.reporting import here, warn_of_unreadable
from okrcli.cli.reports.reports import Wanted
from okrcli.cli.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from okrcli.history.memory.notebook import Notebook


class Source(Protocol):
    """What a report was gathered from."""

    @property
    def complete(self) -> bool:
        """Tell whether all of the history could be seen."""

    @property
    def unreadable(self) -> Sequence[str]:
        """Give the files that cannot be read."""


F = TypeVar("F")
S = TypeVar("S", bound=Source)
_MOST = 64_000_000  # bytes of all answers about one state


def remembered(
    session: Session,
    wanted: Wanted,
    kind: type[F],
    gather: "Callable[[Session, Wanted], tuple[F, S]]",
) -> tuple[F, S | None]:
    """Give what was found before about the same state on the same day, else gather it.

    Also give what it was gathered from; None of what is remembered.
    """
    from okrcli.analysis.reports.packing import unpack_report

    name = json.dumps([kind.__name__, *wanted])
    notes = notes_of(session, wanted)
    page = None if notes is None else notes.read(name)
    if page is not None:
        facts, unreadable = unpack_report(kind, page)
        warn_of_unreadable(session, unreadable)
        return facts, None
    facts, found = gather(session, wanted)
    if notes is not None and found.complete and notes == notes_of(session, wanted):
        write(notes, name, facts, found.unreadable)
    return facts, found


def notes_of(session: Session, wanted: Wanted, day: "date | None" = None) -> "Notebook | None":
    """Find the notebook of what stands today, or as if today were a day; none is of the past."""
    folder = caches(session) if wanted.cached and wanted.at is None else None
    if folder is None:
        return None
    from okrcli.history.memory.notebook import notebook
    from okrcli.history.plumbing.shape import rules_version

    rules = rules_version()
    if rules is None:
        return None
    now = here(session)
    return notebook(folder, now if day is None else now._replace(now=day), f"reports {rules}")


def write(notes: "Notebook", name: str, facts: object, unreadable: Sequence[str]) -> None:
    """Write down what was found, and which files could not be read."""
    from okrcli.analysis.reports.packing import pack_report

    try:
        page = pack_report(facts, unreadable)
    except ValueError:
        return
    notes.write({name: page}, _MOST)

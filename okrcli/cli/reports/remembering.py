"""What reports found is remembered for all that it depends on, until one of that changes.

The core packs what was found, the history keeps pages of text: here the two meet, as in `grounds`.
"""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

import json
from typing import TYPE_CHECKING, TypeVar

from okrcli.cli.reading.caching import caches
from okrcli.cli.reading.reporting import here, warn_of_unreadable
from okrcli.cli.reports.reports import Wanted
from okrcli.cli.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable

    from okrcli.cli.reading.reporting import Asked
    from okrcli.history.memory.notebook import Notebook
    from okrcli.history.recorded import Recorded

F = TypeVar("F")
_MOST = 64_000_000  # bytes of all answers about one state


def remembered(
    session: Session,
    wanted: Wanted,
    kind: type[F],
    gather: "Callable[[Session, Wanted], tuple[F, Asked]]",
) -> "tuple[F, Asked | None]":
    """Give what was found before about the same state on the same day, else gather it.

    Also give what it was gathered from; None of what is remembered.
    """
    from okrcli.analysis.reports.packing import unpack_report

    name = json.dumps([kind.__name__, *wanted])
    notes = _notebook(session, wanted)
    page = None if notes is None else notes.read(name)
    if page is not None:
        facts, unreadable = unpack_report(kind, page)
        warn_of_unreadable(session, unreadable)
        return facts, None
    facts, found = gather(session, wanted)
    if notes is not None and found.recorded.facts.complete and notes == _notebook(session, wanted):
        _write(notes, name, facts, found.recorded)
    return facts, found


def _notebook(session: Session, wanted: Wanted) -> "Notebook | None":
    """Find the notebook of what stands now; nothing is kept of the past."""
    folder = caches(session) if wanted.cached and wanted.at is None else None
    if folder is None:
        return None
    from okrcli.history.memory.notebook import notebook
    from okrcli.history.plumbing.shape import rules_version

    rules = rules_version()
    return None if rules is None else notebook(folder, here(session), f"reports {rules}")


def _write(notes: "Notebook", name: str, facts: object, found: "Recorded") -> None:
    from okrcli.analysis.reports.packing import pack_report

    try:
        page = pack_report(facts, found.timeline.unreadable)
    except ValueError:
        return
    notes.write({name: page}, _MOST)

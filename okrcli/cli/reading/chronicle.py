"""The facts of a history: remembered from when they were gathered, else gathered.

They are the same on any day, as long as nothing is uncommitted. The core gathers and packs them,
the history keeps pages of text: here the two meet, as in `grounds`.
"""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from okrcli.cli.reading.caching import caches
from okrcli.cli.reading.reporting import READING, here, recorded
from okrcli.cli.session import Session

if TYPE_CHECKING:
    from okrcli.analysis.facts.past import PastFacts
    from okrcli.analysis.progress.summary import Goals
    from okrcli.history.memory.notebook import Notebook
    from okrcli.history.recorded import Recorded

_FIRST = "first"
_ROWS = 10_000  # of a page
_LISTED = ("objectives", "key_results", "lessons")
_LONG = ("check_ins", "goalposts")


class Chronicle(NamedTuple):
    """What is on record, and where its past is or will be remembered."""

    found: "Recorded"
    notes: "Notebook | None"


def chronicle(session: Session, at: str | None, *, cached: bool) -> Chronicle:
    """Read the workspace as it stands or as it was; the present may be remembered, too."""
    if at is not None:
        return Chronicle(recorded(session, at), None)
    from okrcli.history.memory.notebook import notebook
    from okrcli.history.recorded import present

    now, folder = here(session), caches(session) if cached else None
    with session.working(READING):
        found = present(now, None, folder)
    if folder is None or found.revision is None or not found.facts.complete:
        return Chronicle(found, None)
    return Chronicle(found, notebook(folder, now._replace(now=date.min), "facts"))


def past_of(session: Session, told: Chronicle, goals: "Goals") -> "PastFacts":
    """Give the facts of a history."""
    remembered = None if told.notes is None else _remembered(told.notes)
    if remembered is not None and told.notes is not None:
        told.notes.refresh()
        return remembered
    from okrcli.analysis.facts.past import past_facts

    past, calendar = told.found.timeline.past, told.found.settings.calendar
    with session.working(READING):
        commits = [each.commit for each in past.commits()]
        facts = past_facts(past.versions(), commits, goals.keys(), calendar, past.learned())
    if told.notes is not None:
        _write(told.notes, facts)
    return facts


def _write(notes: "Notebook", facts: "PastFacts") -> None:
    """Write the facts down, some at a time; what tells of them all comes last."""
    from pydantic_core import to_json

    from okrcli.analysis.facts.packing import pack_rows, portions

    counts: dict[str, int] = {}
    for table in (*_LISTED, *_LONG):
        counts[table] = 0
        for rows in portions(getattr(facts, table), _ROWS):
            try:
                page = to_json(pack_rows(table, rows), inf_nan_mode="constants")
            except ValueError:
                return
            notes.write({_page(table, counts[table]): page})
            counts[table] += 1
    notes.write({_FIRST: to_json([facts.commits, sorted(facts.authors), counts])})


def _remembered(notes: "Notebook") -> "PastFacts | None":
    """Give the facts that were written down; None where a page is missing."""
    from pydantic_core import from_json

    from okrcli.analysis.facts.past import PastFacts

    pages = notes.read_all()
    if _FIRST not in pages:
        return None
    commits, authors, counts = from_json(pages[_FIRST])
    names = {table: [_page(table, at) for at in range(count)] for table, count in counts.items()}
    if any(name not in pages for listed in names.values() for name in listed):
        return None
    rows = {table: _rows(table, [pages[name] for name in names[table]]) for table in counts}
    return PastFacts(
        commits=commits,
        objectives=list(rows["objectives"]),
        key_results=list(rows["key_results"]),
        check_ins=rows["check_ins"],
        goalposts=rows["goalposts"],
        lessons=list(rows["lessons"]),
        authors=authors,
    )


def _rows(table: str, pages: Iterable[bytes]) -> Iterator[Any]:
    from pydantic_core import from_json

    from okrcli.analysis.facts.packing import unpack_rows

    for page in pages:
        yield from unpack_rows(table, from_json(page))


def _page(table: str, place: int) -> str:
    return f"{table} {place}"

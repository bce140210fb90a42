"""The health of the process, remembered from another day as far as it holds on this one.

The core tells what holds, the history keeps it: here the two meet, as in `remembering`.
"""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.reading.reporting import (
    Asked,
    Question,
    asked_cycles,
    goals_of,
    recorded,
    warn_of_unreadable,
)
from okrcli.cli.reports.remembering import notes_of, write
from okrcli.cli.reports.reports import Wanted
from okrcli.cli.reports.reviewing import one
from okrcli.cli.session import Session

if TYPE_CHECKING:
    from okrcli.analysis.progress.summary import Goals
    from okrcli.analysis.reports.health import Health
    from okrcli.analysis.reports.health_gauges import Reading
    from okrcli.analysis.reports.lasting import Lasting
    from okrcli.model.cycle import Cycle

CYCLES = 5  # a year of quarters, and the one that runs
_ANY_DAY = date.min


class Again(NamedTuple):
    """What is known of a history that was seen on another day."""

    unreadable: Sequence[str]
    complete: bool = True


def looked_at(usual: "Sequence[Cycle]", every: "Sequence[Cycle]") -> "Sequence[Cycle]":
    """Choose the cycle that is asked for, and those like it before; the oldest comes first."""
    from okrcli.analysis.cycle.cycle_choice import ending_first, up_to

    return up_to(one(ending_first(usual)), every)[-CYCLES:]


def kept(
    session: Session,
    wanted: Wanted,
    measure: "Callable[[Session, Wanted], tuple[Lasting, Asked]]",
) -> "tuple[Health, Asked]":
    """Measure all, and keep it for other days where nothing in it is uncommitted."""
    notes = notes_of(session, wanted, _ANY_DAY)
    lasting, found = measure(session, wanted)
    known = found.complete and found.recorded.revision is not None
    if notes is not None and known and notes == notes_of(session, wanted, _ANY_DAY):
        write(notes, _page(wanted), lasting, found.unreadable)
    return lasting.found, found


def recalled(session: Session, wanted: Wanted) -> "tuple[Health, Again] | None":
    """Give what another day found, with what is another today; None where that is too much."""
    from okrcli.analysis.reports.lasting import Lasting, on_day
    from okrcli.analysis.reports.packing import unpack_report

    notes = notes_of(session, wanted, _ANY_DAY)
    page = None if notes is None else notes.read(_page(wanted))
    if notes is None or page is None:
        return None
    lasting, unreadable = unpack_report(Lasting, page)
    goals = goals_of(recorded(session, None, asked_cycles(Question()), cached=True))
    moving = _moving(lasting, goals, wanted.cycle)
    if moving is None or goals.revision != lasting.found.moment.revision:
        return None
    notes.refresh()
    warn_of_unreadable(session, unreadable)
    rhythms = _rhythms(goals, moving, lasting.found)
    return on_day(lasting, goals.now, rhythms), Again(unreadable)


def _moving(lasting: "Lasting", goals: "Goals", name: str | None) -> "Sequence[Cycle] | None":
    from okrcli.analysis.progress.summary import current
    from okrcli.analysis.reports.lasting import moving

    every = lasting.every
    named = [cycle for cycle in every if cycle.name == name]
    usual = current(every, goals.now, goals.settings) if name is None else named
    return moving(lasting, looked_at(usual, every), goals.now)


def _rhythms(goals: "Goals", cycles: "Sequence[Cycle]", found: "Health") -> "Mapping[str, Reading]":
    from okrcli.analysis.landscape.landscape import Landscape
    from okrcli.analysis.reports.health import in_rhythm

    landscape, team = Landscape(goals), None if found.about is None else found.about.id
    return {cycle.name: in_rhythm(landscape, cycle, team) for cycle in cycles}


def _page(wanted: Wanted) -> str:
    return json.dumps(["health of any day", wanted.about, wanted.cycle])

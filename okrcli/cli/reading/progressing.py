"""How the progress report is put together: what is remembered of it, else what is computed."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

import json
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from okrcli.cli.reading.caching import caches
from okrcli.cli.reading.grounds import Computed, Ground, NotRememberedError, Remembered
from okrcli.cli.reading.reporting import (
    READING,
    Question,
    asked_cycles,
    goals_of,
    here,
    recorded,
    usual_cycles,
    warn_of_unreadable,
)
from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from okrcli.analysis.progress.report import Report
    from okrcli.analysis.sheets.selection import Filter
    from okrcli.history.memory.notebook import Notebook
    from okrcli.history.plumbing.moment import Moment
    from okrcli.history.recorded import Recorded
    from okrcli.model.cycle import Cycle

G = TypeVar("G", bound=Ground)


def progress(session: Session, question: Question) -> "Report":
    """Give a progress report: what is remembered of it, else what is computed."""
    if question.at is not None:
        return _report(session, *_computed(session, question, None))
    now = here(session)
    for everything in (False, True):
        notes = _notebook(session, question, now, everything=everything)
        if notes is not None:
            ground = Remembered(notes, now.settings.calendar)
            with suppress(UsageError, NotRememberedError):
                return _report(session, *_chosen(question, ground))
    return _report(session, *_computed(session, question, now))


def _notebook(
    session: Session, question: Question, now: "Moment", *, everything: bool
) -> "Notebook | None":
    """Find the notebook of a question, which reads all cycles or those that it asks for."""
    from okrcli.history.memory.notebook import notebook

    folder = caches(session) if question.cached else None
    scope = json.dumps([everything, question.cycle])
    return None if folder is None else notebook(folder, now, scope)


def _computed(
    session: Session, question: Question, now: "Moment | None"
) -> "tuple[Computed, Sequence[Cycle], Filter]":
    """Read what is on record, of the cycles asked for where they tell enough, else of all."""
    if now is None:
        return _chosen(question, _ground(question, recorded(session, question.at)))
    with suppress(UsageError):
        found = _standing(session, question, now, everything=False)
        if found.goals.objectives:
            return _chosen(question, found)
    return _chosen(question, _standing(session, question, now, everything=True))


def _standing(session: Session, question: Question, now: "Moment", *, everything: bool) -> Computed:
    """Compute from what stands on disk."""
    from okrcli.history.recorded import present

    folder = caches(session) if question.cached else None
    with session.working(READING):
        found = present(now, None if everything else asked_cycles(question)(now.settings), folder)
    return _ground(question, found, _notebook(session, question, now, everything=everything))


def _ground(question: Question, found: "Recorded", notes: "Notebook | None" = None) -> Computed:
    """Compute from what is on record; what could not all be seen is not written down."""
    goals = goals_of(found)
    cycles = usual_cycles(goals, question.cycle)
    complete = found.facts.complete
    return Computed(goals, cycles, found.timeline.unreadable, notes if complete else None)


def _chosen(question: Question, ground: G) -> "tuple[G, Sequence[Cycle], Filter]":
    from okrcli.cli.reading.wanted import wanted

    chosen, cycles = wanted(
        question.about, question.owner, ground.names, ground.cycles, ground.resolver
    )
    return ground, cycles, chosen


def _report(
    session: Session, ground: Ground, cycles: "Sequence[Cycle]", wanted: "Filter"
) -> "Report":
    """Make a report, and say on standard error what could not be seen."""
    from okrcli.analysis.sheets.selection import report

    sheet = ground.sheet(cycles, wanted)
    warn_of_unreadable(session, ground.unreadable)
    return report(sheet, wanted)

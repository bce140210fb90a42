"""How a report is put together: the workspace, its history, what was asked for, the numbers."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from okrcli.cli.caching import caches
from okrcli.cli.grounds import Computed, Ground, NotRememberedError, Remembered
from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.analysis.references import Resolver
    from okrcli.analysis.report import Report
    from okrcli.analysis.selection import Filter
    from okrcli.analysis.summary import Goals
    from okrcli.history.moment import Moment
    from okrcli.history.notebook import Notebook
    from okrcli.history.recorded import Recorded
    from okrcli.model.cycle import Cycle
    from okrcli.model.settings import Settings

G = TypeVar("G", bound=Ground)

TODAY = "OKR_TODAY"
_READING = "reading the history"

Asking = Callable[["Settings"], "Callable[[date, Cycle], bool]"]


class Question(NamedTuple):
    """What a report is asked for; `about` is a team or a reference.

    `cached` tells whether the cache may be used.
    """

    about: str | None = None
    cycle: str | None = None
    at: str | None = None
    owner: str | None = None
    cached: bool = False


class Asked(NamedTuple):
    """What a question is about: the goals on record, the cycles, and what of them is wanted."""

    goals: "Goals"
    resolver: "Resolver"
    cycles: "Sequence[Cycle]"
    wanted: "Filter"


def recorded(
    session: Session, at: str | None, cycles: Asking | None = None, *, cached: bool = False
) -> "Recorded":
    """Read the workspace around the current folder, as it stands or as it was.

    With `cycles`, which makes a test of the settings, only those cycles need to be read. What is
    `cached` may be taken from the cache; it does not have the past step by step at hand.
    """
    from okrcli.history.recorded import past, present
    from okrcli.store.discovery import find_workspace

    if at is None:
        now = _moment(session)
        asked = None if cycles is None else cycles(now.settings)
        with session.working(_READING):
            return present(now, asked, caches(session) if cached else None)
    root = find_workspace(session.folder)
    with session.working(_READING):
        return past(root, at)


def progress(session: Session, question: Question) -> "Report":
    """Give a progress report: what is remembered of it, else what is computed."""
    if question.at is not None:
        return _report(session, *_computed(session, question, None))
    now = _moment(session)
    for everything in (False, True):
        notes = _notebook(session, question, now, everything=everything)
        if notes is not None:
            ground = Remembered(notes, now.settings.calendar)
            with suppress(UsageError, NotRememberedError):
                return _report(session, *_chosen(question, ground))
    return _report(session, *_computed(session, question, now))


def asked(session: Session, question: Question) -> Asked:
    """Find what is asked for; what the cycles asked for do not tell is looked for in all."""
    now = None if question.at is not None else _moment(session)
    ground, cycles, wanted = _computed(session, question, now)
    warn_of_unreadable(session, ground.unreadable)
    return Asked(ground.goals, ground.resolver(), cycles, wanted)


def _moment(session: Session) -> "Moment":
    """Look at the workspace around the current folder, as it stands."""
    from okrcli.history.moment import moment
    from okrcli.store.contents import file_contents
    from okrcli.store.discovery import find_workspace
    from okrcli.store.settings_file import read_settings

    root = find_workspace(session.folder)
    settings = read_settings(root)
    return moment(root, settings, file_contents(root, settings), clock(session))


def _notebook(
    session: Session, question: Question, now: "Moment", *, everything: bool
) -> "Notebook | None":
    """Find the notebook of a question, which reads all cycles or those that it asks for."""
    from okrcli.history.notebook import notebook

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
    with session.working(_READING):
        found = present(now, None if everything else _is_asked(question, now), folder)
    return _ground(question, found, _notebook(session, question, now, everything=everything))


def _is_asked(question: Question, now: "Moment") -> "Callable[[date, Cycle], bool]":
    """Tell which cycles a question is about."""
    from okrcli.analysis.summary import is_running

    if question.cycle is None:
        return lambda day, cycle: is_running(cycle, day, now.settings)
    named = now.settings.calendar.cycle(question.cycle)
    return lambda _, cycle: cycle == named or (named is not None and cycle.contains(named))


def _ground(question: Question, found: "Recorded", notes: "Notebook | None" = None) -> Computed:
    """Compute from what is on record; what could not all be seen is not written down."""
    goals = goals_of(found)
    cycles = _cycles(goals, question.cycle)
    complete = found.facts.complete
    return Computed(goals, cycles, found.timeline.unreadable, notes if complete else None)


def _chosen(question: Question, ground: G) -> "tuple[G, Sequence[Cycle], Filter]":
    from okrcli.cli.wanted import wanted

    chosen, cycles = wanted(
        question.about, question.owner, ground.names, ground.cycles, ground.resolver
    )
    return ground, cycles, chosen


def _report(
    session: Session, ground: Ground, cycles: "Sequence[Cycle]", wanted: "Filter"
) -> "Report":
    """Make a report, and say on standard error what could not be seen."""
    from okrcli.analysis.selection import report

    sheet = ground.sheet(cycles, wanted)
    warn_of_unreadable(session, ground.unreadable)
    return report(sheet, wanted)


def warn_of_unreadable(session: Session, paths: Iterable[str]) -> None:
    """Say which files are shown as they were before."""
    for path in paths:
        session.warn(
            f"{path} cannot be read; what it said before, if anything, is shown", "run `okr lint`"
        )


def goals_of(found: "Recorded") -> "Goals":
    """Give what is on record as analysis takes it."""
    from okrcli.analysis.summary import Goals

    timeline = found.timeline
    return Goals(
        objectives=timeline.objectives,
        organization=timeline.organization,
        series=timeline.series,
        settings=found.settings,
        now=found.now,
        revision=found.revision,
        history=found.facts,
        drafts=timeline.drafts,
    )


def clock(session: Session) -> "Callable[[tzinfo], date]":
    """Give the clock: today in a time zone, or what OKR_TODAY says."""
    said = session.environ.get(TODAY)
    if not said:
        return lambda zone: datetime.now(zone).date()
    try:
        day = date.fromisoformat(said)
    except ValueError:
        raise UsageError(f"{TODAY} is no date (YYYY-MM-DD): {said}") from None
    return lambda _: day


def _cycles(goals: "Goals", name: str | None) -> "Sequence[Cycle]":
    from okrcli.analysis.summary import all_cycles, current_cycles

    if name is None:
        return current_cycles(goals)
    having = all_cycles(goals)
    found = [cycle for cycle in having if cycle.name == name]
    if not found:
        known = ", ".join(cycle.name for cycle in having) or "none yet"
        raise UsageError(f"there are no OKRs in a cycle {name}", f"cycles with OKRs: {known}")
    return found

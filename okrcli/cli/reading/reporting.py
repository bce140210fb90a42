"""How a report is put together: the workspace, its history, what was asked for."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.reading.caching import caches
from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.analysis.progress.summary import Goals
    from okrcli.analysis.references import Resolver
    from okrcli.analysis.sheets.selection import Filter
    from okrcli.history.plumbing.moment import Moment
    from okrcli.history.recorded import Recorded
    from okrcli.model.cycle import Cycle
    from okrcli.model.objective import Objective
    from okrcli.model.settings import Settings

TODAY = "OKR_TODAY"
READING = "reading the history"

Asking = Callable[["Settings"], "Callable[[date, Cycle], bool]"]


class Question(NamedTuple):
    """What a report is asked for; `about` is a team or a reference.

    `cached` tells whether the cache may be used; `whole`, that a cycle is not enough that is named;
    `everything`, that the running ones are not enough either.
    With `drafts` they, and the cycles that they are for, can be asked for, too.
    """

    about: str | None = None
    cycle: str | None = None
    at: str | None = None
    owner: str | None = None
    cached: bool = False
    drafts: bool = False
    whole: bool = False
    everything: bool = False


class Asked(NamedTuple):
    """What a question is about: the goals on record, the cycles, and what of them is wanted.

    `usual` are the cycles that would be shown if it were about no reference.
    """

    goals: "Goals"
    resolver: "Resolver"
    cycles: "Sequence[Cycle]"
    wanted: "Filter"
    usual: "Sequence[Cycle]"
    recorded: "Recorded"

    @property
    def complete(self) -> bool:
        """Tell whether all of the history could be seen."""
        return self.recorded.facts.complete

    @property
    def unreadable(self) -> "Sequence[str]":
        """Give the files that cannot be read."""
        return self.recorded.timeline.unreadable


def recorded(
    session: Session, at: str | None, cycles: Asking | None = None, *, cached: bool = False
) -> "Recorded":
    """Read the workspace around the current folder, as it stands or as it was.

    With `cycles`, which makes a test of the settings, only those cycles need to be read. What is
    `cached` may be taken from the cache; it does not have the past step by step at hand.
    """
    if at is None:
        from okrcli.history.recorded import present

        now = here(session)
        wanted = None if cycles is None else cycles(now.settings)
        with session.working(READING):
            return present(now, wanted, caches(session) if cached else None)
    from okrcli.history.at import past
    from okrcli.history.whereabouts import whereabouts

    place = whereabouts(session.folder, at)
    with session.working(READING):
        return past(place.git, at)


def here(session: Session) -> "Moment":
    """Look at the workspace around the current folder, as it stands."""
    from okrcli.history.plumbing.moment import moment
    from okrcli.history.whereabouts import whereabouts
    from okrcli.store.contents import file_contents
    from okrcli.store.settings_file import read_settings

    root = whereabouts(session.folder, None).folder
    settings = read_settings(root)
    return moment(root, settings, file_contents(root, settings), clock(session))


def asked(session: Session, question: Question) -> Asked:
    """Find what is asked for, and say on standard error what could not be seen."""
    found = answered(session, question)
    warn_of_unreadable(session, found.recorded.timeline.unreadable)
    return found


def answered(session: Session, question: Question) -> Asked:
    """Find what is asked for; what the cycles asked for do not tell is looked for in all."""
    every = question.everything or question.drafts or (question.whole and question.cycle)
    if question.at is None and not every:
        found = recorded(session, None, asked_cycles(question), cached=question.cached)
        if found.timeline.objectives:
            with suppress(UsageError):
                return _answer(found, question)
    return _answer(recorded(session, question.at, cached=question.cached), question)


def asked_cycles(question: Question) -> Asking:
    """Tell which cycles a question is about."""
    from okrcli.analysis.progress.summary import is_running

    def cycles(settings: "Settings") -> "Callable[[date, Cycle], bool]":
        if question.cycle is None:
            return lambda now, cycle: is_running(cycle, now, settings)
        named = settings.calendar.cycle(question.cycle)
        return lambda _, cycle: cycle == named or (named is not None and cycle.contains(named))

    return cycles


def _answer(found: "Recorded", question: Question) -> Asked:
    from okrcli.analysis.progress.summary import all_cycles
    from okrcli.analysis.sheets.computing import names_of
    from okrcli.cli.reading.wanted import wanted

    goals = goals_of(found)
    drafts = goals.drafts if question.drafts else ()
    resolver = goals.resolver(drafts)
    usual = usual_cycles(goals, question.cycle, drafts)
    names = names_of(goals)._replace(cycles=all_cycles(goals, drafts))
    chosen, cycles = wanted(question.about, question.owner, names, usual, lambda: resolver)
    return Asked(goals, resolver, cycles, chosen, usual, found)


def warn_of_unreadable(session: Session, paths: Iterable[str]) -> None:
    """Say which files are shown as they were before."""
    for path in paths:
        session.warn(
            f"{path} cannot be read; what it said before, if anything, is shown", "run `okr lint`"
        )


def goals_of(found: "Recorded") -> "Goals":
    """Give what is on record as analysis takes it."""
    from okrcli.analysis.progress.summary import Goals

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


def usual_cycles(
    goals: "Goals", name: str | None, drafts: "Sequence[Objective]" = ()
) -> "Sequence[Cycle]":
    """Find the cycles that are shown where nothing is named but maybe one of them.

    Those of drafts are, until they are over.
    """
    from okrcli.analysis.progress.summary import all_cycles, current_cycles

    having = all_cycles(goals, drafts)
    if name is None:
        current = {cycle.name for cycle in current_cycles(goals)}
        coming = {each.cycle for each in drafts}
        return [
            cycle
            for cycle in having
            if cycle.name in current or (cycle.name in coming and goals.now < cycle.end)
        ]
    found = [cycle for cycle in having if cycle.name == name]
    if not found:
        raise no_such_cycle(name, [cycle.name for cycle in having])
    return found


def no_such_cycle(name: str, known: Iterable[str]) -> UsageError:
    """Say that a cycle has no OKRs, and which ones have."""
    listed = ", ".join(known) or "none yet"
    return UsageError(f"there are no OKRs in a cycle {name}", f"cycles with OKRs: {listed}")

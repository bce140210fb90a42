"""How a report is put together: the workspace, its history, what was asked for, the numbers."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.caching import caches
from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.analysis.references import Resolver
    from okrcli.analysis.report import Report
    from okrcli.analysis.selection import Filter
    from okrcli.analysis.summary import Goals
    from okrcli.history.recorded import Recorded
    from okrcli.model.cycle import Cycle
    from okrcli.model.objective import Objective
    from okrcli.model.reference import Key
    from okrcli.model.settings import Settings

TODAY = "OKR_TODAY"

Asking = Callable[["Settings"], "Callable[[date, Cycle], bool]"]


class Question(NamedTuple):
    """What a report is asked for; `about` is a team or a reference.

    `cached` tells whether the cache may be used; `whole`, that a cycle is not enough that is named.
    With `drafts` they, and the cycles that they are for, can be asked for, too.
    """

    about: str | None = None
    cycle: str | None = None
    at: str | None = None
    owner: str | None = None
    cached: bool = False
    drafts: bool = False
    whole: bool = False


def recorded(
    session: Session, at: str | None, cycles: Asking | None = None, *, cached: bool = False
) -> "Recorded":
    """Read the workspace around the current folder, as it stands or as it was.

    With `cycles`, which makes a test of the settings, only those cycles need to be read. What is
    `cached` may be taken from the cache; it does not have the past step by step at hand.
    """
    from okrcli.history.recorded import present
    from okrcli.history.whereabouts import whereabouts
    from okrcli.store.contents import file_contents
    from okrcli.store.settings_file import read_settings

    place = whereabouts(session.folder, at)
    root = place.folder
    with session.working("reading the history"):
        if at is not None:
            from okrcli.history.at import past

            return past(place.git, at)
        settings = read_settings(root)
        asked = None if cycles is None else cycles(settings)
        folder = caches(session) if cached else None
        return present(root, settings, file_contents(root, settings), clock(session), asked, folder)


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


def progress(session: Session, question: Question) -> "Report":
    """Compute a progress report."""
    from okrcli.analysis.selection import report

    found = asked(session, question)
    return report(found.goals, found.cycles, found.wanted, found.resolver)


def asked(session: Session, question: Question) -> Asked:
    """Find what is asked for; what the cycles asked for do not tell is looked for in all."""
    from okrcli.analysis.summary import is_running

    def cycles(settings: "Settings") -> "Callable[[date, Cycle], bool]":
        if question.cycle is None:
            return lambda now, cycle: is_running(cycle, now, settings)
        named = settings.calendar.cycle(question.cycle)
        return lambda _, cycle: cycle == named or (named is not None and cycle.contains(named))

    if question.at is None and not (question.drafts or (question.whole and question.cycle)):
        found = recorded(session, None, cycles, cached=question.cached)
        if found.timeline.objectives:
            with suppress(UsageError):
                return _answer(session, found, question)
    return _answer(session, recorded(session, question.at, cached=question.cached), question)


def _answer(session: Session, found: "Recorded", question: Question) -> Asked:
    """Find what is asked for, and say on standard error what could not be seen."""
    goals = goals_of(found)
    drafts = goals.drafts if question.drafts else ()
    resolver = goals.resolver(drafts)
    usual = _cycles(goals, question.cycle, drafts)
    wanted, cycles = _wanted(goals, question, usual, resolver)
    warn_of_unreadable(session, found)
    return Asked(goals, resolver, cycles, wanted, usual, found)


def warn_of_unreadable(session: Session, found: "Recorded") -> None:
    """Say which files are shown as they were before."""
    for path in found.timeline.unreadable:
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


def _cycles(goals: "Goals", name: str | None, drafts: "Sequence[Objective]") -> "Sequence[Cycle]":
    """Find the cycles that are shown; those of drafts until they are over."""
    from okrcli.analysis.summary import all_cycles, current_cycles

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
        known = ", ".join(cycle.name for cycle in having) or "none yet"
        raise UsageError(f"there are no OKRs in a cycle {name}", f"cycles with OKRs: {known}")
    return found


def _wanted(
    goals: "Goals", question: Question, cycles: "Sequence[Cycle]", resolver: "Resolver"
) -> "tuple[Filter, Sequence[Cycle]]":
    """Find what to show, and the cycles of it: a reference may name one that is not running."""
    from okrcli.analysis.selection import Filter

    owner = _owner(goals, question.owner)
    about = question.about
    if about is None:
        return Filter(owner=owner), cycles
    teams = {objective.team for objective in goals.objectives}
    teams.update(team.id for team in goals.organization.teams)
    if about in teams:
        return Filter(team=about, owner=owner), cycles
    key = _key(about, goals, cycles, resolver)
    if key is None:
        close = (text for cycle in cycles for text in resolver.resolve(about, cycle.name).close)
        hint = _meant(about, teams) or _meant(about, close)
        raise UsageError(f"{about} is neither a team nor a reference here", hint)
    named = goals.settings.calendar.cycle(key.cycle)
    return Filter(key=key, owner=owner), cycles if named is None else [named]


def _key(
    about: str, goals: "Goals", cycles: "Sequence[Cycle]", resolver: "Resolver"
) -> "Key | None":
    """Find what a reference names: in the cycles shown, else in any."""
    from okrcli.analysis.summary import all_cycles

    for scope in (cycles, all_cycles(goals)):
        found = resolver.resolve_in(about, [cycle.name for cycle in scope])
        if found.ambiguous:
            names = ", ".join(sorted(key.seen_from("") for key in found.candidates))
            raise UsageError(f"{about} names several things", f"say which: {names}")
        if found.key is not None:
            return found.key
    return None


def _owner(goals: "Goals", owner: str | None) -> str | None:
    if owner is None:
        return None
    people = {person.id for person in goals.organization.people}
    for objective in goals.objectives:
        people.update(
            name
            for name in (objective.owner, *(item.owner for item in objective.key_results))
            if name is not None
        )
    if owner not in people:
        raise UsageError(f"nobody here is called {owner}", _meant(owner, people))
    return owner


def _meant(word: str, known: Iterable[str]) -> str | None:
    from okrcli.analysis.spelling import near

    close = near(word, known, 1)
    return f"did you mean {close[0]}?" if close else None

"""What is to be closed: an objective, a key result, or all that a team or a cycle left open."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.editing.naming import Found, find, place_of, running, today
from okrcli.cli.reading.reporting import goals_of, recorded
from okrcli.cli.session import Opened, Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from datetime import date

    from okrcli.analysis.cycle.ending import Ended
    from okrcli.analysis.landscape.landscape import Landscape
    from okrcli.analysis.progress.report import ObjectiveReport
    from okrcli.model.cycle import Cycle
    from okrcli.model.workspace import OkrDocument


class Subject(NamedTuple):
    """Something that is open, with its place and its numbers."""

    found: Found
    report: "ObjectiveReport"
    ended: "Ended"

    @property
    def ref(self) -> str:
        """Name it."""
        return self.found.key.ref


class Closing(NamedTuple):
    """What is still open of what was asked for, and the team and cycle that look back on it.

    `team` is None where a whole cycle with several teams is asked for.
    """

    opened: Opened
    today: "date"
    cycle: "Cycle"
    team: str | None
    subjects: Sequence[Subject]


def closing(session: Session, what: str, cycle: str | None) -> Closing:
    """Find what is to be closed, with its numbers."""
    opened = session.open()
    now = today(session, opened)
    documents = opened.loaded.workspace.documents
    if what in {each.content.team for each in documents}:
        chosen = _cycle_of(opened, what, cycle, now)
        return _of_teams(session, opened, now, chosen, [what])
    named = opened.settings.calendar.cycle(what)
    if named is not None:
        teams = {each.content.team for each in documents if each.content.cycle == named.name}
        if not teams:
            raise UsageError(f"there are no OKRs in a cycle {what}", "say --cycle with a team")
        return _of_teams(session, opened, now, named, sorted(teams))
    return _of_reference(session, opened, now, find(opened, what, cycle, running(opened, now)))


def _of_reference(session: Session, opened: Opened, now: "date", found: Found) -> Closing:
    for close, what in (
        (found.key_result and found.key_result.close, "it"),
        (found.objective.close, "it" if found.key_result is None else "its objective"),
    ):
        if close:
            raise UsageError(
                f"{found.key.ref} cannot be closed: {what} was closed already ({close.decision})",
                "take the `close` away first, if it is not over",
            )
    if found.objective.draft:
        raise UsageError(
            f"{found.key.ref} is a draft, and never began",
            f"publish it, or take it out: `okr rm {found.key.ref} --delete`",
        )
    cycle = _known(opened, found.objective.cycle)
    subject = _subject(_landscape(session), found, cycle, now)
    return Closing(opened, now, cycle, found.key.team, [subject])


def _of_teams(
    session: Session, opened: Opened, now: "date", cycle: "Cycle", teams: Sequence[str]
) -> Closing:
    keys = [
        objective.key
        for team in teams
        for document in documents_of(opened, team, cycle.name)
        for _, objective in document.objectives()
        if objective.close is None and not objective.draft
    ]
    landscape = _landscape(session) if keys else None
    subjects = [_subject(landscape, place_of(opened, key), cycle, now) for key in keys if landscape]
    return Closing(opened, now, cycle, teams[0] if len(teams) == 1 else None, subjects)


def documents_of(opened: Opened, team: str, cycle: str) -> "Iterator[OkrDocument]":
    """Yield the files of a team in a cycle."""
    for document in opened.loaded.workspace.documents:
        if (document.content.team, document.content.cycle) == (team, cycle):
            yield document


def _landscape(session: Session) -> "Landscape":
    from okrcli.analysis.landscape.landscape import Landscape

    return Landscape(goals_of(recorded(session, None, cached=True)))


def _subject(landscape: "Landscape", found: Found, cycle: "Cycle", now: "date") -> Subject:
    from okrcli.analysis.cycle.ending import Ended

    report = landscape.report(found.key)
    if report is None:
        raise UsageError(f"{found.key.ref} cannot be read as it stands", "run `okr lint`")
    progress = report.progress
    if found.key_result is not None:
        only = [each for each in report.key_results if each.key == found.key]
        report = report._replace(key_results=only)
        progress = only[0].progress
    over, whole = cycle.end <= now, found.key_result is None
    ended = Ended(found.key.ref, found.objective, cycle, progress, over, whole)
    return Subject(found, report, ended)


def _cycle_of(opened: Opened, team: str, name: str | None, now: "date") -> "Cycle":
    """Find the cycle that a team closes: the last one that is over and open, else the running."""
    documents = [each for each in opened.loaded.workspace.documents if each.content.team == team]
    if name is not None:
        if name not in {each.content.cycle for each in documents}:
            raise UsageError(f"{team} has no OKRs in a cycle {name}")
        return _known(opened, name)
    cycles = {each.content.cycle: _known(opened, each.content.cycle) for each in documents}
    left = {each.content.cycle for each in documents if _is_open(each)}
    begun = [each for each in cycles.values() if each.start <= now]
    over = [each for each in begun if each.end <= now and each.name in left]
    going = [each for each in begun if each.end > now]
    chosen = sorted(over or going or begun, key=lambda each: (-each.period.days, each.end))
    if not chosen:
        raise UsageError(f"{team} has nothing to close: no cycle of it has begun")
    return chosen[-1]


def _is_open(document: "OkrDocument") -> bool:
    content = document.content
    left = [each for each in content.objectives if each.close is None and not each.draft]
    return bool(left) or content.retrospective is None


def _known(opened: Opened, name: str) -> "Cycle":
    cycle = opened.settings.calendar.cycle(name)
    if cycle is None:
        raise UsageError(f"{name} is no cycle", "run `okr lint`")
    return cycle

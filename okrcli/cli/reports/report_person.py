"""`okr report person`: what one person owned and contributed."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from okrcli.cli.options import day_of
from okrcli.cli.reading.reporting import Question
from okrcli.cli.reports.remembering import remembered
from okrcli.cli.reports.reports import Made, Wanted
from okrcli.cli.reports.reviewing import chapters_of, of_a_team
from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from okrcli.analysis.progress.summary import Goals
    from okrcli.analysis.reports.person import PersonReport
    from okrcli.cli.reading.reporting import Asked
    from okrcli.model.cycle import Cycle
    from okrcli.model.series import Series


def report_person(session: Session, wanted: Wanted) -> Made:
    """Gather what somebody did in the running cycles, in one that is named, or in all since a day.

    Nobody is reported on whom the question does not name.
    """
    from okrcli.analysis.reports.person import PersonReport
    from okrcli.render.reports.person_json import person_json
    from okrcli.render.reports.person_page import person_page

    if wanted.person is None and wanted.owner is None:
        raise UsageError("whom is it about?", "name one person: `okr report person NAME`")
    facts, _ = remembered(session, wanted, PersonReport, _person)
    return Made(partial(person_page, facts), partial(person_json, facts))


def _person(session: Session, wanted: Wanted) -> "tuple[PersonReport, Asked]":
    from okrcli.analysis.reports.person import names_of_person, person_report

    since = day_of(wanted.since)
    every = since is not None
    found = of_a_team(session, Question(wanted.about, wanted.cycle, wanted.at, everything=every))
    cycles = _cycles(found, since)
    who = _who(wanted.person or wanted.owner or "", found.goals)
    authors = names_of_person(found.goals.organization, who)
    past = found.recorded.timeline.past
    commits = [each.commit for each in past.commits()]
    chapters = chapters_of(past.versions(), commits, cycles, authors)
    return person_report(found.goals, cycles, who, chapters, found.wanted.team), found


def _cycles(found: "Asked", since: date | None) -> "Sequence[Cycle]":
    from okrcli.analysis.progress.summary import all_cycles

    if since is None:
        return found.cycles
    return [
        each
        for each in all_cycles(found.goals)
        if each.end > since and each.start <= found.goals.now
    ]


def _who(name: str, goals: "Goals") -> str:
    """Find a person by the id, by the full name, or by the name that git knows."""
    from okrcli.analysis.sheets.computing import names_of
    from okrcli.analysis.spelling import near

    people = goals.organization.people
    ids = {each.casefold(): each for each in _authors(goals.series.values())}
    ids |= {each.casefold(): each for each in names_of(goals).people}
    ids |= {each.name.casefold(): each.id for each in people if each.name}
    found = ids.get(name.casefold())
    if found is None:
        close = near(name, sorted({*ids, *ids.values()}), 1)
        hint = f"did you mean {close[0]}?" if close else None
        raise UsageError(f"nobody called {name} owns or wrote anything here", hint)
    return found


def _authors(series: "Iterable[Series]") -> set[str]:
    return {each.author for one in series for each in one.check_ins if each.author}

"""The facts of a moment: who there is, and what is to be reached."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from okrcli.analysis.facts.facts import CycleRow, PersonRow, PillarRow, TeamMemberRow, TeamRow
from okrcli.analysis.facts.goal_facts import full, key_result_row, lines, objective_row
from okrcli.analysis.facts.goal_rows import KeyResultRow, LinkRow, ObjectiveRow
from okrcli.analysis.landscape.landscape import Landscape
from okrcli.analysis.progress.report import KeyResultReport
from okrcli.analysis.progress.summary import Goals
from okrcli.analysis.references import Resolver
from okrcli.model.cycle import Cycle
from okrcli.model.objective import Objective
from okrcli.model.organization import Organization
from okrcli.model.reference import Key

LEAD, MEMBER = "lead", "member"
SUPPORTS, NEEDS = "supports", "needs"
_MOST = 2**63  # beyond it no format has whole numbers


def cycle_rows(goals: Goals, names: Collection[str]) -> Iterator[CycleRow]:
    """Tell the days of some cycles; one that the calendar does not know has none."""
    known = {name: goals.settings.calendar.cycle(name) for name in names}
    for name, cycle in sorted(known.items(), key=_by_time):
        if cycle is None:
            yield CycleRow(name, None, None, None)
        else:
            elapsed = cycle.period.elapsed(goals.now)
            yield CycleRow(name, cycle.start, cycle.period.last_day, elapsed)


def pillar_rows(organization: Organization) -> Iterator[PillarRow]:
    """Tell of the strategic pillars."""
    for pillar in organization.pillars:
        yield PillarRow(pillar.id, pillar.title or None)


def team_rows(organization: Organization, named: Collection[str]) -> Iterator[TeamRow]:
    """Tell of the listed teams down the cascade, then of others that are named."""
    listed = {team.id: team for team in organization.cascade()}
    for team in listed.values():
        yield TeamRow(
            team=team.id,
            name=team.name or None,
            parent=team.parent or None,
            lead=team.lead or None,
            check_in_days=_whole(team.check_in_days),
            max_objectives=_whole(team.max_objectives),
            listed=True,
        )
    for name in sorted(set(named).difference(listed)):
        yield TeamRow(name, None, None, None, None, None, listed=False)


def member_rows(organization: Organization) -> Iterator[TeamMemberRow]:
    """Tell who leads a team, and who else is in it."""
    for team in organization.cascade():
        if team.lead:
            yield TeamMemberRow(team.id, team.lead, LEAD)
        for person in dict.fromkeys(team.members):
            yield TeamMemberRow(team.id, person, MEMBER)


def person_rows(organization: Organization, named: Collection[str]) -> Iterator[PersonRow]:
    """Tell of the listed people in the file's order, then of others that are named."""
    listed = {person.id: person for person in organization.people}
    for person in listed.values():
        yield PersonRow(person.id, person.name or None, lines(person.emails), listed=True)
    for name in sorted(set(named).difference(listed)):
        yield PersonRow(name, None, None, listed=False)


def people_named(goals: Goals) -> set[str]:
    """Name everybody whom the files of a moment name."""
    found = {row.person for row in member_rows(goals.organization)}
    for objective in goals.objectives:
        owners = (objective.owner, *(each.owner for each in objective.key_results))
        found.update(owner for owner in owners if owner)
    return found


def objective_rows(landscape: Landscape) -> Iterator[ObjectiveRow]:
    """Tell of each objective that is there, with its numbers."""
    for key, objective in landscape.alignment.objectives.items():
        row, report = objective_row(key, objective, present=True), landscape.report(key)
        yield (
            row
            if report is None
            else row._replace(
                progress=report.progress, expected=report.expected, status=report.status.value
            )
        )


def key_result_rows(landscape: Landscape) -> Iterator[KeyResultRow]:
    """Tell of each key result that is there, with its numbers."""
    calendar = landscape.goals.settings.calendar
    for key, objective in landscape.alignment.objectives.items():
        report, cycle = landscape.report(key), calendar.cycle(objective.cycle)
        numbers = {} if report is None else {each.key: each for each in report.key_results}
        for each in objective.key_results:
            its_key = key._replace(key_result=each.id)
            row = key_result_row(its_key, objective, each, cycle, present=True)
            known = numbers.get(its_key)
            yield row if known is None else _measured(row, known)


def link_rows(objectives: Iterable[Objective], resolver: Resolver) -> Iterator[LinkRow]:
    """Tell what objectives support and what key results need, whether it is there or not."""
    for objective in objectives:
        key = objective.key
        yield from _links(key, SUPPORTS, objective.supports, resolver)
        for each in objective.key_results:
            own = key._replace(key_result=each.id)
            yield from _links(own, NEEDS, each.needs, resolver)


def _links(
    holder: Key, relation: str, references: Sequence[str], resolver: Resolver
) -> Iterator[LinkRow]:
    for position, text in enumerate(references, start=1):
        target = resolver.resolve(text, holder.cycle).key
        names = (None, None) if target is None else (full(target), full(target.of_objective))
        yield LinkRow(holder.cycle, holder.team, full(holder), relation, position, text, *names)


def _measured(row: KeyResultRow, report: KeyResultReport) -> KeyResultRow:
    return row._replace(
        progress=report.progress,
        expected=report.expected,
        status=report.status.value,
        reason=report.reason,
        stale=report.stale,
        forecast=report.forecast,
        original_baseline=report.original_baseline,
        original_target=report.original_target,
        original_progress=report.original_progress,
    )


def _whole(number: int | None) -> int | None:
    return number if number is not None and -_MOST <= number < _MOST else None


def _by_time(named: tuple[str, Cycle | None]) -> tuple[bool, int, int, str]:
    name, cycle = named
    if cycle is None:
        return True, 0, 0, name
    return False, cycle.start.toordinal(), -cycle.period.days, name

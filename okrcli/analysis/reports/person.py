"""What one person owned and contributed in some cycles: for a talk between people, no rating."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from okrcli.analysis.progress.moment import Moment
from okrcli.analysis.progress.outcome import Outcome, outcome
from okrcli.analysis.progress.report import KeyResultReport, ObjectiveReport
from okrcli.analysis.progress.rhythm import kept, rhythm
from okrcli.analysis.progress.summary import Goals, reports_of
from okrcli.analysis.story.log_entry import Chapter, LogEntry
from okrcli.analysis.teams import TeamTree
from okrcli.model.cycle import Cycle
from okrcli.model.organization import Organization, Team
from okrcli.model.reference import Key
from okrcli.model.series import Series


class Share(NamedTuple):
    """A key result that the person owns, with its objective, whoever owns that."""

    objective: ObjectiveReport
    key_result: KeyResultReport


class Contribution(NamedTuple):
    """The check-ins of a person on one key result, newest first; `own` where they own it."""

    key: Key
    title: str
    own: bool
    check_ins: Sequence[LogEntry]


class CycleShare(NamedTuple):
    """A person's part in a cycle.

    `on_time` counts the windows of what they own that had a check-in in time, by whomever, of all
    that are over.
    """

    cycle: Cycle
    objectives: Sequence[Outcome]
    key_results: Sequence[Share]
    contributions: Sequence[Contribution]
    on_time: tuple[int, int]

    @property
    def empty(self) -> bool:
        """Tell whether there is nothing in it."""
        return not (self.objectives or self.key_results or self.contributions)

    def check_ins(self) -> list[LogEntry]:
        """Give all check-ins that they wrote, newest first."""
        every = [each for one in self.contributions for each in one.check_ins]
        return sorted(every, key=lambda each: (each.commit.dated, each.key[:3]), reverse=True)


class PersonReport(NamedTuple):
    """What the repository says of one person, cycle by cycle; `name` may be the id.

    `about` is the team that it is asked of, with those below it.
    """

    moment: Moment
    organization: Organization
    person: str
    name: str
    teams: Sequence[Team]
    cycles: Sequence[CycleShare]
    successful: float
    about: Team | None = None


def person_report(
    goals: Goals,
    cycles: Sequence[Cycle],
    person: str,
    chapters: Iterable[Chapter],
    team: str | None = None,
) -> PersonReport:
    """Gather what one person owned and contributed: everywhere, or in a team and those below it."""
    organization = goals.organization
    within = None if team is None else {team, *_teams(goals).below(team)}
    if within is not None:
        its = [each for each in goals.objectives if each.team in within]
        goals = goals._replace(objectives=its)
    names = {each.id: each.name for each in organization.people if each.name}
    aliases = names_of_person(organization, person)
    written = [
        entry
        for chapter in chapters
        for entry in chapter.entries
        if entry.said is not None and entry.said.author in aliases
        if within is None or entry.key.team in within
    ]
    return PersonReport(
        moment=Moment.of(goals, cycles),
        organization=organization,
        person=person,
        name=names.get(person, person),
        teams=[
            team for team in organization.cascade() if person == team.lead or person in team.members
        ],
        cycles=[_share(goals, cycle, person, written) for cycle in cycles],
        successful=goals.settings.status.aspirational_success,
        about=None if team is None else organization.team(team),
    )


def _teams(goals: Goals) -> TeamTree:
    return TeamTree(goals.organization, sorted({each.team for each in goals.objectives}))


def names_of_person(organization: Organization, person: str) -> set[str]:
    """Give the names under which a person may have checked in: the id, and the name in git."""
    return {person, *(each.name for each in organization.people if each.id == person)}


def _share(goals: Goals, cycle: Cycle, person: str, written: Sequence[LogEntry]) -> CycleShare:
    reports = reports_of(goals, [cycle])
    own = [
        Share(report, part)
        for report in reports
        for part in report.key_results
        if part.owner == person
    ]
    mine = [each for each in written if each.key.cycle == cycle.name]
    return CycleShare(
        cycle,
        [outcome(each) for each in reports if each.objective.owner == person],
        own,
        _contributions(mine, {each.key_result.key for each in own}),
        _on_time(goals, own),
    )


def _contributions(written: Sequence[LogEntry], own: set[Key]) -> list[Contribution]:
    """Group check-ins by what they are on, what is owned first, then by how many they are."""
    by_key: dict[Key, list[LogEntry]] = {}
    for entry in written:
        by_key.setdefault(entry.key, []).append(entry)
    found = [
        Contribution(key, entries[0].title, key in own, entries) for key, entries in by_key.items()
    ]
    return sorted(found, key=lambda each: (not each.own, -len(each.check_ins), each.key.ref))


def _on_time(goals: Goals, own: Sequence[Share]) -> tuple[int, int]:
    check_ins = goals.settings.check_ins
    counts = [
        kept(
            rhythm(
                each.key_result,
                goals.series.get(each.key_result.key, Series()),
                goals.now,
                goals.organization.team(each.key_result.key.team),
                check_ins,
            )
        )
        for each in own
    ]
    return sum(on_time for on_time, _ in counts), sum(over for _, over in counts)

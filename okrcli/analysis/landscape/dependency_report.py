"""What a report on dependencies holds: who waits for what, with all that is the matter with it."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from okrcli.analysis.alignment.alignment import Link
from okrcli.analysis.alignment.ways import is_live
from okrcli.analysis.landscape.dependencies import Level, Risk, Trouble, Waits
from okrcli.analysis.landscape.landscape import Landscape
from okrcli.analysis.progress.report import Status
from okrcli.model.cycle import Cycle
from okrcli.model.organization import Team
from okrcli.model.reference import Key, parse_reference
from okrcli.model.series import HistoryFacts


class Verdict(StrEnum):
    """What is to be expected of a dependency, the worst first."""

    UNCONFIRMED = "unconfirmed"
    RISK = "at-risk"
    WATCH = "to-watch"
    FINE = "on-track"
    THERE = "delivered"
    SETTLED = "settled"


_OF_LEVEL = {
    Level.BROKEN: Verdict.UNCONFIRMED,
    Level.RISK: Verdict.RISK,
    Level.WATCH: Verdict.WATCH,
    Level.FINE: Verdict.FINE,
}


class End(NamedTuple):
    """An end of a dependency: who waits, or what is needed. A draft has no status.

    `due` is the last day of it, or of what is still open in it.
    """

    key: Key
    title: str
    owner: str | None
    due: date | None
    status: Status | None = None
    progress: float | None = None
    expected: float | None = None

    @property
    def gap(self) -> float | None:
        """Give how far it is behind; None where it is not."""
        if self.progress is None or self.expected is None or self.progress >= self.expected:
            return None
        return self.expected - self.progress


class Dependency(NamedTuple):
    """A key result that needs something of another team.

    `text` is the reference as it is written; where that names nothing there is no `target`, and
    `team` is the team that it names, if it names one. `ready` is the day by which all that it hangs
    on is due; None where nothing is open. `risks` are the gravest and nearest first.
    """

    holder: End
    text: str
    target: End | None
    team: str | None
    ready: date | None
    risks: Sequence[Risk]
    verdict: Verdict

    @property
    def level(self) -> Level:
        """Tell how much it is in danger."""
        return max((risk.trouble.level for risk in self.risks), default=Level.FINE)

    @property
    def direct(self) -> Sequence[Trouble]:
        """Give what is the matter with it itself."""
        found = (risk.trouble for risk in self.risks if len(risk.way) <= 1)
        return sorted(dict.fromkeys(found), key=list(Trouble).index)

    @property
    def spread(self) -> tuple[Sequence[Key], Sequence[Trouble]] | None:
        """Give the worst that it hangs on through others: the way there, and what is the matter."""
        way = next((risk.way for risk in self.risks if len(risk.way) > 1), None)
        if way is None:
            return None
        return way, [risk.trouble for risk in self.risks if risk.way == way]

    @property
    def days_late(self) -> int | None:
        """Count the days from the day on which it is needed to the day when it can be there."""
        if self.ready is None or self.holder.due is None or self.ready <= self.holder.due:
            return None
        return (self.ready - self.holder.due).days


class DependencyReport(NamedTuple):
    """Dependencies between teams: all, those of a team, or those between two; the worst first.

    `circles` are those among what is live, each as its key results in their order.
    """

    now: date
    revision: str | None
    history: HistoryFacts
    cycles: Sequence[Cycle]
    team: Team | None
    other: Team | None
    dependencies: Sequence[Dependency]
    circles: Sequence[Sequence[Key]]

    def of(self, holder: str | None, provider: str | None = None) -> list[Dependency]:
        """Give what a team waits for, from a team; None: from any."""
        return [
            each
            for each in self.dependencies
            if holder in {None, each.holder.key.team} and provider in {None, each.team}
        ]


def dependency_report(
    landscape: Landscape, cycles: Sequence[Cycle], team: str | None, other: str | None
) -> DependencyReport:
    """Report on what the key results of some cycles need of other teams."""
    goals, waits = landscape.goals, Waits(landscape)
    names = {cycle.name for cycle in cycles}
    found = [each for each in _Gathering(landscape, waits).all() if each.holder.key.cycle in names]
    asked = {team, other} - {None}
    wanted = [each for each in found if asked <= {each.holder.key.team, each.team}]
    circles = [[link.holder for link in circle.links] for circle in waits.circles]
    return DependencyReport(
        now=goals.now,
        revision=goals.revision,
        history=goals.history,
        cycles=cycles,
        team=None if team is None else goals.organization.team(team),
        other=None if other is None else goals.organization.team(other),
        dependencies=sorted(wanted, key=_order),
        circles=[
            each
            for each in circles
            if asked <= {key.team for key in each} and names & {key.cycle for key in each}
        ],
    )


def _order(each: Dependency) -> tuple[object, ...]:
    first = each.risks[0].rank if each.risks else ()
    place = list(Verdict).index(each.verdict)
    late = -(each.days_late or 0)
    return place, first, late, each.holder.due or date.max, each.holder.key, each.text


class _Gathering:
    """Gathers the dependencies of what is live."""

    def __init__(self, landscape: Landscape, waits: Waits) -> None:
        self._landscape = landscape
        self._waits = waits

    def all(self) -> Iterator[Dependency]:
        links = {(link.holder, link.position): link for link in self._waits.links.needs}
        for key, key_result in self._waits.links.key_results.items():
            if not is_live(self._waits.links.objectives[key.of_objective]):
                continue
            for position, text in enumerate(key_result.needs):
                link = links.get((key, position))
                found = self._missing(key, text) if link is None else self._linked(link, text)
                if found.team != key.team:
                    yield found

    def _missing(self, key: Key, text: str) -> Dependency:
        reference = parse_reference(text)
        team = None if reference is None else reference.team
        settled = self._waits.is_settled(key)
        risks = [] if settled else [Risk(Trouble.MISSING, ())]
        verdict = Verdict.SETTLED if settled else Verdict.UNCONFIRMED
        return Dependency(self._end(key), text, None, team, None, risks, verdict)

    def _linked(self, link: Link, text: str) -> Dependency:
        settled, there = self._waits.is_settled(link.holder), self._waits.is_there(link.target)
        risks = [] if settled or there else self._waits.risks(link)
        ready = None if settled or there else self._waits.ready(link)
        holder, target = self._end(link.holder), self._end(link.target)
        found = Dependency(holder, text, target, link.target.team, ready, risks, Verdict.SETTLED)
        if settled:
            return found
        return found._replace(verdict=Verdict.THERE if there else _OF_LEVEL[found.level])

    def _end(self, key: Key) -> End:
        due = self._waits.promises.last_day(key)
        objective = self._waits.links.objectives[key.of_objective]
        report, part = self._landscape.report(key), self._landscape.key_result(key)
        if key.key_result is None:
            end = End(key, objective.title, objective.owner, due)
            return (
                end
                if report is None
                else end._replace(
                    status=report.status, progress=report.progress, expected=report.expected
                )
            )
        named = self._waits.links.key_results[key]
        end = End(key, named.title, objective.owner_of(named), due)
        return (
            end
            if part is None
            else end._replace(status=part.status, progress=part.progress, expected=part.expected)
        )

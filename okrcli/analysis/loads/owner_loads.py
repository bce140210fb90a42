"""What each person answers for: objectives and key results, and the check-ins that they owe."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from okrcli.analysis.loads.dues import Due, Owed, owed
from okrcli.analysis.owners import Named, Owners
from okrcli.analysis.progress.moment import Moment
from okrcli.analysis.progress.report import KeyResultReport, ObjectiveReport, Status
from okrcli.analysis.progress.summary import Goals, reports_of
from okrcli.model.cycle import Cycle
from okrcli.model.reference import Key


class OwnerLoad(NamedTuple):
    """What one owner has in the cycles; `owner` is None for what nobody owns.

    `known` tells whether the organization lists the person; None where it lists nobody.
    `by_cycle` counts the objectives, without dropped ones.
    """

    owner: str | None
    name: str
    named: Named
    known: bool | None
    leads: Sequence[str]
    objectives: Sequence[ObjectiveReport]
    key_results: Sequence[KeyResultReport]
    by_cycle: Mapping[str, int]
    owed: Sequence[Owed]
    limit: int

    @property
    def keys(self) -> Sequence[Key]:
        """Give the keys of everything owned."""
        return [*(each.key for each in self.objectives), *(each.key for each in self.key_results)]

    @property
    def most(self) -> int:
        """Give the most objectives in one cycle."""
        return max(self.by_cycle.values(), default=0)

    @property
    def over(self) -> bool:
        """Tell whether they are too many in any cycle."""
        return self.owner is not None and self.most > self.limit

    @property
    def overdue(self) -> Sequence[Owed]:
        """Give the check-ins that are overdue, the oldest first."""
        return [each for each in self.owed if each.state is Due.OVERDUE]


class OwnerLoads(NamedTuple):
    """Everybody who owns something, who has most first; `idle` own nothing in the cycles.

    `detailed` tells whether it is about one person.
    """

    moment: Moment
    owners: Sequence[OwnerLoad]
    idle: Sequence[str]
    limit: int
    detailed: bool = False


class _Held(NamedTuple):
    """What one owner has."""

    objectives: list[ObjectiveReport]
    key_results: list[KeyResultReport]
    owed: list[Owed]


def owner_loads(goals: Goals, cycles: Sequence[Cycle], about: str | None = None) -> OwnerLoads:
    """Gather what everybody answers for, or one person."""
    held = _held(goals, cycles)
    loads = _Loads(goals)
    found = sorted((loads.of(owner, each) for owner, each in held.items()), key=_rank)
    return OwnerLoads(
        Moment.of(goals, cycles),
        [each for each in found if about is None or each.owner == about],
        [each.id for each in goals.organization.people if each.id not in held],
        loads.limit,
        detailed=about is not None,
    )


def _held(goals: Goals, cycles: Sequence[Cycle]) -> dict[str | None, _Held]:
    found: dict[str | None, _Held] = defaultdict(lambda: _Held([], [], []))
    reports = reports_of(goals, cycles)
    for report in reports:
        found[report.objective.owner].objectives.append(report)
        for each in report.key_results:
            found[each.owner].key_results.append(each)
    for one in owed(reports, goals):
        found[one.owner].owed.append(one)
    return found


class _Loads:
    """Who is who, and how much each of them may own."""

    def __init__(self, goals: Goals) -> None:
        self.limit = goals.settings.limits.objectives_per_owner
        self._owners = Owners(goals.organization)
        self._names = {person.id: person.name for person in goals.organization.people}
        self._leads: dict[str, list[str]] = defaultdict(list)
        for team in goals.organization.teams:
            if team.lead is not None:
                self._leads[team.lead].append(team.id)

    def of(self, owner: str | None, held: _Held) -> OwnerLoad:
        """Tell what one owner has."""
        text = owner or ""
        live = (each for each in held.objectives if each.status is not Status.DROPPED)
        return OwnerLoad(
            owner=owner,
            name=self._names.get(text, ""),
            named=Named.PERSON if owner is None else self._owners.named(owner),
            known=text in self._names if self._names and owner is not None else None,
            leads=self._leads.get(text, ()),
            objectives=held.objectives,
            key_results=held.key_results,
            by_cycle=Counter(each.cycle.name for each in live),
            owed=held.owed,
            limit=self.limit,
        )


def _rank(load: OwnerLoad) -> tuple[bool, int, int, str]:
    """Put who has most first, and what nobody owns last."""
    return load.owner is None, -load.most, -len(load.key_results), load.owner or ""

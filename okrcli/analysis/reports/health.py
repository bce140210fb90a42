"""The health of the process itself, cycle over cycle: a few shares, each with its trend."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from okrcli.analysis.alignment.origins import Origin
from okrcli.analysis.landscape.alignment_report import alignment_report
from okrcli.analysis.landscape.landscape import Landscape
from okrcli.analysis.progress.moment import Moment
from okrcli.analysis.progress.outcome import outcome
from okrcli.analysis.progress.report import KeyResultReport, ObjectiveReport, Status
from okrcli.analysis.progress.rhythm import kept, rhythm, settled
from okrcli.analysis.reports.health_gauges import Gauge, Measure, Reading
from okrcli.analysis.reports.retrospectives import Looked, actions_done
from okrcli.model.cycle import Cycle
from okrcli.model.organization import Organization, Team
from okrcli.model.reference import Key
from okrcli.model.series import Series

NEAR_ALL, NEAR_NOTHING = 0.95, 0.1

LATE = frozenset(("late-objective",))
EDITED = frozenset(("late-edit",))
MOVED = frozenset(("eased-target", "rewritten-baseline", "moved-deadline", "dropped-key-result"))
SURE = frozenset(("sandbagging",))


class Spread(NamedTuple):
    """How many scores of a cycle that is over are near 1.0, near 0, and how many there are."""

    high: int
    low: int
    all: int


class Fault(NamedTuple):
    """What lint or an audit flagged, and of what; the name of a rule, "" for one of lint's."""

    rule: str
    key: Key


class Health(NamedTuple):
    """The process on one page: a gauge for each measure over the cycles, the oldest first.

    `about` is the team that it is asked of, with those below it.
    """

    moment: Moment
    organization: Organization
    about: Team | None
    gauges: Sequence[Gauge]
    spreads: Sequence[Spread]


def health(
    landscape: Landscape,
    cycles: Sequence[Cycle],
    team: str | None,
    faults: Iterable[Fault],
    looks: Iterable[Looked],
) -> Health:
    """Measure the process of all, or of a team and those below it."""
    organization = landscape.goals.organization
    flagged, looked = list(faults), list(looks)
    measured = [_Cycle(landscape, cycle, team, flagged, looked) for cycle in cycles]
    return Health(
        moment=Moment.of(landscape.goals, cycles),
        organization=organization,
        about=None if team is None else organization.team(team),
        gauges=[
            Gauge(measure, [each.reading(measure) for each in measured]) for measure in Measure
        ],
        spreads=[each.spread() for each in measured],
    )


def in_rhythm(landscape: Landscape, cycle: Cycle, team: str | None) -> Reading:
    """Read the rhythm of a cycle alone."""
    return _Cycle(landscape, cycle, team, (), ()).rhythm()


def steady_from(landscape: Landscape, cycle: Cycle, team: str | None) -> date:
    """Give a day from which on all readings of a cycle stay, as long as its faults do."""
    return _Cycle(landscape, cycle, team, (), ()).steady_from()


class _Cycle:
    """One cycle, measured."""

    def __init__(
        self,
        landscape: Landscape,
        cycle: Cycle,
        team: str | None,
        faults: Sequence[Fault],
        looks: Sequence[Looked],
    ) -> None:
        within = None if team is None else {team, *landscape.teams.below(team)}

        def ours(name: str, its: str) -> bool:
            return name == cycle.name and (within is None or its in within)

        self._landscape, self._cycle, self._team = landscape, cycle, team
        self._over = landscape.goals.now >= cycle.end
        self._faults = [each for each in faults if ours(each.key.cycle, each.key.team)]
        self._looks = [each for each in looks if ours(each.cycle, each.team)]
        self._reports = [
            report
            for each in landscape.goals.objectives
            if ours(each.cycle, each.team)
            if (report := landscape.report(each.key)) is not None
        ]

    def reading(self, measure: Measure) -> Reading:
        return _READ[measure](self)

    def spread(self) -> Spread:
        scores = [outcome(each).score for each in self._ended()]
        known = [each for each in scores if each is not None]
        return Spread(
            sum(each >= NEAR_ALL for each in known),
            sum(each <= NEAR_NOTHING for each in known),
            len(known),
        )

    def on_time(self) -> Reading:
        return self._without(LATE, self._objectives())

    def clean(self) -> Reading:
        return self._without(frozenset(("",)), self._objectives())

    def promises(self) -> Reading:
        gone = {each.key for each in self._faults if each.rule in MOVED}
        return self._without(MOVED, self._key_results() | gone)

    def settled(self) -> Reading:
        """Look at the numbers of what is over: before the end they have to change."""
        return self._without(EDITED, self._key_results()) if self._over else Reading(0, 0)

    def rhythm(self) -> Reading:
        goals = self._landscape.goals
        counts = [
            kept(rhythm(part, series, goals.now, team, goals.settings.check_ins))
            for part, series, team in self._parts()
        ]
        return Reading(sum(good for good, _ in counts), sum(every for _, every in counts))

    def steady_from(self) -> date:
        check_ins = self._landscape.goals.settings.check_ins
        days = (settled(*each, check_ins) for each in self._parts())
        return max(self._cycle.end, *days)

    def _parts(self) -> Iterator[tuple[KeyResultReport, Series, Team]]:
        goals, organization = self._landscape.goals, self._landscape.goals.organization
        teams = {
            name: organization.team(name) for name in {each.key.team for each in self._reports}
        }
        for report in self._reports:
            for part in report.key_results:
                yield part, goals.series.get(part.key, Series()), teams[part.key.team]

    def aligned(self) -> Reading:
        report = alignment_report(
            self._landscape, [self._cycle], self._team, lambda _: Origin.UNKNOWN
        )
        return Reading(report.whole.linked, report.whole.counted)

    def stretch(self) -> Reading:
        """Count the stretches that were neither sure from the beginning nor out of reach."""
        sure = {each.key.of_objective for each in self._faults if each.rule in SURE}
        stretches = [each for each in self._ended() if each.objective.aspirational]
        real = [
            each
            for each in stretches
            if each.key not in sure and NEAR_NOTHING < (outcome(each).score or 0.0) < NEAR_ALL
        ]
        return Reading(len(real), len(stretches))

    def looked_back(self) -> Reading:
        if not self._over:
            return Reading(0, 0)
        teams = {each.key.team for each in self._reports}
        return Reading(len(teams & {each.team for each in self._looks}), len(teams))

    def actions(self) -> Reading:
        return Reading(*actions_done(self._looks))

    def _ended(self) -> Iterator[ObjectiveReport]:
        for each in self._reports:
            if self._over and each.status is not Status.DROPPED:
                yield each

    def _objectives(self) -> set[Key]:
        return {each.key for each in self._reports}

    def _key_results(self) -> set[Key]:
        return {part.key for each in self._reports for part in each.key_results}

    def _without(self, rules: frozenset[str], keys: set[Key]) -> Reading:
        """Count the keys that no rule of some flagged, nor anything in them."""
        flagged = {each.key for each in self._faults if each.rule in rules}
        flagged |= {each.of_objective for each in flagged}
        return Reading(len(keys - flagged), len(keys))


# Before the end there is nothing of these; of the others only the rhythm depends on the day.
OF_THE_END = frozenset((Measure.STRETCH, Measure.SETTLED, Measure.LOOKED_BACK))

_READ: dict[Measure, Callable[[_Cycle], Reading]] = {
    Measure.ON_TIME: _Cycle.on_time,
    Measure.RHYTHM: _Cycle.rhythm,
    Measure.ALIGNED: _Cycle.aligned,
    Measure.CLEAN: _Cycle.clean,
    Measure.PROMISES: _Cycle.promises,
    Measure.STRETCH: _Cycle.stretch,
    Measure.SETTLED: _Cycle.settled,
    Measure.LOOKED_BACK: _Cycle.looked_back,
    Measure.ACTIONS: _Cycle.actions,
}

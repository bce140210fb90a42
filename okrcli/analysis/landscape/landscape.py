"""All objectives of a moment with their links, and with their numbers where somebody asks."""

from collections.abc import Iterable
from functools import cached_property

from okrcli.analysis.alignment.alignment import Alignment
from okrcli.analysis.progress.report import KeyResultReport, ObjectiveReport
from okrcli.analysis.progress.summary import Goals, report_objective
from okrcli.analysis.teams import TeamTree
from okrcli.model.objective import Objective
from okrcli.model.reference import Key


class Landscape:
    """Objectives of all teams and cycles: who works for what, and how each of them stands.

    Drafts are in it where they are asked for; they have links, and no numbers.
    """

    def __init__(self, goals: Goals, *, drafts: bool = False) -> None:
        """Take the objectives of a moment."""
        self.goals = goals
        self.drafts = {each.key: each for each in goals.drafts} if drafts else {}
        self.resolver = goals.resolver(tuple(self.drafts.values()))
        self.alignment = Alignment(self._all(), self.resolver)
        self._reports: dict[Key, ObjectiveReport | None] = {}

    @cached_property
    def teams(self) -> TeamTree:
        """Give the tree of teams."""
        return TeamTree(self.goals.organization, sorted({each.team for each in self._all()}))

    def objective(self, key: Key) -> Objective | None:
        """Give an objective, or that of a key result."""
        return self.alignment.objectives.get(key.of_objective)

    def report(self, key: Key) -> ObjectiveReport | None:
        """Give the numbers of an objective, or of a key result's objective.

        None for a draft, for what is not there, and where the calendar does not know the cycle.
        """
        key = key.of_objective
        if key not in self._reports:
            self._reports[key] = self._computed(key)
        return self._reports[key]

    def key_result(self, key: Key) -> KeyResultReport | None:
        """Give the numbers of a key result; None as for `report`."""
        report = self.report(key)
        found = () if report is None else report.key_results
        return next((each for each in found if each.key == key), None)

    def _computed(self, key: Key) -> ObjectiveReport | None:
        objective = self.alignment.objectives.get(key)
        if objective is None or key in self.drafts:
            return None
        if self.goals.settings.calendar.cycle(objective.cycle) is None:
            return None
        return report_objective(self.goals, objective, self.resolver)

    def _all(self) -> Iterable[Objective]:
        return (*self.goals.objectives, *self.drafts.values())

"""The numbers of a state's objectives, each computed when it is asked for, once."""

from collections.abc import Iterable

from okrcli.analysis.changes.changes import Numbers
from okrcli.analysis.progress.report import ObjectiveReport
from okrcli.analysis.progress.summary import Goals, report_objective
from okrcli.model.objective import Objective
from okrcli.model.reference import Key


class Measuring:
    """Measures the published objectives of some goals."""

    def __init__(self, goals: Goals) -> None:
        """Take the goals."""
        self._goals = goals
        self._resolver = goals.resolver()
        self._objectives = {objective.key: objective for objective in goals.objectives}
        self._reports: dict[Key, ObjectiveReport | None] = {}

    def report(self, key: Key) -> ObjectiveReport | None:
        """Measure an objective; None where it is not published, or its cycle is unknown."""
        if key not in self._reports:
            objective = self._objectives.get(key)
            known = objective and self._goals.settings.calendar.cycle(key.cycle)
            self._reports[key] = (
                report_objective(self._goals, objective, self._resolver)
                if objective is not None and known
                else None
            )
        return self._reports[key]

    def numbers(self, key: Key) -> Numbers | None:
        """Give the numbers of an objective or a key result."""
        report = self.report(key.of_objective)
        if report is None or key.key_result is None:
            return report and Numbers(report.progress, report.status)
        found = (item for item in report.key_results if item.key == key)
        return next((Numbers(item.progress, item.status) for item in found), None)

    def team(self, objectives: Iterable[Objective]) -> list[ObjectiveReport]:
        """Measure those of some objectives that can be."""
        found = (self.report(objective.key) for objective in objectives)
        return [report for report in found if report is not None]

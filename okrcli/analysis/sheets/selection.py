"""What of a report is shown: cycles, then a team, an objective, a key result or an owner."""

from typing import NamedTuple

from okrcli.analysis.progress.report import ObjectiveReport, Report, Section
from okrcli.analysis.sheets.sheet import Place, Sheet
from okrcli.model.reference import Key


class Filter(NamedTuple):
    """What is shown; it never changes a number.

    `key` is an objective or a key result.
    """

    team: str | None = None
    key: Key | None = None
    owner: str | None = None

    @property
    def given(self) -> bool:
        """Tell whether it filters anything."""
        return self != Filter()

    def looks_at(self, place: Place) -> bool:
        """Tell whether anything of a place may be shown."""
        key = self.key
        if self.team is not None and place.team != self.team:
            return False
        return key is None or place == (key.cycle, key.team)

    def shows(self, objective: ObjectiveReport) -> ObjectiveReport | None:
        """Give what is shown of an objective in a place that is looked at; None for nothing."""
        if self.key is not None and self.key.of_objective != objective.key:
            return None
        shown = [
            item
            for item in objective.key_results
            if self.key is None or self.key.key_result in {None, item.key.key_result}
        ]
        if self.owner is not None and objective.objective.owner != self.owner:
            shown = [item for item in shown if item.owner == self.owner]
            if not shown:
                return None
        return objective._replace(key_results=shown)


def report(sheet: Sheet, wanted: Filter) -> Report:
    """Choose what is shown of a sheet; nothing else of it is looked at."""
    overview = sheet.overview
    cycles = {cycle.name: cycle for cycle in overview.cycles}
    sections = [
        Section(cycles[place.cycle], team, shown)
        for place, team in overview.places.items()
        if wanted.looks_at(place)
        if (shown := _shown(sheet, wanted, place))
    ]
    seen = {section.team.team.id for section in sections}
    return Report(
        now=overview.now,
        revision=overview.revision,
        history=overview.history,
        cycles=overview.cycles,
        sections=sections,
        teams=[team for name, team in overview.teams.items() if name in seen],
        summary=overview.summary,
        root=overview.root,
        filtered=wanted.given,
    )


def _shown(sheet: Sheet, wanted: Filter, place: Place) -> list[ObjectiveReport]:
    found = (wanted.shows(item) for item in sheet.objectives[place])
    return [item for item in found if item is not None]

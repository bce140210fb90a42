"""A sheet: the numbers of everything in some cycles, out of which a report shows a part."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from okrcli.analysis.progress.report import ObjectiveReport, Summary, TeamReport
from okrcli.model.cycle import Cycle
from okrcli.model.organization import Team
from okrcli.model.series import HistoryFacts


class Names(NamedTuple):
    """Who and what is known in a workspace; `cycles` are all that have objectives."""

    teams: Collection[str]
    people: Collection[str]
    cycles: Sequence[Cycle]


class Place(NamedTuple):
    """Where an objective is: in a cycle and a team, by their names."""

    cycle: str
    team: str


class Overview(NamedTuple):
    """What holds whatever is shown.

    `teams` are all that have objectives, down the cascade, each over all the cycles; `places` has
    each of them in each cycle where it has any, in the order of the cycles.
    """

    now: date
    revision: str | None
    history: HistoryFacts
    cycles: Sequence[Cycle]
    teams: Mapping[str, TeamReport]
    places: Mapping[Place, TeamReport]
    summary: Summary
    root: Team | None


class Sheet(NamedTuple):
    """What holds for all, and the objectives of the places that are looked at."""

    overview: Overview
    objectives: Mapping[Place, Sequence[ObjectiveReport]]

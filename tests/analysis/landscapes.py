"""Landscapes of hand-made objectives, as analysis takes them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from okrcli.analysis.landscape.landscape import Landscape
from okrcli.analysis.progress.summary import Goals
from okrcli.model.key_result import Close, KeyResult
from okrcli.model.objective import Objective
from okrcli.model.organization import Organization, Pillar, Team
from okrcli.model.series import CheckIn, HistoryFacts, Series
from okrcli.model.settings import Settings

NOW = date(2026, 11, 22)
DROP = Close("drop")
TEAMS = (
    Team("company", "Acme", lead="cleo"),
    Team("product", "Product", "company", lead="dana"),
    Team("growth", "Growth", "product", lead="ana"),
    Team("platform", "Platform", "product", lead="chi"),
)
ACME = Organization("Acme", "The vision", (Pillar("delight", "Delight"),), TEAMS)


def half(name: str = "half", **more: Any) -> KeyResult:  # noqa: ANN401 - of any field
    """Make a key result that is half way, about where it should be."""
    return KeyResult(name, f"The {name}", baseline=0.0, target=10.0, current=5.0)._replace(**more)


def goal(
    ref: str,
    supports: Sequence[str] = (),
    key_results: Sequence[KeyResult] = (),
    cycle: str = "2026-Q4",
    **more: Any,  # noqa: ANN401 - of any field
) -> Objective:
    """Make an objective."""
    team, _, name = ref.partition("/")
    made = Objective(name, team, cycle, f"The title of {ref}", f"owner-of-{name}")
    own = tuple(key_results) or (half(),)
    return made._replace(supports=tuple(supports), key_results=own, **more)


def landscape(
    *objectives: Objective,
    organization: Organization = ACME,
    drafts: Sequence[Objective] = (),
    now: date = NOW,
) -> Landscape:
    """Put objectives together; all of their key results were checked in lately."""
    every = (*objectives, *drafts)
    series = {
        each.key._replace(key_result=part.id): Series([CheckIn(now, "ana", "0" * 40, part)])
        for each in every
        for part in each.key_results
    }
    history = HistoryFacts(complete=True, commits=1)
    goals = Goals(objectives, organization, series, Settings(), now, None, history, tuple(drafts))
    return Landscape(goals, drafts=bool(drafts))

"""Small companies whose objectives support one another as a test says."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from hypothesis import strategies as st

from okrcli.analysis.landscape.landscape import Landscape
from okrcli.analysis.progress.summary import Goals
from okrcli.model.key_result import Close, KeyResult
from okrcli.model.objective import Objective
from okrcli.model.organization import Organization, Pillar, Team
from okrcli.model.reference import Key
from okrcli.model.series import HistoryFacts
from okrcli.model.settings import Settings

CYCLE = "2026-Q4"
NOW = date(2026, 11, 22)
TEAMS = (
    Team("company", "Acme", lead="cleo"),
    Team("product", "Product", parent="company", lead="dana"),
    Team("growth", "Growth", parent="product", lead="ana"),
)
ORGANIZATION = Organization(
    "Acme", "Every shop sells online.", (Pillar("delight", "Shops recommend us"),), TEAMS
)


def goal(  # noqa: PLR0913 - what a test may say of an objective
    ref: str,
    *supports: str,
    cycle: str = CYCLE,
    at: float = 5.0,
    pillar: str | None = None,
    standalone: str | None = None,
    close: Close | None = None,
    priority: float | None = None,
    draft: bool = False,
) -> Objective:
    """Make an objective, `team/id`, whose two key results are `at` so many tenths."""
    team, _, name = ref.partition("/")
    parts = [
        KeyResult(part, part.title(), baseline=0.0, target=10.0, current=at)
        for part in ("one", "two")
    ]
    return Objective(
        name,
        team,
        cycle,
        title=f"The {name}",
        owner="ana",
        supports=supports,
        standalone=standalone,
        pillar=pillar,
        priority=priority,
        key_results=tuple(parts),
        close=close,
        draft=draft,
    )


def landscape(
    objectives: Iterable[Objective], organization: Organization = ORGANIZATION
) -> Landscape:
    """Put objectives and drafts into a landscape of today."""
    given = list(objectives)
    goals = Goals(
        [each for each in given if not each.draft],
        organization,
        {},
        Settings(),
        NOW,
        None,
        HistoryFacts(complete=True, commits=1),
        [each for each in given if each.draft],
    )
    return Landscape(goals, drafts=True)


def key(ref: str, cycle: str = CYCLE) -> Key:
    """Read `team/objective` or `team/objective/key-result`."""
    team, objective, *part = ref.split("/")
    return Key(cycle, team, objective, part[0] if part else None)


def _links(draw: st.DrawFn, names: Sequence[str], number: int, *, forward: bool) -> Sequence[str]:
    """Draw what the objective of a number supports: earlier ones, or any."""
    others = names if not forward else names[:number]
    if not others:
        return ()
    chosen = draw(st.lists(st.sampled_from(others), max_size=3))
    parts = draw(st.lists(st.sampled_from(["", "/one", "/two"]), min_size=3, max_size=3))
    return [name + part for name, part in zip(chosen, parts, strict=False)]


@st.composite
def companies(draw: st.DrawFn, *, circles: bool = False) -> Mapping[str, Objective]:
    """Draw a company; without `circles` nothing supports what supports it."""
    count = draw(st.integers(1, 9))
    teams = draw(
        st.lists(st.sampled_from([team.id for team in TEAMS]), min_size=count, max_size=count)
    )
    names = [f"{team}/o{number}" for number, team in enumerate(teams)]
    return {
        name: goal(
            name,
            *_links(draw, names, number, forward=not circles),
            at=draw(st.integers(0, 10)),
            priority=number,
        )
        for number, name in enumerate(names)
    }

"""Made-up states of the goals, to be compared."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from hypothesis import strategies as st

from okrcli.analysis.changes.changes import Changes, State
from okrcli.analysis.changes.comparing import compare
from okrcli.analysis.progress.summary import Goals
from okrcli.model.key_result import Close, KeyResult, Kind, Milestone
from okrcli.model.objective import Objective, Retrospective
from okrcli.model.organization import Kpi, Organization, Person, Team
from okrcli.model.reference import Key
from okrcli.model.series import CheckIn, HistoryFacts, Series
from okrcli.model.settings import Settings

T = TypeVar("T")

NOW = date(2026, 11, 22)
COMPANY = Organization(
    name="Acme",
    teams=(Team("company", "Acme"), Team("growth", "Growth", "company", "ana", ("bo",))),
    people=(Person("ana", "Ana Silva", ("ana@acme.example",)),),
)
DAY7 = KeyResult(
    "day7", "Shops come back", owner="bo", unit="%", baseline=31.0, target=45.0, current=36.5
)
FIRST = Objective(
    "first-minute", "growth", "2026-Q4", "Shops love us", "ana", "committed", key_results=(DAY7,)
)


def state(*objectives: Objective, organization: Organization = COMPANY, **more: object) -> State:
    """Make a state of some objectives, drafts among them; `more` are settings or other parts."""
    settings = more.get("settings", Settings())
    kpis, held = more.get("kpis", {}), more.get("retrospectives", {})
    live = [each for each in objectives if not each.draft]
    goals = Goals(
        objectives=live,
        organization=organization,
        series={
            each.key._replace(key_result=item.id): _series(item)
            for each in live
            for item in each.key_results
        },
        settings=settings if isinstance(settings, Settings) else Settings(),
        now=NOW,
        revision=None,
        history=HistoryFacts(complete=True, commits=3),
        drafts=[each for each in objectives if each.draft],
    )
    return State(
        goals,
        kpis if isinstance(kpis, Mapping) else {},
        held if isinstance(held, Mapping) else {},
    )


def changes(
    before: Sequence[Objective] | State,
    after: Sequence[Objective] | State,
    renamed: Mapping[Key, Key] | None = None,
) -> Changes:
    """Compare two states, or the states of some objectives."""
    was, now = (each if isinstance(each, State) else state(*each) for each in (before, after))
    return compare(was, now, renamed or {})


def of(objective: Objective, *key_results: KeyResult, **fields: object) -> Objective:
    """Give an objective with other key results and fields."""
    changed = dict(fields)
    if key_results:
        changed["key_results"] = key_results
    return objective._replace(**changed)  # type: ignore[arg-type] # any field


def _series(item: KeyResult) -> Series:
    if item.current is None:
        return Series()
    return Series([CheckIn(date(2026, 11, 17), "ana", "c" * 40, item)])


def _made(type_: Callable[..., T], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[T]:
    """Make something of these fields only; the others have their defaults."""
    return st.fixed_dictionaries(fields).map(lambda found: type_(**found))


_IDS = st.sampled_from(["a", "b", "c"])
_NUMBERS = st.none() | st.integers(0, 9).map(float)
_TEXTS = st.none() | st.sampled_from(["one thing", "another matter"])
_CLOSES = st.none() | _made(
    Close, decision=st.sampled_from(["achieved", "drop", "defer"]), score=_NUMBERS, why=_TEXTS
)
_STEPS = st.lists(
    _made(
        Milestone,
        title=st.sampled_from(["Plan", "Do", "Check"]),
        due=st.none() | st.just(date(2026, 11, 1)),
        done=st.booleans(),
    ),
    max_size=3,
    unique_by=lambda step: step.title,
).map(tuple)
KEY_RESULTS = _made(
    KeyResult,
    id=_IDS,
    title=st.sampled_from(["Shops come back", "Pages are fast"]),
    kind=st.sampled_from(Kind),
    owner=_TEXTS,
    unit=st.sampled_from([None, "%"]),
    baseline=_NUMBERS,
    target=_NUMBERS,
    stretch=_NUMBERS,
    at_least=_NUMBERS,
    milestones=_STEPS,
    done=st.booleans(),
    weight=st.sampled_from([1.0, 2.0]),
    due=st.none() | st.just(date(2026, 12, 1)),
    needs=st.sampled_from([(), ("platform/fast",), ("a/b", "a/c")]),
    kpi=_TEXTS,
    current=_NUMBERS,
    confidence=st.none() | st.sampled_from([0.3, 0.6]),
    note=_TEXTS,
    blocker=_TEXTS,
    close=_CLOSES,
)
OBJECTIVES = _made(
    Objective,
    id=_IDS,
    team=st.sampled_from(["growth", "company"]),
    cycle=st.sampled_from(["2026-Q4", "2026"]),
    title=st.sampled_from(["Shops love us", "Nobody waits"]),
    owner=_TEXTS,
    ambition=st.sampled_from([None, "committed", "aspirational"]),
    why=_TEXTS,
    supports=st.sampled_from([(), ("company/x",), ("company/x", "company/y")]),
    pillar=_TEXTS,
    priority=_NUMBERS,
    key_results=st.lists(KEY_RESULTS, max_size=3, unique_by=lambda item: item.id).map(tuple),
    close=_CLOSES,
    draft=st.booleans(),
)
STATES = st.builds(
    lambda objectives, kpis, lessons: state(
        *objectives,
        kpis={kpi.id: kpi for kpi in kpis},
        retrospectives={("growth", "2026-Q4"): lessons},
    ),
    st.lists(OBJECTIVES, max_size=4, unique_by=lambda objective: objective.key),
    st.lists(_made(Kpi, id=_IDS, current=_NUMBERS), max_size=2, unique_by=lambda kpi: kpi.id),
    _made(Retrospective, went_well=st.sampled_from([(), ("Demos",)])),
)

"""Everything about one objective or key result."""

from collections.abc import Sequence
from datetime import date

from okrcli.analysis.detail import Detail, Neighbour, detail
from okrcli.analysis.progress.summary import Goals
from okrcli.model.key_result import KeyResult
from okrcli.model.objective import Objective
from okrcli.model.organization import Organization
from okrcli.model.reference import Key
from okrcli.model.series import HistoryFacts
from okrcli.model.settings import Settings
from tests.analysis.versions import METRIC, told, version

_HALF = KeyResult("half", "Half way", baseline=0.0, target=10.0, current=5.0)


def _objective(
    name: str, *, cycle: str = "2026-Q4", supports: Sequence[str] = (), needs: Sequence[str] = ()
) -> Objective:
    team, _, objective = name.partition("/")
    key_results = [_HALF._replace(needs=needs), _HALF._replace(id="other")]
    return Objective(
        objective, team, cycle, f"The title of {name}", "ana", supports=supports
    )._replace(key_results=key_results)


_ALL = [
    _objective("company/top", cycle="2026"),
    _objective("company/mid", supports=["top"]),
    _objective("growth/it", supports=["company/mid", "company/top"], needs=["care/help/half"]),
    _objective("care/help", supports=["growth/it/half"], needs=["growth/it"]),
    _objective("care/more", supports=["care/help", "growth/it"], needs=["growth/it/other"]),
    _objective("lost/odd", cycle="never", supports=["growth/it"]),
]


def _detail(name: str, cycle: str = "2026-Q4") -> Detail | None:
    goals = Goals(
        _ALL,
        Organization(),
        {},
        Settings(),
        date(2026, 11, 22),
        None,
        HistoryFacts(complete=True, commits=1),
    )
    chapters = told([version(1, METRIC), version(5, METRIC._replace(target=40.0), said=True)])
    return detail(goals, Key(cycle, *name.split("/")), chapters)


def _named(neighbours: Sequence[Neighbour]) -> list[str]:
    return ["  " * each.depth + each.key.seen_from("2026-Q4") for each in neighbours]


def test_an_objective_knows_its_ways_up_and_down() -> None:
    found = _detail("growth/it")
    assert found is not None
    assert _named(found.up) == ["company/mid", "  2026:company/top"]
    assert _named(found.down) == ["care/help", "  care/more"]
    assert found.up[0].progress == 0.5
    assert found.key == found.objective.key


def test_a_key_result_is_part_of_its_objective_and_supported_by_name() -> None:
    found = _detail("growth/it/half")
    assert found is not None
    assert _named(found.up) == ["growth/it", "  company/mid", "    2026:company/top"]
    assert _named(found.down) == ["care/help", "  care/more"]
    other = _detail("growth/it/other")
    assert other is not None
    assert other.down == []


def test_dependencies_go_both_ways() -> None:
    whole, part = _detail("growth/it"), _detail("growth/it/half")
    assert whole is not None
    assert part is not None
    assert _named(whole.needs) == _named(part.needs) == ["care/help/half"]
    assert _named(whole.needed_by) == ["care/help/half", "care/more/half"]
    assert _named(part.needed_by) == ["care/help/half"]


def test_the_story_is_told_but_for_the_beginning() -> None:
    found = _detail("growth/it")
    assert found is not None
    assert len(found.check_ins) == 1
    assert [post.kind for entry in found.moved for post in entry.goalposts] == ["eased"]


def test_what_is_not_there_has_no_detail() -> None:
    assert _detail("growth/nothing") is None
    assert _detail("growth/it/nothing") is None
    assert _detail("lost/odd", "never") is None

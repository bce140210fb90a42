"""What teams need of one another, the worst first."""

from collections.abc import Sequence
from datetime import date

from okrcli.analysis.landscape.dependencies import Trouble
from okrcli.analysis.landscape.dependency_report import DependencyReport, Verdict, dependency_report
from okrcli.model.cycle import Calendar
from okrcli.model.key_result import Close
from okrcli.model.objective import Objective
from tests.analysis.landscapes import DROP, goal, half, landscape


def _report(
    *objectives: Objective,
    team: str | None = None,
    other: str | None = None,
    cycles: Sequence[str] = ("2026-Q4",),
) -> DependencyReport:
    calendar = Calendar()
    known = [cycle for name in cycles if (cycle := calendar.cycle(name)) is not None]
    return dependency_report(landscape(*objectives), known, team, other)


def _ends(report: DependencyReport) -> list[str]:
    return [f"{each.holder.key.team} {each.team} {each.verdict}" for each in report.dependencies]


_LATE = half(due=date(2026, 12, 1), needs=("platform/goal", "growth/goal", "nowhere/goal"))
_ALL = [
    goal("growth/goal", key_results=[_LATE]),
    goal("platform/goal", key_results=[half(needs=("product/goal",))]),
    goal("product/goal", key_results=[half(current=4.3, needs=("platform/done",))]),
    goal("platform/done", key_results=[half(current=10.0, needs=("growth/goal",))]),
]


def test_the_worst_comes_first_and_a_team_alone_has_no_dependency() -> None:
    assert _ends(_report(*_ALL)) == [
        "growth nowhere unconfirmed",
        "growth platform unconfirmed",
        "platform product to-watch",
        "product platform delivered",
        "platform growth settled",
    ]
    assert _ends(_report(*_ALL)) == _ends(_report(*_ALL[::-1]))


def test_it_may_be_of_a_team_or_between_two() -> None:
    report = _report(*_ALL, team="product")
    assert _ends(report) == ["platform product to-watch", "product platform delivered"]
    assert [each.holder.key.team for each in report.of("product")] == ["product"]
    assert [each.holder.key.team for each in report.of(None, "product")] == ["platform"]
    assert _ends(_report(*_ALL, team="product", other="growth")) == []
    assert len(_report(*_ALL, team="platform", other="growth").dependencies) == 2


def test_it_is_of_what_waits_in_the_cycles() -> None:
    other = goal("growth/year", key_results=[half(needs=("2026-Q4:platform/goal",))], cycle="2026")
    assert _ends(_report(*_ALL[1:], other, cycles=["2026"])) == ["growth platform to-watch"]


def test_what_is_the_matter_is_told_by_itself_and_through_others() -> None:
    _, late, *_ = _report(*_ALL).dependencies
    assert late.direct == [Trouble.LATE]
    assert late.days_late == 30
    assert late.spread is not None
    way, troubles = late.spread
    assert [key.team for key in way] == ["platform", "product"]
    assert troubles == [Trouble.LATE, Trouble.BEHIND]


def test_who_has_ended_waits_for_nothing() -> None:
    for close in (DROP, Close("achieved")):
        gone = goal("growth/goal", key_results=[half(needs=("nowhere/x", "platform/it"))])
        report = _report(gone._replace(close=close), goal("platform/it"))
        assert {each.verdict for each in report.dependencies} <= {Verdict.SETTLED}


def test_a_circle_is_named_where_both_teams_are_in_it() -> None:
    round_about = [
        goal("growth/goal", key_results=[half(needs=("platform/goal",))]),
        goal("platform/goal", key_results=[half(needs=("growth/goal",))]),
    ]
    (circle,) = _report(*round_about).circles
    assert sorted(key.team for key in circle) == ["growth", "platform"]
    assert _report(*round_about, team="growth", other="platform").circles
    assert not _report(*round_about, team="product").circles


def test_a_gap_is_how_far_what_is_needed_is_behind() -> None:
    watched = _report(*_ALL, team="product").dependencies[0]
    assert watched.target is not None
    assert watched.target.gap is not None
    assert round(watched.target.gap, 3) == round(52 / 92 - 0.43, 3)
    assert watched.holder.gap is not None

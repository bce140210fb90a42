"""The alignment report: shares, and what asks for a decision."""

from collections.abc import Sequence

import pytest

from okrcli.analysis.alignment.aligned import Aligned, AlignmentReport, Mark, judged
from okrcli.analysis.alignment.origins import Origin
from okrcli.analysis.alignment.ways import Way
from okrcli.analysis.landscape.alignment_report import MOST_SUPPORTERS, alignment_report
from okrcli.model.objective import Objective
from okrcli.model.organization import Organization, Pillar
from tests.analysis.landscapes import ACME, DROP, goal, landscape

_TOP = goal("company/top", cycle="2026", pillar="delight")
_MID = goal("product/mid", ["top"])


def _report(
    *objectives: Objective,
    organization: Organization = ACME,
    team: str | None = None,
    cycles: Sequence[str] = ("2026", "2026-Q4"),
) -> AlignmentReport:
    found = landscape(*objectives, organization=organization)
    calendar = found.goals.settings.calendar
    known = [cycle for name in cycles if (cycle := calendar.cycle(name)) is not None]
    return alignment_report(found, known, team, lambda _: Origin.TAKEN_UP)


@pytest.mark.parametrize(
    ("linked", "of", "mark"),
    [(9, 10, Mark.OK), (89, 100, Mark.FAIR), (4, 5, Mark.FAIR), (79, 100, Mark.LOW)],
)
def test_a_share_is_judged_by_two_marks(linked: int, of: int, mark: Mark) -> None:
    assert judged(linked / of) is mark
    aligned = Aligned({Way.LINKED: linked, Way.NOTHING: of - linked, Way.TOP: 5}, {})
    assert aligned.mark is mark


def test_the_top_and_who_stands_alone_are_in_no_share_and_what_was_dropped_is_nowhere() -> None:
    report = _report(
        _TOP,
        _MID,
        goal("growth/alone", standalone="The law"),
        goal("growth/lost"),
        goal("growth/gone", close=DROP),
    )
    assert (report.whole.linked, report.whole.counted, report.whole.share) == (1, 2, 0.5)
    assert report.dropped == 1
    assert len(report.objectives) == 4
    assert _report(_TOP).whole.share is None


def test_teams_come_down_the_cascade_also_those_without_objectives_and_unknown_ones() -> None:
    report = _report(_TOP, _MID, goal("stray/it", ["product/mid"]))
    rows = [(each.team.id, each.depth, each.supports_nothing) for each in report.teams]
    assert rows == [
        ("company", 0, False),
        ("product", 1, False),
        ("growth", 2, True),
        ("platform", 2, True),
        ("stray", 0, False),
    ]


def test_a_team_is_looked_at_with_those_below_it() -> None:
    mine = goal("product/other", ["top"])
    report = _report(_TOP, _MID, mine, goal("growth/it", ["product/mid"]), team="product")
    assert [each.team.id for each in report.teams] == ["product", "growth", "platform"]
    assert [each.depth for each in report.teams] == [0, 1, 1]
    assert report.unsupported == [mine]
    assert (report.whole.linked, report.idle) == (3, [])


def test_a_company_objective_is_unsupported_where_no_one_serves_it_in_the_time() -> None:
    lone = goal("company/lone", cycle="2026")
    closed = goal("company/closed", cycle="2026", close=DROP)
    past = goal("product/past", ["lone"], cycle="2026-Q3")
    assert _report(_TOP, lone, closed, _MID, past).unsupported == [lone]
    assert _report(_TOP, lone, _MID, past, cycles=["2026-Q4"]).unsupported == [lone]
    assert _report(_TOP, lone, past, cycles=["2026-Q3"]).unsupported == [_TOP]
    assert not _report(_TOP, lone).unsupported


def test_a_pillar_is_idle_where_no_team_below_the_root_leads_to_it() -> None:
    pillars = (Pillar("delight"), Pillar("trust"), Pillar("reach"))
    organization = ACME._replace(pillars=pillars)
    safe = goal("company/safe", cycle="2026", pillar="trust")
    report = _report(_TOP, safe, _MID, organization=organization)
    assert [(each.pillar.id, each.named_by) for each in report.idle] == [
        ("trust", [safe.key]),
        ("reach", []),
    ]
    alone = _report(_TOP, safe, organization=organization)
    assert [each.pillar.id for each in alone.idle] == ["reach"]


def test_a_parent_is_overloaded_by_more_in_one_cycle_than_can_be_steered() -> None:
    many = [goal(f"growth/goal-{at}", ["product/mid"]) for at in range(MOST_SUPPORTERS)]
    assert not _report(_TOP, _MID, *many).crowds
    (crowd,) = _report(_TOP, _MID, *many, goal("platform/more", ["product/mid/half"])).crowds
    assert (crowd.parent, crowd.cycle) == (_MID, "2026-Q4")
    assert crowd.supporters == MOST_SUPPORTERS + 1


def test_references_that_name_nothing_and_circles_are_told() -> None:
    report = _report(_TOP, goal("growth/it", ["it", "nothing"]))
    assert report.unknown == [(goal("growth/it").key, "nothing")]
    assert [each.tangle for each in report.circles] == [{goal("growth/it").key}]


def test_the_bottom_up_share_is_of_those_whose_origin_is_known() -> None:
    origins = {Origin.BOTTOM_UP: 1, Origin.TAKEN_UP: 2, Origin.HANDED_DOWN: 1, Origin.UNKNOWN: 9}
    assert Aligned({}, origins).bottom_up == 0.25
    assert Aligned({}, {Origin.UNKNOWN: 9}).bottom_up is None


def test_without_a_root_nothing_is_claimed_of_ways() -> None:
    report = _report(goal("one/it"), goal("two/it"), organization=Organization())
    assert not report.has_top

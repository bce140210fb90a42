"""The tree: sections, filters, depth, key results, drafts."""

from collections.abc import Sequence

from okrcli.analysis.landscape.tree import KeyResultLine, Line, ObjectiveLine, Standing, Tree
from okrcli.analysis.landscape.tree_report import tree
from okrcli.analysis.landscape.tree_selection import Wanted
from okrcli.analysis.progress.report import Status
from okrcli.model.objective import Objective
from okrcli.model.organization import Organization
from tests.analysis.cascades import CYCLE, ORGANIZATION, goal, key, landscape

ALL = Wanted(frozenset({CYCLE}))
COMPANY = (
    goal("company/top", pillar="delight", at=9),
    goal("company/other", pillar="unheard-of"),
    goal("product/mid", "company/top", at=1),
    goal("growth/part", "company/top/two", "company/other", at=1),
    goal("growth/leaf", "mid"),
    goal("growth/law", standalone="The law asks for it"),
    goal("growth/lost", "company/typo"),
    goal("growth/idea", "mid", draft=True),
)


def drawn(wanted: Wanted = ALL, given: Sequence[Objective] = COMPANY) -> Tree:
    return tree(landscape(given), [], wanted)


def sketch(found: Tree) -> list[str]:
    return [_sketch(line) for line in found.lines()]


def _sketch(line: Line) -> str:
    mark = "~" if line.passing else ""
    return "  " * line.level + mark + line.key.ref


def line_of(found: Tree, ref: str) -> ObjectiveLine:
    return next(line for line in found.objectives() if line.key.ref == ref)


def test_everything_has_its_place_and_its_section() -> None:
    found = drawn()
    assert sketch(found) == [
        "  company/top",
        "    company/top/two",
        "      growth/part",
        "    product/mid",
        "      growth/leaf",
        "      growth/idea",
        "  company/other",
        "  growth/law",
        "  growth/lost",
    ]
    assert [(each.standing, each.pillar and each.pillar.id) for each in found.sections] == [
        (Standing.ALIGNED, "delight"),
        (Standing.ALIGNED, None),
        (Standing.STANDALONE, None),
        (Standing.ORPHAN, None),
    ]
    assert line_of(found, "growth/part").also == [key("company/other")]
    assert line_of(found, "growth/lost").unknown == ["company/typo"]


def test_supporters_stand_beside_and_a_draft_is_none() -> None:
    found = drawn()
    support = line_of(found, "company/top").support
    assert (support.measured, support.progress) == (2, 0.1)
    assert support.gap is not None
    assert line_of(found, "product/mid").support.measured == 1
    assert line_of(found, "growth/idea").report is None


def test_a_filter_changes_what_is_shown_and_no_number() -> None:
    found = drawn(ALL._replace(team="growth"))
    assert sketch(found)[:4] == [
        "  ~company/top",
        "    ~company/top/two",
        "      growth/part",
        "    ~product/mid",
    ]
    assert "  company/other" not in sketch(found)
    assert line_of(found, "company/top").support == line_of(drawn(), "company/top").support
    at_risk = drawn(ALL._replace(statuses=frozenset({Status.AT_RISK})))
    assert [line.key.ref for line in at_risk.objectives() if not line.passing] == [
        "growth/part",
        "product/mid",
    ]


def test_depth_counts_objectives_and_says_what_it_hides() -> None:
    found = drawn(ALL._replace(depth=1))
    assert sketch(found) == ["  company/top", "  company/other", "  growth/law", "  growth/lost"]
    assert (line_of(found, "company/top").hidden, found.hidden) == (4, 4)
    assert "    product/mid" in sketch(drawn(ALL._replace(depth=2)))


def test_a_brief_tree_is_two_deep_where_there_are_many() -> None:
    many = [goal(f"growth/o{number}", "mid") for number in range(50)]
    assert drawn(ALL._replace(brief=True)).hidden == 0
    assert drawn(ALL._replace(brief=True), [*COMPANY, *many]).hidden == 52
    assert drawn(ALL._replace(brief=True, depth=3), [*COMPANY, *many]).hidden == 0


def test_key_results_are_all_there_where_they_are_asked_for() -> None:
    found = drawn(ALL._replace(key_results=True))
    parts = [line for line in found.lines() if isinstance(line, KeyResultLine)]
    assert len(parts) == 2 * len(COMPANY)
    assert sketch(found)[:3] == ["  company/top", "    company/top/one", "    company/top/two"]


def test_beneath_a_goal_it_is_what_leads_there() -> None:
    assert sketch(drawn(ALL._replace(about=key("company/other")))) == [
        "company/other",
        "  growth/part",
    ]
    assert sketch(drawn(ALL._replace(about=key("company/top/two")))) == [
        "company/top",
        "  company/top/two",
        "    growth/part",
    ]
    assert sketch(drawn(ALL._replace(about="product"))) == [
        "  product/mid",
        "    growth/leaf",
        "    growth/idea",
    ]


def test_up_shows_all_ways() -> None:
    found = drawn(ALL._replace(up=key("growth/part")))
    assert sketch(found) == [
        "  company/top",
        "    company/top/two",
        "      growth/part",
        "  company/other",
    ]


def test_a_parent_of_another_cycle_is_there_as_the_way() -> None:
    year = goal("company/year", cycle="2026")
    past = goal("growth/past", "2026:company/year", cycle="2026-Q3", at=10)
    now = goal("growth/now", "2026:company/year", at=1)
    found = drawn(given=[year, past, now])
    assert sketch(found) == ["  ~company/year", "    growth/now"]
    assert line_of(found, "company/year").support.progress == 0.1


def test_without_a_list_of_teams_what_another_team_supports_has_its_place() -> None:
    given = [goal("a/top"), goal("b/low", "a/top"), goal("b/alone")]
    found = tree(landscape(given, Organization()), [], ALL)
    assert [(each.standing, len(each.lines)) for each in found.sections] == [
        (Standing.ALIGNED, 2),
        (Standing.ORPHAN, 1),
    ]


def test_an_idle_pillar_is_shown_in_the_whole_tree_only() -> None:
    assert [each.pillar for each in drawn(given=[]).sections] == list(ORGANIZATION.pillars)
    assert drawn(ALL._replace(team="growth"), given=[]).sections == []

"""One cause, one finding: what follows from another fault is not told again."""

from collections.abc import Sequence

import pytest

from okrcli.model.finding import Finding
from okrcli.model.key_result import Close, KeyResult, Kind
from okrcli.model.objective import Objective, OkrFile
from okrcli.model.organization import Organization, Person, Pillar, Team
from okrcli.model.settings import LintSettings
from okrcli.model.source import Source
from okrcli.model.workspace import OkrDocument, Workspace
from okrcli.rules import RULES
from okrcli.rules.base import LintInput
from okrcli.rules.runner import run_rules

TEAMS = Organization(
    pillars=[Pillar("delight", "Shops recommend us")],
    teams=[Team("company"), Team("growth", parent="company", lead="ana")],
    people=[Person("ana")],
)
GOAL = Objective(
    "goal",
    "growth",
    "2026-Q4",
    title="Shops love us",
    owner="ana",
    supports=["company/goal"],
    key_results=[KeyResult("a", kind=Kind.BINARY), KeyResult("b", kind=Kind.BINARY)],
)
TOP = GOAL._replace(team="company", supports=(), title="Every shop sells online")


def _rules(
    *objectives: Objective,
    organization: Organization = TEAMS,
    problems: Sequence[Finding] = (),
    among: str = "alignment ownership learning",
) -> list[str]:
    documents = [
        OkrDocument(Source(f"{each.team}.yaml"), OkrFile(each.team, each.cycle, [each]))
        for each in objectives
    ]
    place = Source("organization.yaml") if organization.teams else None
    workspace = Workspace(documents=documents, organization=organization, organization_source=place)
    rules = [rule for rule in RULES if rule.family in among.split()]
    found = run_rules(rules, LintInput(workspace, problems), LintSettings())
    return [finding.rule for finding in found]


def test_what_a_broken_file_may_have_said_is_not_missed() -> None:
    lonely = GOAL._replace(supports=["company/goal"], pillar="delight", draft=True)
    begun = GOAL._replace(id="other", title="Cards are safe", supports=(), standalone="Law")
    broken = Finding("invalid-yaml", Source("lost.yaml"), "m")
    assert _rules(TOP, lonely, begun) == ["unsupported-objective", "idle-pillar"]
    assert not _rules(TOP, lonely, begun, problems=[broken])


def test_a_misspelt_link_is_told_once() -> None:
    assert not _rules(TOP._replace(pillar="delight"), GOAL._replace(supports=["company/gaol/a"]))


def test_without_a_list_of_teams_what_others_support_is_the_top() -> None:
    assert not _rules(TOP, GOAL, organization=Organization())
    assert _rules(TOP, organization=Organization()) == []
    alone = GOAL._replace(supports=())
    assert _rules(TOP, alone, organization=Organization()) == ["orphan-objective"] * 2


def test_the_goals_of_a_team_that_nobody_knows_are_not_orphans() -> None:
    assert "orphan-objective" not in _rules(TOP, GOAL._replace(team="grwoth", supports=()))


def test_a_list_that_the_reader_has_found_comes_out_as_several_owners() -> None:
    listed = Finding("several-owners", Source("growth.yaml", ("objectives", 0, "owner")), "m")
    assert "several-owners" in _rules(TOP, GOAL, problems=[listed])


@pytest.mark.parametrize("owner", ["ana and bo", "Growth", "everyone"])
def test_who_is_no_person_is_neither_unknown_nor_from_elsewhere(owner: str) -> None:
    pillar = TOP._replace(pillar="delight")
    found = _rules(pillar, GOAL._replace(owner=owner), among="form alignment ownership")
    assert [rule for rule in found if rule != "missing-field"] == ["several-owners"]


def test_a_reason_that_cannot_be_read_is_a_reason() -> None:
    closed = GOAL._replace(close=Close("drop", score=0.3))
    why = Finding("invalid-value", Source("growth.yaml", ("objectives", 0, "close", "why")), "m")
    everything = ["missing-lesson", "unexplained-miss", "unexplained-score"]
    assert sorted(_rules(closed, among="learning")) == everything
    assert not _rules(closed, problems=[why], among="learning")

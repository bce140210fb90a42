"""Which cycle is planned, who is asked, and what stands in the way."""

from datetime import date

from okrcli.analysis.cycle.readiness import Obstacle, planned_cycle, readiness, upcoming
from okrcli.model.cycle import Cycle
from okrcli.model.finding import Finding, Severity
from okrcli.model.objective import Objective, OkrFile
from okrcli.model.organization import Organization, Team
from okrcli.model.source import Source
from okrcli.model.workspace import OkrDocument, Workspace

_NOW = date(2026, 11, 22)
_TEAMS = Organization(
    teams=(Team("acme", "Acme"), Team("care", "Care", parent="acme"), Team("shop", "Shop", "acme"))
)


def _file(team: str, cycle: str, *, draft: bool = False) -> OkrDocument:
    objective = Objective("it", team, cycle, draft=draft)
    return OkrDocument(Source(f"okrs/{cycle}/{team}.yaml"), OkrFile(team, cycle, (objective,)))


def _workspace(*documents: OkrDocument) -> Workspace:
    return Workspace(documents=documents, organization=_TEAMS)


def _planned(*documents: OkrDocument) -> str | None:
    found = planned_cycle(_workspace(*documents), _NOW)
    return None if found is None else found.name


def _cycle(name: str) -> Cycle:
    found = Workspace().cycle(name)
    assert found is not None
    return found


def test_the_next_cycle_with_drafts_is_planned_the_shortest_first() -> None:
    drafts = [_file("acme", name, draft=True) for name in ("2027", "2027-Q2", "2027-Q1")]
    assert _planned(*drafts, _file("acme", "2026-Q4")) == "2027-Q1"
    names = [cycle.name for cycle in upcoming(_workspace(*drafts), _NOW)]
    assert names == ["2027-Q1", "2027", "2027-Q2"]


def test_without_drafts_to_come_the_running_cycle_is() -> None:
    running = [_file("acme", "2026"), _file("acme", "2026-Q4", draft=True)]
    assert _planned(*running, _file("acme", "2027-Q1")) == "2026-Q4"
    assert _planned(_file("acme", "2026-Q3")) is None


def test_asked_are_the_teams_of_the_cycle_and_of_the_one_before_it() -> None:
    found = readiness(
        _workspace(
            _file("acme", "2026"),
            _file("care", "2026-Q4"),
            _file("new", "2027-Q1", draft=True),
        ),
        _cycle("2027-Q1"),
        _NOW,
        (),
        (),
    )
    assert found.before == _cycle("2026-Q4")
    assert [(each.team.id, each.depth, each.empty) for each in found.teams] == [
        ("care", 1, True),
        ("new", 0, False),
    ]
    assert found.ready == 1


def test_a_year_follows_the_year_and_not_its_last_quarter() -> None:
    workspace = _workspace(_file("acme", "2026"), _file("care", "2026-Q4"))
    found = readiness(workspace, _cycle("2027"), _NOW, (), ())
    assert [each.team.id for each in found.teams] == ["acme"]


def _finding(rule: str, severity: Severity, team: str = "care") -> Finding:
    return Finding(rule, Source(f"okrs/2027-Q1/{team}.yaml"), rule, severity=severity)


def test_findings_are_sorted_by_what_they_are_about() -> None:
    today = [_finding("unconfirmed-dependency", Severity.ADVICE), _finding("x", Severity.ERROR)]
    then = [
        _finding("digits-in-objective", Severity.WARNING),
        _finding("too-many-objectives", Severity.ERROR),
        _finding("orphan-objective", Severity.WARNING),
        _finding("zero-distance", Severity.ERROR),
        _finding("unconfirmed-dependency", Severity.WARNING),
        _finding("zero-distance", Severity.ERROR, "elsewhere"),
    ]
    workspace = _workspace(_file("care", "2027-Q1", draft=True))
    (care,) = readiness(workspace, _cycle("2027-Q1"), _NOW, today, then).teams
    assert [obstacle for obstacle, _ in care.findings] == [
        Obstacle.ERRORS,
        Obstacle.LIMITS,
        Obstacle.UNALIGNED,
        Obstacle.DEPENDENCIES,
        Obstacle.WARNINGS,
    ]
    assert len(care.obstacles) == 4
    assert not care.ready


def test_warnings_stand_in_nobodys_way() -> None:
    workspace = _workspace(_file("care", "2027-Q1", draft=True))
    told = [_finding("digits-in-objective", Severity.WARNING)]
    (care,) = readiness(workspace, _cycle("2027-Q1"), _NOW, (), told).teams
    assert care.ready

"""Reports about teams, people, check-ins, KPIs and drafts in terminals of any kind."""

from collections.abc import Callable
from datetime import date

import pytest

from okrcli.analysis.cycle.readiness import Readiness, readiness
from okrcli.analysis.landscape.kpis import report_kpis
from okrcli.analysis.loads.dues import Dues, owed
from okrcli.analysis.loads.owner_loads import owner_loads
from okrcli.analysis.loads.team_loads import team_loads
from okrcli.analysis.progress.moment import Moment
from okrcli.analysis.progress.summary import Goals, reports_of
from okrcli.model.finding import Finding
from okrcli.model.objective import Objective, OkrFile
from okrcli.model.organization import Kpi, Organization, Person, Team
from okrcli.model.series import KpiReading
from okrcli.model.source import Source
from okrcli.model.workspace import OkrDocument, Workspace
from okrcli.render.due.csv import due_csv
from okrcli.render.due.markdown import due_markdown
from okrcli.render.due.table import due_table
from okrcli.render.kpis.csv import kpis_csv
from okrcli.render.kpis.markdown import kpis_markdown
from okrcli.render.kpis.table import kpis_table
from okrcli.render.owner_loads.csv import owner_loads_csv
from okrcli.render.owner_loads.markdown import owner_loads_markdown
from okrcli.render.owner_loads.table import owner_loads_table
from okrcli.render.readiness.markdown import readiness_markdown
from okrcli.render.readiness.table import readiness_table
from okrcli.render.team_loads.csv import team_loads_csv
from okrcli.render.team_loads.markdown import team_loads_markdown
from okrcli.render.team_loads.table import team_loads_table
from okrcli.render.text import width as cells
from tests.analysis.load_cases import NOW, cycles, goals

_EVIL = "=[red]\x1b[31m|<b>@all\u202e漢字"
_CYCLES = cycles("2026", "2026-Q4")
Table = Callable[..., str]


def _evil() -> Goals:
    """Give goals in which every text is hostile."""
    usual = goals()
    objectives = [
        each._replace(
            title=_EVIL,
            owner=_EVIL,
            key_results=tuple(item._replace(title=_EVIL, kpi=_EVIL) for item in each.key_results),
        )
        for each in usual.objectives
    ]
    organization = Organization(
        teams=tuple(Team(each.id, _EVIL, each.parent, _EVIL) for each in usual.organization.teams),
        people=(Person(_EVIL, _EVIL), Person(_EVIL + "2", _EVIL)),
    )
    gap = usual.history._replace(complete=False, gap=_EVIL)
    return usual._replace(objectives=objectives, organization=organization, history=gap)


def _readiness() -> Readiness:
    document = OkrDocument(
        Source("okrs/a.yaml"), OkrFile("care", "2026-Q4", (Objective("it", "care", "2026-Q4"),))
    )
    workspace = Workspace(documents=[document], organization=_evil().organization)
    finding = Finding("zero-distance", Source("okrs/a.yaml"), _EVIL, _EVIL)
    return readiness(workspace, _CYCLES[1], NOW, (), [finding] * 5)


def _reports() -> list[tuple[Table, object]]:
    evil = _evil()
    kpi = Kpi(_EVIL, _EVIL, _EVIL, _EVIL, at_least=1.0, current=0.5)
    readings = {_EVIL: [KpiReading(date(2026, 11, 1), 0.5, _EVIL, None)]}
    dues = Dues(
        Moment.of(evil, _CYCLES), owed(reports_of(evil, _CYCLES), evil), _EVIL, everything=True
    )
    return [
        (team_loads_table, team_loads(evil, _CYCLES)),
        (owner_loads_table, owner_loads(evil, _CYCLES)),
        (owner_loads_table, owner_loads(evil, _CYCLES, _EVIL)),
        (due_table, dues),
        (kpis_table, report_kpis(evil, _CYCLES, [kpi], readings)),
        (readiness_table, _readiness()),
    ]


_OF_PLAIN: list[tuple[Table, int]] = [
    (team_loads_markdown, 0),
    (team_loads_csv, 0),
    (owner_loads_markdown, 1),
    (owner_loads_markdown, 2),
    (owner_loads_csv, 1),
    (due_markdown, 3),
    (due_csv, 3),
    (kpis_markdown, 4),
    (kpis_csv, 4),
    (readiness_markdown, 5),
]


@pytest.mark.parametrize("number", range(6))
@pytest.mark.parametrize("width", [20, 33, 60, 76, 80, 112, 140])
def test_no_line_is_wider_than_the_terminal(number: int, width: int) -> None:
    table, report = _reports()[number]
    for line in table(report, width=width, color=False).splitlines():
        assert cells(line) <= width
        assert line == line.rstrip()


@pytest.mark.parametrize("number", range(6))
def test_foreign_text_stays_text_in_a_terminal(number: int) -> None:
    table, report = _reports()[number]
    shown = table(report, width=120, color=False)
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "[red]" in shown


@pytest.mark.parametrize("number", range(6))
def test_an_old_terminal_gets_ascii(number: int) -> None:
    table, report = _reports()[number]
    assert table(report, width=80, color=False, ascii_only=True).isascii()


@pytest.mark.parametrize("number", range(6))
def test_colour_changes_no_text(number: int) -> None:
    table, report = _reports()[number]
    assert "\x1b[" in table(report, width=80, color=True)


@pytest.mark.parametrize(("write", "number"), _OF_PLAIN)
def test_foreign_text_stays_text_in_files(write: Table, number: int) -> None:
    shown = write(_reports()[number][1])
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    if write.__name__.endswith("_markdown"):
        assert "<b>" not in shown
        assert "@all" not in shown
    else:
        assert all(
            not cell.startswith("=") for line in shown.splitlines() for cell in line.split(",")
        )

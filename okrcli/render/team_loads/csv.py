"""What the teams have taken on as CSV: a row for each team and cycle."""

from collections.abc import Iterator
from typing import NamedTuple

from okrcli.analysis.loads.team_loads import CycleLoad, TeamLoad, TeamLoads
from okrcli.render.csv_text import csv_file, csv_number, csv_text


class Row(NamedTuple):
    """The columns, in their order; a team with nothing in the cycles has none of the later ones."""

    team: str
    name: str
    parent: str
    depth: str
    lead: str
    cycle: str = ""
    progress: str = ""
    expected: str = ""
    objectives: str = ""
    objectives_limit: str = ""
    key_results: str = ""
    outside_key_result_limits: str = ""
    drafts: str = ""
    under_way: str = ""
    overdue: str = ""
    last_check_in: str = ""


def team_loads_csv(loads: TeamLoads) -> str:
    """Write it as CSV, the teams down the cascade."""
    return csv_file(Row._fields, (row for each in loads.teams for row in _rows(each)))


def _rows(load: TeamLoad) -> Iterator[Row]:
    team = load.team
    row = Row(
        team=csv_text(team.id),
        name=csv_text(team.name),
        parent=csv_text(team.parent),
        depth=str(load.depth),
        lead=csv_text(team.lead),
    )
    if not load.cycles:
        yield row
    yield from (_of_cycle(row, each) for each in load.cycles)


def _of_cycle(row: Row, load: CycleLoad) -> Row:
    return row._replace(
        cycle=csv_text(load.cycle.name),
        progress=csv_number(load.report.progress),
        expected=csv_number(load.report.expected),
        objectives=str(load.counted),
        objectives_limit=str(load.limit),
        key_results=str(load.key_results),
        outside_key_result_limits=csv_text(" ".join(each.key.ref for each in load.crowds)),
        drafts=str(len(load.drafts)),
        under_way=str(load.under_way),
        overdue=str(load.silent),
        last_check_in="" if load.last is None else load.last.isoformat(),
    )

"""`okr kpis`."""

from typing import Annotated

from typer import Argument

from okrcli.cli.options import At, CycleName, NoCache, ReportAs, ReportFormat
from okrcli.cli.reading.emitting import emit
from okrcli.cli.reading.measuring import measured
from okrcli.cli.reading.reporting import Question
from okrcli.cli.session import Session

Kpi = Annotated[str | None, Argument(metavar="[KPI]", help="Show only this one, by its id.")]


def kpis(
    kpi: Kpi = None,
    cycle: CycleName = None,
    at: At = None,
    output_format: ReportAs = ReportFormat.TABLE,
    *,
    no_cache: NoCache = False,
) -> int:
    """Show whether what must stay healthy is.

    Each KPI with its bound, its value, its trend out of the git history, and the key results
    that move it (their `kpi`). It stands beside the goals and is in no progress.
    """
    session = Session.here()
    question = Question(cycle=cycle, at=at, cached=not no_cache)
    emit(session, "kpis", output_format, measured(session, kpi, question))
    return 0

"""How the report about KPIs is put together: their files and past, beside the goals."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import TYPE_CHECKING

from okrcli.cli.reading.reporting import Question, asked
from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.analysis.landscape.kpis import KpisReport
    from okrcli.analysis.progress.summary import Goals
    from okrcli.history.following.kpis import KpiHistory


def measured(session: Session, kpi: str | None, question: Question) -> "KpisReport":
    """Gather what is known of the KPIs: of all of them, or of one."""
    from okrcli.analysis.landscape.kpis import report_kpis

    found = asked(session, question)
    with session.working("reading the history of the KPIs"):
        past = _past(session, found.goals, committed=question.at is not None)
    report = report_kpis(found.goals, found.cycles, past.kpis, past.readings)
    if kpi is None:
        return report
    known = [each.id for each in past.kpis]
    if kpi not in known:
        from okrcli.analysis.spelling import did_you_mean

        listed = ", ".join(known) or "none yet"
        hint = did_you_mean(kpi, known) or f"KPIs here: {listed}"
        raise UsageError(f"there is no KPI {kpi}", hint)
    shown = [each for each in report.kpis if each.kpi.id == kpi]
    return report._replace(kpis=shown, unknown=())


def _past(session: Session, goals: "Goals", *, committed: bool) -> "KpiHistory":
    from okrcli.history.following.kpis import Shown, kpi_history
    from okrcli.store.contents import file_contents
    from okrcli.store.discovery import find_workspace

    root = find_workspace(session.folder)
    shown = Shown(goals.settings, goals.organization, goals.now, None)
    if committed:
        return kpi_history(root, shown._replace(commit=goals.revision))
    return kpi_history(root, shown._replace(files=file_contents(root, goals.settings)))

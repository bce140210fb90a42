"""KPIs in words."""

from collections.abc import Iterator

from okrcli.analysis.landscape.kpis import Health, KpiReport, KpisReport
from okrcli.analysis.progress.report import Status
from okrcli.render.glyphs import Glyphs
from okrcli.render.numbers import number, with_unit
from okrcli.render.words import age, bound_phrase, home_cycle

# The colour and the sign of a status of the same gravity.
LIKE = {
    Health.OUTSIDE: Status.AT_RISK,
    Health.UNKNOWN: Status.NOT_MEASURED,
    Health.UNBOUND: Status.NOT_STARTED,
    Health.INSIDE: Status.ON_TRACK,
}
NOTHING = "No file lists any KPIs."


def health_words(health: Health) -> str:
    """Say how a KPI stands."""
    return health.value.replace("-", " ")


def summary_words(report: KpisReport) -> str:
    """Say how many stand how."""
    counts = ((health, sum(each.health is health for each in report.kpis)) for health in Health)
    return ", ".join(f"{count} {health_words(health)}" for health, count in counts if count)


def value_words(report: KpiReport, glyphs: Glyphs) -> str:
    """Say where a KPI is, and where it should be."""
    kpi = report.kpi
    bound = bound_phrase(kpi, glyphs)
    if kpi.current is None:
        return bound
    return f"{number(kpi.current)} {bound}" if bound else with_unit(kpi.current, kpi.unit)


def measured_words(report: KpiReport, shown: KpisReport) -> str:
    """Say when it was measured last, and by whom."""
    if not report.readings:
        return ""
    last = report.readings[-1]
    return f"{last.author or 'uncommitted'} {age(last.date, shown.moment.now)}"


def since_words(report: KpiReport) -> str | None:
    """Say since when a bound has not been kept."""
    outside = report.health is Health.OUTSIDE and report.since is not None
    return f"out of bounds since {report.since}" if outside else None


def home(report: KpisReport) -> str:
    """Name the cycle from which references are written."""
    movers = [each.key for kpi in report.kpis for each in kpi.moved_by]
    return home_cycle([*movers, *(key for key, _ in report.unknown)])


def unknown_words(report: KpisReport) -> Iterator[str]:
    """Name the key results that move a KPI which is not there."""
    for key, name in report.unknown:
        yield f"{key.seen_from(home(report))} moves '{name}', which no file lists"

"""`okr report week`: what is new since last week."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from okrcli.cli.options import day_of
from okrcli.cli.reading.reporting import Question
from okrcli.cli.reports.remembering import remembered
from okrcli.cli.reports.reports import Made, Wanted
from okrcli.cli.reports.retelling import retold
from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.analysis.reports.week import Week
    from okrcli.cli.reading.reporting import Asked

_DAYS = 7


def report_week(session: Session, wanted: Wanted) -> Made:
    """Compare now with a week ago."""
    from okrcli.analysis.reports.week import Week
    from okrcli.render.reports.week_json import week_json
    from okrcli.render.reports.week_page import week_page

    facts, _ = remembered(session, wanted, Week, _week)
    return Made(partial(week_page, facts), partial(week_json, facts))


def _week(session: Session, wanted: Wanted) -> "tuple[Week, Asked]":
    from okrcli.analysis.reports.week import Asked, week

    since = day_of(wanted.since)
    question = Question(wanted.about, wanted.cycle, wanted.at, wanted.owner, cached=wanted.cached)
    found, versions, _ = retold(session, question, lambda found: found.cycles)
    if found.wanted.key is not None:
        raise UsageError(f"{wanted.about} is no team", f"see `okr log {wanted.about}`")
    facts = week(
        found.goals,
        found.cycles,
        versions,
        _begin(since, found.goals.now),
        Asked(found.wanted.team, wanted.owner),
    )
    return facts, found


def _begin(since: date | None, now: date) -> date:
    if since is not None and since > now:
        raise UsageError(f"{since} is after {now}", "--since takes the first day that is new")
    return since or now - timedelta(days=_DAYS - 1)

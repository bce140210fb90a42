"""`okr report week`: what is new since last week."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from datetime import date, timedelta
from functools import partial

from okrcli.cli.options import day_of
from okrcli.cli.reporting import Question, asked
from okrcli.cli.reports import Made, Wanted
from okrcli.cli.session import Session
from okrcli.errors import UsageError

_DAYS = 7


def report_week(session: Session, wanted: Wanted) -> Made:
    """Compare now with a week ago; that needs the history itself, of which a cache has the end."""
    from okrcli.analysis.report_week import Asked, week
    from okrcli.render.week_json import week_json
    from okrcli.render.week_page import week_page

    since = day_of(wanted.since)
    found = asked(session, Question(wanted.about, wanted.cycle, wanted.at, wanted.owner))
    if found.wanted.key is not None:
        raise UsageError(f"{wanted.about} is no team", f"see `okr log {wanted.about}`")
    facts = week(
        found.goals,
        found.cycles,
        found.recorded.timeline.past.versions(),
        _begin(since, found.goals.now),
        Asked(found.wanted.team, wanted.owner),
    )
    return Made(partial(week_page, facts), partial(week_json, facts))


def _begin(since: date | None, now: date) -> date:
    if since is not None and since > now:
        raise UsageError(f"{since} is after {now}", "--since takes the first day that is new")
    return since or now - timedelta(days=_DAYS - 1)

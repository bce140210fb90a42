"""The week as JSON, version 1."""

from collections.abc import Iterable
from typing import Any

from okrcli.analysis.reports.news import News
from okrcli.analysis.reports.week import Deadline, TeamWeek, Week
from okrcli.model.series import CheckIn
from okrcli.render.due.json import owed_data
from okrcli.render.json_text import json_text
from okrcli.render.progress.json import head_data, key_result_data, number_data, team_data

_Data = dict[str, Any]


def week_json(week: Week) -> str:
    """Write the facts as one JSON object; a key result is in as many lists as fit it."""
    return json_text(
        {
            **head_data(week.moment),
            "since": week.since.isoformat(),
            "team": None if week.about is None else week.about.id,
            "owner": week.owner,
            "wins": {
                "reached": _all(week.reached),
                "milestones": _all(week.steps),
                "moves": _all(week.moves),
            },
            "needs_help": {
                "newly_at_risk": _all(week.endangered),
                "blocked": _all(week.blocked),
                "confidence_fell": _all(week.doubted),
                "still_at_risk": _all(week.still_bad),
            },
            "silent": map(owed_data, week.silent),
            "due": map(owed_data, week.due),
            "deadlines": map(_deadline, week.deadlines),
            "teams": [_team(each) for each in week.teams],
        }
    )


def _all(news: Iterable[News]) -> list[_Data]:
    return [_news(each) for each in news]


def _news(news: News) -> _Data:
    before = news.before
    return {
        **key_result_data(news.report),
        "cycle": news.report.key.cycle,
        "before": before
        and {
            "current": number_data(before.key_result.current),
            "progress": number_data(before.progress),
            "status": before.status.value,
            "confidence": number_data(before.key_result.confidence),
        },
        "milestones_done": list(news.steps),
        "blocked_since": news.blocked_since,
        "people": list(news.people()),
        "said": [_said(each) for each in news.said],
    }


def _said(check_in: CheckIn) -> _Data:
    return {
        "date": check_in.date,
        "author": check_in.author,
        "commit": check_in.commit,
        "note": check_in.state.note,
    }


def _deadline(deadline: Deadline) -> _Data:
    return {
        "day": deadline.day,
        "ref": deadline.key.ref,
        "cycle": deadline.key.cycle,
        "title": deadline.title,
        "owner": deadline.owner,
        "milestone": deadline.milestone,
    }


def _team(team: TeamWeek) -> _Data:
    return {
        **team_data(team.now),
        "progress_before": number_data(team.before.progress),
        "checked_in": team.checked,
        "under_way": team.under_way,
        "windows_on_time": team.on_time,
        "windows": team.windows,
    }

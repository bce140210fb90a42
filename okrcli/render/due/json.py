"""Who owes a check-in as JSON, version 1."""

from typing import Any

from okrcli.analysis.loads.dues import Due, Dues, Owed
from okrcli.analysis.progress.rhythm import Window
from okrcli.render.json_text import json_text
from okrcli.render.progress.json import head_data

_Data = dict[str, Any]


def due_json(dues: Dues) -> str:
    """Write it as one JSON object, the longest overdue first."""
    return json_text(
        {
            **head_data(dues.moment),
            "check_ins": [owed_data(each) for each in dues.owed],
            "summary": {state.value: len(dues.of(state)) for state in Due},
        }
    )


def owed_data(owed: Owed) -> _Data:
    """Give the next check-in of a key result."""
    return {
        "ref": owed.key.ref,
        "cycle": owed.key.cycle,
        "team": owed.key.team,
        "title": owed.title,
        "owner": owed.owner,
        "state": owed.state.value,
        "due": owed.due,
        "overdue_from": owed.late_from,
        "days_past_due": owed.days,
        "last_check_in": owed.last and {"date": owed.last, "author": owed.author},
        "rhythm": [_window(each) for each in owed.rhythm],
    }


def _window(window: Window) -> _Data:
    return {"due": window.due, "check_in": window.beat.value}

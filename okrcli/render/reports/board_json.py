"""The board as JSON, version 1."""

from typing import Any

from okrcli.analysis.reports.board import Board, Outlook
from okrcli.render.json_text import json_text
from okrcli.render.progress.json import head_data, number_data, objective_data, team_data


def board_json(board: Board) -> str:
    """Write the facts as one JSON object."""
    return json_text(
        {
            **head_data(board.moment),
            "team": None if board.team is None else team_data(board.team),
            "objectives": [_outlook(each) for each in board.outlooks],
        }
    )


def _outlook(outlook: Outlook) -> dict[str, Any]:
    return {
        **objective_data(outlook.report),
        "forecast": number_data(outlook.forecast),
        "success": number_data(outlook.enough),
        "on_course": None if outlook.forecast is None else outlook.on_course,
        "held_back_by": None if outlook.drag is None else outlook.drag.key.ref,
    }

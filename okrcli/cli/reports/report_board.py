"""`okr report board`: the objectives of the topmost team on one slide."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from functools import partial
from typing import TYPE_CHECKING

from okrcli.cli.reading.reporting import Question, asked
from okrcli.cli.reports.remembering import remembered
from okrcli.cli.reports.reports import Made, Wanted
from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.analysis.reports.board import Board
    from okrcli.cli.reading.reporting import Asked


def report_board(session: Session, wanted: Wanted) -> Made:
    """Look at the objectives of a team, else of the topmost one."""
    from okrcli.analysis.reports.board import Board
    from okrcli.render.reports.board_json import board_json
    from okrcli.render.reports.board_page import board_page

    for name, value in (("--since", wanted.since), ("--owner", wanted.owner)):
        if value is not None:
            raise UsageError(f"{name} is of no use for a board", "see `okr report week`")
    facts, _ = remembered(session, wanted, Board, _board)
    return Made(partial(board_page, facts), partial(board_json, facts))


def _board(session: Session, wanted: Wanted) -> "tuple[Board, Asked]":
    from okrcli.analysis.reports.board import board

    question = Question(wanted.about, wanted.cycle, wanted.at, cached=wanted.cached)
    found = asked(session, question)
    if found.wanted.key is not None:
        raise UsageError(f"{wanted.about} is no team", f"see `okr show {wanted.about}`")
    return board(found.goals, found.cycles, found.wanted.team), found

"""How the kick-off of a cycle is put together: its goals and drafts, and what came before."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import TYPE_CHECKING

from okrcli.cli.reporting import Question
from okrcli.cli.reviewing import of_a_team, one, retrospectives
from okrcli.cli.session import Session

if TYPE_CHECKING:
    from okrcli.analysis.report_plan import Plan


def plan(session: Session, question: Question) -> "Plan":
    """Announce the cycle that is named, else the one that begins last."""
    from okrcli.analysis.cycle_choice import begun_last, up_to
    from okrcli.analysis.landscape import Landscape
    from okrcli.analysis.report_plan import plan as announce
    from okrcli.analysis.summary import all_cycles

    found = of_a_team(session, question._replace(whole=True, drafts=True))
    goals = found.goals
    cycle = one(begun_last(found.cycles))
    [*earlier, _] = up_to(cycle, all_cycles(goals))
    looks = retrospectives(session, found.recorded, question.at)
    landscape = Landscape(goals, drafts=True)
    last = earlier[-1] if earlier else None
    return announce(landscape, cycle, last, found.wanted.team, looks)

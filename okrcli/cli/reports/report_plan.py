"""`okr report plan`: what is meant in a cycle, with drafts, and what came before."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from functools import partial
from typing import TYPE_CHECKING

from okrcli.cli.reading.reporting import Question
from okrcli.cli.reports.remembering import remembered
from okrcli.cli.reports.reports import Made, Wanted
from okrcli.cli.reports.reviewing import drawn, of_a_team, one, retrospectives
from okrcli.cli.session import Session

if TYPE_CHECKING:
    from okrcli.analysis.reports.plan import Plan
    from okrcli.cli.reading.reporting import Asked


def report_plan(session: Session, wanted: Wanted) -> Made:
    """Announce the cycle that is named, else the one that begins last."""
    from okrcli.analysis.reports.plan import Plan
    from okrcli.render.reports.plan_json import plan_json
    from okrcli.render.reports.plan_page import plan_page

    facts, found = remembered(session, wanted, Plan, _plan)
    alignment = partial(drawn, session, _question(wanted), found, facts.cycle)
    return Made(partial(plan_page, facts, alignment), partial(plan_json, facts))


def _plan(session: Session, wanted: Wanted) -> "tuple[Plan, Asked]":
    from okrcli.analysis.cycle.cycle_choice import begun_last, up_to
    from okrcli.analysis.landscape.landscape import Landscape
    from okrcli.analysis.progress.summary import all_cycles
    from okrcli.analysis.reports.plan import plan

    found = of_a_team(session, _question(wanted))
    cycle = one(begun_last(found.cycles))
    [*earlier, _] = up_to(cycle, all_cycles(found.goals))
    facts = plan(
        Landscape(found.goals, drafts=True),
        cycle,
        earlier[-1] if earlier else None,
        found.wanted.team,
        retrospectives(found.recorded),
    )
    return facts, found


def _question(wanted: Wanted) -> Question:
    return Question(
        wanted.about, wanted.cycle, wanted.at, cached=wanted.cached, drafts=True, whole=True
    )

"""`okr report plan`: what is meant in a cycle, with drafts, and what came before."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from functools import partial

from okrcli.cli.reporting import Question
from okrcli.cli.reports import Made, Wanted
from okrcli.cli.reviewing import of_a_team, one, retrospectives
from okrcli.cli.session import Session


def report_plan(session: Session, wanted: Wanted) -> Made:
    """Announce the cycle that is named, else the one that begins last."""
    from okrcli.analysis.cycle_choice import begun_last, up_to
    from okrcli.analysis.landscape import Landscape
    from okrcli.analysis.report_plan import plan
    from okrcli.analysis.summary import all_cycles
    from okrcli.analysis.tree_report import tree
    from okrcli.analysis.tree_selection import Wanted as Drawn
    from okrcli.render.plan_json import plan_json
    from okrcli.render.plan_page import plan_page

    question = Question(
        wanted.about, wanted.cycle, wanted.at, cached=wanted.cached, drafts=True, whole=True
    )
    found = of_a_team(session, question)
    cycle = one(begun_last(found.cycles))
    [*earlier, _] = up_to(cycle, all_cycles(found.goals))
    landscape = Landscape(found.goals, drafts=True)
    facts = plan(
        landscape,
        cycle,
        earlier[-1] if earlier else None,
        found.wanted.team,
        retrospectives(session, found.recorded, wanted.at),
    )
    drawn = Drawn(frozenset({cycle.name}), about=found.wanted.team)
    alignment = partial(tree, landscape, [cycle], drawn)
    return Made(partial(plan_page, facts, alignment), partial(plan_json, facts))

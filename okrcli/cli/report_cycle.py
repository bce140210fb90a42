"""`okr report cycle`: how a cycle went, or stands."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from functools import partial

from okrcli.cli.reporting import Question
from okrcli.cli.reports import Made, Wanted
from okrcli.cli.reviewing import chapters_of, of_a_team, one, retrospectives
from okrcli.cli.session import Session


def report_cycle(session: Session, wanted: Wanted) -> Made:
    """Review the cycle that is named, else the one that ends first."""
    from okrcli.analysis.cycle_choice import ending_first
    from okrcli.analysis.landscape import Landscape
    from okrcli.analysis.report_cycle import Told, cycle_review
    from okrcli.analysis.tree_report import tree
    from okrcli.analysis.tree_selection import Wanted as Drawn
    from okrcli.render.cycle_json import cycle_json
    from okrcli.render.cycle_page import cycle_page

    found = of_a_team(session, Question(wanted.about, wanted.cycle, wanted.at, whole=True))
    cycle = one(ending_first(found.cycles))
    told = Told(
        chapters_of(found.recorded, [cycle]), retrospectives(session, found.recorded, wanted.at)
    )
    landscape = Landscape(found.goals)
    facts = cycle_review(landscape, cycle, found.wanted.team, told)
    drawn = Drawn(frozenset({cycle.name}), about=found.wanted.team)
    alignment = partial(tree, landscape, [cycle], drawn)
    return Made(partial(cycle_page, facts, alignment), partial(cycle_json, facts))

"""`okr report cycle`: how a cycle went, or stands."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from functools import partial
from typing import TYPE_CHECKING

from okrcli.cli.reading.reporting import Question
from okrcli.cli.reports.remembering import remembered
from okrcli.cli.reports.reports import Made, Wanted
from okrcli.cli.reports.retelling import retold
from okrcli.cli.reports.reviewing import about_teams, drawn, one, retrospectives
from okrcli.cli.session import Session

if TYPE_CHECKING:
    from okrcli.analysis.reports.cycle import CycleReview
    from okrcli.cli.reading.reporting import Asked
    from okrcli.model.cycle import Cycle


def report_cycle(session: Session, wanted: Wanted) -> Made:
    """Review the cycle that is named, else the one that ends first."""
    from okrcli.analysis.reports.cycle import CycleReview
    from okrcli.render.reports.cycle_json import cycle_json
    from okrcli.render.reports.cycle_page import cycle_page

    facts, found = remembered(session, wanted, CycleReview, _review)
    alignment = partial(drawn, session, _question(wanted), found, facts.cycle)
    return Made(partial(cycle_page, facts, alignment), partial(cycle_json, facts))


def _review(session: Session, wanted: Wanted) -> "tuple[CycleReview, Asked]":
    from okrcli.analysis.cycle.cycle_choice import ending_first
    from okrcli.analysis.landscape.landscape import Landscape
    from okrcli.analysis.reports.cycle import Told, cycle_review
    from okrcli.analysis.story.log_selection import entangled
    from okrcli.analysis.story.story import story

    question = _question(wanted)

    def reviewed(found: "Asked") -> "list[Cycle]":
        return [one(ending_first(about_teams(found, question).cycles))]

    found, versions, commits = retold(session, question, reviewed)
    [cycle] = reviewed(found)
    landscape, team = Landscape(found.goals), found.wanted.team
    teams = None if team is None else {team, *landscape.teams.below(team)}
    needed = versions if teams is None else entangled(versions, teams)
    told = Told(story(needed, commits), retrospectives(found.recorded))
    return cycle_review(landscape, cycle, team, told), found


def _question(wanted: Wanted) -> Question:
    return Question(wanted.about, wanted.cycle, wanted.at, cached=wanted.cached, whole=True)

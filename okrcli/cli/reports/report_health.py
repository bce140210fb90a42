"""`okr report health`: several cycles, and what the rules of lint and audit say of them."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from functools import partial
from typing import TYPE_CHECKING

from okrcli.cli.reading.reporting import Question
from okrcli.cli.reports.health_faults import checked
from okrcli.cli.reports.lasting_health import kept, looked_at, recalled
from okrcli.cli.reports.remembering import Source, remembered
from okrcli.cli.reports.reports import Made, Wanted
from okrcli.cli.reports.reviewing import of_a_team
from okrcli.cli.session import Session

if TYPE_CHECKING:
    from okrcli.analysis.reports.health import Health
    from okrcli.analysis.reports.lasting import Lasting
    from okrcli.cli.reading.reporting import Asked


def report_health(session: Session, wanted: Wanted) -> Made:
    """Measure the process over the cycle that is named, else runs, and those like it before."""
    from okrcli.analysis.reports.health import Health
    from okrcli.render.reports.health_json import health_json
    from okrcli.render.reports.health_page import health_page

    facts, _ = remembered(session, wanted, Health, _health)
    return Made(partial(health_page, facts), partial(health_json, facts))


def _health(session: Session, wanted: Wanted) -> "tuple[Health, Source]":
    return recalled(session, wanted) or kept(session, wanted, _measured)


def _measured(session: Session, wanted: Wanted) -> "tuple[Lasting, Asked]":
    from okrcli.analysis.landscape.landscape import Landscape
    from okrcli.analysis.progress.summary import all_cycles
    from okrcli.analysis.reports.health import health, steady_from
    from okrcli.analysis.reports.lasting import Lasting

    question = Question(wanted.about, wanted.cycle, wanted.at, whole=True, everything=True)
    found = of_a_team(session, question)
    every = all_cycles(found.goals)
    cycles, team = looked_at(found.cycles, every), found.wanted.team
    faults, looks, flagged_from = checked(session, found, wanted.at, cycles)
    landscape = Landscape(found.goals)
    steady = [
        max(day, steady_from(landscape, cycle, team))
        for day, cycle in zip(flagged_from, cycles, strict=True)
    ]
    return Lasting(health(landscape, cycles, team, faults, looks), every, steady), found

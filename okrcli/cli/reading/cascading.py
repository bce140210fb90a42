"""How a tree is put together: what is asked for, the goals on record, what is wrong in them."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.reading.reporting import Asked, Question, asked
from okrcli.cli.reading.telling import unknown
from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.analysis.landscape.landscape import Landscape
    from okrcli.analysis.landscape.teams_report import TeamsTree
    from okrcli.analysis.landscape.tree import Tree
    from okrcli.analysis.progress.report import Status
    from okrcli.model.cycle import Cycle


class TreeQuestion(NamedTuple):
    """What a tree is asked for; `about` is a team or a reference, `up` a reference.

    `brief` shows a large tree only some levels deep, unless `depth` is said.
    """

    about: str | None = None
    up: str | None = None
    team: str | None = None
    statuses: Sequence[str] = ()
    depth: int | None = None
    cycle: str | None = None
    at: str | None = None
    brief: bool = False
    key_results: bool = False
    drafts: bool = False
    cached: bool = False


def support_tree(session: Session, question: TreeQuestion) -> "Tree":
    """Draw who supports what, and say on standard error what keeps the tree from being whole."""
    from okrcli.analysis.landscape.tree_report import tree
    from okrcli.analysis.landscape.tree_selection import Wanted

    if question.about is not None and question.up is not None:
        raise UsageError("what is beneath a goal and --up are two trees", "ask for one of them")
    statuses = _statuses(question.statuses)
    found = _asked(session, question)
    landscape = _landscape(found, question)
    cycles = _cycles(found, question)
    named = found.wanted.key or found.wanted.team
    if question.up is not None and found.wanted.key is None:
        raise UsageError(f"--up begins at a goal, and {question.up} is a team", "name a goal of it")
    wanted = Wanted(
        cycles=frozenset(cycle.name for cycle in cycles),
        about=None if question.up is not None else named,
        up=found.wanted.key if question.up is not None else None,
        team=_team(landscape, question.team),
        statuses=statuses,
        depth=question.depth,
        brief=question.brief,
        key_results=question.key_results,
    )
    drawn = tree(landscape, cycles, wanted)
    _warn(session, landscape, drawn)
    return drawn


def organization_tree(session: Session, question: TreeQuestion) -> "TeamsTree":
    """Draw the teams with their numbers."""
    from okrcli.analysis.landscape.teams_report import teams_tree

    for option, given in (
        ("--up", question.up),
        ("--team", question.team),
        ("--status", question.statuses),
        ("--drafts", question.drafts),
    ):
        if given:
            raise UsageError(f"a tree of teams has no {option}", f"leave out --by or {option}")
    found = _asked(session, question)
    if found.wanted.key is not None:
        raise UsageError(f"{question.about} is no team", "leave out --by, or name a team")
    return teams_tree(
        _landscape(found, question),
        found.cycles,
        found.wanted.team,
        question.depth,
        brief=question.brief,
    )


def _asked(session: Session, question: TreeQuestion) -> Asked:
    return asked(
        session,
        Question(
            about=question.about if question.up is None else question.up,
            cycle=question.cycle,
            at=question.at,
            cached=question.cached,
            drafts=question.drafts,
        ),
    )


def _landscape(found: Asked, question: TreeQuestion) -> "Landscape":
    from okrcli.analysis.landscape.landscape import Landscape

    return Landscape(found.goals, drafts=question.drafts)


def _cycles(found: Asked, question: TreeQuestion) -> "Sequence[Cycle]":
    """Give the usual cycles; beneath a goal of another one, that one and what is within it."""
    from okrcli.analysis.progress.summary import all_cycles

    named = found.cycles
    if question.cycle is not None or all(cycle in found.usual for cycle in named):
        return found.usual
    drafts = found.goals.drafts if question.drafts else ()
    return [
        cycle
        for cycle in all_cycles(found.goals, drafts)
        if any(cycle == one or one.contains(cycle) for one in named)
    ]


def _team(landscape: "Landscape", team: str | None) -> str | None:
    known = {each.id for each in landscape.goals.organization.teams}
    known |= {key.team for key in landscape.alignment.objectives}
    if team is not None and team not in known:
        raise unknown(team, "no team here", known)
    return team


def _statuses(names: Sequence[str]) -> "frozenset[Status]":
    from okrcli.analysis.progress.report import Status

    for name in names:
        if name not in set(Status):
            raise unknown(name, "no status", set(Status))
    return frozenset(Status(name) for name in names)


def _warn(session: Session, landscape: "Landscape", drawn: "Tree") -> None:
    from okrcli.render.tree.words import faults

    calendar = landscape.goals.settings.calendar
    names = sorted({key.cycle for key in landscape.alignment.objectives})
    words = "; ".join(faults(drawn, [name for name in names if calendar.cycle(name) is None]))
    if words:
        session.warn(words, "run `okr lint`, which tells where and what to do")

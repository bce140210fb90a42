"""How a comparison is put together: its two ends, what stood there, what differs."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.reading.caching import caches
from okrcli.cli.reading.reporting import clock
from okrcli.cli.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from okrcli.analysis.changes.changes import Diff, State
    from okrcli.history.stands import Stand, Stands
    from okrcli.model.cycle import Cycle
    from okrcli.model.settings import Settings


class DiffQuestion(NamedTuple):
    """What is to be compared, as it is written; `cached` tells whether the cache may be used."""

    first: str | None = None
    second: str | None = None
    cached: bool = False


def compared(session: Session, question: DiffQuestion) -> "Diff":
    """Compare two ends of the history of the workspace around the current folder."""
    from okrcli.analysis.changes.changes import Diff
    from okrcli.analysis.changes.comparing import compare
    from okrcli.history.ends import find_ends, read_end
    from okrcli.history.plumbing.git import repository
    from okrcli.history.stands import Looking, stands
    from okrcli.store.discovery import find_workspace

    root = find_workspace(session.folder)
    git = repository(root)
    with session.working("reading the history"):
        ends = find_ends(git, question.first, question.second)
        before, after = (read_end(root, git, commit) for commit in (ends.base, ends.head))
        folder = caches(session) if question.cached else None
        looking = Looking(root, git, clock(session), _usual(after.settings), folder)
        found = stands(looking, before, after)
    changes = compare(_state(found.before, found), _state(found.after, found), found.renamed)
    return Diff(
        ends.base_name,
        ends.base,
        ends.head_name,
        ends.head,
        found.now,
        found.facts,
        changes,
        found.alike,
        sorted({*found.before.unreadable, *found.after.unreadable}),
        ends.guessed,
    )


def _usual(settings: "Settings") -> "Callable[[date, Cycle], bool]":
    """Ask for the cycles that a progress report reads, which the cache has at hand."""
    from okrcli.analysis.progress.summary import is_running

    return lambda now, cycle: is_running(cycle, now, settings)


def _state(stand: "Stand", found: "Stands") -> "State":
    """Give what stood at an end as analysis takes it."""
    from okrcli.analysis.changes.changes import State
    from okrcli.analysis.progress.summary import Goals

    goals = Goals(
        objectives=stand.objectives,
        organization=stand.organization,
        series=stand.series,
        settings=stand.settings,
        now=found.now,
        revision=None,
        history=found.facts,
        drafts=stand.drafts,
    )
    return State(goals, stand.kpis, stand.retrospectives)

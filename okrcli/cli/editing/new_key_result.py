"""`okr new key-result`."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import Annotated

from typer import Argument, Option

from okrcli.cli.options import CycleName, DryRun, day_of
from okrcli.cli.promise_options import (
    AtLeast,
    AtMost,
    Baseline,
    Commit,
    Done,
    Due,
    Id,
    Milestones,
    Target,
    Unit,
)
from okrcli.cli.session import Session

Ref = Annotated[str, Argument(metavar="TEAM/OBJECTIVE", help="The objective that it measures.")]
Title = Annotated[str | None, Option("--title", metavar="TEXT", help="What shows success.")]
Owner = Annotated[
    str | None, Option("--owner", metavar="PERSON", help="Who owns it; else the objective's owner.")
]


def key_result(
    ref: Ref,
    title: Title = None,
    owner: Owner = None,
    unit: Unit = None,
    baseline: Baseline = None,
    target: Target = None,
    at_least: AtLeast = None,
    at_most: AtMost = None,
    milestone: Milestones = None,
    due: Due = None,
    identifier: Id = None,
    cycle: CycleName = None,
    *,
    done: Done = False,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> int:
    """Add a key result to an objective.

    Say how it is measured: a metric, a bound, milestones, or done or not. What is not given is
    asked for on a terminal, and lint's hints are shown before anything is written.
    """
    from okrcli.analysis.cycle.promising import Promise
    from okrcli.cli.editing.making import new_key_result, objective_of
    from okrcli.cli.editing.naming import today
    from okrcli.cli.editing.promising import completed
    from okrcli.cli.editing.reminding import remind
    from okrcli.cli.editing.writing import How, carry_out, refuse_errors

    session = Session.here()
    opened = session.open()
    found = objective_of(opened, ref, cycle, today(session, opened))
    measure = (unit, baseline, target, at_least, at_most, milestone or (), done, day_of(due))
    promise = completed(Promise(title, identifier, owner, *measure), "--title")
    remind(session, opened, promise.title or "")
    made = new_key_result(opened, found, promise)
    refuse_errors(session, opened, made.changes)
    carry_out(session, opened, made.changes, How(dry_run, commit), f"okrs: {made.ref} added")
    if not dry_run:
        session.say(f"{made.ref} added: {promise.title}")
    return 0

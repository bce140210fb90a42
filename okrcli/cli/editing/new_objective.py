"""`okr new objective`."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from okrcli.cli.finding_options import TitleKind
from okrcli.cli.options import CycleName, DryRun, day_of
from okrcli.cli.promise_options import (
    AtLeast,
    AtMost,
    Baseline,
    Commit,
    Done,
    Due,
    Id,
    KeyResultOwner,
    Milestones,
    Target,
    Unit,
)
from okrcli.cli.session import Session

if TYPE_CHECKING:
    from okrcli.analysis.cycle.promising import Promise
    from okrcli.cli.editing.goal_questions import Goal
    from okrcli.cli.editing.writing import How

Team = Annotated[str, Argument(metavar="TEAM", help="The team whose objective it is.")]
Title = Annotated[str | None, Option("--title", metavar="TEXT", help="What will be true.")]
Owner = Annotated[
    str | None,
    Option("--owner", metavar="PERSON", help="Who is accountable; else its lead."),
]
Ambition = Annotated[
    str | None, Option("--ambition", metavar="WORD", help="committed or aspirational.")
]
Supports = Annotated[
    list[str] | None, Option("--supports", metavar="REF", help="What it serves; several are fine.")
]
Standalone = Annotated[
    str | None, Option("--standalone", metavar="TEXT", help="Why it serves nothing, instead.")
]
Reason = Annotated[str | None, Option("--why", metavar="TEXT", help="Why it matters now.")]
Pillar = Annotated[str | None, Option("--pillar", metavar="PILLAR", help="The pillar it serves.")]
KeyResult = Annotated[
    str | None, Option("--key-result", metavar="TEXT", help="The title of its first key result.")
]


def objective(
    team: Team,
    title: Title = None,
    owner: Owner = None,
    ambition: Ambition = None,
    why: Reason = None,
    supports: Supports = None,
    standalone: Standalone = None,
    pillar: Pillar = None,
    identifier: Id = None,
    cycle: CycleName = None,
    key_result: KeyResult = None,
    key_result_owner: KeyResultOwner = None,
    unit: Unit = None,
    baseline: Baseline = None,
    target: Target = None,
    at_least: AtLeast = None,
    at_most: AtMost = None,
    milestone: Milestones = None,
    due: Due = None,
    *,
    done: Done = False,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> int:
    """Draft an objective with its first key result.

    It stays a draft until `okr publish`. What is not given is asked for on a terminal, and lint's
    hints are shown before anything is written. Without --cycle it is for the running one.
    """
    from okrcli.analysis.cycle.promising import Promise
    from okrcli.cli.editing.goal_questions import Goal
    from okrcli.cli.editing.writing import How

    goal = Goal(title or "", identifier, owner, ambition, why, supports or (), standalone, pillar)
    measure = (unit, baseline, target, at_least, at_most, milestone or (), done, day_of(due))
    first = Promise(key_result, None, key_result_owner, *measure)
    _draft((team, cycle), goal, first, How(dry_run, commit))
    return 0


def _draft(place: tuple[str, str | None], goal: "Goal", first: "Promise", how: "How") -> None:
    """Ask for what is not given, show what was learned of such goals before, and write it."""
    from okrcli.cli.editing.goal_questions import described
    from okrcli.cli.editing.making import home_of, new_objective
    from okrcli.cli.editing.naming import today
    from okrcli.cli.editing.promising import completed, title
    from okrcli.cli.editing.reminding import remind
    from okrcli.cli.editing.writing import carry_out, refuse_errors

    session = Session.here()
    opened = session.open()
    home = home_of(opened, *place, today(session, opened))
    known = title(TitleKind.OBJECTIVE, goal.title, "--title")
    fields = described(opened, home, goal._replace(title=known), questions=not goal.title)
    remind(session, opened, f"{known} {fields.get('why', '')}")
    made = new_objective(opened, home, fields, completed(first, "--key-result"))
    refuse_errors(session, opened, made.changes)
    carry_out(session, opened, made.changes, how, f"okrs: {made.ref} drafted")
    if not how.dry_run:
        session.say(f"{made.ref} drafted: {known}")

"""`okr close`."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import Annotated

from typer import Argument, Option

from okrcli.cli.options import CycleName, DryRun
from okrcli.cli.session import Session

What = Annotated[
    str, Argument(metavar="REF|TEAM|CYCLE", help="One goal, or all that is still open there.")
]
Decision = Annotated[
    str | None, Option("--decision", help="achieved, continue, change, defer or drop.")
]
Score = Annotated[
    str | None, Option("--score", metavar="N", help="A score by hand, from 0 to 1; needs --why.")
]
Why = Annotated[str | None, Option("--why", metavar="TEXT", help="Why it ended so.")]
Lessons = Annotated[
    list[str] | None,
    Option("--lesson", metavar="TEXT", help="What was learned; as often as need be."),
]
Well = Annotated[
    list[str] | None, Option("--went-well", metavar="TEXT", help="Retrospective: what to keep.")
]
Badly = Annotated[
    list[str] | None, Option("--went-badly", metavar="TEXT", help="Retrospective: what hurt.")
]
Next = Annotated[
    list[str] | None,
    Option(
        "--change-next",
        metavar="TEXT",
        help="Retrospective: what changes; 'ana: Measure first' says who sees to it.",
    ),
]
Commit = Annotated[bool, Option("--commit/--no-commit", help="Commit the files, and only them.")]


def close(
    what: What,
    decision: Decision = None,
    score: Score = None,
    why: Why = None,
    lesson: Lessons = None,
    went_well: Well = None,
    went_badly: Badly = None,
    change_next: Next = None,
    cycle: CycleName = None,
    *,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> int:
    """Say how goals end, and look back on the cycle.

    It shows how far each came, and asks what becomes of it, why, and what was learned; once all of
    a team's cycle is closed, for the team's retrospective. With options it asks nothing. A promise
    that was missed or given up, and a score by hand, need a reason.
    """
    from okrcli.cli.editing.closing import closing
    from okrcli.cli.editing.ending import Said
    from okrcli.cli.editing.looking_back import Look
    from okrcli.cli.editing.wrapping_up import carry_out, wrapped_up
    from okrcli.cli.editing.writing import How

    session = Session.here()
    about = closing(session, what, cycle)
    said = Said(decision, score, why, lesson or ())
    look = Look(went_well or (), went_badly or (), change_next or ())
    made = wrapped_up(session, about, said, look)
    carry_out(session, about, made, How(dry_run, commit))
    return 0

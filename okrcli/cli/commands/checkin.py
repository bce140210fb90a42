"""`okr checkin`."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import Annotated

from typer import Argument, Option

from okrcli.cli.options import CycleName, DryRun, day_of
from okrcli.cli.session import Session
from okrcli.errors import UsageError

Ref = Annotated[
    str | None,
    Argument(
        metavar="[REF]",
        help="A key result; the end of its reference may be enough. Left out: you are asked.",
    ),
]
Value = Annotated[
    str | None,
    Argument(metavar="[VALUE]", help="Where it stands: 36.5, -2 or 40%; with --done, a milestone."),
]
By = Annotated[
    str | None, Option("--by", metavar="N", help="How far it moved since the last value.")
]
Same = Annotated[bool, Option("--same", help="There is no news.")]
Done = Annotated[bool, Option("--done", help="It is done, or the milestone in place of VALUE is.")]
Confidence = Annotated[
    str | None, Option("--confidence", "-c", metavar="N", help="6/10, 0.6 or 60%.")
]
Note = Annotated[
    str | None, Option("--note", "-m", metavar="TEXT", help="What happened; '' takes it away.")
]
Blocker = Annotated[
    str | None, Option("--blocker", metavar="TEXT", help="What it waits for; '' takes it away.")
]
On = Annotated[
    str | None, Option("--date", metavar="DATE", help="When it was measured, if not today.")
]
Commit = Annotated[
    bool | None,
    Option("--commit/--no-commit", help="Commit the file, and nothing else that is staged."),
]
_ASKED = "`okr checkin REF VALUE` says it; `okr checkin` alone asks about what is due"
Everything = Annotated[
    bool, Option("--all", help="Without REF: ask about those too that are not due.")
]
Owner = Annotated[
    str | None, Option("--owner", metavar="PERSON", help="Without REF: this person's, not mine.")
]
Team = Annotated[
    str | None, Option("--team", metavar="TEAM", help="Without REF: this team's, not mine.")
]


def checkin(
    ref: Ref = None,
    value: Value = None,
    by: By = None,
    confidence: Confidence = None,
    note: Note = None,
    blocker: Blocker = None,
    on: On = None,
    cycle: CycleName = None,
    owner: Owner = None,
    team: Team = None,
    *,
    everything: Everything = False,
    done: Done = False,
    same: Same = False,
    commit: Commit = None,
    dry_run: DryRun = False,
) -> int:
    """Say where a key result stands.

    `okr checkin growth/first-minute/day7 38 -c 7/10 -m "Nudges shipped"` changes these fields in
    its file, and no other byte. A date of measuring that is there becomes today's.

    `okr checkin` alone asks about what is mine and due, the longest overdue first: value,
    confidence, note. Each check-in is written when it is answered; there is one commit at most.
    """
    from okrcli.analysis.cycle.check_in import Saying
    from okrcli.cli.editing.checking_in import changes, check_in
    from okrcli.cli.editing.subject import subject
    from okrcli.cli.editing.walking import Way, walk_through
    from okrcli.cli.editing.writing import show
    from okrcli.cli.reading.peopling import Scope, Whose

    session = Session.here()
    measured, steps = (None, (value or "",)) if done else (value, ())
    saying = Saying(measured, by, same, steps, confidence, note, blocker, day_of(on))
    whose = Whose(team, owner, mine=team is None and owner is None)
    if ref is None:
        _refuse(dry_run or saying != Saying(on=saying.on), "say which key result is meant", _ASKED)
        walk_through(session, Way(whose, Scope(cycle, cached=True), everything, saying.on, commit))
        return 0
    _refuse(everything or not whose.mine, "--all, --owner and --team are for no REF", _ASKED)
    about = subject(session, ref, cycle)
    made = changes(about, saying)
    if dry_run:
        show(session, made)
    else:
        check_in(session, about, made, commit=commit)
    return 0


def _refuse(mixed: object, message: str, hint: str) -> None:
    """Refuse options that belong to the other form of the command."""
    if mixed:
        raise UsageError(message, hint)

"""`okr checkin`."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import Annotated

from typer import Argument, Option

from okrcli.cli.options import CycleName, DryRun, day_of
from okrcli.cli.session import Session

Ref = Annotated[
    str, Argument(metavar="REF", help="A key result; the end of its reference may be enough.")
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


def checkin(
    ref: Ref,
    value: Value = None,
    by: By = None,
    confidence: Confidence = None,
    note: Note = None,
    blocker: Blocker = None,
    on: On = None,
    cycle: CycleName = None,
    *,
    done: Done = False,
    same: Same = False,
    commit: Commit = None,
    dry_run: DryRun = False,
) -> int:
    """Say where a key result stands.

    `okr checkin growth/first-minute/day7 38 -c 7/10 -m "Nudges shipped"` changes these fields in
    its file, and no other byte. A date of measuring that is there becomes today's.
    """
    from okrcli.analysis.check_in import Saying
    from okrcli.cli.checking_in import changes, check_in
    from okrcli.cli.subject import subject
    from okrcli.cli.writing import show

    session = Session.here()
    about = subject(session, ref, cycle)
    measured, step = (None, value or "") if done else (value, None)
    saying = Saying(measured, by, same, step, confidence, note, blocker, day_of(on))
    made = changes(about, saying)
    if dry_run:
        show(session, made)
    else:
        check_in(session, about, made, commit=commit)
    return 0

"""`okr revise`."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import Annotated

from typer import Argument, Option

from okrcli.cli.options import CycleName, DryRun, day_of
from okrcli.cli.session import Session

Ref = Annotated[str, Argument(metavar="REF", help="A key result.")]
Field = Annotated[
    str, Argument(metavar="FIELD", help="What is promised: target, baseline, due, title, ...")
]
Value = Annotated[str, Argument(metavar="VALUE", help="What is promised from now on.")]
Why = Annotated[str, Option("--why", metavar="TEXT", help="The reason, which stays in the file.")]
Agreed = Annotated[
    str | None, Option("--agreed", metavar="PERSON", help="Who agreed to the change.")
]
On = Annotated[
    str | None, Option("--date", metavar="DATE", help="When it was agreed, if not today.")
]
Commit = Annotated[bool, Option("--commit/--no-commit", help="Commit the file, and only that.")]


def revise(
    ref: Ref,
    field: Field,
    value: Value,
    why: Why,
    agreed: Agreed = None,
    on: On = None,
    cycle: CycleName = None,
    *,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> int:
    """Change a promise, and say why.

    `okr revise day7 target 45 --why "Traffic halved" --agreed dana` writes the new target and an
    entry in `revised`: the reason stays with the promise, whatever becomes of the commit. Reports
    go on to show the original beside it, and the audit has nothing to ask.
    """
    from okrcli.analysis.cycle.revising import Wish
    from okrcli.cli.editing.revising import changes
    from okrcli.cli.editing.revising import revise as carry_out
    from okrcli.cli.editing.subject import subject
    from okrcli.cli.editing.writing import show

    session = Session.here()
    about = subject(session, ref, cycle)
    made = changes(about, Wish(field, value, why, agreed, day_of(on)))
    if dry_run:
        show(session, made)
    else:
        carry_out(session, about, made, commit=commit)
    return 0

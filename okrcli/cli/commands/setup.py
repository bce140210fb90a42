"""`okr setup`."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import Annotated

from typer import Argument, Option

from okrcli.cli.options import DryRun
from okrcli.cli.session import Session
from okrcli.setup.forge import Forge

Parts = Annotated[
    list[str] | None,
    Argument(
        metavar="[PART]...",
        help="ci, pre-commit, codeowners, editor, merge-driver, auto-merge, checkin-form;"
        " left out: all of them.",
        show_default=False,
    ),
]
ForgeOption = Annotated[
    Forge | None,
    Option("--forge", help="Where the repository is at home; else told from its remote."),
]
Yes = Annotated[bool, Option("--yes", "-y", help="Write without asking.")]
List = Annotated[bool, Option("--list", help="Show what there is to set up, and what is there.")]


def setup(
    parts: Parts = None,
    forge: ForgeOption = None,
    *,
    yes: Yes = False,
    dry_run: DryRun = False,
    listed: List = False,
) -> int:
    """Connect a workspace to its forge, to hooks, editors and git.

    Each part is shown before it is written, and asked about. What is there already and is not
    okr's own is never overwritten; you are told what to add. A second run changes nothing. Parts
    that let a workflow write to the repository (auto-merge, checkin-form) are left out by --yes
    unless they are named.
    """
    from okrcli.cli.editing.setting_up import Asked, listing, set_up

    session = Session.here()
    asked = Asked(parts or (), forge, yes, dry_run)
    if listed:
        session.emit(listing(session, asked))
        return 0
    return set_up(session, asked)

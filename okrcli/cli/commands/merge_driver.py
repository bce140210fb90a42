"""`okr merge-driver`, which git calls."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from pathlib import Path
from typing import Annotated

from typer import Argument

from okrcli.cli.session import Session

_USUAL = ("ours", "base", "theirs")

Base = Annotated[Path, Argument(metavar="%O", help="The version that both come from.")]
Ours = Annotated[Path, Argument(metavar="%A", help="Our version; it gets the result.")]
Theirs = Annotated[Path, Argument(metavar="%B", help="Their version.")]
Name = Annotated[str, Argument(metavar="%P", help="What the file is called.")]
Size = Annotated[int, Argument(metavar="[%L]", help="The size of conflict markers.")]
Labels = Annotated[
    list[str] | None,
    Argument(metavar="[%X %S %Y]", help="What ours, the base and theirs are called."),
]


def merge_driver(
    base: Base, ours: Ours, theirs: Theirs, path: Name, size: Size = 7, labels: Labels = None
) -> int:
    """Merge an OKR file, for git.

    Git calls it where its settings and .gitattributes say so (see docs/cycle.md). It merges as
    git does. Where two branches have unequal check-ins of one key result, it keeps the later one
    by date, and says so. Without a safe answer it leaves git's own conflict.
    """
    from okrcli.cli.editing.merging import Merging, merged

    told = [
        # an older git leaves what it does not know as it stands
        usual if said.startswith("%") else said
        for said, usual in zip([*(labels or ()), *_USUAL][:3], _USUAL, strict=True)
    ]
    return merged(Session.here(), Merging(base, ours, theirs, path, told, size))

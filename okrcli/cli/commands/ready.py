"""`okr ready`."""

from typing import Annotated

from typer import Argument

from okrcli.cli.options import DetailAs, DetailFormat
from okrcli.cli.reading.emitting import emit
from okrcli.cli.reading.readying import ready as gather
from okrcli.cli.session import Session

Cycle = Annotated[
    str | None, Argument(metavar="[CYCLE]", help="Plan this cycle, for example 2027-Q1.")
]


def ready(cycle: Cycle = None, output_format: DetailAs = DetailFormat.TABLE) -> int:
    """Show what stands between drafts and their start.

    By team: drafts, and what lint would say of them once they are published: errors, what is
    unaligned, dependencies that nobody has confirmed, limits. Without CYCLE it is the next one
    that has drafts, else the running one. It looks at the files on disk.
    """
    session = Session.here()
    emit(session, "readiness", output_format, gather(session, cycle))
    return 0

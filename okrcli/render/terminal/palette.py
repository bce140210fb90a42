"""Colours: the sixteen that every terminal's theme defines, and few of them."""

from okrcli.analysis.progress.report import Status
from okrcli.render.terminal.bars import Part

DIM = "dim"
STRONG = "bold"
HEADING = "bold underline"
WARNING = "yellow"

STATUS = {
    Status.AT_RISK: "red",
    Status.BEHIND: "yellow",
    Status.OUTDATED: "magenta",
    Status.ON_TRACK: "green",
    Status.ACHIEVED: "bold green",
    Status.PARTIAL: "yellow",
    Status.MISSED: "red",
    Status.CLOSING: "cyan",
    Status.NOT_STARTED: "dim",
    Status.NOT_MEASURED: "dim",
    Status.DROPPED: "dim",
}


def of_bar(part: Part, done: str) -> str:
    """Colour a part of a bar whose done part has a colour."""
    return {Part.DONE: done, Part.MARK: STRONG, Part.REST: DIM}[part]

"""A page: what a report says, before a format gives it a form.

A report's words are chosen once, as paragraphs, lists, tables and figures; the terminal, Markdown,
HTML, chat and mail each write the same page. Texts in it are as they stand in files: every format
makes them harmless in its own way.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import NamedTuple

from okrcli.analysis.progress.burnup import BurnUp
from okrcli.analysis.progress.report import Status


class Tone(StrEnum):
    """What a piece of text is, or how it is meant; `CODE` is something to type."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    REF = "ref"
    CODE = "code"
    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"


class Words(NamedTuple):
    """A piece of text."""

    text: str
    tone: Tone = Tone.PLAIN


class Meter(NamedTuple):
    """A progress, with a mark where it was expected to be; None: not measured."""

    progress: float | None
    expected: float | None = None
    status: Status | None = None


class Trend(NamedTuple):
    """The last values of something, oldest first, each between 0 and 1."""

    heights: Sequence[float]


# The pieces of a line stand right beside one another: spaces between them are theirs.
Line = Sequence[Words | Meter | Trend]


class Paragraph(NamedTuple):
    """Some sentences."""

    line: Line


class Item(NamedTuple):
    """An entry of a list, and the entries beneath it."""

    line: Line
    below: "Sequence[Item]" = ()


class Bullets(NamedTuple):
    """A list; `ordered` where the order means something."""

    items: Sequence[Item]
    ordered: bool = False


class Column(NamedTuple):
    """A column of a table; numbers stand at the `right`."""

    name: str
    right: bool = False


class Table(NamedTuple):
    """Rows of cells; every row has a cell for each column."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Line]]


class Figure(NamedTuple):
    """A burn-up chart, with the numbers behind it as a table; `unit` is that of its values."""

    title: str
    chart: BurnUp
    numbers: Table
    unit: str | None = None


class Branch(NamedTuple):
    """A line of an outline, and what hangs beneath it."""

    line: Line
    below: "Sequence[Branch]" = ()


class Outline(NamedTuple):
    """What hangs on what, as folds within folds; `instead` is said where nothing can be folded.

    `draw` makes the branches: it costs time, and few formats ask for them.
    """

    title: str
    draw: Callable[[], Sequence[Branch]]
    instead: Line


class Section(NamedTuple):
    """Blocks under a title; `folded` where a reader opens it only to look something up."""

    title: str
    blocks: "Sequence[Block]"
    folded: bool = False


Block = Paragraph | Bullets | Table | Figure | Outline | Section


class Page(NamedTuple):
    """A report. `notices` come first: what could not be seen, and what to do about it.

    `subtitle` says of what and as of when. A `slide` is one screen that prints as 16:9.
    """

    title: str
    subtitle: Line
    notices: Sequence[str]
    blocks: Sequence[Block]
    slide: bool = False

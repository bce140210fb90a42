"""The rows of the tree in a terminal: guides and words on the left, how it stands on the right."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, zip_longest

from rich.text import Text

from okrcli.analysis.landscape.tree import KeyResultLine, Line, ObjectiveLine
from okrcli.analysis.progress.report import Status
from okrcli.render.numbers import percent
from okrcli.render.progress.rows import Rows
from okrcli.render.terminal import palette
from okrcli.render.terminal.fit import columns, flow, wrap
from okrcli.render.terminal.guides import Guides, guides
from okrcli.render.terminal.layout import Layout
from okrcli.render.tree.words import gap_phrase, links_of, owner_of, state_of, title_of
from okrcli.render.words import count

Cells = Sequence[Text]

_STATE = 15
_GAP = 2
_PERCENT = 4
_TITLE_LINES = 3
_NOTE_LINES = 4
_LEAST_WORDS = 20


def tree_layout(usual: Layout) -> Layout:
    """Make more room for words than a table of progress needs."""
    if usual.stacked:
        return usual
    right = [usual.bar + 6, _STATE]
    return usual._replace(left=usual.width - sum(right) - _GAP * len(right), right=right)


class TreeRows:
    """A way to write the lines of a tree: into the layout of rows.

    In `short`, titles and facts have one line each.
    """

    def __init__(self, rows: Rows, *, short: bool = False) -> None:
        """Take the way in which the rows of a report are written, with the layout of a tree."""
        self._rows = rows
        self._short = short
        self._layout = rows.layout
        self._glyphs = rows.layout.glyphs

    def lines(self, lines: Sequence[Line], cycles: int) -> Iterator[Text]:
        """Write the lines of a section; a cycle is named where it changes, if there are several."""
        above: dict[int, str] = {}
        levels = [line.level for line in lines]
        for line, guide in zip(lines, self.guides(levels), strict=True):
            named = line.key.cycle
            told = cycles > 1 and next(
                (
                    above[level] != named
                    for level in range(line.level - 1, -1, -1)
                    if level in above
                ),
                True,
            )
            above[line.level] = named
            yield from self._line(line, guide, named if told else None)

    def guides(self, levels: Sequence[int]) -> Iterator[Guides]:
        """Give the guides of lines, which leave room for some words."""
        room = max(self._layout.left - _LEAST_WORDS, 1)
        return guides(levels, room, ascii_only=self._glyphs.ascii_only)

    def row(self, guide: Guides, left: Sequence[Text], right: Sequence[Cells]) -> Iterator[Text]:
        """Lay a row out; in a narrow terminal what stands on the right comes beneath."""
        layout, first = self._layout, guide.first
        if layout.stacked:
            room = layout.width - len(guide.rest)
            known = (cell for cells in right for cell in cells if cell)
            beneath = flow(known, room, " " * _GAP, self._glyphs.ellipsis)
            for words in (*left, *beneath):
                yield layout.across(Text(first, palette.DIM).append_text(words))
                first = guide.rest
            return
        for words, cells in zip_longest(left, right):
            room = layout.left - len(first)
            line = Text(first, palette.DIM)
            line.append_text(columns([(words or Text(), room)], 0, self._glyphs.ellipsis))
            line.append(" " * _GAP)
            pairs = zip(cells or (), layout.right, strict=False)
            yield line.append_text(columns(pairs, _GAP, self._glyphs.ellipsis))
            first = guide.rest

    def wrapped(self, text: str, guide: Guides, most: int) -> list[str]:
        """Break a text for the room that a guide leaves."""
        room = self._layout.left - len(guide.first)
        return wrap(self._glyphs.say(text), room, most, self._glyphs.ellipsis)

    def _line(self, line: Line, guide: Guides, cycle: str | None) -> Iterator[Text]:
        left = list(self._words(line, guide, cycle))
        right = [] if line.passing else list(self._numbers(line))
        yield from self.row(guide, left, right)

    def _words(self, line: Line, guide: Guides, cycle: str | None) -> Iterator[Text]:
        whole = isinstance(line, ObjectiveLine)
        style = palette.DIM if line.passing else palette.STRONG if whole else ""
        for words in self.wrapped(title_of(line), guide, 1 if self._short else _TITLE_LINES):
            yield Text(words, style)
        hidden = line.hidden if isinstance(line, ObjectiveLine) else 0
        name = line.key.ref if whole else line.key.key_result
        facts = filter(None, [name, f"{hidden} below" if hidden else None, owner_of(line), cycle])
        yield from islice(self._flowing(facts, guide), 1 if self._short else None)
        if isinstance(line, ObjectiveLine) and not line.passing:
            for note in links_of(line):
                for words in self.wrapped(note, guide, _NOTE_LINES):
                    yield Text(words, palette.DIM)

    def _flowing(self, facts: Iterable[str], guide: Guides) -> Iterator[Text]:
        """Fill lines with facts; one that is too long for a line is broken."""
        room = self._layout.left - len(guide.first)
        items = [Text(part) for fact in facts for part in self.wrapped(fact, guide, 3)]
        for line in flow(items, room, f" {self._glyphs.dot} ", self._glyphs.ellipsis):
            line.stylize(palette.DIM)
            yield line

    def _numbers(self, line: Line) -> Iterator[Cells]:
        state, report = state_of(line), line.report
        if report is None:
            yield [Text(), Text(state or "", palette.DIM)]
        else:
            status = report.status
            meter = self._rows.meter(report.progress, report.expected, palette.STATUS[status])
            yield [meter, self._status(line, status, state or "")]
        if isinstance(line, ObjectiveLine) and line.support.progress is not None:
            yield self._supporters(line, line.support.progress)

    def _status(self, line: Line, status: Status, words: str) -> Text:
        """Show a status; its reason only where there is room."""
        shown = self._rows.status(status, words)
        if isinstance(line, KeyResultLine) and shown.cell_len > _STATE:
            return self._rows.status(status, words.partition(" (")[0])
        return shown

    def _supporters(self, line: ObjectiveLine, progress: float) -> Cells:
        label = (
            "supporters" if not self._layout.stacked else count(line.support.measured, "supporter")
        )
        room = 0 if self._layout.stacked else self._layout.bar
        beside = Text(f"{label:<{room}} {percent(progress):>{_PERCENT}}", palette.DIM)
        gap = gap_phrase(line.support)
        sign = self._glyphs.differs
        return [beside, Text("" if gap is None else f"{sign} {gap}", palette.WARNING)]

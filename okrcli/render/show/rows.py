"""The lines of a sheet: labelled facts, and how other objectives and key results stand."""

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from okrcli.analysis.detail import Detail, Neighbour
from okrcli.analysis.progress.report import KeyResultReport, Status
from okrcli.render.numbers import percent
from okrcli.render.progress.rows import Rows
from okrcli.render.show.words import original
from okrcli.render.terminal import palette
from okrcli.render.terminal.fit import columns, flow
from okrcli.render.words import status_with_reason, status_word

INDENT = 2
_LABEL = 10
_LINES = 6
_STATE = (4, 15)  # percent, status
_GAP = 2
_NARROW = 60


class Sheet:
    """A way to write a sheet: into the layout of rows."""

    def __init__(self, rows: Rows) -> None:
        """Take the way in which the rows of a report are written."""
        self._rows = rows
        self._layout = rows.layout

    def heading(self, words: str) -> Text:
        """Head a section."""
        return self._layout.across(Text(words, palette.STRONG))

    def fact(self, label: str, words: str, style: str = "", most: int = _LINES) -> Iterator[Text]:
        """Write a labelled text, its further lines beneath one another."""
        begin = INDENT + _LABEL + 1
        lines = self._layout.paragraph(self._layout.glyphs.say(words), begin, most)
        for number, line in enumerate(lines):
            text = Text().append(f"{label if number == 0 else '':<{_LABEL}} ", palette.DIM)
            yield self._layout.across(text.append(line, style), INDENT)

    def progress(self, detail: Detail) -> Iterator[Text]:
        """Write how it stands: against what is promised now, and what was at first."""
        report, part = detail.objective, detail.key_result
        if part is None:
            status, words = report.status, status_word(report.status)
            yield from self._meter(report.progress, report.expected, status, words, None)
            return
        words = status_with_reason(part)
        yield from self._meter(part.progress, part.expected, part.status, words, part.forecast)
        first = original(part, self._layout.glyphs)
        if first is not None and part.original_progress is not None:
            meter = self._rows.meter(part.original_progress, part.expected, palette.DIM)
            said = Text(self._layout.glyphs.say(first), palette.DIM)
            yield from self.beside("Original", [meter, said])

    def _meter(
        self,
        progress: float | None,
        expected: float | None,
        status: Status,
        words: str,
        forecast: float | None,
    ) -> Iterator[Text]:
        cells = [
            self._rows.meter(progress, expected, palette.STATUS[status]),
            self._rows.status(status, words),
            self._rows.expectation(expected),
            Text("" if forecast is None else f"{percent(forecast)} forecast", palette.DIM),
        ]
        yield from self.beside("Progress", cells)

    def beside(self, label: str, cells: Iterable[Text]) -> Iterator[Text]:
        """Write what is known of some things after one label, side by side."""
        room = self._layout.width - INDENT - _LABEL - 1
        known = (cell for cell in cells if cell)
        for number, line in enumerate(flow(known, room, "   ", self._layout.glyphs.ellipsis)):
            text = Text().append(f"{label if number == 0 else '':<{_LABEL}} ", palette.DIM)
            yield self._layout.across(text.append_text(line), INDENT)

    def neighbours(self, neighbours: Sequence[Neighbour], cycle: str) -> Iterator[Text]:
        """Write linked objectives and key results, each with how it stands."""
        for each in neighbours:
            ref = Text(self._layout.glyphs.say(each.key.seen_from(cycle)))
            title = f"  {self._layout.glyphs.say(each.title)}"
            yield self._standing(ref.append(title, palette.DIM), each, each.depth)

    def key_results(self, reports: Iterable[KeyResultReport]) -> Iterator[Text]:
        """Write the key results of an objective in short."""
        for each in reports:
            said = self._layout.glyphs.say
            words = Text(said(each.key_result.id)).append(
                f"  {said(each.key_result.title)}", palette.DIM
            )
            one = Neighbour(each.key, "", each.owner, each.progress, each.status)
            yield self._standing(words, one, 0)

    def _standing(self, words: Text, one: Neighbour, depth: int) -> Text:
        indent = INDENT * (1 + depth)
        glyphs = self._layout.glyphs
        progress = Text(glyphs.dash if one.progress is None else percent(one.progress))
        progress.pad_left(max(_STATE[0] - progress.cell_len, 0))
        status = self._rows.status(one.status, status_word(one.status))
        narrow = self._layout.width < _NARROW
        state = [(progress, _STATE[0]), *([] if narrow else [(status, _STATE[1])])]
        room = self._layout.width - indent - sum(width + _GAP for _, width in state)
        line = columns([(words, max(room, 1)), *state], _GAP, glyphs.ellipsis)
        return self._layout.across(line, indent)

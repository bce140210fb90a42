"""The rows of the progress table: an objective, and its key results beneath."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from rich.text import Text

from okrcli.analysis.progress.report import KeyResultReport, ObjectiveReport, Status
from okrcli.render.numbers import number, out_of_ten, percent
from okrcli.render.terminal import palette
from okrcli.render.terminal.bars import bar
from okrcli.render.terminal.fit import cut, flow
from okrcli.render.terminal.layout import Layout
from okrcli.render.terminal.sparkline import sparkline
from okrcli.render.words import (
    age,
    goalpost_phrase,
    open_blocker,
    status_with_reason,
    status_word,
    value_phrase,
)

_OBJECTIVE_INDENT = 2
_KEY_RESULT_INDENT = 4
_PERCENT = 4


class Rows(NamedTuple):
    """A way to write rows: into a layout, as of a day."""

    layout: Layout
    now: date

    def objective(self, report: ObjectiveReport) -> Iterator[Text]:
        """Write an objective with its key results."""
        yield from self.layout.row(
            _OBJECTIVE_INDENT, self._objective_words(report), self._objective_numbers(report)
        )
        for key_result in report.key_results:
            yield from self._key_result(key_result, report.objective.owner)

    def meter(
        self, progress: float | None, expected: float | None, style: str = palette.STRONG
    ) -> Text:
        """Draw a progress bar with its percentage."""
        glyphs = self.layout.glyphs
        text = Text()
        for part, piece in bar(progress, expected, self.layout.bar, glyphs):
            text.append(piece, palette.of_bar(part, style))
        written = glyphs.dash if progress is None else percent(progress)
        return text.append(f" {written:>{_PERCENT}}")

    def expectation(self, expected: float | None) -> Text:
        """Say in words what was expected."""
        return Text("" if expected is None else f"{percent(expected)} expected", palette.DIM)

    def status(self, status: Status, words: str) -> Text:
        """Show a status by its sign, its words and its colour."""
        return Text(f"{self.layout.glyphs.status[status]} {words}", palette.STATUS[status])

    def facts(self, facts: Iterable[str | None], indent: int = 0) -> Text:
        """Write as many facts as one line of the left block holds."""
        glyphs = self.layout.glyphs
        known = (Text(glyphs.say(fact), palette.DIM) for fact in facts if fact)
        room = self.layout.left - indent
        return next(iter(flow(known, room, f" {glyphs.dot} ", glyphs.ellipsis)), Text())

    def _objective_words(self, report: ObjectiveReport) -> list[Text]:
        objective, say = report.objective, self.layout.glyphs.say
        title = self.layout.wrapped(say(objective.title or objective.id), _OBJECTIVE_INDENT)
        facts = [report.key.ref, objective.owner, objective.ambition]
        facts.extend(f"for {ref}" for ref in report.supports)
        return [
            *(Text(line, palette.STRONG) for line in title),
            self.facts(facts, _OBJECTIVE_INDENT),
        ]

    def _objective_numbers(self, report: ObjectiveReport) -> list[list[Text]]:
        status = self.status(report.status, status_word(report.status))
        numbers = [
            [
                self.meter(report.progress, report.expected, palette.STATUS[report.status]),
                status,
                self.expectation(report.expected),
            ]
        ]
        close = report.objective.close
        if close is not None:
            score = "" if close.score is None else f"score {number(close.score)}"
            decision = self.layout.glyphs.say(f"closed: {close.decision}")
            numbers.append([Text(decision), Text(score)])
        return numbers

    def _key_result(self, report: KeyResultReport, owner: str | None) -> Iterator[Text]:
        left = self._key_result_words(report, owner)
        status = self.status(report.status, status_with_reason(report))
        style = palette.STATUS[report.status]
        right = [
            [self.meter(report.progress, report.expected, style), status],
            [self._value(report), self._facts_of_trend(report)],
        ]
        if self.layout.wide:
            right[0].append(self.expectation(report.expected))
            right[1].append(self._forecast(report))
        yield from self.layout.row(_KEY_RESULT_INDENT, left, right)
        yield from self._remarks(report)

    def _key_result_words(self, report: KeyResultReport, owner: str | None) -> list[Text]:
        key_result, say = report.key_result, self.layout.glyphs.say
        title = self.layout.wrapped(say(key_result.title or key_result.id), _KEY_RESULT_INDENT)
        lines = [Text(line) for line in title]
        other_owner = None if report.owner == owner else report.owner
        note = key_result.note if self.layout.wide else None
        dot = f" {self.layout.glyphs.dot} "
        remark = Text(say(dot.join(filter(None, (other_owner, note)))), palette.DIM)
        room = remark and (self.layout.wide or len(lines) == 1)
        return [*lines, remark] if room else lines

    def _value(self, report: KeyResultReport) -> Text:
        return Text(self.layout.glyphs.say(value_phrase(report, self.layout.glyphs)))

    def _facts_of_trend(self, report: KeyResultReport) -> Text:
        trend_width = self.layout.facts[0]
        kind, heights = report.key_result.kind, self.layout.glyphs.spark
        confidence = report.key_result.confidence
        cells = [
            Text(sparkline(report.trend, kind, trend_width, heights), palette.DIM),
            Text("" if confidence is None else out_of_ten(confidence)),
            self._last(report),
        ]
        return self.layout.in_columns(cells, self.layout.facts)

    def _last(self, report: KeyResultReport) -> Text:
        last = report.last_check_in
        if last is None:
            return Text("no check-in", palette.DIM)
        if last.author is None:
            return Text("uncommitted", palette.DIM)
        glyphs = self.layout.glyphs
        when = age(last.date, self.now) + ("!" if report.stale else "")
        author = cut(glyphs.say(last.author), self.layout.facts[2] - len(when) - 1, glyphs.ellipsis)
        return Text(f"{author} {when}", palette.WARNING if report.stale else palette.DIM)

    def _forecast(self, report: KeyResultReport) -> Text:
        if report.forecast is None:
            return Text()
        return Text(f"{percent(report.forecast)} forecast", palette.DIM)

    def _remarks(self, report: KeyResultReport) -> Iterator[Text]:
        goalpost = goalpost_phrase(report)
        if goalpost is not None:
            yield from self._remark("moved:", goalpost, palette.DIM)
        blocker = open_blocker(report)
        if blocker is not None:
            yield from self._remark("blocked:", blocker, palette.WARNING)

    def _remark(self, label: str, text: str, style: str) -> Iterator[Text]:
        remark = f"{label} {self.layout.glyphs.say(text)}"
        for index, words in enumerate(self.layout.paragraph(remark, _KEY_RESULT_INDENT, 2)):
            line = Text(words)
            if index == 0:
                line.stylize(style, 0, len(label))
            yield self.layout.across(line, _KEY_RESULT_INDENT)

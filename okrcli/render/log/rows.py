"""The rows of a log: a commit, and beneath it what it says of objectives and key results."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.text import Text

from okrcli.analysis.story.goalposts import Move
from okrcli.analysis.story.log_entry import Chapter, LogEntry
from okrcli.model.reference import Key
from okrcli.render.glyphs import Glyphs
from okrcli.render.goalpost_words import goalpost_words
from okrcli.render.log.words import (
    author_words,
    delta_words,
    progress_words,
    remarks,
    short_value,
)
from okrcli.render.numbers import out_of_ten
from okrcli.render.terminal import palette
from okrcli.render.terminal.fit import cut, flow
from okrcli.render.terminal.layout import Layout, layout
from okrcli.render.words import count

_STEP = 2  # of an indent
_GAP = 2
_NUMBERS = (12, 7, 5, 5)  # value, delta, progress, confidence
_WIDE_NUMBERS = (20, 9, 5, 5)
_ID = 7  # of a commit's id
_LINES = 6
_MOVED = "*"
_WHOLE = {Move.ADDED: "added", Move.REMOVED: "removed", Move.RETURNED: "came back"}


class LogRows(NamedTuple):
    """A way to write a log; `about` is the objective or key result that it is of, if it is.

    References are written as from within `cycle`.
    """

    layout: Layout
    about: Key | None = None
    cycle: str = ""

    @property
    def of_key_result(self) -> bool:
        """Tell whether it is all of one key result, whose title needs no repeating."""
        return self.about is not None and self.about.key_result is not None

    @property
    def _indent(self) -> int:
        """Give where key results begin: beneath their objective, where that is told."""
        return 2 * _STEP if self.about is None else 0 if self.of_key_result else _STEP

    def chapter(self, chapter: Chapter) -> Iterator[Text]:
        """Write a commit with all that it says."""
        numbers = (self._numbers(each) for each in chapter.entries if self.of_key_result)
        beside = next((cells for cells in numbers if cells), [])
        if beside:
            yield from self.layout.row(0, [self._head(chapter, self.layout.left)], [beside])
        else:
            yield self.layout.across(self._head(chapter, self.layout.width))
        for _, group in groupby(chapter.entries, lambda entry: entry.key.of_objective):
            entries = list(group)
            if self.about is None:
                yield self._objective(entries[0])
            yield from self._entries(entries)

    def _head(self, chapter: Chapter, room: int) -> Text:
        """Say when, who, and which commit; a name that is too long makes way for that."""
        commit, glyphs = chapter.commit, self.layout.glyphs
        dot = f" {glyphs.dot} "
        named = "" if commit.id is None else dot + commit.id[:_ID]
        line = Text().append(str(commit.dated), palette.STRONG).append(dot, palette.DIM)
        left = max(room - line.cell_len - len(named), 1)
        line.append(cut(glyphs.say(author_words(commit)), left, glyphs.ellipsis))
        return line.append(named, palette.DIM)

    def _objective(self, entry: LogEntry) -> Text:
        glyphs = self.layout.glyphs
        named = [
            entry.key.of_objective.seen_from(self.cycle),
            entry.objective.title if self.layout.wide else "",
        ]
        facts = (Text(glyphs.say(each), palette.DIM) for each in named if each)
        room = self.layout.width - _STEP
        return self.layout.across(flow(facts, room, f" {glyphs.dot} ", glyphs.ellipsis)[0], _STEP)

    def _entries(self, entries: Sequence[LogEntry]) -> Iterator[Text]:
        whole, parts = _folded(entries) if self.about is None else (None, entries)
        if whole is not None:
            titled = "" if self.layout.wide else f": {entries[0].title}"
            yield from self._remark(f"{_MOVED} {whole}{titled}", self._indent, palette.STRONG)
        for entry in parts:
            if entry.key_result is None:
                yield from self._of_objective(entry)
                continue
            if not self.of_key_result:
                title = self.layout.wrapped(self.layout.glyphs.say(entry.title), self._indent)
                words = [Text(line) for line in title]
                yield from self.layout.row(self._indent, words, [self._numbers(entry)])
            yield from self._goalposts(entry, self._indent + _STEP)
            yield from self._said(entry, self._indent + _STEP)

    def _of_objective(self, entry: LogEntry) -> Iterator[Text]:
        """Write what became of an objective; that it came or went, its key results tell too."""
        if not self.of_key_result:
            yield from self._goalposts(entry, self._indent)
            return
        rest = [each for each in entry.goalposts if each.kind not in _WHOLE]
        yield from self._goalposts(entry._replace(goalposts=rest), _STEP, "objective: ")

    def _numbers(self, entry: LogEntry) -> list[Text]:
        said, key_result = entry.said, entry.key_result
        if said is None or key_result is None:
            return []
        room = self.layout.width if self.layout.stacked else self.layout.right[0]
        cells = (
            (self.layout.glyphs.say(short_value(said, key_result, room)), ""),
            (delta_words(said, key_result), palette.DIM),
            (progress_words(said, key_result), ""),
            ("" if said.confidence is None else out_of_ten(said.confidence), palette.DIM),
        )
        rooms = (0,) * len(cells) if self.layout.stacked else self.layout.right
        return [
            Text(f"{text:>{room}}", style) for (text, style), room in zip(cells, rooms, strict=True)
        ]

    def _goalposts(self, entry: LogEntry, indent: int, label: str = "") -> Iterator[Text]:
        for goalpost in entry.goalposts:
            words = goalpost_words(goalpost, entry.key_result, self.layout.glyphs)
            yield from self._remark(f"{_MOVED} {label}{words}", indent, palette.STRONG)

    def _said(self, entry: LogEntry, indent: int) -> Iterator[Text]:
        for text, urgent in remarks(entry):
            yield from self._remark(text, indent, palette.WARNING if urgent else palette.DIM)

    def _remark(self, text: str, indent: int, style: str) -> Iterator[Text]:
        for line in self.layout.paragraph(self.layout.glyphs.say(text), indent, _LINES):
            yield self.layout.across(Text(line, style), indent)


def log_layout(width: int, glyphs: Glyphs) -> Layout:
    """Choose what a log of a width has room for."""
    usual = layout(width, glyphs)
    if usual.stacked:
        return usual
    right = _WIDE_NUMBERS if usual.wide else _NUMBERS
    left = usual.width - sum(right) - _GAP * len(right)
    return usual._replace(right=right, left=left)


def _folded(entries: Sequence[LogEntry]) -> tuple[str | None, Sequence[LogEntry]]:
    """Say of a whole objective that it came or went, and leave out its key results that did."""
    whole, *parts = entries
    kind = next((each.kind for each in whole.goalposts if each.kind in _WHOLE), None)
    if whole.key_result is not None or kind is None:
        return None, entries
    gone = [each for each in parts if [post.kind for post in each.goalposts] == [kind]]
    rest = [post for post in whole.goalposts if post.kind is not kind]
    said = f"{_WHOLE[kind]} with {count(len(gone), 'key result')}"
    return said, [whole._replace(goalposts=rest), *(each for each in parts if each not in gone)]

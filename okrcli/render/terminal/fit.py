"""Make texts fit into cells: a wide character takes two."""

import re
from collections.abc import Iterable, Iterator

from rich.cells import cell_len, chop_cells, set_cell_size
from rich.text import Text


def cut(text: str, width: int, ellipsis: str) -> str:
    """Shorten a text to a width, with an ellipsis where something is lost."""
    if cell_len(text) <= width:
        return text
    kept = max(width - cell_len(ellipsis), 0)
    return set_cell_size(text, kept).rstrip() + ellipsis[:width]


def wrap(text: str, width: int, most: int, ellipsis: str) -> list[str]:
    """Break a text at its spaces into at most `most` lines, the last one cut where it must be."""
    lines = list(_broken(text, width))
    if len(lines) <= most:
        return lines
    rest = " ".join(lines[most - 1 :])
    return [*lines[: most - 1], cut(rest, width, ellipsis)]


def _broken(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if cell_len(joined) <= width:
            line = joined
            continue
        if line:
            yield line
        *whole, line = [part for part in chop_cells(word, width) if part]
        yield from whole
    if line:
        yield line


def fitted(cell: Text, width: int, ellipsis: str) -> Text:
    """Give a copy that is cut to a width, with an ellipsis where something is lost."""
    copy = Text().append_text(cell)
    if copy.cell_len > width:
        copy.truncate(max(width - cell_len(ellipsis), 0), overflow="crop")
        copy.append(ellipsis[:width])
    return copy


def columns(cells: Iterable[tuple[Text, int]], gap: int, ellipsis: str) -> Text:
    """Set cells side by side, each padded or cut to its width."""
    line = Text()
    for cell, width in cells:
        if line:
            line.append(" " * gap)
        copy = fitted(cell, width, ellipsis)
        line.append_text(copy)
        line.append(" " * (width - copy.cell_len))
    return line


def flow(items: Iterable[Text], width: int, gap: str, ellipsis: str) -> list[Text]:
    """Fill lines with items one after the other, as many as fit."""
    lines: list[Text] = []
    for item in items:
        if lines and lines[-1].cell_len + len(gap) + item.cell_len <= width:
            lines[-1].append(gap).append_text(item)
        else:
            lines.append(fitted(item, width, ellipsis))
    return lines


def flow_words(text: Text, width: int) -> Iterator[Text]:
    """Break a styled text at its spaces into lines; a word too long for a line is cut in pieces."""
    begin = end = 0
    for start, stop in _pieces(text.plain, width):
        if end > begin and cell_len(text.plain[begin:stop]) > width:
            yield text[begin:end]
            end = begin
        if end == begin:
            begin = start
        end = stop
    if end > begin:
        yield text[begin:end]


def _pieces(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield where the words of a text begin and end, of long ones the pieces."""
    for word in re.finditer(r"\S+", text):
        at = word.start()
        for part in chop_cells(word[0], width):
            yield at, at + len(part)
            at += len(part)

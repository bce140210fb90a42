"""A table in Markdown, its columns padded so that it also reads well as text."""

from collections.abc import Sequence

from okrcli.render.text import width

_MOST_PADDED = 72


def markdown_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write rows of cells, which are Markdown already, under their headings."""
    everything = [headings, *rows]
    widths = [
        min(max(width(row[index]) for row in everything), _MOST_PADDED)
        for index in range(len(headings))
    ]
    lines = [headings, ["-" * cells for cells in widths], *rows]
    return "\n".join(_line(row, widths) for row in lines)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (room - width(cell)) for cell, room in zip(row, widths, strict=True))
    return f"| {' | '.join(padded)} |"

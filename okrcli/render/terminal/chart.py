"""A burn-up chart in a terminal: what was measured, what was expected, and where today is."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.text import Text

from okrcli.analysis.progress.burnup import BurnUp, Line
from okrcli.render.glyphs import Glyphs
from okrcli.render.numbers import number, percent, with_unit
from okrcli.render.terminal import palette
from okrcli.render.terminal.canvas import Canvas
from okrcli.render.terminal.chart_scale import height_range, held, share

_SPARSE = 2  # every second dot: a guide is no measurement
_WIDEST_LABEL = 14


class _Signs(NamedTuple):
    axis: str
    tick: str
    corner: str
    floor: str
    now: str
    foot: str
    point: str
    guide: str


_LINES = _Signs("│", "┤", "└", "─", "│", "┴", "⠒", "⠂")
_PLAIN = _Signs("|", "+", "+", "-", "|", "+", "*", ".")


class Chart(NamedTuple):
    """A way to draw: in a size, in a colour, with a unit beside the heights."""

    width: int
    rows: int
    glyphs: Glyphs
    style: str = ""
    unit: str | None = None

    def draw(self, burn_up: BurnUp) -> Iterator[Text]:
        """Draw a chart with its axes; its lines are `rows` and two more."""
        signs = _PLAIN if self.glyphs.ascii_only else _LINES
        low, high = height_range(burn_up)
        labels = self._labels(burn_up, low, high)
        room = max(map(cell_len, labels.values()), default=0)
        columns = max(self.width - room - 2, 4)
        now = _column(burn_up, columns)
        guides, points = (
            Canvas(columns, self.rows, fine=not self.glyphs.ascii_only) for _ in range(2)
        )
        for wanted in burn_up.guides:
            guides.line(_scaled(burn_up, wanted, low, high), _SPARSE)
        points.line(_scaled(burn_up, held(burn_up), low, high))
        for row in range(self.rows):
            label = labels.get(row, "")
            line = Text(" " * (room - cell_len(label))).append(f"{label} ", palette.DIM)
            line.append(signs.tick if row in labels else signs.axis, palette.DIM)
            cells = zip(points.cells(row, signs.point), guides.cells(row, signs.guide), strict=True)
            for column, (point, guide) in enumerate(cells):
                line.append_text(self._cell(point, guide, signs.now if column == now else " "))
            yield line
        yield from self._below(burn_up, signs, room, columns, now)

    def _cell(self, point: str, guide: str, otherwise: str) -> Text:
        if point != " ":
            return Text(point, self.style)
        return Text(guide if guide != " " else otherwise, palette.DIM)

    def _labels(self, burn_up: BurnUp, low: float, high: float) -> dict[int, str]:
        """Give what stands beside some of the rows: the first of two for the same one."""
        if burn_up.levels:
            named = [(each.height, self._amount(each.value)) for each in burn_up.levels]
        elif burn_up.by_value:
            named = [(height, self._amount(height)) for height in _ends(burn_up)]
        else:
            named = [(height, percent(height)) for height in (0.0, 1.0)]
        labels: dict[int, str] = {}
        scale = Canvas(1, self.rows, fine=not self.glyphs.ascii_only)
        for height, words in named:
            labels.setdefault(scale.row(share(height, low, high)), words)
        return labels

    def _amount(self, value: float) -> str:
        """Write a value with its unit, if that is short."""
        words = self.glyphs.say(with_unit(value, self.unit))
        return words if cell_len(words) <= _WIDEST_LABEL else number(value)

    def _below(
        self, burn_up: BurnUp, signs: _Signs, room: int, columns: int, now: int | None
    ) -> Iterator[Text]:
        floor = [signs.floor] * columns
        if now is not None:
            floor[now] = signs.foot
        yield Text(" " * (room + 1) + signs.corner + "".join(floor), palette.DIM)
        first, last = str(burn_up.time.start), str(burn_up.time.last_day)
        if columns < len(first) + len(last) + 1:
            yield Text(" " * (room + 2) + first[:columns], palette.DIM)
            return
        between = columns - len(first) - len(last)
        today = str(burn_up.now)
        middle = " " * between
        if now is not None and between > len(today) + 1:
            start = min(max(now - len(today) // 2 - len(first), 1), between - len(today) - 1)
            middle = " " * start + today + " " * (between - start - len(today))
        yield Text(" " * (room + 2) + first + middle + last, palette.DIM)


def chart_legend(burn_up: BurnUp, *, ascii_only: bool) -> str:
    """Explain the signs of a chart."""
    signs = _PLAIN if ascii_only else _LINES
    guide = "bound" if burn_up.by_value else "expected"
    legend = [f"{signs.point} measured", f"{signs.guide} {guide}"]
    return "   ".join(legend if burn_up.guides else legend[:1])


def _ends(burn_up: BurnUp) -> Sequence[float]:
    heights = [height for _, height in burn_up.points]
    return [min(heights), max(heights)] if heights else []


def _scaled(burn_up: BurnUp, line: Line, low: float, high: float) -> list[tuple[float, float]]:
    time, days = burn_up.time, max(burn_up.time.days, 1)
    return [((day - time.start).days / days, share(height, low, high)) for day, height in line]


def _column(burn_up: BurnUp, columns: int) -> int | None:
    """Give the column of today, where that is within the time."""
    if not burn_up.time.holds(burn_up.now):
        return None
    return round((burn_up.now - burn_up.time.start).days / burn_up.time.days * (columns - 1))

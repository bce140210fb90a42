"""What is drawn on an HTML page: meters, trends and burn-up charts, coloured by its style sheet."""

from collections.abc import Iterator, Sequence

import htpy as h

from okrcli.analysis.progress.burnup import BurnUp, Line
from okrcli.render.numbers import number, percent, with_unit
from okrcli.render.pages.page import Meter, Trend
from okrcli.render.pages.words import meter_words, one_line
from okrcli.render.terminal.chart_scale import height_range, held, share

_TREND = (60, 16)
_WIDTH, _HEIGHT = 640, 220
_LEFT, _TOP, _RIGHT, _FOOT = 76, 12, 12, 26
_BREADTH, _RISE = _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _FOOT
_LETTERS = 11  # of a label beside the axis
_DATED = 140  # between the middles of two days, in the letters of a phone
_ROOM = 14  # between two labels, one below the other


def meter_svg(meter: Meter) -> h.Element:
    """Draw a progress, with a mark where it was expected to be."""
    status = "unknown" if meter.status is None else meter.status.value
    done = min(max(meter.progress or 0.0, 0.0), 1.0) * 100
    parts = [h.rect(".rest", width="100", height="8"), _bar(done)]
    if meter.progress is not None and meter.expected:
        mark = min(meter.expected, 1.0) * 100
        parts.append(h.rect(".mark", x=_at(min(mark, 98.5)), width="1.5", height="8"))
    return h.svg(
        {"viewBox": "0 0 100 8", "preserveAspectRatio": "none"},
        class_=f"bar {status}",
        role="img",
        aria_label=meter_words(meter),
    )[parts]


def _bar(done: float) -> h.Element:
    return h.rect(".done", width=_at(done), height="8")


def trend_svg(trend: Trend) -> h.Node:
    """Draw the last values of something as a line."""
    if not trend.heights:
        return ""
    width, height = _TREND
    step = width / max(len(trend.heights) - 1, 1)
    places = [
        (place * step, height - 1 - min(max(each, 0.0), 1.0) * (height - 2))
        for place, each in enumerate(trend.heights)
    ]
    return h.svg(
        {"viewBox": f"0 0 {width} {height}"}, class_="trend", role="img", aria_label="trend"
    )[h.polyline(points=_points(places))]


def chart_svg(burn_up: BurnUp, title: str, unit: str | None) -> h.Element:
    """Draw what was measured over what was expected, with its axes and the line of today."""
    low, high = height_range(burn_up)
    guides = (
        h.polyline(".guide", points=_points(_scaled(burn_up, each, low, high)))
        for each in burn_up.guides
    )
    measured = _scaled(burn_up, held(burn_up), low, high)
    dots = _scaled(burn_up, burn_up.points, low, high)
    return h.svg({"viewBox": f"0 0 {_WIDTH} {_HEIGHT}"}, class_="chart", role="img")[
        h.title[title],
        list(_levels(burn_up, unit, low, high)),
        h.path(".axis", d=f"M{_LEFT} {_TOP}V{_TOP + _RISE}H{_WIDTH - _RIGHT}"),
        list(_days(burn_up)),
        list(guides),
        h.polyline(".measured", points=_points(measured)),
        [h.circle(".point", cx=_at(x), cy=_at(y), r="3") for x, y in dots],
    ]


def _levels(burn_up: BurnUp, unit: str | None, low: float, high: float) -> Iterator[h.Element]:
    """Label the heights that have a name; of two that are too near, the first."""
    taken: list[float] = []
    for height, words in _named(burn_up, unit):
        down = _down(height, low, high)
        if all(abs(down - other) >= _ROOM for other in taken):
            taken.append(down)
            yield h.path(".level", d=f"M{_LEFT} {_at(down)}H{_WIDTH - _RIGHT}")
            yield h.text(x=str(_LEFT - 6), y=_at(down + 4), text_anchor="end")[words]


def _named(burn_up: BurnUp, unit: str | None) -> Sequence[tuple[float, str]]:
    if burn_up.levels:
        return [(each.height, _amount(each.value, unit)) for each in burn_up.levels]
    if burn_up.by_value:
        heights = [height for _, height in burn_up.points]
        ends = [min(heights), max(heights)] if heights else []
        return [(height, _amount(height, unit)) for height in ends]
    return [(height, percent(height)) for height in (0.0, 1.0)]


def _amount(value: float, unit: str | None) -> str:
    words = one_line(with_unit(value, unit))
    return words if len(words) <= _LETTERS else number(value)


def _days(burn_up: BurnUp) -> Iterator[h.Element]:
    down = str(_HEIGHT - 8)
    yield h.text(x=str(_LEFT), y=down)[str(burn_up.time.start)]
    yield h.text(x=str(_WIDTH - _RIGHT), y=down, text_anchor="end")[str(burn_up.time.last_day)]
    if burn_up.time.holds(burn_up.now):
        across = _across(burn_up, (burn_up.now - burn_up.time.start).days)
        yield h.path(".today", d=f"M{_at(across)} {_TOP}V{_TOP + _RISE}")
        if _LEFT + _DATED < across < _WIDTH - _RIGHT - _DATED:
            yield h.text(x=_at(across), y=down, text_anchor="middle")[str(burn_up.now)]


def _scaled(burn_up: BurnUp, line: Line, low: float, high: float) -> list[tuple[float, float]]:
    start = burn_up.time.start
    return [
        (_across(burn_up, (day - start).days), _down(height, low, high)) for day, height in line
    ]


def _across(burn_up: BurnUp, days: int) -> float:
    part = days / max(burn_up.time.days, 1)
    return _LEFT + _BREADTH * min(max(part, 0.0), 1.0)


def _down(height: float, low: float, high: float) -> float:
    return _TOP + _RISE * (1 - share(height, low, high))


def _points(places: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{_at(across)},{_at(down)}" for across, down in places)


def _at(place: float) -> str:
    return f"{place:.1f}".removesuffix(".0")

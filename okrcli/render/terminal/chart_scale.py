"""The scale of a burn-up chart: which heights are shown, and where a height stands among them."""

from okrcli.analysis.progress.burnup import BurnUp, Line

_MOST = 0.5  # of the whole height: how far beyond baseline and target is shown
_MARGIN = 0.1


def held(burn_up: BurnUp) -> Line:
    """Give the points in the order of their days; what is stepped holds until the next, or now."""
    points = sorted(burn_up.points, key=lambda point: point[0])
    if not burn_up.stepped or not points:
        return points
    ends = [*(day for day, _ in points[1:]), max(burn_up.now, points[-1][0])]
    return [
        place
        for (day, height), end in zip(points, ends, strict=True)
        for place in ((day, height), (end, height))
    ]


def height_range(burn_up: BurnUp) -> tuple[float, float]:
    """Choose the lowest and the highest height that are shown."""
    heights = [*(height for _, height in burn_up.points), *(each.height for each in burn_up.levels)]
    if not burn_up.by_value:
        low, high = min([0.0, *heights]), max([1.0, *heights])
        return max(low, -_MOST), min(high, 1 + _MOST)
    if not heights:
        return 0.0, 1.0
    low, high = min(heights), max(heights)
    margin = (high - low) * _MARGIN or abs(high) * _MARGIN or 1.0
    return low - margin, high + margin


def share(height: float, low: float, high: float) -> float:
    """Give a height as a share of what is shown; the middle where numbers are too large."""
    span = high - low
    return min(max((height - low) / span, 0.0), 1.0) if 0 < span < float("inf") else 0.5

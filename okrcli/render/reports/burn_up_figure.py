"""A burn-up chart as a figure of a page, with the numbers that it shows."""

from okrcli.analysis.progress.burnup import BurnUp
from okrcli.render.numbers import percent, with_unit
from okrcli.render.pages.lines import line
from okrcli.render.pages.page import Column, Figure, Table


def burn_up_figure(title: str, burn_up: BurnUp, unit: str | None = None) -> Figure:
    """Give a chart with a row for each day on which something was measured."""
    name = "Value" if burn_up.by_value else "Progress"
    rows = [
        [
            line(str(day)),
            line(with_unit(height, unit) if burn_up.by_value else percent(height)),
        ]
        for day, height in burn_up.points
    ]
    return Figure(title, burn_up, Table([Column("Day"), Column(name, right=True)], rows), unit)

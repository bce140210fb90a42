"""What was found of the health of the process, and how much of it holds on another day.

What lint says, and what the history says of deadlines and promises, is the same on any day, as
long as nothing is uncommitted. Before the end of a cycle there is nothing else to read but its
rhythm; some days after the end, that is the same on any later day, too. In between, the whole has
to be measured again.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from okrcli.analysis.reports.health import OF_THE_END, Health, Spread
from okrcli.analysis.reports.health_gauges import Gauge, Measure, Reading
from okrcli.model.cycle import Cycle


class Lasting(NamedTuple):
    """What was found on a day; `every` are all cycles of that state that have objectives.

    `steady` gives, for each cycle that was measured, a day from which on its numbers stay.
    """

    found: Health
    every: Sequence[Cycle]
    steady: Sequence[date]


def moving(lasting: Lasting, cycles: Sequence[Cycle], now: date) -> list[Cycle] | None:
    """Give those of some cycles whose rhythm has to be read on a day, if that is all of it.

    None where other cycles were measured, or one of them has ended and still moves.
    """
    moment = lasting.found.moment
    if list(moment.cycles) != list(cycles):
        return None
    earlier = min(moment.now, now)
    found = [cycle for cycle, day in zip(cycles, lasting.steady, strict=True) if earlier < day]
    return found if all(cycle.period.holds(now) for cycle in found) else None


def on_day(lasting: Lasting, now: date, rhythms: Mapping[str, Reading]) -> Health:
    """Give what would be found on a day, with the rhythms of what moves, by its cycle's name."""
    found = lasting.found
    names = [cycle.name for cycle in found.moment.cycles]

    def gauge(old: Gauge) -> Gauge:
        pairs = zip(map(rhythms.get, names), old.readings, strict=True)
        return Gauge(old.measure, [_reading(old.measure, *pair) for pair in pairs])

    return found._replace(
        moment=found.moment._replace(now=now),
        gauges=[gauge(each) for each in found.gauges],
        spreads=[
            Spread(0, 0, 0) if name in rhythms else its
            for name, its in zip(names, found.spreads, strict=True)
        ],
    )


def _reading(measure: Measure, rhythm: Reading | None, before: Reading) -> Reading:
    """Give a reading; `rhythm` is that of a cycle that moves."""
    if rhythm is None:
        return before
    if measure is Measure.RHYTHM:
        return rhythm
    return Reading(0, 0) if measure in OF_THE_END else before

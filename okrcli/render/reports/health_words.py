"""The health of the process in words: what each measure means, and what to try."""

from okrcli.analysis.reports.health import Health, Spread
from okrcli.analysis.reports.health_gauges import Gauge, Measure, Turn
from okrcli.render.numbers import percent
from okrcli.render.pages.words import NOTHING

NAMES = {
    Measure.ON_TIME: "Objectives set in the first two weeks",
    Measure.RHYTHM: "Check-ins in time",
    Measure.ALIGNED: "Objectives on a way to the vision",
    Measure.CLEAN: "Objectives that lint has nothing against",
    Measure.PROMISES: "Promises kept as they were, or changed with a reason",
    Measure.STRETCH: "Stretch goals that were a real stretch",
    Measure.SETTLED: "Key results left alone after the end",
    Measure.LOOKED_BACK: "Teams that held a retrospective",
    Measure.ACTIONS: "Actions of retrospectives done",
}
ADVICE = {
    Measure.ON_TIME: "Begin to plan three weeks before a cycle; `okr ready` says what is missing.",
    Measure.RHYTHM: "Give check-ins a fixed quarter of an hour a week, and send round `okr due`.",
    Measure.ALIGNED: "Ask of each objective that `okr alignment` lists: what does it help, or why"
    " does it stand alone?",
    Measure.CLEAN: "Run `okr lint` before goals are agreed on, and in CI.",
    Measure.PROMISES: "Change a promise with `okr revise`, which asks for the reason.",
    Measure.STRETCH: "Set a stretch where seven of ten would be a success: not sure, not hopeless.",
    Measure.SETTLED: "Close objectives in the closing window, and leave numbers alone then.",
    Measure.LOOKED_BACK: "Take half an hour for a retrospective before the next cycle is planned.",
    Measure.ACTIONS: "Choose fewer actions, one owner each, and look at them every month.",
}
TURNS = {Turn.BETTER: "better", Turn.WORSE: "worse", Turn.SAME: "as before"}


def share(value: float | None) -> str:
    """Write a share; a dash where there is none."""
    return NOTHING if value is None else percent(value)


def told(gauge: Gauge) -> str:
    """Say the last reading and where it goes."""
    turn = gauge.turn
    trend = "" if turn is None else f", {TURNS[turn]}"
    return f"{NAMES[gauge.measure]}: {share(gauge.last)}{trend}"


def spread_words(spread: Spread, cycle: str) -> str | None:
    """Say that nearly all scores of a cycle are at one end; None where they are not."""
    if spread.all < _ENOUGH:
        return None
    if spread.high >= spread.all * _NEARLY_ALL:
        return (
            f"{spread.high} of {spread.all} scores of {cycle} are near 1.0:"
            " the goals may have been too easy."
        )
    if spread.low >= spread.all * _NEARLY_ALL:
        return (
            f"{spread.low} of {spread.all} scores of {cycle} are near 0:"
            " the goals may have been out of reach, or too many."
        )
    return None


def spreads(health: Health) -> list[str]:
    """Say of which cycles nearly all scores are at one end."""
    pairs = zip(health.spreads, health.moment.cycles, strict=True)
    found = (spread_words(spread, cycle.name) for spread, cycle in pairs)
    return [each for each in found if each is not None]


_ENOUGH = 4
_NEARLY_ALL = 0.8

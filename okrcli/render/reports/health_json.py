"""The health of the process as JSON, version 1."""

from collections.abc import Sequence
from typing import Any

from okrcli.analysis.reports.health import Health, Spread
from okrcli.analysis.reports.health_gauges import Gauge
from okrcli.model.cycle import Cycle
from okrcli.render.json_text import json_text
from okrcli.render.progress.json import head_data, number_data
from okrcli.render.reports.health_words import ADVICE

_Data = dict[str, Any]


def health_json(health: Health) -> str:
    """Write it as one JSON object."""
    cycles = health.moment.cycles
    return json_text(
        {
            **head_data(health.moment),
            "report": "health",
            "team": None if health.about is None else health.about.id,
            "measures": [_gauge(each, cycles) for each in health.gauges],
            "scores": [
                _spread(spread, cycle) for spread, cycle in zip(health.spreads, cycles, strict=True)
            ],
        }
    )


def _gauge(gauge: Gauge, cycles: Sequence[Cycle]) -> _Data:
    return {
        "measure": gauge.measure.value,
        "last": number_data(gauge.last),
        "mark": None if gauge.mark is None else gauge.mark.value,
        "trend": None if gauge.turn is None else gauge.turn.value,
        "advice": ADVICE[gauge.measure],
        "cycles": [
            {
                "cycle": cycle.name,
                "good": each.good,
                "all": each.all,
                "share": number_data(each.share),
            }
            for cycle, each in zip(cycles, gauge.readings, strict=True)
        ],
    }


def _spread(spread: Spread, cycle: Cycle) -> _Data:
    return {
        "cycle": cycle.name,
        "near_all": spread.high,
        "near_nothing": spread.low,
        "all": spread.all,
    }

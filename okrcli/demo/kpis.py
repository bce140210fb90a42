"""The ongoing measures of the company, read once a month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from okrcli.demo.dice import Dice
    from okrcli.demo.yaml_text import Fields

KPI_OWNER = "lena"


@dataclass(frozen=True, slots=True)
class Kpi:
    """A measure that must stay on one side of its bound, and where it usually stands."""

    id: str
    title: str
    owner: str
    unit: str
    usual: float
    swing: float
    digits: int
    at_least: float | None = None
    at_most: float | None = None

    def fields(self, day: date, dice: Dice) -> Fields:
        """Return the KPI with a reading of a day."""
        return {
            "id": self.id,
            "title": self.title,
            "owner": self.owner,
            "unit": self.unit,
            "at_least": self.at_least,
            "at_most": self.at_most,
            "current": round(self.usual + dice.swing(self.swing), self.digits),
            "updated": day,
        }


KPIS = (
    Kpi("conversion", "Visits that end with a ticket", "aiko", "%", 3.6, 0.4, 1, at_least=3),
    Kpi("availability", "Booking is available", "yusuf", "%", 99.95, 0.03, 2, at_least=99.9),
    Kpi(
        "answer-time", "Median time to a first answer", "wanjiru", "minutes", 38.5, 5.5, 1, None, 45
    ),
    Kpi("churn", "Operators that leave in a month", "tomas", "%", 0.95, 0.2, 2, at_most=1.2),
)


def kpis_document(day: date, dice: Dice) -> Fields:
    """Return kpis.yaml as it is written on a day."""
    return {"kpis": [kpi.fields(day, dice) for kpi in KPIS]}

"""The monthly reading of the KPIs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from okrcli.demo.days import working_day_from
from okrcli.demo.events import Document, Event, working_moment
from okrcli.demo.kpis import KPI_OWNER, kpis_document
from okrcli.demo.yaml_text import Fields, yaml_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from okrcli.demo.dice import Dice

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class KpiFile:
    """The KPIs as they were last read."""

    path = "okrs/kpis.yaml"

    def __init__(self, day: date, dice: Dice) -> None:
        """Read the KPIs for the first time."""
        self._document: Fields = kpis_document(day, dice)

    def read(self, day: date, dice: Dice) -> None:
        """Read them again."""
        self._document = kpis_document(day, dice)

    def text(self) -> str:
        """Return the file's text."""
        return yaml_text(self._document)


@dataclass(frozen=True, slots=True)
class _Reading:
    """The act of reading the KPIs on a day."""

    file: KpiFile
    day: date
    dice: Dice

    def __call__(self) -> Sequence[Document]:
        """Write new values."""
        self.file.read(self.day, self.dice)
        return [self.file]


def monthly(file: KpiFile, first: date, today: date, dice: Dice) -> Iterator[Event]:
    """Yield a reading on the first working day of each month after `first`, up to today."""
    year, month = first.year, first.month
    while True:
        year, month = year + month // len(_MONTHS), month % len(_MONTHS) + 1
        day = working_day_from(date(year, month, 1))
        if day > today:
            return
        message = f"kpis: numbers of {_MONTHS[month - 2]}"
        yield Event(working_moment(day, dice), KPI_OWNER, message, _Reading(file, day, dice))

"""The turning points of the current quarter: what a review of the history will find."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from okrcli.demo.days import DAY, working_day_until
from okrcli.demo.events import Chapter, Document, Event, working_moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from okrcli.demo.dice import Dice
    from okrcli.demo.live import OkrFile

_ENOUGH = timedelta(days=21)  # a younger quarter has no turning points yet
_OLD_ID, _NEW_ID = "tidy-timetables", "own-timetables"


@dataclass(frozen=True, slots=True)
class Turn:
    """One change besides the weekly numbers, at a share of the quarter's days so far."""

    team: str
    author: str
    share: float
    message: str
    change: Callable[[OkrFile, date, Dice], None]


@dataclass(frozen=True, slots=True)
class _Act:
    """The act that makes a turn come true."""

    turn: Turn
    file: OkrFile
    day: date
    dice: Dice

    def __call__(self) -> Sequence[Document]:
        """Change the file."""
        self.turn.change(self.file, self.day, self.dice)
        return [self.file]


def turns(chapters: Mapping[str, Chapter], today: date, dice: Dice) -> Iterator[Event]:
    """Yield the turning points of the quarter whose chapters are given by team."""
    start = next(iter(chapters.values())).cycle.start
    if today - start < _ENOUGH:
        return
    _use_old_id(chapters["fleet"].file)
    for turn in _TURNS:
        day = working_day_until(start + round((today - start).days * turn.share) * DAY)
        act = _Act(turn, chapters[turn.team].file, day, dice)
        yield Event(working_moment(day, dice), turn.author, turn.message, act)


def _use_old_id(file: OkrFile) -> None:
    """Give an objective the id that it had before it was renamed."""
    for objective in file.objectives:
        if objective.fields["id"] == _NEW_ID:
            objective.fields["id"] = _OLD_ID


def _rename(file: OkrFile, day: date, dice: Dice) -> None:  # noqa: ARG001  one shape for all
    """Give an objective its better id, and remember the old one."""
    for objective in file.objectives:
        if objective.fields["id"] == _OLD_ID:
            objective.fields.update(id=_NEW_ID, formerly=[_OLD_ID])


def _ease_openly(file: OkrFile, day: date, dice: Dice) -> None:  # noqa: ARG001  one shape for all
    """Ease a target, and say so in the file."""
    file.key_result("p95").fields.update(
        target=800,
        revised=[
            {
                "on": day,
                "field": "target",
                "was": 600,
                "now": 800,
                "why": "The new search index waits for the database move in spring.",
                "agreed": "ines",
            }
        ],
    )


def _ease_quietly(file: OkrFile, day: date, dice: Dice) -> None:
    """Ease a target in passing, as if it were a check-in."""
    item = file.key_result("finish")
    file.check_in([item], day, dice)
    item.fields.update(target=55)


def _drop(file: OkrFile, day: date, dice: Dice) -> None:  # noqa: ARG001  one shape for all
    """End a key result before its time, with a reason."""
    item = file.key_result("radio")
    item.fields["close"] = {
        "decision": "drop",
        "why": "The coastguard wants the radio report in any case; we measured the wrong thing.",
    }
    item.finished = True


def _block(file: OkrFile, day: date, dice: Dice) -> None:
    """Report what stands in the way."""
    item = file.key_result("offline")
    file.check_in([item], day, dice)
    item.fields["blocker"] = (
        "The wallet's signing key: we need two days of the card provider, and have no date yet."
    )


_TURNS = (
    Turn("fleet", "kofi", 0.25, f"fleet: rename {_OLD_ID} to {_NEW_ID}", _rename),
    Turn("platform", "yusuf", 0.5, "platform: ease p95 target to 800 ms", _ease_openly),
    Turn("fleet", "hana", 0.6, "fleet: drop radio, we measured the wrong thing", _drop),
    Turn("booking", "ravi", 0.65, "booking: check-in on finish", _ease_quietly),
    Turn("platform", "oskar", 0.7, "platform: offline is blocked by the signing key", _block),
)

"""What people write beside their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from okrcli.demo.dice import Dice
    from okrcli.demo.motion import Reading

_SHAPES: dict[str, tuple[str, ...]] = {
    "first": (
        "First reading: {value}.",
        "We begin at {value}; {work} comes first.",
        "{value} today. {Work} should show within two weeks.",
        "{value}. Nothing of ours is in it yet.",
        "The number is on the team's wall now: {value}.",
    ),
    "better": (
        "{Work} is out, and it shows: {value}, {delta}.",
        "{value}, {delta} since last time.",
        "{value}. Most of it is {work}.",
        "A good week: {delta}.",
        "{Work} helps more than we thought.",
        "{delta} to {value}; next comes {work}.",
        "{value} now. Too early to say whether {work} did it.",
        "{Work} reached everyone on Monday. {value} so far.",
        "Slow but steady: {value}.",
        "{value}, after we fixed a bug in {work}.",
        "The trial of {work} ended well; we go on with it.",
        "{value}. {Work} is half done, so there is more to come.",
    ),
    "worse": (
        "{delta} this week; we are looking into it.",
        "{value}, {delta}. One odd day pulls it, not a trend.",
        "{Work} is late by a week, and the number shows it.",
        "A step back to {value}. Holidays in two countries.",
        "{delta}. {Work} had to be switched off for three days.",
        "{value}: the easy part is behind us.",
        "Weather closed half the ports; {value}.",
        "{value}. We tried something else beside {work}, and it did not help.",
    ),
    "flat": (
        "No change: {value}. {Work} goes live next week.",
        "Still {value}.",
        "{value} again; waiting for {work}.",
        "The same as last time. We have put a second person on {work}.",
        "{value}. All hands were on the release.",
        "Quiet week, {value}.",
    ),
    "inside": (
        "{value}, well inside.",
        "{value}. Nothing to report.",
        "{value}, and {work} is nearly finished.",
        "A calm week: {value}.",
        "{value}. {Work} made it easier.",
        "Held without effort: {value}.",
    ),
    "outside": (
        "{value}: below what we promised. {Work} is the answer, and it is under way.",
        "Outside the bound for a few days, {value}. We wrote down what happened.",
        "{value} after a bad Thursday; fixed by now.",
    ),
    "step": (
        "Done: {value}.",
        "{value}, at last.",
        "{value}. {Work} was worth the time.",
        "That was the hard one: {value}.",
    ),
    "waiting": (
        "On it; {work} comes next.",
        "{Work} takes longer than we hoped.",
        "Half way through {work}.",
        "No news. {Work} waits for an answer from outside.",
        "{Work} looks good. Two more talks.",
        "We agreed on the order: first {work}, then the rest.",
        "Nothing new this week; {work} has a date now.",
    ),
    "done": (
        "Done. Thank you, everyone.",
        "It happened. {Work} made the difference.",
    ),
    "unmeasured": (
        "Still counting; the first number comes once three weeks are in.",
        "{Work} is in place, so we can measure at last.",
        "Four boats count by hand, the others follow.",
    ),
    "final": (
        "We end at this: {value}.",
        "As far as we came: {value}.",
        "The last word on it: {value}.",
        "{value}. This is where it ends.",
        "{value}, all in all. Thanks to {work}, mostly.",
    ),
    "measured": ("The baseline is {value}, over three full weeks.",),
}


def note(reading: Reading, work: Sequence[str], dice: Dice, last: object) -> str:
    """Return a note that fits the reading and differs from the last one."""
    shapes = _SHAPES[reading.mood]
    text = str(last)
    for _ in shapes:
        thing = dice.pick(work)
        text = _sentence(dice.pick(shapes), reading, thing)
        if text != last:
            return text
    return f"{text} As last time."


def _sentence(shape: str, reading: Reading, work: str) -> str:
    """Fill one shape in, beginning with a capital letter."""
    capital = work[0].upper() + work[1:]
    text = shape.format(value=reading.value, delta=reading.delta, work=work, Work=capital)
    return text[0].upper() + text[1:]

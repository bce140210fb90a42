"""What a walk through check-ins came to, for terminals."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.text import Text

from okrcli.analysis.cycle.walk import Walk
from okrcli.render.checking_in.changed import (
    CheckedIn,
    moved_words,
    percent_words,
    status_words,
    value_words,
)
from okrcli.render.glyphs import Glyphs, glyphs
from okrcli.render.show.rows import INDENT
from okrcli.render.terminal import palette
from okrcli.render.terminal.fit import flow
from okrcli.render.terminal.layout import Layout, layout
from okrcli.render.terminal.paint import paint
from okrcli.render.words import count, home_cycle


class Walked(NamedTuple):
    """The check-ins that were written, and how many there were to walk through."""

    check_ins: Sequence[CheckedIn]
    of: int


def walk_summary(walked: Walked, *, width: int, color: bool, ascii_only: bool) -> str:
    """Write what was checked in, and how many were not."""
    return paint(_lines(walked, layout(width, glyphs(ascii_only=ascii_only))), color=color)


def _lines(walked: Walked, layout: Layout) -> Iterator[Text]:
    written = len(walked.check_ins)
    left = walked.of - written
    if not written:
        yield Text("Nothing was written", palette.STRONG)
        return
    rest = f", {left} of {walked.of} left" if left else ""
    yield Text(f"{count(written, 'check-in')} written{rest}", palette.STRONG)
    cycle = home_cycle(each.after.key for each in walked.check_ins)
    for each in walked.check_ins:
        yield layout.across(Text(layout.glyphs.say(each.after.key.seen_from(cycle))))
        ellipsis = layout.glyphs.ellipsis
        for line in flow(_cells(each, layout.glyphs), layout.width - INDENT, "   ", ellipsis):
            yield layout.across(line, INDENT)


def _cells(found: CheckedIn, signs: Glyphs) -> Sequence[Text]:
    before, after = found.before, found.after
    was = None if before is None else value_words(before.key_result)
    return [
        moved_words(signs, was, value_words(after.key_result)),
        moved_words(signs, percent_words(before), percent_words(after)),
        status_words(found, signs),
    ]


def nothing_due(walk: Walk, whose: str | None) -> str:
    """Say that there is nothing to walk through, and when there will be."""
    of = "" if whose is None else f" of {whose}"
    if not walk.ahead:
        return f"No key result{of} is under way."
    following = walk.ahead[0]
    return (
        f"No check-in{of} is due; --all asks now. The next is on {following.due}:"
        f" {following.key.ref}"
    )

"""What a command changed: the value or the promise, and what it means."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from rich.text import Text

from okrcli.analysis.progress.report import KeyResultReport, Status
from okrcli.analysis.story.goalposts import changed_promises
from okrcli.model.key_result import KeyResult, Kind
from okrcli.render.glyphs import Glyphs, glyphs
from okrcli.render.goalpost_words import goalpost_words
from okrcli.render.numbers import out_of_ten, percent, with_unit
from okrcli.render.terminal import palette
from okrcli.render.terminal.bars import bar
from okrcli.render.terminal.fit import fitted
from okrcli.render.terminal.paint import paint
from okrcli.render.terminal.sparkline import sparkline
from okrcli.render.words import done_words, goalpost_phrase, status_with_reason, status_word

_OVER = frozenset({Status.ACHIEVED, Status.PARTIAL, Status.MISSED})
_BAR = 20
_TREND = 10


class CheckedIn(NamedTuple):
    """A key result before a check-in and after it; `next_by` is when the next one is due.

    Before the first check-in of a published key result there may be nothing to compare with.
    """

    before: KeyResultReport | None
    after: KeyResultReport
    next_by: date | None


class Said(NamedTuple):
    """A check-in in its file: the key result before it and as it is now."""

    ref: str
    before: KeyResult
    now: KeyResult


def check_in_table(found: CheckedIn, *, width: int, color: bool, ascii_only: bool) -> str:
    """Write what changed in a few lines."""
    signs = glyphs(ascii_only=ascii_only)
    lines = [fitted(line, width, signs.ellipsis) for line in _lines(found, signs)]
    return paint(lines, color=color)


def _lines(found: CheckedIn, signs: Glyphs) -> Iterator[Text]:
    after = found.after
    title = signs.say(after.key_result.title or after.key_result.id)
    yield Text(f"{after.key.ref} {signs.dot} ").append(title, palette.STRONG)
    was = None if found.before is None else value_words(found.before.key_result)
    yield Text("  ").append_text(moved_words(signs, was, value_words(after.key_result)))
    yield Text("  ").append_text(_progress(found, signs))
    yield Text("  ").append_text(status_words(found, signs))
    said = list(_said(found, signs))
    if said:
        yield Text(f"  {f' {signs.dot} '.join(said)}", palette.DIM)


def moved_words(signs: Glyphs, before: str | None, after: str | None) -> Text:
    """Say what something was and is, or only what it is where that is the same."""
    now = Text(signs.say(after or signs.dash), palette.STRONG)
    if before in {None, after}:
        return now
    return Text(f"{signs.say(before or '')} {signs.arrow} ").append_text(now)


def value_words(key_result: KeyResult) -> str | None:
    """Say what a key result stands at; None where it has no value yet."""
    if key_result.kind in {Kind.MILESTONES, Kind.BINARY}:
        return done_words(key_result)
    current = key_result.current
    return None if current is None else with_unit(current, key_result.unit)


def _progress(found: CheckedIn, signs: Glyphs) -> Text:
    after = found.after
    line = Text()
    for part, piece in bar(after.progress, after.expected, _BAR, signs):
        line.append(piece, palette.of_bar(part, palette.STATUS[after.status]))
    line.append("  ")
    line.append_text(moved_words(signs, percent_words(found.before), percent_words(after)))
    if after.key_result.kind is not Kind.MAINTAIN and after.progress is not None:
        line.append(f", {percent(after.expected)} expected", palette.DIM)
    trend = sparkline(after.trend, after.key_result.kind, _TREND, signs.spark)
    return line.append(f"  {trend}", palette.DIM)


def percent_words(report: KeyResultReport | None) -> str | None:
    """Say how far it is; None where that is not measured."""
    return None if report is None or report.progress is None else percent(report.progress)


def status_words(found: CheckedIn, signs: Glyphs) -> Text:
    """Say the status that it had, where that changed, and the one that it has."""
    after, before = found.after, found.before
    line = Text()
    if before is not None and before.status is not after.status:
        line.append_text(_sign(before.status, status_word(before.status), signs))
        line.append(f" {signs.arrow} ")
    return line.append_text(_sign(after.status, status_with_reason(after), signs))


def _sign(status: Status, words: str, signs: Glyphs) -> Text:
    return Text(f"{signs.status[status]} {words}", palette.STATUS[status])


def _said(found: CheckedIn, signs: Glyphs) -> Iterator[str]:
    confidence = found.after.key_result.confidence
    if confidence is not None:
        yield f"confidence {out_of_ten(confidence)}"
    if found.next_by is not None and found.after.status not in _OVER:
        yield f"next check-in by {found.next_by}"
    if found.after.key_result.blocker:
        yield f"blocked: {signs.say(found.after.key_result.blocker)}"


def in_one_line(ref: str, before: KeyResult, after: KeyResult) -> str:
    """Say a check-in in one line: `growth/first-minute/day7 36.5 -> 38%`."""
    was, now = value_words(before), value_words(after)
    words = now or "checked in" if was in {None, now} else f"{was} -> {now}"
    belief = after.confidence
    told = belief is not None and belief != before.confidence
    return f"{ref} {words}{f', confidence {out_of_ten(belief)}' if belief and told else ''}"


def check_in_message(check_ins: Sequence[Said]) -> str:
    """Say check-ins as the message of a commit: their new notes stand below."""
    lines = [in_one_line(*each) for each in check_ins]
    notes = [each.now.note if each.now.note != each.before.note else None for each in check_ins]
    if len(check_ins) == 1:
        return "\n\n".join(filter(None, (f"okrs: {lines[0]}", notes[0])))
    told = (
        f"- {line}: {note}" if note else f"- {line}"
        for line, note in zip(lines, notes, strict=True)
    )
    return "\n".join((f"okrs: {len(check_ins)} check-ins", "", *told))


def revision_table(  # noqa: PLR0913 - what it was and is, and where it is shown
    ref: str,
    was: KeyResult,
    now: KeyResult,
    standing: tuple[KeyResultReport | None, KeyResultReport | None],
    *,
    width: int,
    color: bool,
    ascii_only: bool,
) -> str:
    """Write a changed promise in a few lines; a draft has no standing."""
    signs = glyphs(ascii_only=ascii_only)
    lines = [Text(f"{ref} {signs.dot} ").append(signs.say(now.title or now.id), palette.STRONG)]
    moved = (goalpost_words(each, now, signs) for each in changed_promises(was, now, now.revised))
    lines += [Text(f"  {signs.say(words)}") for words in moved]
    before, after = standing
    if after is not None:
        found = CheckedIn(before, after, None)
        lines += [Text("  ").append_text(_progress(found, signs))]
        lines += [Text("  ").append_text(status_words(found, signs))]
        original = goalpost_phrase(after)
        lines += [Text(f"  {signs.say(original)}", palette.DIM)] if original else []
    return paint([fitted(line, width, signs.ellipsis) for line in lines], color=color)


def promise_in_one_line(ref: str, was: KeyResult, now: KeyResult) -> str:
    """Say a changed promise in one line: `growth/first-minute/day7 target eased from 50 to 45%`."""
    signs = glyphs(ascii_only=True)
    moved = (each._replace(reason=None) for each in changed_promises(was, now, ()))
    return f"{ref} {'; '.join(goalpost_words(each, now, signs) for each in moved) or 'revised'}"

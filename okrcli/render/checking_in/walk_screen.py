"""One check-in of a walk, on one screen of a terminal: what is known of it, and what is asked."""

import math
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from rich.text import Text

from okrcli.analysis.cycle.answers import AWAY, Topic, open_milestones
from okrcli.analysis.cycle.walk import Stop
from okrcli.analysis.progress.report import KeyResultReport
from okrcli.model.key_result import KeyResult, Kind
from okrcli.render.checking_in.changed import value_words
from okrcli.render.due.words import LIKE, state_words
from okrcli.render.glyphs import Glyphs, glyphs
from okrcli.render.goalpost_words import promise_words
from okrcli.render.numbers import out_of_ten, percent, with_unit
from okrcli.render.progress.rows import Rows
from okrcli.render.show.rows import Sheet
from okrcli.render.show.words import milestone_words
from okrcli.render.terminal import palette
from okrcli.render.terminal.fit import flow
from okrcli.render.terminal.layout import layout
from okrcli.render.terminal.paint import paint
from okrcli.render.terminal.sparkline import sparkline
from okrcli.render.words import age, count, status_with_reason, value_phrase

KEYS = ("Enter: as in [ ]", "s: skip", "b: back", "q: quit", "what was entered is kept")
_BLANK = Text()
_TREND = 20
_TITLE_LINES = 2
_NOTE_LINES = 3
_FINENESS = 2  # digits of the distance that tell how exactly an expected value is written


class Screen(NamedTuple):
    """A stop, the key result as its file has it by now, which stop of how many, and the day."""

    stop: Stop
    in_file: KeyResult
    number: int
    of: int
    now: date


def walk_screen(screen: Screen, *, width: int, color: bool, ascii_only: bool) -> str:
    """Write what is known before somebody answers."""
    rows = Rows(layout(width, glyphs(ascii_only=ascii_only)), screen.now)
    return paint(_lines(screen, rows), color=color)


def question(topic: Topic, key_result: KeyResult, glyphs: Glyphs) -> str:
    """Ask about a key result; in brackets is what an empty answer leaves as it is."""
    match topic:
        case Topic.CONFIDENCE:
            confidence = key_result.confidence
            known = "none" if confidence is None else out_of_ten(confidence)
            return f"Confidence, out of ten [{known}]"
        case Topic.NOTE:
            return f"Note [{f'as it is; {AWAY} takes it away' if key_result.note else 'none'}]"
    match key_result.kind:
        case Kind.MILESTONES:
            return "Done by now, by number [none]"
        case Kind.BINARY:
            return "Done by now? yes or no [no]"
    return f"Value [{glyphs.say(value_words(key_result) or 'none yet')}]"


def outlook(report: KeyResultReport, progress: float | None) -> str | None:
    """Say what a value that is being typed would mean; None where that cannot be said."""
    match report.key_result.kind:
        case Kind.METRIC if progress is not None:
            return f"that is {percent(progress)}, {percent(report.expected)} expected"
        case Kind.MAINTAIN if progress == 0:
            return "that is outside the bound"
    return None


def _lines(screen: Screen, rows: Rows) -> Iterator[Text]:
    stop, now = screen.stop, screen.in_file
    sheet, say = Sheet(rows), rows.layout.glyphs.say
    yield Text(rows.layout.glyphs.rule * rows.layout.width, palette.DIM)
    yield from _head(screen, rows)
    yield _BLANK
    yield from _standing(stop.report, sheet, rows)
    yield from _said(stop, sheet, rows)
    if now != stop.report.key_result:
        yield from sheet.fact("Written", " ".join(_by_now(now, rows.layout.glyphs)))
    for index, step in enumerate(open_milestones(now), 1):
        yield from sheet.fact(f"{index:>9}", say(milestone_words(step)), most=1)
    yield _BLANK
    keys = (Text(words, palette.DIM) for words in KEYS)
    signs = rows.layout.glyphs
    yield from flow(keys, rows.layout.width, f" {signs.dot} ", signs.ellipsis)


def _head(screen: Screen, rows: Rows) -> Iterator[Text]:
    stop = screen.stop
    signs = rows.layout.glyphs
    line = Text(f"{screen.number} of {screen.of} {signs.dot} {signs.say(stop.key.ref)}  ")
    sign = signs.status[LIKE[stop.owed.state]]
    line.append(
        f"{sign} {state_words(stop.owed, screen.now)}", palette.STATUS[LIKE[stop.owed.state]]
    )
    yield rows.layout.across(line)
    title = stop.report.key_result.title or stop.key.key_result or ""
    for words in rows.layout.paragraph(signs.say(title), 0, _TITLE_LINES):
        yield Text(words, palette.STRONG)
    objective = stop.objective.objective
    yield rows.layout.across(
        Text(f"for: {signs.say(objective.title or objective.id)}", palette.DIM)
    )


def _standing(report: KeyResultReport, sheet: Sheet, rows: Rows) -> Iterator[Text]:
    yield from sheet.beside(
        "Progress",
        [
            rows.meter(report.progress, report.expected, palette.STATUS[report.status]),
            rows.status(report.status, status_with_reason(report)),
            rows.expectation(report.expected),
        ],
    )
    glyphs = rows.layout.glyphs
    yield from sheet.beside("Value", [Text(glyphs.say(words)) for words in _value(report, glyphs)])
    trend = sparkline(report.trend, report.key_result.kind, _TREND, glyphs.spark)
    if trend:
        said = f"since {report.trend[0].date}, {count(report.check_ins, 'check-in')}"
        yield from sheet.beside("Trend", [Text(trend), Text(said, palette.DIM)])


def _value(report: KeyResultReport, glyphs: Glyphs) -> Iterator[str]:
    key_result = report.key_result
    if key_result.kind is not Kind.METRIC:
        yield value_phrase(report, glyphs)
        return
    promise = promise_words(key_result, glyphs)
    value = value_words(key_result) or "none yet"
    yield f"{value}, on the way {promise}" if promise else value
    if report.progress is not None:
        yield f"{_expected_value(report)} expected by now"


def _expected_value(report: KeyResultReport) -> str:
    """Write where a metric should be, as exactly as the way to its target is long."""
    baseline, target = report.key_result.baseline or 0.0, report.key_result.target or 0.0
    digits = _FINENESS - math.floor(math.log10(abs(target - baseline)))
    value = round(baseline + report.expected * (target - baseline), digits)
    return with_unit(value, report.key_result.unit)


def _said(stop: Stop, sheet: Sheet, rows: Rows) -> Iterator[Text]:
    last, key_result = stop.report.last_check_in, stop.report.key_result
    facts = ["no check-in yet"]
    if last is not None:
        when = age(last.date, rows.now)
        facts = [f"{last.date} ({when if when == 'today' else f'{when} ago'})"]
        facts.append(last.author or "not committed")
    if key_result.confidence is not None:
        facts.append(f"confidence {out_of_ten(key_result.confidence)}")
    yield from sheet.fact("Last", f" {rows.layout.glyphs.dot} ".join(facts))
    if key_result.note:
        yield from sheet.fact("Note", key_result.note, most=_NOTE_LINES)
    if key_result.blocker:
        yield from sheet.fact("Blocked", key_result.blocker, palette.WARNING, _NOTE_LINES)


def _by_now(now: KeyResult, glyphs: Glyphs) -> Iterator[str]:
    """Say what stands in the file since the report was made."""
    yield value_words(now) or "no value"
    if now.confidence is not None:
        yield f"{glyphs.dot} confidence {out_of_ten(now.confidence)}"
    if now.note:
        yield f"{glyphs.dot} {now.note}"

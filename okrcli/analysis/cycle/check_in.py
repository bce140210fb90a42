"""A check-in as somebody says it, and the fields that it gives a key result in its file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from okrcli.analysis.spelling import near
from okrcli.errors import UsageError
from okrcli.model.key_result import KeyResult, Kind, Milestone
from okrcli.model.source import Step

Value = Decimal | str | date | None
Fields = dict[tuple[Step, ...], Value]

_NUMBER = re.compile(r"-?(\d+(\.\d+)?|\.\d+)([eE][-+]?\d+)?")
_MINUS = "\N{MINUS SIGN}"
_TEN = 10


class Saying(NamedTuple):
    """What somebody says: `value` and `by` are numbers as typed, texts that are "" end a field.

    `done` names what was done: "" is the whole key result, all else a milestone.
    """

    value: str | None = None
    by: str | None = None
    same: bool = False
    done: Sequence[str] = ()
    confidence: str | None = None
    note: str | None = None
    blocker: str | None = None
    on: date | None = None


def fields(
    key_result: KeyResult, written: Mapping[str, object], saying: Saying, today: date
) -> Fields:
    """Give the fields that change, by their path below the key result; None ends one.

    `written` is the key result as it stands in the file, so that what is new looks like it.
    Raises UsageError where the words make no check-in of it.
    """
    found: Fields = dict(_measured(key_result, saying, today))
    if saying.confidence is not None:
        found["confidence",] = _confidence(saying.confidence, written.get("confidence"))
    for name, text in (("note", saying.note), ("blocker", saying.blocker)):
        if text is not None and (text or name in written):
            found[name,] = text or None
    day = saying.on or today
    if found or saying.same:
        if saying.on is not None or saying.same or "updated" in written:
            found["updated",] = day
        return {path: value for path, value in found.items() if _differs(written, path, value)}
    raise UsageError("there is nothing to say yet", _what_to_say(key_result))


def _measured(
    key_result: KeyResult, saying: Saying, today: date
) -> Iterator[tuple[tuple[Step, ...], Value]]:
    given = [each for each in (saying.value, saying.by, saying.done or None) if each is not None]
    if len(given) + saying.same > 1:
        raise UsageError("say one of VALUE, --by, --done and --same", None)
    for name in saying.done:
        yield _done(key_result, name), saying.on or today
    if given and not saying.done:
        if key_result.kind in {Kind.MILESTONES, Kind.BINARY}:
            raise UsageError(f"'{key_result.id}' is not a number", _what_to_say(key_result))
        if saying.value is not None:
            yield ("current",), number_of(saying.value, key_result.unit)
        elif saying.by is not None:
            yield ("current",), _moved(key_result, number_of(saying.by, key_result.unit))


def _done(key_result: KeyResult, name: str) -> tuple[Step, ...]:
    if key_result.kind is Kind.BINARY and not name:
        return ("done",)
    if key_result.kind is not Kind.MILESTONES:
        raise UsageError(f"'{key_result.id}' is no milestone plan", _what_to_say(key_result))
    steps = key_result.milestones
    fitting = _fitting(name, steps)
    if len(fitting) == 1:
        return ("milestones", fitting[0], "done")
    if not name:
        raise UsageError("which milestone is done?", _listed(steps, _open(steps) or fitting))
    if fitting:
        raise UsageError(f"several milestones begin with '{name}'", _listed(steps, fitting))
    close = near(name, [each for step in steps for each in (step.title, step.id or "")], 1)
    hint = f"did you mean '{close[0]}'?" if close else _listed(steps, range(len(steps)))
    raise UsageError(f"'{key_result.id}' has no milestone '{name}'", hint)


def _open(steps: Sequence[Milestone]) -> list[int]:
    return [at for at, step in enumerate(steps) if not step.done]


def _fitting(name: str, steps: Sequence[Milestone]) -> list[int]:
    """Find the milestones that a name means: exactly, else by how they begin."""
    folded = name.casefold()
    names = [(step.id or "", step.title.casefold()) for step in steps]
    exact = [at for at, known in enumerate(names) if folded in known]
    return exact or [at for at, (_, title) in enumerate(names) if title.startswith(folded)]


def _listed(steps: Sequence[Milestone], places: Sequence[int] | range) -> str:
    return f"it has: {'; '.join(steps[at].name for at in places)}"


def number_of(text: str, unit: str | None) -> Decimal:
    """Read a number as typed; its digits stay, also a zero at the end."""
    plain = text.strip().replace(_MINUS, "-")
    if unit == "%":
        plain = plain.removesuffix("%").rstrip()
    if _NUMBER.fullmatch(plain):
        return Decimal(plain)
    hint = "numbers have a point and nothing else: 36.5"
    if plain.startswith("+"):
        hint = f"to add to the last value, say --by {plain[1:]}"
    elif plain.count(",") == 1 and _NUMBER.fullmatch(plain.replace(",", ".")):
        hint = f"write {plain.replace(',', '.')}, or {plain.replace(',', '')}"
    raise UsageError(f"'{text}' is not a number", hint)


def _moved(key_result: KeyResult, by: Decimal) -> Decimal:
    if key_result.current is None:
        raise UsageError(f"'{key_result.id}' has no value yet to add to", "say its value")
    return Decimal(repr(key_result.current)) + by


def _confidence(text: str, before: object) -> Decimal | str:
    """Write a confidence the way the file does; as typed where that cannot be."""
    typed = text.strip().replace(_MINUS, "-")
    share = share_of(typed)
    if share is None or not 0 <= share <= 1:
        raise UsageError(f"'{text}' is no confidence", "say 6/10, 0.6 or 60%")
    if isinstance(before, str) and before.endswith("/10"):
        return f"{_short(share * _TEN)}/10"
    if isinstance(before, str) and before.endswith("%"):
        return f"{_short(share * 100)}%"
    if isinstance(before, int | float):
        return _short(share)
    return Decimal(typed) if _NUMBER.fullmatch(typed) else typed


def share_of(text: str) -> Decimal | None:
    """Read a fraction as `0.6`, `6/10` or `60%`; None where it is none of these."""
    if _NUMBER.fullmatch(text):
        return Decimal(text)
    if text.endswith("%") and _NUMBER.fullmatch(text[:-1]):
        return Decimal(text[:-1]) / 100
    part, _, whole = text.partition("/")
    if _NUMBER.fullmatch(part) and whole.isdecimal() and int(whole):
        return Decimal(part) / int(whole)
    return None


def _short(value: Decimal) -> Decimal:
    """Leave out zeros at the end: 6.0 is 6."""
    short = value.normalize()
    return short.quantize(Decimal(1)) if short == short.to_integral() else short


def _differs(written: Mapping[str, object], path: Sequence[Step], value: Value) -> bool:
    """Tell whether a field says something else than what stands there."""
    before: object = written
    for step in path:
        try:
            before = before[step]  # type: ignore[index]  # a milestone may be text alone
        except (LookupError, TypeError):
            return value is not None
    if isinstance(value, Decimal):
        return isinstance(before, bool | str) or before is None or value != Decimal(repr(before))
    return before != (value.isoformat() if isinstance(value, date) else value)


def _what_to_say(key_result: KeyResult) -> str:
    match key_result.kind:
        case Kind.MILESTONES:
            open_steps = [step.name for step in key_result.milestones if not step.done]
            return (
                f"say --done '{open_steps[0]}'" if open_steps else "all of its milestones are done"
            )
        case Kind.BINARY:
            return "say --done once it is"
    return "say its value, or --same where there is no news"

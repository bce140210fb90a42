"""The answers that somebody gives about a key result, and the check-in that they make."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from okrcli.analysis.cycle.check_in import Saying, fields
from okrcli.analysis.progress.progress import point_progress
from okrcli.errors import UsageError
from okrcli.model.key_result import KeyResult, Kind, Milestone

AWAY = "-"  # what takes a note away
_TEN = 10
_YES = frozenset({"y", "yes"})
_NO = frozenset({"", "n", "no"})


class Topic(StrEnum):
    """What is asked about a key result, in this order."""

    MEASURE = "measure"
    CONFIDENCE = "confidence"
    NOTE = "note"


Answers = Mapping[Topic, str]


class Asked(NamedTuple):
    """A key result that somebody is asked about, as it is and as it stands in its file.

    `on` is the day of measuring where it is not `today`.
    """

    key_result: KeyResult
    written: Mapping[str, object]
    today: date
    on: date | None = None


def saying(asked: Asked, answers: Answers) -> Saying:
    """Put answers together; an empty one leaves its field as it is, and nothing at all is no news.

    Raises UsageError where an answer makes no sense.
    """
    said = _measured(asked.key_result, answers.get(Topic.MEASURE, ""))._replace(
        confidence=_out_of_ten(answers.get(Topic.CONFIDENCE, "")) or None,
        note=_note(asked, answers.get(Topic.NOTE, "")),
        on=asked.on,
    )
    no_news = Saying(same=True, on=asked.on)
    if said == no_news._replace(same=False):
        return no_news
    return said if fields(*asked[:2], said, asked.today) else no_news


def wrong(asked: Asked, topic: Topic, text: str) -> str | None:
    """Say what is wrong with an answer; None where nothing is."""
    try:
        saying(asked, {topic: text.strip()})
    except UsageError as error:
        return f"{error.message}; {error.hint}" if error.hint else error.message
    return None


def progress_of(asked: Asked, text: str) -> float | None:
    """Give the progress that a typed value would be; None for what is none, or is not measured."""
    try:
        said = saying(asked, {Topic.MEASURE: text.strip()})
        value = fields(*asked[:2], said, asked.today).get(("current",))
    except UsageError:
        return None
    return None if value is None else point_progress(asked.key_result, float(str(value)))


def open_milestones(key_result: KeyResult) -> Sequence[Milestone]:
    """Give the milestones that are not done, as they are numbered for an answer: from 1 on."""
    return [step for step in key_result.milestones if not step.done]


def _measured(key_result: KeyResult, text: str) -> Saying:
    match key_result.kind:
        case Kind.MILESTONES:
            return Saying(done=tuple(_step(key_result, number) for number in _numbers(text)))
        case Kind.BINARY if text.casefold() in _YES:
            return Saying(done=("",))
        case Kind.BINARY if text.casefold() not in _NO:
            raise UsageError("say yes or no", None)
        case Kind.METRIC | Kind.MAINTAIN if text.startswith("+"):
            return Saying(by=text.removeprefix("+").strip())
        case Kind.METRIC | Kind.MAINTAIN if text:
            return Saying(value=text)
    return Saying()


def _numbers(text: str) -> Sequence[str]:
    return text.replace(",", " ").split()


def _step(key_result: KeyResult, number: str) -> str:
    """Name the milestone that a number means."""
    steps = open_milestones(key_result)
    if not steps:
        raise UsageError("all of its milestones are done", None)
    if number.isascii() and number.isdigit() and 1 <= int(number) <= len(steps):
        return steps[int(number) - 1].name
    raise UsageError(f"say the number of a milestone, 1 to {len(steps)}", None)


def _note(asked: Asked, text: str) -> str | None:
    """Take a note away only where there is one."""
    if text == AWAY:
        return "" if "note" in asked.written else None
    return text or None


def _out_of_ten(text: str) -> str:
    """Take a whole number for so many out of ten."""
    if text.isascii() and text.isdigit() and int(text) <= _TEN:
        return f"{int(text)}/{_TEN}"
    return text

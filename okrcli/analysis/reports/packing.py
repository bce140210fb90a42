"""What a report found, as JSON, and back."""

from typing import TypeVar

from pydantic_core import from_json, to_json

from okrcli.analysis.story.goalposts import Goalpost, Move, Value
from okrcli.model.key_result import Close
from okrcli.model.records import Records, day

F = TypeVar("F")


def pack_report(facts: object, unreadable: object) -> bytes:
    """Pack what a report found, and which files it could not read; ValueError if that cannot be."""
    return to_json([unreadable, facts], inf_nan_mode="constants")


def unpack_report(kind: type[F], page: bytes) -> tuple[F, list[str]]:
    """Unpack what a report of a kind found, and which files it could not read."""
    unreadable, facts = from_json(page)
    return Records({Goalpost: _goalpost}).read(kind, facts), unreadable


def _goalpost(found: Goalpost) -> Goalpost:
    """Make days and endings again of what only the kind of a change tells to be one."""
    if found.kind is Move.RESCHEDULED or found.field == "close":
        return found._replace(was=_value(found.was), now=_value(found.now))
    return found


def _value(given: Value) -> Value:
    if isinstance(given, str):
        return day(given)
    return Close(*given) if isinstance(given, list) else given

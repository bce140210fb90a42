"""A log as JSON, version 1: the public interface for programs."""

from typing import Any

from okrcli.analysis.story.goalposts import Goalpost, Value
from okrcli.analysis.story.log_entry import Log, LogEntry, Said
from okrcli.model.key_result import Close, KeyResult
from okrcli.render.glyphs import glyphs
from okrcli.render.goalpost_words import goalpost_words
from okrcli.render.json_text import json_text
from okrcli.render.numbers import exact
from okrcli.render.progress.json import history_data

_VERSION = 1
_GLYPHS = glyphs(ascii_only=False)
_Data = dict[str, Any]


def log_json(log: Log) -> str:
    """Write a log as one JSON object; entries are the newest first."""
    return json_text(
        {
            "version": _VERSION,
            "as_of": log.now.isoformat(),
            "revision": log.revision,
            "history": history_data(log.history),
            "entries": [entry_data(entry) for chapter in log.chapters for entry in chapter.entries],
        }
    )


def entry_data(entry: LogEntry) -> _Data:
    """Give an entry as data."""
    key_result = entry.key_result
    return {
        "date": entry.commit.dated.isoformat(),
        "author": entry.commit.author,
        "commit": entry.commit.id,
        "ref": entry.key.ref,
        "cycle": entry.key.cycle,
        "team": entry.key.team,
        "title": entry.title,
        "unit": None if key_result is None else key_result.unit,
        "check_in": None if entry.said is None else _said(entry.said),
        "goalposts": [goalpost_data(each, key_result) for each in entry.goalposts],
    }


def _said(said: Said) -> _Data:
    return {
        "date": said.date.isoformat(),
        "author": said.author,
        "value": _number(said.value),
        "was": _number(said.was),
        "delta": _number(said.delta),
        "progress": _number(said.progress),
        "confidence": _number(said.confidence),
        "note": said.note,
        "blocker": said.blocker,
        "unblocked": said.freed,
        "done": list(said.done),
    }


def goalpost_data(goalpost: Goalpost, key_result: KeyResult | None) -> _Data:
    """Give a goalpost as data, with what it says in words."""
    return {
        "kind": goalpost.kind.value,
        "field": goalpost.field or None,
        "item": goalpost.item,
        "was": _value(goalpost.was),
        "now": _value(goalpost.now),
        "reason": goalpost.reason,
        "text": goalpost_words(goalpost, key_result, _GLYPHS),
    }


def _value(value: Value) -> object:
    match value:
        case Close():
            return {"decision": value.decision, "score": _number(value.score)}
        case None | str():
            return value
        case int() | float():
            return exact(value)
        case tuple() | list():
            return list(value)
    return str(value)


def _number(value: float | None) -> float | None:
    return None if value is None else exact(value)

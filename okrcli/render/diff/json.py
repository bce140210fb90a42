"""A comparison as JSON, version 1: the public interface for programs."""

from typing import Any

from okrcli.analysis.changes.changes import (
    CheckedIn,
    Diff,
    Edit,
    Effect,
    Fate,
    Moved,
    Numbers,
    Value,
)
from okrcli.model.key_result import KeyResult
from okrcli.model.reference import Key
from okrcli.render.diff.check_in import finished
from okrcli.render.diff.summary import summary_words
from okrcli.render.diff.words import edit_words, fate_words
from okrcli.render.glyphs import glyphs
from okrcli.render.json_text import json_text
from okrcli.render.log.json import goalpost_data
from okrcli.render.numbers import exact
from okrcli.render.progress.json import history_data

_VERSION = 1
_GLYPHS = glyphs(ascii_only=False)
_Data = dict[str, Any]


def diff_json(diff: Diff) -> str:
    """Write a comparison as one JSON object."""
    changes = diff.changes
    return json_text(
        {
            "version": _VERSION,
            "as_of": diff.now.isoformat(),
            "base": {"name": diff.base_name, "commit": diff.base, "guessed": diff.guessed},
            "head": {"name": diff.head_name, "commit": diff.head},
            "history": history_data(diff.history),
            "summary": summary_words(diff),
            "differs": diff.differs,
            "goalposts": [_moved(each) for each in changes.goalposts],
            "objectives": [_fate(each) for each in changes.fates if each.key_result is None],
            "key_results": [_fate(each) for each in changes.fates if each.key_result is not None],
            "check_ins": [_checked_in(each) for each in changes.check_ins],
            "links": [_edit(each) for each in changes.links],
            "fields": [_edit(each) for each in changes.fields],
            "workspace": [_edit(each) for each in changes.workspace],
            "effects": [_effect(each) for each in changes.effects],
            "formatting_only": list(diff.alike),
            "unreadable": list(diff.unreadable),
        }
    )


def _subject(key: Key, title: str) -> _Data:
    return {"ref": key.ref, "cycle": key.cycle, "team": key.team, "title": title}


def _moved(moved: Moved) -> _Data:
    return {
        **_subject(moved.key, moved.title),
        **goalpost_data(moved.goalpost, moved.key_result),
        "reason_missing": moved.unexplained,
        "before": _numbers(moved.before),
        "after": _numbers(moved.after),
    }


def _fate(fate: Fate) -> _Data:
    return {
        **_subject(fate.key, fate.title),
        "event": fate.turn.value,
        "was": None if fate.old is None else fate.old.seen_from(fate.key.cycle),
        "close": fate.goalpost and goalpost_data(fate.goalpost, fate.key_result)["now"],
        "reason": fate.goalpost and fate.goalpost.reason,
        "after": _numbers(fate.after),
        "text": fate_words(fate, _GLYPHS),
    }


def _checked_in(checked: CheckedIn) -> _Data:
    was, now = checked.was, checked.now
    return {
        **_subject(checked.key, checked.title),
        "unit": now.unit,
        "before": {**_said(was), **_measured(checked.before)},
        "after": {**_said(now), **_measured(checked.after)},
        "done": finished(now, was),
        "undone": finished(was, now),
    }


def _said(state: KeyResult) -> _Data:
    return {
        "value": _number(state.value_as(state.kind)),
        "confidence": _number(state.confidence),
        "updated": state.updated and state.updated.isoformat(),
        "note": state.note,
        "blocker": state.blocker,
    }


def _measured(numbers: Numbers | None) -> _Data:
    return _numbers(numbers) or {"progress": None, "status": None}


def _edit(edit: Edit) -> _Data:
    key = edit.key
    return {
        "about": edit.about if key is None else None,
        **({} if key is None else _subject(key, edit.title)),
        "field": edit.field or None,
        "was": _value(edit.was),
        "now": _value(edit.now),
        "draft": edit.draft,
        "text": edit_words(edit, _GLYPHS),
    }


def _effect(effect: Effect) -> _Data:
    return {
        "team": effect.team,
        "cycle": effect.cycle,
        "name": effect.name,
        "objective": effect.objective and effect.objective.ref,
        "before": {"progress": _number(effect.before), "status": effect.was},
        "after": {"progress": _number(effect.after), "status": effect.now},
    }


def _numbers(numbers: Numbers | None) -> _Data | None:
    return numbers and {"progress": _number(numbers.progress), "status": numbers.status.value}


def _value(value: Value) -> object:
    match value:
        case None | str() | bool():
            return value
        case int() | float():
            return exact(value)
        case tuple():
            return list(value)
    return str(value)


def _number(value: float | None) -> float | None:
    return None if value is None else exact(value)

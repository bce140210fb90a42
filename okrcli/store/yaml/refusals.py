"""Why a text or its value is refused: the slow side of `yaml_source`, for what is wrong."""

import re

import yaml_rs

from okrcli.model.source import Span
from okrcli.store.yaml.errors import explain
from okrcli.store.yaml.indicators import found
from okrcli.store.yaml.limits import MAX_DEPTH, Unreadable, is_outside, span_at, too_deep
from okrcli.store.yaml.marks import Keys, Place, repeated_key, spans

_DOCUMENT = re.compile(r"^(?:---|\.\.\.)(?=\s|\Z)", re.MULTILINE)
_ANCHOR = re.compile(r"(?<![^\s\[{,:])&\S")
_MERGE_HINT = "write the fields out"
_KEY_HINT = "keys are the names of fields; put quotes around one of your own"
_Wrong = tuple[str, str | None, Place]


def refusal(error: Exception, text: str) -> Unreadable:
    """Turn what yaml_rs raised into a finding."""
    message = str(error)
    if not isinstance(error, yaml_rs.YAMLDecodeError):
        return Unreadable("invalid-yaml", "a key is a list or a mapping, not text", _KEY_HINT)
    if message.startswith("duplicate mapping key"):
        return repeated_key(text)
    anchor = _ANCHOR.search(text) if message.startswith("alias") else None
    return explain(message, text) if anchor is None else found(text, anchor.start())


def check_single(text: str, value: object) -> None:
    """Refuse several documents; yaml_rs gives a list for them, as for one that is a list."""
    if isinstance(value, list) and _is_several(text, value):
        raise Unreadable(
            "invalid-yaml",
            f"the file holds {len(value)} YAML documents, and one is the limit",
            "put each in a file of its own, without `---`",
            _second_document(text),
        )


def check_values(text: str, value: object) -> None:
    """Refuse a value that is outside the limits, at its place."""
    wrong = _wrong(value, ())
    if wrong is not None:
        message, hint, place = wrong
        raise Unreadable("invalid-yaml", message, hint, spans(text, [place])[place])


def _is_several(text: str, value: list[object]) -> bool:
    """Tell several documents from one that is a list: yaml_rs gives a list for both."""
    try:
        longer: object = yaml_rs.loads(f"{text}\n--- 0\n", parse_datetime=False)
    except (ValueError, TypeError):
        return True
    return isinstance(longer, list) and len(longer) == len(value) + 1 and longer[:1] != [value]


def _second_document(text: str) -> Span | None:
    marks = list(_DOCUMENT.finditer(text))
    inner = [mark for mark in marks if text[: mark.start()].strip()]
    return span_at(text, inner[0].start(), 3) if inner else None


def _wrong(value: object, keys: Keys) -> _Wrong | None:
    """Find the first thing in a value that is outside the limits, and its place."""
    if len(keys) == MAX_DEPTH and isinstance(value, dict | list):
        return too_deep().message, None, (keys[:-1], False)
    if isinstance(value, dict):
        for key in value:
            if key == "<<":
                return (
                    "a merge key (`<<`) is not allowed",
                    "write the fields out",
                    ((*keys, key), True),
                )
            if not isinstance(key, str):
                shown = "a number that is not finite" if is_outside(key, escapes=False) else key
                return f"a key is not text: {shown}", _KEY_HINT, (keys, False)
    elif not isinstance(value, list):
        return _scalar(value, keys)
    items = value.items() if isinstance(value, dict) else enumerate(value)
    return next(filter(None, (_wrong(item, (*keys, step)) for step, item in items)), None)


def _scalar(value: object, keys: Keys) -> _Wrong | None:
    if not is_outside(value, escapes=True):
        return None
    if isinstance(value, str):
        return "an escape that stands for a control character", "delete it", (keys, False)
    return "a number that is not finite", "write a number of ordinary size", (keys, False)

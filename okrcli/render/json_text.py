"""Write JSON: fast, readable, the same bytes each time, and safe to look at in a terminal."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from okrcli.render.text import clean_json

_BEGIN, _END = "{\n", "\n}"
_BEGIN_LIST, _END_LIST = " [\n", "\n  ]"


def json_text(data: Mapping[str, object] | Sequence[object]) -> str:
    """Serialise data, indented; half a character, which UTF-8 cannot hold, is escaped.

    Days may stand in it as they are. Of a mapping, a value that is an iterator becomes a list,
    item by item, so that a long one is never held as a whole.
    """
    if not isinstance(data, Mapping):
        return f"{_written(data)}\n"
    members = ",\n".join(_member(key, value) for key, value in data.items())
    return f"{_BEGIN}{members}{_END}\n" if members else "{}\n"


def _member(key: str, value: object) -> str:
    if not isinstance(value, Iterator):
        return _written({key: value})[len(_BEGIN) : -len(_END)]
    head = _written({key: None})[len(_BEGIN) : -len(f" null{_END}")]
    begin, end = len(f"{_BEGIN}{head}{_BEGIN_LIST}"), len(f"{_END_LIST}{_END}")
    items = ",\n".join([_written({key: [item]})[begin:-end] for item in value])
    return f"{head}{_BEGIN_LIST}{items}{_END_LIST}" if items else f"{head} []"


def _written(data: Mapping[str, object] | Sequence[object]) -> str:
    from pydantic_core import to_json  # noqa: PLC0415 - only who wants JSON pays for it

    try:
        text = to_json(data, indent=2, inf_nan_mode="null")
    except ValueError:
        written = json.dumps(data, indent=2, ensure_ascii=False, default=date.isoformat)
        text = written.encode("utf-8", "surrogatepass")
    return clean_json(text)

"""Write JSON: fast, readable, the same bytes each time, and safe to look at in a terminal."""

import json
from collections.abc import Mapping, Sequence

from okrcli.render.text import clean_json


def json_text(data: Mapping[str, object] | Sequence[object]) -> str:
    """Serialise data, indented; half a character, which UTF-8 cannot hold, is escaped."""
    from pydantic_core import to_json  # noqa: PLC0415 - only who wants JSON pays for it

    try:
        text = to_json(data, indent=2, inf_nan_mode="null").decode()
    except ValueError:
        text = json.dumps(data, indent=2, ensure_ascii=False)
    return clean_json(text) + "\n"

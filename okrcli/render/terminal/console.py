"""What the place that output goes to can show: how wide, in colour, in which characters."""

import codecs
from collections.abc import Mapping
from typing import NamedTuple

_USUAL_WIDTH = 80
_NO = frozenset({"", "0", "false", "no"})
_COMPLETE = ("utf", "gb18030")  # the encodings that have every sign


class Terminal(NamedTuple):
    """A place to write to; `ascii_only` where its encoding has no line drawing."""

    width: int
    color: bool
    ascii_only: bool


def terminal(environ: Mapping[str, str], isatty: bool, columns: int, encoding: str) -> Terminal:  # noqa: FBT001 - what stdout says of itself
    """Decide from the environment, and from what stdout says of itself; `columns` 0: unknown."""
    return Terminal(_width(environ, columns), _color(environ, isatty=isatty), _ascii(encoding))


def _width(environ: Mapping[str, str], columns: int) -> int:
    wished = environ.get("COLUMNS", "")
    if wished.isascii() and wished.isdigit() and int(wished) > 0:
        return int(wished)
    return columns if columns > 0 else _USUAL_WIDTH


def _color(environ: Mapping[str, str], *, isatty: bool) -> bool:
    """Ask, in this order: NO_COLOR, FORCE_COLOR, TERM=dumb, and whether it is a terminal."""
    if environ.get("NO_COLOR"):
        return False
    if "FORCE_COLOR" in environ:
        return environ["FORCE_COLOR"].lower() not in _NO
    return isatty and environ.get("TERM") != "dumb"


def _ascii(encoding: str) -> bool:
    try:
        return not codecs.lookup(encoding).name.startswith(_COMPLETE)
    except LookupError:
        return True

"""The signs that a terminal can show: line drawing, or plain ASCII where it knows no better."""

from collections.abc import Mapping
from typing import NamedTuple

from okrcli.analysis.progress.report import Status
from okrcli.render.text import clean


class Glyphs(NamedTuple):
    """A set of signs, each one cell wide but for `arrow`, `ellipsis` and the bounds.

    `spark` holds the heights of a sparkline, the lowest first.
    """

    filled: str
    half: str
    rest: str
    mark: str
    unknown: str
    rule: str
    dot: str
    dash: str
    arrow: str
    ellipsis: str
    at_least: str
    at_most: str
    differs: str
    spark: str
    status: Mapping[Status, str]
    ascii_only: bool

    def say(self, text: str) -> str:
        """Give a text from a file as one line that is safe to print and that can be encoded."""
        line = clean(" ".join(text.split()))
        return line.encode("ascii", "backslashreplace").decode() if self.ascii_only else line


_LINES = Glyphs(
    filled="━",
    half="╸",
    rest="─",
    mark="┃",
    unknown="┄",
    rule="─",
    dot="·",
    dash="–",  # noqa: RUF001 - a dash that stands for "no number" is wider than a hyphen
    arrow="→",
    ellipsis="…",
    at_least="≥",
    at_most="≤",
    differs="≠",
    spark="▁▂▃▄▅▆▇",
    status={
        Status.AT_RISK: "!",
        Status.BEHIND: "▼",
        Status.OUTDATED: "◌",
        Status.ON_TRACK: "●",
        Status.ACHIEVED: "✓",
        Status.PARTIAL: "◐",
        Status.MISSED: "✗",
        Status.CLOSING: "◔",
        Status.NOT_STARTED: "○",
        Status.NOT_MEASURED: "?",
        Status.DROPPED: "–",  # noqa: RUF001 - as above
    },
    ascii_only=False,
)

_PLAIN = Glyphs(
    filled="=",
    half="=",
    rest=".",
    mark="|",
    unknown=" ",
    rule="-",
    dot="-",
    dash="-",
    arrow="->",
    ellipsis="..",
    at_least=">=",
    at_most="<=",
    differs="#",
    spark="_.-'^",
    status={
        Status.AT_RISK: "!",
        Status.BEHIND: "v",
        Status.OUTDATED: "~",
        Status.ON_TRACK: "*",
        Status.ACHIEVED: "+",
        Status.PARTIAL: "/",
        Status.MISSED: "x",
        Status.CLOSING: ":",
        Status.NOT_STARTED: "o",
        Status.NOT_MEASURED: "?",
        Status.DROPPED: "-",
    },
    ascii_only=True,
)


def glyphs(*, ascii_only: bool) -> Glyphs:
    """Choose the signs for a terminal."""
    return _PLAIN if ascii_only else _LINES


def plainly(text: str) -> str:
    """Write our own signs in ASCII, and escape what else is not."""
    return text.translate(_ASCII).encode("ascii", "backslashreplace").decode()


def _in_ascii() -> dict[int, str]:
    pairs = {
        sign: plain
        for sign, plain in zip(_LINES, _PLAIN, strict=True)
        if isinstance(sign, str) and isinstance(plain, str) and len(sign) == 1
    }
    pairs |= {sign: _PLAIN.status[status] for status, sign in _LINES.status.items()}
    return {ord(sign): plain for sign, plain in pairs.items()}


_ASCII = _in_ascii()

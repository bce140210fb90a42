"""A rule's documentation, taken from its docstring: the one text that docs and terminal show."""

import re
from inspect import cleandoc
from typing import Any, NamedTuple

from okrcli.rules.base import Rule

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
HEADINGS = ("What it checks", "Why it matters", "Problem", "Remedy")


class Documentation(NamedTuple):
    """A sentence, and the four parts; `problem` is YAML in a fence."""

    summary: str
    what: str
    why: str
    problem: str
    remedy: str


def documentation(rule: Rule[Any]) -> Documentation:
    """Read a rule's docstring; ValueError where it has not exactly the four parts in order."""
    summary, *parts = _HEADING.split(cleandoc(type(rule).__doc__ or ""))
    if tuple(parts[::2]) != HEADINGS:
        raise ValueError(f"{rule.name} documents {parts[::2]}, not {HEADINGS}")
    return Documentation(summary.strip(), *(part.strip() for part in parts[1::2]))

"""A rule's documentation, taken from its docstring: the one text that docs and terminal show."""

import re
from importlib import import_module
from inspect import cleandoc
from typing import Any, NamedTuple

from okrcli.rules.base import Rule

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
PRACTICES = {
    1: "clear, ambitious objectives",
    2: "measurable key results",
    3: "alignment",
    4: "check-ins and reviews",
    5: "ownership",
    6: "celebrate and learn",
    7: "few OKRs",
    8: "communication",
    9: "reviews of people",
    10: "improvement",
}
HEADINGS = ("What it checks", "Why it matters", "Problem", "Remedy")


class Documentation(NamedTuple):
    """A sentence, and the four parts; `problem` is YAML in a fence."""

    summary: str
    what: str
    why: str
    problem: str
    remedy: str

    @property
    def finds(self) -> str:
        """Name the fault: the summary without its verb."""
        return self.summary.removeprefix("Flag ").removesuffix(".")

    @property
    def example(self) -> str:
        """Give the problem's YAML without its fence."""
        return self.problem.removeprefix("```yaml\n").removesuffix("\n```")


def purpose(rule: Rule[Any]) -> str:
    """Say what the rules of a rule's family are for: the first line of the family's package."""
    package = type(rule).__module__.rpartition(".")[0]
    return cleandoc(import_module(package).__doc__ or "").partition(": ")[2]


def documentation(rule: Rule[Any]) -> Documentation:
    """Read a rule's docstring; ValueError where it has not exactly the four parts in order."""
    summary, *parts = _HEADING.split(cleandoc(type(rule).__doc__ or ""))
    if tuple(parts[::2]) != HEADINGS:
        raise ValueError(f"{rule.name} documents {parts[::2]}, not {HEADINGS}")
    return Documentation(summary.strip(), *(part.strip() for part in parts[1::2]))

"""Findings: what is wrong in the user's data, as values."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from okrcli.model.source import Source, Span, Step


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def weight(self) -> int:
        """Order severities, the gravest first."""
        return list(Severity).index(self)


class Fix(NamedTuple):
    """What mends a fault for certain: a field's value, or (`rename`) another name for the field.

    The keys lead to the field, in the finding's file.
    """

    keys: tuple[Step, ...]
    value: str | int | float | bool
    rename: bool = False


class Reorder(NamedTuple):
    """What mends an order of fields: those at a place, and all in it, in that of the format."""

    keys: tuple[Step, ...] = ()


class Finding(NamedTuple):
    """One fault: the rule that found it, its place, a sentence, and what to do.

    `span` is the place in the text, once the store has looked it up. `ref` names the objective or
    the key result, `commit` the commit, where there is one. `fix` is there where only one remedy
    can be meant.
    """

    rule: str
    source: Source
    message: str
    hint: str | None = None
    severity: Severity = Severity.ERROR
    ref: str | None = None
    commit: str | None = None
    span: Span | None = None
    related: Sequence[Source] = ()
    fix: Fix | Reorder | None = None

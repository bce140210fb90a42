"""Findings: what is wrong in the user's data, as values."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from okrcli.model.source import Source, Span


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def weight(self) -> int:
        """Order severities, the gravest first."""
        return list(Severity).index(self)


class Finding(NamedTuple):
    """One fault: the rule that found it, its place, a sentence, and what to do.

    `span` is the place in the text, once the store has looked it up. `ref` names the objective or
    the key result, `commit` the commit, where there is one.
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

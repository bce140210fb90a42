"""Comments that ask for silence: `# okr: ignore[rule-name] reason`."""

from collections.abc import Sequence
from typing import NamedTuple

from okrcli.model.source import Span

IGNORE_MARK = "okr: ignore"


class Ignore(NamedTuple):
    """A comment, what it names, its reason, and the lines that it covers: `first` to `last`.

    It covers nothing where `last` is before `first`.
    """

    path: str
    span: Span
    names: tuple[str, ...]
    reason: str
    first: int
    last: int


class Ignoring(NamedTuple):
    """The comments of a workspace, and what came of them.

    `used` are the comments with the names that silenced a finding, `idle` the names that could
    not, as their rules did not run, and `known` the names of all rules.
    """

    comments: Sequence[Ignore] = ()
    used: frozenset[tuple[Ignore, str]] = frozenset()
    idle: frozenset[str] = frozenset()
    known: Sequence[str] = ()

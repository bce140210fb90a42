"""The history of one key result: its check-ins, and what was promised at first."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from okrcli.model.key_result import KeyResult


class CheckIn(NamedTuple):
    """One check-in: who said it, when, in which commit, and the state that it left.

    `commit` and `author` are None where it is not committed. `author` is a person's id where the
    e-mail is known, else the name in git.
    """

    date: date
    author: str | None
    commit: str | None
    state: KeyResult


class Series(NamedTuple):
    """Everything that the history says of one key result; check-ins in the history's order."""

    check_ins: Sequence[CheckIn] = ()
    original_baseline: float | None = None
    original_target: float | None = None


class HistoryFacts(NamedTuple):
    """How much of the history could be seen; `gap` says in words what could not, and the remedy."""

    complete: bool
    commits: int
    gap: str | None = None

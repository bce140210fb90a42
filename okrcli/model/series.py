"""The history of one key result: its check-ins, and what was promised at first."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from okrcli.model.key_result import KeyResult
from okrcli.model.objective import Objective
from okrcli.model.reference import Key


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
    """Everything that the history says of one key result; check-ins in the history's order.

    `began` is the day, on the line's clock, of the first commit that had it.
    """

    check_ins: Sequence[CheckIn] = ()
    original_baseline: float | None = None
    original_target: float | None = None
    began: date | None = None


class KpiReading(NamedTuple):
    """A value of a KPI: when it was measured, and who wrote it down in which commit.

    `commit` and `author` are None where it is not committed.
    """

    date: date
    value: float
    author: str | None
    commit: str | None


class CommitRef(NamedTuple):
    """A commit of the line, or the working tree after it, whose `id` is None.

    `dated` is its day on the line's clock, which never runs backwards; `authored` and `author` are
    what the commit itself says.
    """

    id: str | None
    dated: date
    authored: date
    author: str | None


class Version(NamedTuple):
    """The state of a key result from a commit on, and the check-in that lies in it, if one does.

    `key` is the id that it had then. `objective` is without its key results; it and `key_result`
    are None where the key result is in no file from then on.
    """

    commit: CommitRef
    key: Key
    objective: Objective | None
    key_result: KeyResult | None
    check_in: CheckIn | None


class Beginning(NamedTuple):
    """The commit of the line that first has something, by its place there (0: the first of all).

    `commit` is its id; None where it is not committed.
    """

    place: int
    commit: str | None


class LineCommit(NamedTuple):
    """A commit of the line: when it says that it was made, and the files it left unreadable.

    `committed` is in seconds since 1970, as it stands there. `blind` tells whether what stood right
    before it is not wholly at hand, as in a partial clone: what it seems to bring may be older.
    """

    commit: CommitRef
    committed: int
    unreadable: Sequence[str]
    blind: bool = False


class HistoryFacts(NamedTuple):
    """How much of the history could be seen; `gap` says in words what could not, and the remedy."""

    complete: bool
    commits: int
    gap: str | None = None

"""What differs between two states of the goals, told by meaning: the types, and all of it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from okrcli.analysis.progress.report import Status
from okrcli.analysis.progress.summary import Goals
from okrcli.analysis.story.goalposts import Goalpost
from okrcli.model.key_result import KeyResult
from okrcli.model.objective import Objective, Retrospective
from okrcli.model.organization import Kpi
from okrcli.model.reference import Key
from okrcli.model.series import HistoryFacts

Value = object


class State(NamedTuple):
    """The goals at one end, and what else the files say; what both ends say alike may be left out.

    Retrospectives are by team and cycle.
    """

    goals: Goals
    kpis: Mapping[str, Kpi] = {}
    retrospectives: Mapping[tuple[str, str], Retrospective] = {}


class Numbers(NamedTuple):
    """Where a key result or an objective stands; the progress is raw, None: not measured."""

    progress: float | None
    status: Status


class CheckedIn(NamedTuple):
    """A key result whose owner said something new; `numbers` are None in an unknown cycle."""

    key: Key
    was: KeyResult
    now: KeyResult
    before: Numbers | None
    after: Numbers | None

    @property
    def title(self) -> str:
        """Give its title."""
        return self.now.title or self.now.id


class Moved(NamedTuple):
    """A goalpost that moved; `key_result` is None where it is an objective's.

    `owed` tells whether its cycle has begun, so that a reason should be given.
    """

    key: Key
    title: str
    goalpost: Goalpost
    key_result: KeyResult | None
    before: Numbers | None
    after: Numbers | None
    owed: bool

    @property
    def unexplained(self) -> bool:
        """Tell whether a reason is owed and not given."""
        return self.owed and not self.goalpost.explained


class Turn(StrEnum):
    """What became of an objective or a key result."""

    ADDED = "added"
    DRAFTED = "drafted"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    RENAMED = "renamed"
    MOVED = "moved"
    CLOSED = "closed"
    DROPPED = "dropped"
    REOPENED = "reopened"
    REMOVED = "removed"


class Fate(NamedTuple):
    """What became of an objective, or of a key result.

    `objective` is as it is since, or was before it left. `old` is the former id, where it has
    another one now, and `goalpost` tells how it was closed.
    """

    turn: Turn
    key: Key
    objective: Objective
    key_result: KeyResult | None = None
    old: Key | None = None
    goalpost: Goalpost | None = None
    after: Numbers | None = None

    @property
    def title(self) -> str:
        """Give its title."""
        named = self.objective if self.key_result is None else self.key_result
        return named.title or named.id


class Edit(NamedTuple):
    """A field with another value; lists are compared as sets of texts.

    `about` is a reference, or what else it is of: `team growth`. `key` is None there.
    """

    about: str
    field: str
    was: Value
    now: Value
    key: Key | None = None
    title: str = ""
    draft: bool = False


class Effect(NamedTuple):
    """A number that is another one: of a team in a cycle, or of an objective of the root."""

    cycle: str
    team: str
    name: str
    before: float | None
    after: float | None
    objective: Key | None = None
    was: Status | None = None
    now: Status | None = None


class Changes(NamedTuple):
    """All that differs, part by part, in the order in which it is told.

    `links` are owners and what a goal is linked with; `fields` all other fields of goals;
    `workspace` is of KPIs, the organization, settings and retrospectives.
    """

    goalposts: Sequence[Moved] = ()
    fates: Sequence[Fate] = ()
    check_ins: Sequence[CheckedIn] = ()
    links: Sequence[Edit] = ()
    fields: Sequence[Edit] = ()
    workspace: Sequence[Edit] = ()
    effects: Sequence[Effect] = ()

    def touched(self) -> Iterator[Key]:
        """Yield the key of each change of a goal."""
        for told in (self.goalposts, self.fates, self.check_ins):
            yield from (each.key for each in told)
        for edits in (self.links, self.fields):
            yield from (each.key for each in edits if each.key is not None)

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        return any(map(len, self))


class Diff(NamedTuple):
    """A comparison of two ends, each with its name and commit, measured on one day.

    `head` is None for what is on disk. `alike` are files in which nothing differs that okr reads;
    `unreadable` those that are taken as they last could be read. `guessed` tells that the base is
    not where the two parted, because that could not be seen.
    """

    base_name: str
    base: str
    head_name: str
    head: str | None
    now: date
    history: HistoryFacts
    changes: Changes
    alike: Sequence[str] = ()
    unreadable: Sequence[str] = ()
    guessed: bool = False

    @property
    def cycle(self) -> str:
        """Name the cycle of most goals that differ; nothing where none does."""
        names = Counter(key.cycle for key in self.changes.touched())
        return min(names, key=lambda name: (-names[name], name), default="")

    @property
    def differs(self) -> bool:
        """Tell whether anything is to be told."""
        return bool(self.changes) or bool(self.alike)

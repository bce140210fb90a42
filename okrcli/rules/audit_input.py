"""What `okr audit` knows, and what an audit rule is."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import ClassVar, NamedTuple

from okrcli.analysis.progress.report import KeyResultReport, ObjectiveReport
from okrcli.analysis.progress.summary import Goals, reports_of
from okrcli.model.cycle import Cycle
from okrcli.model.finding import Finding
from okrcli.model.reference import Key
from okrcli.model.series import CommitRef, LineCommit, Version
from okrcli.model.settings import Settings
from okrcli.model.source import Source
from okrcli.model.source import Step as Field
from okrcli.model.workspace import Workspace
from okrcli.rules.audit_steps import Change, Said, Step, across, along, check_ins
from okrcli.rules.base import Rule


def _authored(commit: CommitRef, _: Sequence[Key]) -> date:
    return commit.authored


class Story(NamedTuple):
    """The past in full: the versions of each key result by its latest id, and all commits.

    `unread` are the files that cannot be read now.
    `said_on` gives the day on which somebody wrote what a commit says: for a merge, that of the
    commit that it brought, which had the key result under one of some ids.
    """

    versions: Mapping[Key, Sequence[Version]] = {}
    commits: Sequence[LineCommit] = ()
    unread: frozenset[str] = frozenset()
    said_on: Callable[[CommitRef, Sequence[Key]], date] = _authored


class AuditInput:
    """The state that is shown, with its numbers and its past; some cycles of it, or a change."""

    def __init__(
        self,
        workspace: Workspace,
        goals: Goals,
        story: Story,
        cycles: Sequence[Cycle] = (),
        change: Change | None = None,
    ) -> None:
        """Keep all of it; `workspace` is what the files say, drafts too."""
        self.workspace = workspace
        self.goals = goals
        self.story = story
        self.cycles = cycles
        self.change = change

    @property
    def now(self) -> date:
        """Give the day of the state that is shown."""
        return self.goals.now

    @property
    def settings(self) -> Settings:
        """Give the settings of the state that is shown."""
        return self.goals.settings

    @cached_property
    def reports(self) -> Sequence[ObjectiveReport]:
        """Give the numbers of the objectives of the cycles."""
        return [report for cycle in self.cycles for report in self.reports_of(cycle)]

    def reports_of(self, cycle: Cycle) -> Sequence[ObjectiveReport]:
        """Give the numbers of all objectives of a cycle."""
        return reports_of(self.goals, [cycle])

    def key_results(self) -> Iterator[tuple[ObjectiveReport, KeyResultReport]]:
        """Yield the numbers of each key result of the cycles, with those of its objective."""
        for report in self.reports:
            for item in report.key_results:
                yield report, item

    def under_way(self) -> Iterator[KeyResultReport]:
        """Yield the key results whose time is now, and that are neither achieved nor dropped."""
        for report in self.reports:
            yield from report.under_way(self.now)

    @cached_property
    def steps(self) -> Sequence[Step]:
        """Give what became of the key results of the cycles, step by step, or by the change."""
        found: list[Step] = []
        for cycle in self.cycles:
            for key, versions in self.story.versions.items():
                if key.cycle == cycle.name:
                    found.extend(self._steps(key, cycle, versions))
        return found

    def moves(self) -> Iterator[Step]:
        """Yield the steps of which it is known who made them, and when."""
        for step in self.steps:
            new = (version for version in step.trail if version is not step.before)
            if self.blind.isdisjoint(version.commit.id for version in new):
                yield step

    def _steps(self, key: Key, cycle: Cycle, versions: Sequence[Version]) -> Iterator[Step]:
        if self.change is None:
            return along(key, cycle, versions)
        return across(key, cycle, versions, self.change)

    def check_ins(self) -> Iterator[Said]:
        """Yield each check-in whose author and day are known."""
        for step in self.steps:
            for said in check_ins(step):
                if not self.found_there(said.version.commit):
                    yield said

    def said_on(self, said: Said) -> date:
        """Give the day on which somebody wrote a check-in."""
        keys = [said.version.key]
        if said.before is not None and said.before.key != said.version.key:
            keys.append(said.before.key)
        return self.story.said_on(said.version.commit, keys)

    def leaves_unreadable(self, path: str) -> bool:
        """Tell whether a file that was broken is of interest: on a branch, if it breaks it."""
        return self.change is None or path in self.story.unread - self.change.unread

    @cached_property
    def blind(self) -> frozenset[str | None]:
        """Name the commits that have before them what is not at hand."""
        return frozenset(each.commit.id for each in self.story.commits if each.blind)

    @cached_property
    def _first(self) -> str | None:
        """Name the first commit; where there is none, what is not committed comes first."""
        return self.story.commits[0].commit.id if self.story.commits else None

    def found_there(self, commit: CommitRef) -> bool:
        """Tell whether a commit ends a gap in the history: who said it, nobody knows."""
        return not self.goals.history.complete and self.begins(commit)

    def begins(self, commit: CommitRef) -> bool:
        """Tell whether what a commit holds may be older: it is the first, or behind a gap."""
        return commit.id == self._first or commit.id in self.blind

    def holds(self, commit: CommitRef) -> bool:
        """Tell whether a commit is of the time of the cycles, or of the change."""
        if self.change is not None:
            return commit.id in self.change.commits
        return any(
            cycle.start <= commit.dated and (commit.dated - cycle.end).days < self.closing_days
            for cycle in self.cycles
        )

    @property
    def closing_days(self) -> int:
        """Give the days after a cycle in which its numbers may still come in."""
        return self.settings.closing_days

    def closed(self, cycle: Cycle, day: date) -> bool:
        """Tell whether the closing window of a cycle was over on a day."""
        return (day - cycle.end).days >= self.closing_days

    @cached_property
    def _places(self) -> Mapping[Key, Source]:
        found: dict[Key, Source] = {}
        for source, objective in self.workspace.objectives():
            found.setdefault(objective.key, source)
        for source, objective, key_result in self.workspace.key_results():
            found.setdefault(objective.key._replace(key_result=key_result.id), source)
        return found

    def is_written(self, key: Key) -> bool:
        """Tell whether an objective or a key result stands in a file, as a draft or not."""
        return key in self._places

    def place(self, key: Key, *field: Field) -> Source:
        """Give where a field stands now; where it is gone, what stands nearest to it."""
        if key in self._places:
            return self._places[key].at(*field)
        if key.of_objective in self._places:
            return self._places[key.of_objective].key("key_results")
        return self.file_of(key)

    def file_of(self, key: Key) -> Source:
        """Give the file of a team and cycle, where it was, or what is broken; else the folder."""
        for document in self.workspace.documents:
            if (document.content.cycle, document.content.team) == key[:2]:
                return document.source
        if self.change is not None and key in self.change.paths:
            return Source(self.change.paths[key])
        [*broken] = self.story.unread
        return Source(broken[0] if len(broken) == 1 else self.settings.okrs)


class AuditRule(Rule[AuditInput]):
    """A rule that needs the clock or the history.

    `of_changes` tells whether it has something to say of a branch: what a branch does not change
    is never held against it.
    """

    of_changes: ClassVar[bool] = False

    def about(  # noqa: PLR0913 - all that a finding of the history has
        self,
        key: Key,
        source: Source,
        message: str,
        hint: str,
        *,
        commit: CommitRef | None = None,
        related: Sequence[Source] = (),
    ) -> Finding:
        """Make a finding about an objective or a key result, and about a commit if there is one."""
        found = self.finding(source, message, hint, related)
        return found._replace(
            ref=f"{key.cycle}:{key.ref}", commit=None if commit is None else commit.id
        )

"""What a rule is, and what it looks at."""

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import ClassVar, Generic, Protocol, TypeVar

from okrcli.analysis.alignment.alignment import Alignment
from okrcli.analysis.owners import Owners
from okrcli.analysis.references import Resolver
from okrcli.analysis.spelling import did_you_mean, surely
from okrcli.analysis.teams import TeamTree
from okrcli.model.finding import Finding, Fix, Severity
from okrcli.model.ignore import Ignoring
from okrcli.model.objective import Objective
from okrcli.model.reference import Key
from okrcli.model.source import Source, Step
from okrcli.model.workspace import Workspace

MOST_QUOTED = 60
_NOTHING_IGNORED = Ignoring()


Named = tuple[Source, str]


class Subject(Protocol):
    """What a rule may look at: at least the workspace that its findings stand in."""

    @property
    def workspace(self) -> Workspace:
        """Give the workspace."""


S_contra = TypeVar("S_contra", bound=Subject, contravariant=True)


class Rule(ABC, Generic[S_contra]):
    """One fault that can be found.

    A rule's docstring is its documentation: a sentence, then the four parts `What it checks`,
    `Why it matters` (with the source), `Problem` (in YAML) and `Remedy`, each under a heading. Its
    name names the fault; `practices` are the numbers of the practices behind it. One that is
    `off_by_default` runs only where it is asked for by its own name.
    """

    name: ClassVar[str]
    family: ClassVar[str]
    severity: ClassVar[Severity]
    practices: ClassVar[tuple[int, ...]] = ()
    off_by_default: ClassVar[bool] = False

    @abstractmethod
    def check(self, subject: S_contra) -> Iterator[Finding]:
        """Yield every place that has the fault."""

    def finding(
        self,
        source: Source,
        message: str,
        hint: str | None = None,
        related: Sequence[Source] = (),
    ) -> Finding:
        """Make a finding of this rule; the runner adds which objective or key result it is in."""
        return Finding(self.name, source, message, hint, self.severity, related=related)

    def unknown(self, place: Named, noun: str, known: Sequence[str], home: str) -> Finding:
        """Make a finding about a name that nothing has; it is mended where one must be meant.

        `home` says where what has the name would be added.
        """
        source, name = place
        hint = did_you_mean(name, known) or home
        found = self.finding(source, f"no {noun} is called {quoted(name)}", hint)
        meant = surely(name, known)
        return found if meant is None else found._replace(fix=Fix(source.keys, meant))


class LintInput:
    """What `okr lint` knows: the workspace, and what its reader could not make sense of.

    `ignoring` are the comments that ask for silence; `located` looks up places in the texts, and
    `disorder` looks there for fields out of place.
    """

    def __init__(
        self,
        workspace: Workspace,
        problems: Sequence[Finding] = (),
        ignoring: Ignoring = _NOTHING_IGNORED,
        located: Callable[[Sequence[Finding]], Sequence[Finding]] = list,
        disorder: Callable[[], Iterable[Finding]] = tuple,
    ) -> None:
        """Keep all of it."""
        self.workspace = workspace
        self.problems = problems
        self.ignoring = ignoring
        self.located = located
        self.disorder = disorder

    @cached_property
    def resolver(self) -> Resolver:
        """Give what finds the target of a reference."""
        return Resolver(self.workspace.keys(), self.workspace.settings.calendar)

    @cached_property
    def alignment(self) -> Alignment:
        """Give the links between all objectives, drafts and dropped ones too."""
        objectives = (objective for _, objective in self.workspace.objectives())
        return Alignment(objectives, self.resolver)

    @cached_property
    def teams(self) -> TeamTree:
        """Give the tree of teams."""
        named = (document.content.team for document in self.workspace.documents)
        return TeamTree(self.workspace.organization, named)

    @cached_property
    def owners(self) -> Owners:
        """Give what tells an owner from a group."""
        return Owners(self.workspace.organization)

    @cached_property
    def places(self) -> Mapping[Key, Source]:
        """Give where each objective and each key result stands."""
        found: dict[Key, Source] = {}
        for source, objective in self.workspace.objectives():
            found.setdefault(objective.key, source)
        for source, objective, key_result in self.workspace.key_results():
            found.setdefault(objective.key._replace(key_result=key_result.id), source)
        return found

    @cached_property
    def unread(self) -> Sequence[str]:
        """Give the files that nothing could be taken from: a missing name may stand there."""
        workspace = self.workspace
        read = {document.source.path for document in workspace.documents}
        read |= {document.source.path for document in workspace.kpi_documents}
        if workspace.organization_source is not None:
            read.add(workspace.organization_source.path)
        return sorted({problem.source.path for problem in self.problems} - read)

    @cached_property
    def _problems_below(self) -> Mapping[tuple[str, tuple[Step, ...]], Sequence[Finding]]:
        below: dict[tuple[str, tuple[Step, ...]], list[Finding]] = defaultdict(list)
        for problem in self.problems:
            path, keys, _ = problem.source
            for depth in range(len(keys) + 1):
                below[path, keys[:depth]].append(problem)
        return below

    def problems_at(self, source: Source) -> Sequence[Finding]:
        """Give what the reader has refused at or below a place.

        What is missing there is no second fault: it may only be unreadable.
        """
        return self._problems_below.get((source.path, source.keys), ())

    def covers(self, around: str, within: str) -> bool:
        """Tell whether a cycle is another one, or contains it."""
        wide, narrow = self.workspace.cycle(around), self.workspace.cycle(within)
        if wide is None or narrow is None:
            return around == within
        return wide == narrow or wide.contains(narrow)

    def references(self) -> Iterator[tuple[Source, str, str]]:
        """Yield each reference in `supports` and `needs`: its place, its cycle and its text."""
        for source, objective in self.workspace.objectives():
            for index, text in enumerate(objective.supports):
                yield source.at("supports", index), objective.cycle, text
        for source, objective, key_result in self.workspace.key_results():
            for index, text in enumerate(key_result.needs):
                yield source.at("needs", index), objective.cycle, text

    def live_objectives(self) -> Iterator[tuple[Source, Objective]]:
        """Yield the objectives that count: no drafts, and none that was dropped or deferred."""
        for source, objective in self.workspace.objectives():
            if not (objective.draft or objective.dropped):
                yield source, objective


LintRule = Rule[LintInput]


class FormRule(LintRule):
    """A rule of form: it also passes on what the reader has found under its name."""

    family = "form"
    severity = Severity.ERROR

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield the reader's findings, then its own."""
        yield from (problem for problem in subject.problems if problem.rule == self.name)
        yield from self.look(subject)

    def look(self, lint: LintInput) -> Iterator[Finding]:  # noqa: ARG002 - for those that look
        """Yield what only the whole workspace shows."""
        yield from ()


def quoted(text: str) -> str:
    """Quote words of the user, the beginning of them where they are long."""
    return f"'{text}'" if len(text) <= MOST_QUOTED else f"'{text[: MOST_QUOTED - 1]}…'"

"""What a list of findings is rendered from, and the words that all its formats share."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from okrcli.model.finding import Finding, Severity
from okrcli.model.source import Source, Span
from okrcli.render.text import clean

_WORDS = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.ADVICE: ("piece of advice", "pieces of advice"),
}


class Checked(NamedTuple):
    """What was looked at, so that silence can be told from nothing to say."""

    objectives: int = 0
    key_results: int = 0
    files: int = 0

    @property
    def words(self) -> str:
        """Say it: `14 objectives, 44 key results in 9 files`."""
        objectives = counted(self.objectives, "objective", "objectives")
        key_results = counted(self.key_results, "key result", "key results")
        return f"{objectives}, {key_results} in {counted(self.files, 'file', 'files')}"

    @property
    def nothing(self) -> str:
        """Say that there was nothing to look at."""
        return "no OKR files here: nothing was checked"


class Audited(NamedTuple):
    """What an audit looked at."""

    cycles: int = 0
    key_results: int = 0
    commits: int = 0

    @property
    def words(self) -> str:
        """Say it: `2 cycles, 52 key results, 353 commits`."""
        cycles = counted(self.cycles, "cycle", "cycles")
        key_results = counted(self.key_results, "key result", "key results")
        return f"{cycles}, {key_results}, {counted(self.commits, 'commit', 'commits')}"

    @property
    def nothing(self) -> str:
        """Say that there was nothing to look at."""
        return "no OKRs here: nothing was audited"


class Findings(NamedTuple):
    """Findings in the order in which they are shown, each with its span where it has one.

    `texts` are the contents of the files by path, `places` the spans of related places. `shown`
    gives the path to show for a path of the workspace where the two differ; `prefix` leads from
    the repository to the workspace, "" or ending with a slash. `files` are those that were
    checked, and `notes` what the summary says besides. `command` found them, and `facts` are what
    it has to say in JSON.
    """

    findings: Sequence[Finding] = ()
    checked: Checked | Audited = Checked()
    texts: Mapping[str, str] = {}
    places: Mapping[Source, Span] = {}
    shown: Mapping[str, str] = {}
    prefix: str = ""
    files: Sequence[str] = ()
    notes: Sequence[str] = ()
    command: str = "lint"
    facts: Mapping[str, object] = {}

    @property
    def by_severity(self) -> Mapping[Severity, int]:
        """Count the findings."""
        return Counter(finding.severity for finding in self.findings)

    def where(self, source: Source, span: Span | None) -> str:
        """Write a place as `FILE:LINE:COL`, or the file alone where no line is known."""
        path = self.shown.get(source.path, source.path)
        return path if span is None else f"{path}:{span.line}:{span.column}"

    def placed(self, source: Source) -> str:
        """Give a file's path in the repository, as forges want it."""
        return self.prefix + source.path

    def fails(self, at_least: Severity) -> bool:
        """Tell whether there is a finding of a severity or a graver one."""
        return any(finding.severity.weight <= at_least.weight for finding in self.findings)

    @property
    def summary(self) -> str:
        """Say what was checked, and how many findings there are of each severity."""
        if not any(self.checked):
            return self.checked.nothing
        counts = self.by_severity
        listed = [counted(counts[key], *words) for key, words in _WORDS.items() if counts.get(key)]
        said = f"{self.checked.words}: {', '.join(listed) or 'no findings'}"
        return "; ".join((said, *self.notes))

    @property
    def remedy(self) -> list[str]:
        """Say how many findings need no hand, in a line where there are any."""
        fixable = sum(finding.fix is not None for finding in self.findings)
        return [f"[*] {fixable:,} fixable with `okr lint --fix`"] if fixable else []


def mark(finding: Finding) -> str:
    """Mark a finding that `okr lint --fix` mends."""
    return " [*]" if finding.fix is not None else ""


def in_words(finding: Finding) -> str:
    """Say in one clean line what is wrong and what to do."""
    hint = f" ({clean(finding.hint)})" if finding.hint else ""
    return clean(finding.message) + hint


def counted(number: int, one: str, many: str) -> str:
    """Write a number of things."""
    return f"{number:,} {one if number == 1 else many}"

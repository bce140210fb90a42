"""What a list of findings is rendered from, and the words that all its formats share."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from okrcli.model.finding import Finding, Severity
from okrcli.model.source import Source, Span

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


class Findings(NamedTuple):
    """Findings in the order in which they are shown, each with its span where it has one.

    `texts` are the contents of the files by path, `places` the spans of related places. `shown`
    gives the path to show for a path of the workspace where the two differ.
    """

    findings: Sequence[Finding] = ()
    checked: Checked = Checked()
    texts: Mapping[str, str] = {}
    places: Mapping[Source, Span] = {}
    shown: Mapping[str, str] = {}

    @property
    def by_severity(self) -> Mapping[Severity, int]:
        """Count the findings."""
        return Counter(finding.severity for finding in self.findings)

    def where(self, source: Source, span: Span | None) -> str:
        """Write a place as `FILE:LINE:COL`, or the file alone where no line is known."""
        path = self.shown.get(source.path, source.path)
        return path if span is None else f"{path}:{span.line}:{span.column}"

    def fails(self, at_least: Severity) -> bool:
        """Tell whether there is a finding of a severity or a graver one."""
        return any(finding.severity.weight <= at_least.weight for finding in self.findings)

    @property
    def summary(self) -> str:
        """Say what was checked, and how many findings there are of each severity."""
        if not self.checked.files:
            return "no OKR files here: nothing was checked"
        counts = self.by_severity
        listed = [counted(counts[key], *words) for key, words in _WORDS.items() if counts.get(key)]
        return f"{self.checked.words}: {', '.join(listed) or 'no findings'}"


def counted(number: int, one: str, many: str) -> str:
    """Write a number of things."""
    return f"{number:,} {one if number == 1 else many}"

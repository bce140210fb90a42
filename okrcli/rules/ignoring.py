"""Leaving out what comments ask to ignore, and the rules about such comments."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from okrcli.model.finding import Finding, Severity
from okrcli.model.ignore import Ignore
from okrcli.model.source import Source
from okrcli.rules.base import LintRule

_Place = tuple[str, str]  # a file, and a rule
Used = frozenset[tuple[Ignore, str]]
EXAMPLE = "`# okr: ignore[rule-name] reason`"


class IgnoreRule(LintRule):
    """A rule about comments: it runs after all others, and no comment silences it."""

    family = "form"
    severity = Severity.WARNING

    def about(self, comment: Ignore, message: str, hint: str | None) -> Finding:
        """Make a finding that points at a comment."""
        return self.finding(Source(comment.path), message, hint)._replace(span=comment.span)


def sift(findings: Sequence[Finding], comments: Sequence[Ignore]) -> tuple[list[Finding], Used]:
    """Give the findings that no comment covers, and the comments that were of use, by name."""
    asking: dict[_Place, list[Ignore]] = defaultdict(list)
    for comment in comments:
        for name in comment.names:
            asking[comment.path, name].append(comment)
    lines: dict[_Place, list[int]] = defaultdict(list)
    for finding in findings:
        if finding.span is not None:
            lines[finding.source.path, finding.rule].append(finding.span.line)
    used = {
        (comment, place[1])
        for place, asked in asking.items()
        for comment in _useful(asked, sorted(lines[place]))
    }
    covered = {place: _Covered(asked) for place, asked in asking.items()}
    kept = [finding for finding in findings if not _is_covered(finding, covered)]
    return kept, frozenset(used)


def _useful(comments: Iterable[Ignore], lines: Sequence[int]) -> Iterator[Ignore]:
    """Yield the comments that cover one of some lines, which are in order."""
    for comment in comments:
        at = bisect_left(lines, comment.first)
        if at < len(lines) and lines[at] <= comment.last:
            yield comment


def _is_covered(finding: Finding, covered: "Mapping[_Place, _Covered]") -> bool:
    place = covered.get((finding.source.path, finding.rule))
    return place is not None and finding.span is not None and place.holds(finding.span.line)


class _Covered:
    """The lines that any of some comments covers; a file may have thousands of comments."""

    def __init__(self, comments: Iterable[Ignore]) -> None:
        self._firsts: list[int] = []
        self._lasts: list[int] = []
        for comment in sorted(comments, key=lambda each: each.first):
            farthest = self._lasts[-1] if self._lasts else 0
            self._firsts.append(comment.first)
            self._lasts.append(max(comment.last, farthest))

    def holds(self, line: int) -> bool:
        """Tell whether a line is covered."""
        before = bisect_right(self._firsts, line)
        return before > 0 and line <= self._lasts[before - 1]

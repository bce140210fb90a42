"""The rule `unreadable-history`."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from okrcli.model.finding import Finding, Severity
from okrcli.model.source import Source
from okrcli.rules.audit_input import AuditInput, AuditRule
from okrcli.rules.audit_words import told

if TYPE_CHECKING:
    from okrcli.model.series import CommitRef


class UnreadableHistory(AuditRule):
    """Flag commits at which a file could not be read.

    ## What it checks

    Every commit of the line leaves the files that it touches readable: YAML, and one of the kinds
    that okr knows. Until a file can be read again, what it said before is shown.

    ## Why it matters

    Check-ins in a broken file are not seen, and a key result that left in it is not missed.
    Source: Jez Humble and David Farley, Continuous Delivery (2010): the main line always works.

    ## Problem

    ```yaml
    # committed like this, and mended a week later
    <<<<<<< HEAD
    team: growth
    ```

    ## Remedy

    The past cannot be mended, the next one can be prevented: run `okr lint` before a merge.
    """

    name = "unreadable-history"
    family = "integrity"
    severity = Severity.ADVICE
    of_changes = True

    def check(self, subject: AuditInput) -> Iterator[Finding]:
        """Yield each file that could not be read, with the first of the commits."""
        broken: dict[str, list[CommitRef]] = defaultdict(list)
        for each in subject.story.commits:
            for path in each.unreadable if subject.holds(each.commit) else ():
                broken[path].append(each.commit)
        for path, commits in broken.items():
            if subject.leaves_unreadable(path):
                more = _more(len(commits) - 1)
                found = self.finding(
                    Source(path),
                    f"the file could not be read as it was committed {told(commits[0])}{more}",
                    "run `okr lint` before a merge",
                )
                yield found._replace(commit=commits[0].id)


def _more(commits: int) -> str:
    noun = "commit" if commits == 1 else "commits"
    return f", and at {commits} later {noun}" if commits else ""

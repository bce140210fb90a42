"""The rule `later-parent`."""

from collections.abc import Iterator

from okrcli.analysis.alignment.alignment import Link
from okrcli.model.cycle import Cycle
from okrcli.model.finding import Finding, Severity
from okrcli.rules.base import LintInput, LintRule


class LaterParent(LintRule):
    """Flag an objective that supports a later one.

    ## What it checks

    What an objective supports is of its own cycle, of one that contains it, or of one that began
    before it. What was dropped or deferred does not count.

    ## Why it matters

    A goal serves what is being worked on, or what was left undone. A year cannot be there for the
    sake of one of its quarters, nor a quarter for a goal that is set after it. Source: Christina
    Wodtke, Radical Focus (2016), on quarterly goals that serve a longer mission.

    ## Problem

    ```yaml
    team: growth
    cycle: 2026
    objectives:
      - id: first-minute
        supports: ["2026-Q4:company/smb-first"]
    ```

    ## Remedy

    Support the goal of the longer cycle, or turn the link round: the quarter supports the year.
    """

    name = "later-parent"
    family = "alignment"
    severity = Severity.WARNING
    practices = (3,)

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield each link up that leads on in time, or into a part of it."""
        alignment = subject.alignment
        for link in alignment.supports:
            own = subject.workspace.cycle(link.holder.cycle)
            parent = subject.workspace.cycle(link.target.cycle)
            if own is None or parent is None or alignment.is_dropped(link.holder):
                continue
            if not (subject.covers(parent.name, own.name) or parent.start < own.start):
                yield self.finding(
                    subject.places[link.holder].at("supports", link.position),
                    _message(link, own, parent),
                    f"support a goal of {own.name} or of a cycle around it, or turn the link round",
                )


def _message(link: Link, own: Cycle, parent: Cycle) -> str:
    side = "is only a part of it" if own.contains(parent) else "begins later"
    return (
        f"'{link.holder.objective}' of {own.name} supports '{link.target.ref}' of {parent.name},"
        f" which {side}"
    )

"""The rule `idle-pillar`."""

from collections.abc import Iterator, Sequence

from okrcli.analysis.alignment.ways import pillars_served
from okrcli.analysis.spelling import near
from okrcli.model.finding import Finding, Severity
from okrcli.rules.base import LintInput, LintRule, quoted

MOST_NAMED = 3


class IdlePillar(LintRule):
    """Flag a pillar that no objective serves.

    ## What it checks

    In each cycle with open objectives, one of its objectives serves each pillar of
    organization.yaml: by its `pillar`, or by supporting an objective that does. Drafts and what was
    dropped or deferred do not count. Nothing is flagged while a file cannot be read.

    ## Why it matters

    A strategy that nobody works on is a poster. It may be a choice to let a pillar rest; then it is
    one that was seen. Source: Robert S. Kaplan and David P. Norton, The Strategy-Focused
    Organization (2001), on strategic themes.

    ## Problem

    ```yaml
    # organization.yaml; in 2026-Q4 no objective has `pillar: delight`
    pillars:
      - {id: delight, title: Shops recommend us unasked}
    ```

    ## Remedy

    Write `pillar: delight` in the objective that serves it, set one that does, or take the pillar
    out.
    """

    name = "idle-pillar"
    family = "alignment"
    severity = Severity.ADVICE
    practices = (3,)

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield each pillar once, with the cycles in which it rests."""
        source = subject.workspace.organization_source
        pillars = subject.workspace.organization.pillars
        if source is None or not pillars or subject.unread:
            return
        served = _served(subject)
        for index, pillar in enumerate(pillars):
            idle = [cycle for cycle in sorted(served) if pillar.id not in served[cycle]]
            if pillar.id and idle:
                yield self.finding(
                    source.at("pillars", index, "id"),
                    f"no objective of {_listed(idle)} serves '{pillar.id}'",
                    f"write `pillar: {pillar.id}` in the objective that serves"
                    f" {quoted(pillar.title)}, or set one that does",
                )


def _served(lint: LintInput) -> dict[str, set[str]]:
    """Give the pillars that are served, by the cycles that are still open.

    A misspelt one counts as what was meant: `unknown-pillar` says what is wrong there.
    """
    alignment = lint.alignment
    known = {pillar.id for pillar in lint.workspace.organization.pillars}
    served: dict[str, set[str]] = {}
    for _, objective in lint.live_objectives():
        if objective.close is None:
            served.setdefault(objective.cycle, set())
    for _, objective in lint.live_objectives():
        if objective.cycle in served:
            for pillar in pillars_served(alignment, objective.key):
                served[objective.cycle].update([pillar] if pillar in known else near(pillar, known))
    return served


def _listed(cycles: Sequence[str]) -> str:
    shown = [*cycles[:MOST_NAMED]]
    more = len(cycles) - MOST_NAMED
    if more > 0:
        shown.append(f"{more} more cycles")
    return " or ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))

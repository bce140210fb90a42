"""The rule `orphan-objective`."""

from collections.abc import Iterator, Sequence

from okrcli.model.finding import Finding, Severity
from okrcli.model.objective import Objective
from okrcli.rules.base import LintInput, LintRule

MOST_NAMED = 3


class OrphanObjective(LintRule):
    """Flag an objective that supports nothing.

    ## What it checks

    Each objective has `supports`, or says in `standalone` why it supports nothing. While it is not
    closed, something that it supports is neither dropped nor deferred. The root team is exempt: the
    one without a parent in organization.yaml. Where no file lists teams, it is the only one that
    there is; among several, nothing says which it is, and what other teams support is exempt.

    ## Why it matters

    Work that leads nowhere costs as much as work that does. Whether a goal serves the company is
    asked while it can still be changed. Source: John Doerr, Measure What Matters (2018), on
    alignment.

    ## Problem

    ```yaml
    team: growth
    cycle: 2026-Q4
    objectives:
      - id: first-minute
        title: New shops love us from the first minute
        owner: ana
    ```

    ## Remedy

    Name what it supports (`supports: [company/smb-first]`), or say why it stands alone
    (`standalone: Regulatory; serves no company goal`).
    """

    name = "orphan-objective"
    family = "alignment"
    severity = Severity.WARNING
    practices = (3,)

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield each objective on no way up."""
        for source, objective in subject.workspace.objectives():
            if objective.dropped or objective.standalone or _exempt(subject, objective):
                continue
            if objective.supports:
                gone = _all_gone(subject, objective)
                if gone is not None:
                    yield self.finding(
                        source.at("supports"),
                        f"all that '{objective.id}' supports was given up: {gone}",
                        "support what took its place, or say why it goes on: `standalone: ...`",
                    )
            elif not any(subject.problems_at(source.at(at)) for at in ("supports", "standalone")):
                yield self.finding(
                    source.at("title"),
                    f"'{objective.id}' supports nothing",
                    _suggestion(subject, objective),
                )


def _exempt(lint: LintInput, objective: Objective) -> bool:
    """Tell whether nothing is above an objective, or nobody knows what is."""
    team = objective.team
    if lint.teams.is_root(team) or not lint.teams.knows(team):
        return True
    supporters = lint.alignment.children(objective.key)
    return not lint.workspace.organization.teams and any(key.team != team for key in supporters)


def _all_gone(lint: LintInput, objective: Objective) -> str | None:
    """Name what an open objective supports where all of it was given up."""
    alignment = lint.alignment
    links = alignment.links_up.get(objective.key, ())
    if objective.close or len(links) < len(objective.supports):
        return None
    if not all(alignment.is_dropped(link.target) for link in links):
        return None
    return ", ".join(link.target.seen_from(objective.cycle) for link in links)


def _suggestion(lint: LintInput, objective: Objective) -> str:
    """Name the objectives of the nearest team above that has any in the same time."""
    links = [f"`supports: [{name}]`" for name in _above(lint, objective)[:MOST_NAMED]]
    add = " or ".join(links) or "`supports: [team/objective]`"
    return f"add {add}, or say why it stands alone: `standalone: ...`"


def _above(lint: LintInput, objective: Objective) -> Sequence[str]:
    for team in lint.teams.above(objective.team):
        names = [
            key.seen_from(objective.cycle)
            for key, other in lint.alignment.objectives.items()
            if key.team == team
            and not (other.draft or other.dropped)
            and lint.covers(key.cycle, objective.cycle)
        ]
        if names:
            return names
    return ()

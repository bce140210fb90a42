"""The rule `unknown-pillar`."""

from collections.abc import Iterator

from okrcli.model.finding import Finding
from okrcli.rules.base import FormRule, LintInput


class UnknownPillar(FormRule):
    """Flag a strategic pillar that organization.yaml does not have.

    ## What it checks

    The `pillar` of each objective.

    ## Why it matters

    Pillars tie the goals of a cycle to the strategy of years; a goal on a pillar that does not
    exist is on none. Source: Robert S. Kaplan and David P. Norton, The Strategy-Focused
    Organization (2001), on strategic themes.

    ## Problem

    ```yaml
    # organization.yaml knows `delight`
    - id: first-minute
      title: New shops love us from the first minute
      pillar: delihgt
    ```

    ## Remedy

    Correct the name, or add the pillar to organization.yaml.
    """

    name = "unknown-pillar"
    practices = (5,)

    def look(self, lint: LintInput) -> Iterator[Finding]:
        """Yield the names that are no pillar's."""
        known = [pillar.id for pillar in lint.workspace.organization.pillars]
        for source, objective in lint.workspace.objectives():
            if objective.pillar is not None and objective.pillar not in known:
                place = (source.at("pillar"), objective.pillar)
                yield self.unknown(place, "pillar", known, "add it to organization.yaml")

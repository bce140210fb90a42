"""The rule `invalid-value`."""

from collections.abc import Iterator, Mapping

from okrcli.model.finding import Finding
from okrcli.rules.base import FormRule, LintInput


class InvalidValue(FormRule):
    """Flag a value that its field cannot take.

    ## What it checks

    Types and ranges of all fields, the forms of ids, days, confidences and references, that the
    cycle of a file exists, and that no team is its own ancestor.

    ## Why it matters

    A value that cannot be read counts as missing, and a number that is quietly left out makes all
    means above it wrong. Source: the format of this project (docs/format.md).

    ## Problem

    ```yaml
    team: growth
    cycle: Q4/2026
    ```

    ## Remedy

    Write the value as the finding says. Cycles are `2026`, `2026-H2`, `2026-Q4`, `2026-11`, or one
    that okr.toml names under `[cycles]`.
    """

    name = "invalid-value"
    practices = (2,)

    def look(self, lint: LintInput) -> Iterator[Finding]:
        """Yield teams that are their own ancestors, once for each circle."""
        source = lint.workspace.organization_source
        teams = lint.workspace.organization.teams
        parents = {team.id: team.parent for team in teams if team.id and team.parent}
        done: set[str] = set()
        for index, team in enumerate(teams):
            loop = _loop(team.id, parents)
            if source is not None and loop and not done.intersection(loop):
                done.update(loop)
                yield self.finding(
                    source.at("teams", index, "parent"),
                    f"team '{team.id}' is its own ancestor: {' < '.join((*loop, team.id))}",
                    "every team's parents lead to the root",
                )


def _loop(team: str, parents: Mapping[str, str]) -> list[str]:
    """Give the way up from a team back to itself; empty where there is none."""
    way = [team]
    while (above := parents.get(way[-1])) is not None and above != team and above not in way:
        way.append(above)
    return way if above == team else []

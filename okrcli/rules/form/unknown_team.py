"""The rule `unknown-team`."""

from collections.abc import Iterator

from okrcli.model.finding import Finding
from okrcli.model.source import Source
from okrcli.rules.base import FormRule, LintInput


class UnknownTeam(FormRule):
    """Flag a team that organization.yaml does not have.

    ## What it checks

    The `team` of each OKR file and the `parent` of each team, where an organization file lists
    teams.

    ## Why it matters

    Goals of a team that nobody knows are in no tree and in no headline. Source: Andrew S. Grove,
    High Output Management (1983), on the nested goals of a hierarchy.

    ## Problem

    ```yaml
    # organization.yaml knows the team `growth`
    team: grwoth
    cycle: 2026-Q4
    ```

    ## Remedy

    Correct the name, or add the team to organization.yaml.
    """

    name = "unknown-team"
    practices = (5,)

    def look(self, lint: LintInput) -> Iterator[Finding]:
        """Yield the names that are no team's."""
        known = {team.id for team in lint.workspace.organization.teams if team.id}
        if known:
            for source, name in _named(lint):
                if name not in known:
                    home = "add it to organization.yaml"
                    yield self.unknown((source, name), "team", sorted(known), home)


def _named(lint: LintInput) -> Iterator[tuple[Source, str]]:
    for document in lint.workspace.documents:
        yield document.source.at("team"), document.content.team
    source = lint.workspace.organization_source
    for index, team in enumerate(lint.workspace.organization.teams if source else ()):
        if source is not None and team.parent is not None:
            yield source.at("teams", index, "parent"), team.parent

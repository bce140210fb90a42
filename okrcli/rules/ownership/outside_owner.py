"""The rule `outside-owner`."""

from collections.abc import Iterator

from okrcli.analysis.owners import Named
from okrcli.model.finding import Finding, Severity
from okrcli.model.organization import Team
from okrcli.model.source import Source
from okrcli.rules.base import LintInput, LintRule
from okrcli.rules.placeholders import is_placeholder


class OutsideOwner(LintRule):
    """Flag an owner who does not belong to the team.

    ## What it checks

    The owner of each objective and of each key result is the lead or a member of its team, where
    organization.yaml says who they are.

    ## Why it matters

    Who is not in the team does not sit in its weekly meeting, and cannot move its work. Sometimes
    it is right; more often the list of members is old. Source: Christina Wodtke, Radical Focus
    (2016), on teams that commit to their own goals.

    ## Problem

    ```yaml
    # organization.yaml: {id: growth, lead: ana, members: [bo]}
    team: growth
    cycle: 2026-Q4
    objectives:
      - {id: first-minute, owner: dana}
    ```

    ## Remedy

    Let somebody of the team own it, or add the person to the team's `members`.
    """

    name = "outside-owner"
    family = "ownership"
    severity = Severity.ADVICE
    practices = (5,)

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield each owner from elsewhere; of what was dropped, nobody needs one."""
        teams = {
            team.id: team
            for team in subject.workspace.organization.teams
            if team.lead or team.members
        }
        people = {person.id for person in subject.workspace.organization.people}
        for team_id, source, owner in _owners(subject):
            team = teams.get(team_id)
            if team is None or owner == team.lead or owner in team.members:
                continue
            if not people or owner in people:
                yield from self._told(subject, source, owner, team)

    def _told(self, lint: LintInput, source: Source, owner: str, team: Team) -> Iterator[Finding]:
        if lint.owners.named(owner) is Named.PERSON and not is_placeholder(owner):
            name = team.name or team.id
            yield self.finding(
                source,
                f"'{owner}' is neither lead nor member of {name}",
                f"let {_somebody(team)} own it, or add '{owner}' to the members of '{team.id}'",
            )


def _owners(lint: LintInput) -> Iterator[tuple[str, Source, str]]:
    """Yield each owner that is written down, with the team."""
    for source, objective in lint.workspace.objectives():
        if objective.dropped:
            continue
        if objective.owner is not None:
            yield objective.team, source.at("owner"), objective.owner
        for index, each in enumerate(objective.key_results):
            if each.owner not in {None, objective.owner} and not (each.close and each.close.drops):
                yield objective.team, source.at("key_results", index, "owner"), each.owner or ""


def _somebody(team: Team) -> str:
    known = [name for name in (team.lead, *team.members) if name]
    return known[0] if len(known) == 1 else f"{', '.join(known[:2])} or another of the team"

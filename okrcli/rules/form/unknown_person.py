"""The rule `unknown-person`."""

from collections.abc import Iterator

from okrcli.analysis.owners import Named
from okrcli.model.finding import Finding
from okrcli.model.source import Source
from okrcli.model.workspace import Workspace
from okrcli.rules.accountable import Place, accountable
from okrcli.rules.base import FormRule, LintInput
from okrcli.rules.placeholders import is_placeholder

ONE_PERSON = {"owner", "lead"}


class UnknownPerson(FormRule):
    """Flag a person that organization.yaml does not have.

    ## What it checks

    Owners of objectives, key results, KPIs and actions, leads and members of teams, and who agreed
    to a revision, where an organization file lists people.

    ## Why it matters

    One accountable person is what moves a goal; a name that is nobody's is no owner, and their
    check-ins in git cannot be told from a stranger's. Source: John Doerr, Measure What Matters
    (2018), on tracking for accountability.

    ## Problem

    ```yaml
    # organization.yaml knows `ana`
    - id: first-minute
      title: New shops love us from the first minute
      owner: anna
    ```

    ## Remedy

    Correct the name, or add the person to organization.yaml.
    """

    name = "unknown-person"
    practices = (5,)

    def look(self, lint: LintInput) -> Iterator[Finding]:
        """Yield the names that are no person's."""
        known = {person.id for person in lint.workspace.organization.people if person.id}
        if known:
            for source, name in _named(lint.workspace):
                if name and name not in known and not _told_elsewhere(lint, source, name):
                    home = "add them to organization.yaml"
                    yield self.unknown((source, name), "person", sorted(known), home)


def _told_elsewhere(lint: LintInput, source: Source, name: str) -> bool:
    """Tell whether `placeholder-text` or `several-owners` says what is wrong there."""
    group = source.keys[-1] in ONE_PERSON and lint.owners.named(name) is not Named.PERSON
    return group or is_placeholder(name)


def _named(workspace: Workspace) -> Iterator[Place]:
    yield from accountable(workspace)
    if workspace.organization_source is not None:
        teams = workspace.organization_source.at("teams")
        for index, team in enumerate(workspace.organization.teams):
            yield from ((teams.at(index, "members", at), it) for at, it in enumerate(team.members))
    for place, _, key_result in workspace.key_results():
        for index, revision in enumerate(key_result.revised):
            yield place.at("revised", index, "agreed"), revision.agreed

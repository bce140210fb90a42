"""Where a workspace names the one who answers for something."""

from collections.abc import Iterator

from okrcli.model.source import Source
from okrcli.model.workspace import Workspace

Place = tuple[Source, str | None]


def accountable(workspace: Workspace) -> Iterator[Place]:
    """Yield the leads of teams, and the owners of KPIs, goals and actions."""
    if workspace.organization_source is not None:
        teams = workspace.organization_source.at("teams")
        for index, team in enumerate(workspace.organization.teams):
            yield teams.at(index, "lead"), team.lead
    for kpis in workspace.kpi_documents:
        for index, kpi in enumerate(kpis.kpis):
            yield kpis.source.at("kpis", index, "owner"), kpi.owner
    for source, objective in workspace.objectives():
        yield source.at("owner"), objective.owner
    for source, _, key_result in workspace.key_results():
        yield source.at("owner"), key_result.owner
    for document in workspace.documents:
        if document.content.retrospective is not None:
            actions = document.source.at("retrospective", "change_next")
            for index, action in enumerate(document.content.retrospective.change_next):
                yield actions.at(index, "owner"), action.owner

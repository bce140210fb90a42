"""The rule `placeholder-text`."""

from collections.abc import Iterator

from okrcli.model.finding import Finding
from okrcli.model.key_result import Close, KeyResult
from okrcli.model.objective import Objective, Retrospective
from okrcli.model.source import Source
from okrcli.model.workspace import Workspace
from okrcli.rules.base import FormRule, LintInput, quoted
from okrcli.rules.placeholders import is_placeholder

Text = tuple[Source, str | None]


class PlaceholderText(FormRule):
    """Flag a value that is nothing but template text.

    ## What it checks

    Titles, names, reasons, notes and lists of texts whose whole value is `TODO`, `TBD`, `<title>`,
    `...`, `Lorem ipsum` or the like. A word inside a sentence is never flagged.

    ## Why it matters

    It passes every other check, is counted as a goal, and tells a reader nothing. Source: George
    T. Doran, There's a S.M.A.R.T. Way to Write Management's Goals and Objectives (1981): a goal
    names a specific area of improvement.

    ## Problem

    ```yaml
    - id: first-minute
      title: <title>
    ```

    ## Remedy

    Write what is meant. Where that is not known yet, leave an optional field out, or mark the
    objective with `draft: true` and say what is known.
    """

    name = "placeholder-text"
    practices = (1,)

    def look(self, lint: LintInput) -> Iterator[Finding]:
        """Yield each value that is template text."""
        for source, text in _texts(lint.workspace):
            if text is not None and is_placeholder(text):
                yield self.finding(
                    source,
                    f"{quoted(text)} is template text",
                    "write what is meant, or leave the field out where it is optional",
                )


def _texts(workspace: Workspace) -> Iterator[Text]:
    for document in workspace.documents:
        yield from _of_retrospective(document.source, document.content.retrospective)
    for source, objective in workspace.objectives():
        yield from _of_objective(source, objective)
    for source, _, key_result in workspace.key_results():
        yield from _of_key_result(source, key_result)
    yield from _of_organization(workspace)
    for kpis in workspace.kpi_documents:
        for index, kpi in enumerate(kpis.kpis):
            yield from _fields(kpis.source.at("kpis", index), kpi, ("title", "owner"))


def _fields(source: Source, entry: object, names: tuple[str, ...]) -> Iterator[Text]:
    """Yield some fields, each a text or a list of texts."""
    for name in names:
        value = getattr(entry, name)
        if value is None or isinstance(value, str):
            yield source.at(name), value
        else:
            yield from ((source.at(name, index), item) for index, item in enumerate(value))


def _of_objective(source: Source, objective: Objective) -> Iterator[Text]:
    yield from _fields(source, objective, ("title", "owner", "why", "standalone", "initiatives"))
    yield from _of_close(source.at("close"), objective.close)


def _of_key_result(source: Source, key_result: KeyResult) -> Iterator[Text]:
    yield from _fields(source, key_result, ("title", "owner", "evidence", "note", "blocker"))
    for index, milestone in enumerate(key_result.milestones):
        yield source.at("milestones", index), milestone.title
    for index, revision in enumerate(key_result.revised):
        yield source.at("revised", index, "why"), revision.why
    yield from _of_close(source.at("close"), key_result.close)


def _of_close(source: Source, close: Close | None) -> Iterator[Text]:
    if close is not None:
        yield from _fields(source, close, ("why", "lessons"))


def _of_retrospective(source: Source, retrospective: Retrospective | None) -> Iterator[Text]:
    if retrospective is not None:
        place = source.at("retrospective")
        yield from _fields(place, retrospective, ("went_well", "went_badly"))
        for index, action in enumerate(retrospective.change_next):
            yield place.at("change_next", index), action.action


def _of_organization(workspace: Workspace) -> Iterator[Text]:
    source, organization = workspace.organization_source, workspace.organization
    if source is None:
        return
    yield source.at("organization"), organization.name
    yield source.at("vision"), organization.vision
    for index, pillar in enumerate(organization.pillars):
        yield source.at("pillars", index, "title"), pillar.title
    for index, team in enumerate(organization.teams):
        yield source.at("teams", index, "name"), team.name
    for index, person in enumerate(organization.people):
        yield source.at("people", index, "name"), person.name

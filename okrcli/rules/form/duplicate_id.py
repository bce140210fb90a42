"""The rule `duplicate-id`."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from okrcli.model.finding import Finding
from okrcli.model.source import Source
from okrcli.model.workspace import Workspace
from okrcli.rules.base import FormRule, LintInput, quoted


class Name(NamedTuple):
    """An id with its place; `scope` is where it must be unique, `among` says so in words."""

    id: str
    source: Source
    scope: object
    among: str


class DuplicateId(FormRule):
    """Flag an id that two things have.

    ## What it checks

    An objective's id is unique in its team and cycle, also across files; a key result's in its
    objective; a milestone's in its key result; those of teams, people, pillars and KPIs in the
    workspace, which has one organization.

    ## Why it matters

    The id is how the history and all links know a thing: with two of them, check-ins of one are
    counted for the other. Source: the format of this project (docs/format.md, section 2).

    ## Problem

    ```yaml
    objectives:
      - id: first-minute
        title: New shops love us from the first minute
      - id: first-minute
        title: Every shop is online before lunch
    ```

    ## Remedy

    Give the younger of the two an id of its own. Where one was renamed, keep its old id under
    `formerly`.
    """

    name = "duplicate-id"
    practices = (5,)

    def look(self, lint: LintInput) -> Iterator[Finding]:
        """Yield each id that is given again, once for all its holders."""
        holders: dict[tuple[str, object], list[Name]] = defaultdict(list)
        for name in chain.from_iterable(read(lint.workspace) for read in READERS):
            if name.id:
                holders[name.id, name.scope].append(name)
        yield from (self._shared(names) for names in holders.values() if len(names) > 1)

    def _shared(self, names: list[Name]) -> Finding:
        first, second, *others = names
        times = f"{len(names)} times" if others else "twice"
        return self.finding(
            second.source,
            f"the id {quoted(first.id)} is used {times} among {first.among}",
            "give each an id of its own; an earlier id goes under `formerly`",
            related=(first.source, *(name.source for name in others)),
        )


def _objectives(workspace: Workspace) -> Iterator[Name]:
    for source, objective in workspace.objectives():
        among = f"the objectives of '{objective.team}' in {objective.cycle}"
        yield Name(objective.id, source.at("id"), (objective.cycle, objective.team), among)


def _key_results(workspace: Workspace) -> Iterator[Name]:
    for source, objective, key_result in workspace.key_results():
        among = f"the key results of '{objective.id}'"
        yield Name(key_result.id, source.at("id"), (source.path, source.keys[:-1]), among)


def _milestones(workspace: Workspace) -> Iterator[Name]:
    for source, _, key_result in workspace.key_results():
        among = f"the milestones of '{key_result.id}'"
        for index, milestone in enumerate(key_result.milestones):
            yield Name(milestone.id or "", source.at("milestones", index, "id"), source, among)


def _organization(workspace: Workspace) -> Iterator[Name]:
    source, organization = workspace.organization_source, workspace.organization
    if source is None:
        return
    for field in ("teams", "people", "pillars"):
        for index, entry in enumerate(getattr(organization, field)):
            yield Name(entry.id, source.at(field, index, "id"), field, f"the {field}")


def _kpis(workspace: Workspace) -> Iterator[Name]:
    for document in workspace.kpi_documents:
        for index, kpi in enumerate(document.kpis):
            yield Name(kpi.id, document.source.at("kpis", index, "id"), "kpis", "the KPIs")


READERS = (_objectives, _key_results, _milestones, _organization, _kpis)

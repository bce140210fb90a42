"""A workspace: everything that its files say at one moment."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from okrcli.model.cycle import Cycle
from okrcli.model.key_result import KeyResult
from okrcli.model.objective import Objective, OkrFile
from okrcli.model.organization import Kpi, Organization
from okrcli.model.reference import Key
from okrcli.model.settings import Settings
from okrcli.model.source import Source


class OkrDocument(NamedTuple):
    """An OKR file with its place."""

    source: Source
    content: OkrFile

    def objectives(self) -> Iterator[tuple[Source, Objective]]:
        """Yield each objective that has an id, with its place."""
        for index, objective in enumerate(self.content.objectives):
            if objective.id:
                yield self.source.at("objectives", index), objective

    def key_results(self) -> Iterator[tuple[Source, Objective, KeyResult]]:
        """Yield each key result that has an id, with its place and its objective."""
        for source, objective in self.objectives():
            for index, key_result in enumerate(objective.key_results):
                if key_result.id:
                    yield source.at("key_results", index), objective, key_result


class KpiDocument(NamedTuple):
    """A KPI file with its place."""

    source: Source
    kpis: Sequence[Kpi]


class _Files(NamedTuple):
    """What a workspace consists of."""

    settings: Settings = Settings()
    documents: Sequence[OkrDocument] = ()
    organization: Organization = Organization()
    organization_source: Source | None = None
    kpi_documents: Sequence[KpiDocument] = ()
    files: int = 0


class Workspace(_Files):
    """All files of a workspace, in the order of their paths, and its settings.

    `files` counts every file that was read, also those that could not be understood. Nearly every
    rule walks through all objectives or key results: their places are made once.
    """

    @cached_property
    def _objectives(self) -> Sequence[tuple[Source, Objective]]:
        return [each for document in self.documents for each in document.objectives()]

    @cached_property
    def _key_results(self) -> Sequence[tuple[Source, Objective, KeyResult]]:
        return [each for document in self.documents for each in document.key_results()]

    def objectives(self) -> Iterator[tuple[Source, Objective]]:
        """Yield each objective with its place."""
        return iter(self._objectives)

    def key_results(self) -> Iterator[tuple[Source, Objective, KeyResult]]:
        """Yield each key result with its place and its objective."""
        return iter(self._key_results)

    def cycle(self, name: str) -> Cycle | None:
        """Read the name of a cycle."""
        return self.settings.calendar.cycle(name)

    def keys(self) -> frozenset[Key]:
        """Give the identities of all objectives and key results."""
        objectives = (objective.key for _, objective in self.objectives())
        key_results = (
            objective.key._replace(key_result=key_result.id)
            for _, objective, key_result in self.key_results()
        )
        return frozenset((*objectives, *key_results))

"""What a progress report is made of: computed, or remembered from when it was computed.

The core computes and packs numbers, the history keeps pages of text: here the two meet. What is
remembered is found by everything that it depends on. A page that is missing or damaged means that
nothing is remembered.
"""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    from okrcli.analysis.progress.summary import Goals
    from okrcli.analysis.references import Resolver
    from okrcli.analysis.sheets.selection import Filter
    from okrcli.analysis.sheets.sheet import Names, Sheet
    from okrcli.history.memory.notebook import Notebook
    from okrcli.model.cycle import Calendar, Cycle

_NAMES, _KEYS = "names", "keys"


class NotRememberedError(LookupError):
    """A page that is asked for was never written, or is not as it was."""


class Ground(Protocol):
    """What there is to ask for, the cycles that are meant where no goal is named, the numbers."""

    @property
    def names(self) -> "Names":
        """Give the names that a question may use."""

    @property
    def cycles(self) -> "Sequence[Cycle]":
        """Give the cycles that are meant."""

    @property
    def unreadable(self) -> Sequence[str]:
        """Give the files that are shown as they were before."""

    def resolver(self) -> "Resolver":
        """Make what finds the targets of references."""

    def sheet(self, cycles: "Sequence[Cycle]", wanted: "Filter") -> "Sheet":
        """Give the numbers of some cycles, with the objectives of what is wanted at least."""


class Computed:
    """Computes what is asked for, and writes it down where there is a notebook."""

    def __init__(
        self,
        goals: "Goals",
        cycles: "Sequence[Cycle]",
        unreadable: Sequence[str],
        notebook: "Notebook | None",
    ) -> None:
        """Take the goals of a workspace."""
        from okrcli.analysis.sheets.computing import names_of

        self.names = names_of(goals)
        self.cycles = cycles
        self.unreadable = unreadable
        self.goals = goals
        self._notebook = notebook
        self._resolver = goals.resolver()

    def resolver(self) -> "Resolver":
        """Give what finds the targets of references."""
        return self._resolver

    def sheet(self, cycles: "Sequence[Cycle]", wanted: "Filter") -> "Sheet":  # noqa: ARG002 - all is computed
        """Compute the numbers of some cycles."""
        from okrcli.analysis.sheets.computing import compute

        found = compute(self.goals, cycles, self._resolver)
        if self._notebook is not None:
            self._write(self._notebook, found)
        return found

    def _write(self, notebook: "Notebook", sheet: "Sheet") -> None:
        from pydantic_core import to_json

        from okrcli.model.packing import UnpackableError

        try:
            pages = {
                name: to_json(page, inf_nan_mode="constants") for name, page in self._pages(sheet)
            }
        except (UnpackableError, ValueError):
            return
        notebook.write(pages)

    def _pages(self, sheet: "Sheet") -> "Iterator[tuple[str, Any]]":
        from okrcli.analysis.sheets.packing import (
            pack_cycles,
            pack_names,
            pack_objectives,
            pack_overview,
        )

        overview = sheet.overview
        yield _NAMES, [pack_names(self.names), pack_cycles(self.cycles), self.unreadable]
        yield _KEYS, list(self.goals.keys())
        yield _page(overview.cycles), pack_overview(overview)
        teams: dict[str, dict[str, Any]] = {}
        for place in overview.places:
            packed = pack_objectives(sheet.objectives[place])
            teams.setdefault(place.team, {})[place.cycle] = packed
        for team, by_cycle in teams.items():
            yield _page(overview.cycles, team), by_cycle


class Remembered:
    """Finds what is asked for in a notebook; NotRememberedError where it is not there."""

    def __init__(self, notebook: "Notebook", calendar: "Calendar") -> None:
        """Take a notebook, which may be empty."""
        self._notebook = notebook
        self._calendar = calendar

    @cached_property
    def _first(self) -> Sequence[Any]:
        return cast("Sequence[Any]", self._read(_NAMES))

    @property
    def names(self) -> "Names":
        """Give the names that a question may use."""
        from okrcli.analysis.sheets.packing import unpack_names

        return unpack_names(self._first[0])

    @property
    def cycles(self) -> "Sequence[Cycle]":
        """Give the cycles that are meant."""
        from okrcli.analysis.sheets.packing import unpack_cycles

        return unpack_cycles(self._first[1])

    @property
    def unreadable(self) -> Sequence[str]:
        """Give the files that are shown as they were before."""
        return cast("Sequence[str]", self._first[2])

    def resolver(self) -> "Resolver":
        """Make what finds the targets of references."""
        from okrcli.analysis.references import Resolver
        from okrcli.model.reference import Key

        return Resolver([Key(*key) for key in self._read(_KEYS)], self._calendar)

    def sheet(self, cycles: "Sequence[Cycle]", wanted: "Filter") -> "Sheet":
        """Give the numbers of some cycles."""
        from okrcli.analysis.sheets.packing import unpack_objectives, unpack_overview
        from okrcli.analysis.sheets.sheet import Sheet

        overview = unpack_overview(self._read(_page(cycles)))
        named = {cycle.name: cycle for cycle in cycles}
        places = [place for place in overview.places if wanted.looks_at(place)]
        teams = self._teams(cycles, {place.team for place in places})
        found = {
            place: unpack_objectives(teams[place.team][place.cycle], named[place.cycle], place.team)
            for place in places
        }
        return Sheet(overview, found)

    def _teams(
        self, cycles: "Sequence[Cycle]", names: Collection[str]
    ) -> "Mapping[str, Mapping[str, Any]]":
        """Read the pages of some teams: one alone, or all at once."""
        if len(names) == 1:
            return {name: self._read(_page(cycles, name)) for name in names}
        pages = self._notebook.read_all()
        return {name: _opened(pages.get(_page(cycles, name))) for name in names}

    def _read(self, name: str) -> Any:  # noqa: ANN401 - as it was packed
        return _opened(self._notebook.read(name))


def _page(cycles: "Sequence[Cycle]", *team: str) -> str:
    """Name the page of what holds for some cycles, or of a team in them."""
    return json.dumps([[cycle.name for cycle in cycles], *team])


def _opened(page: bytes | None) -> Any:  # noqa: ANN401 - as it was packed
    from pydantic_core import from_json

    if page is None:
        raise NotRememberedError
    return from_json(page)

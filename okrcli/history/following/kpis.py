"""The KPIs of a workspace, and what was measured of each of them along its history.

It goes by the rules of check-ins: a KPI is known by its id, wherever it stands.
"""

from collections.abc import Mapping, Sequence
from datetime import date, tzinfo
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from okrcli.history.following.contents import Decoder, Line, read_graph, read_line
from okrcli.history.following.merges import Merges
from okrcli.history.following.snapshot import Content, Elsewhere
from okrcli.history.following.witness import Witness
from okrcli.history.plumbing.git import find_repository
from okrcli.history.plumbing.log import Commit, day_of
from okrcli.history.plumbing.moment import time_zone
from okrcli.model.objective import OkrFile
from okrcli.model.organization import Kpi, Organization
from okrcli.model.series import KpiReading
from okrcli.model.settings import Settings

Kpis = tuple[Kpi, ...]
_GONE = Elsewhere("", 0)  # what is of no interest


class KpiHistory(NamedTuple):
    """The KPIs as they stand, in the order of their files' lists, and their readings by id."""

    kpis: Sequence[Kpi]
    readings: Mapping[str, Sequence[KpiReading]]


class Shown(NamedTuple):
    """The state that is shown: that of a commit, else the `files` on disk after HEAD."""

    settings: Settings
    organization: Organization
    now: date
    commit: str | None
    files: Mapping[str, bytes] = {}


def kpi_history(folder: Path, shown: Shown) -> KpiHistory:
    """Read the KPIs and their past; no objectives are decoded for it."""
    zone = time_zone(shown.settings)
    git = find_repository(folder)
    head = git.head() if git is not None and shown.commit is None else shown.commit
    line = Line()
    if git is not None and head is not None:
        line = read_line(git, head, shown.settings, zone, Decoder(_no_objectives))
    state = _State()
    authors = _Authors(line, Witness(line, shown.organization, shown.now, zone), zone)
    readings: dict[str, list[KpiReading]] = {}
    for at, files in enumerate(_steps(line, shown)):
        for before, kpi in state.step(files):
            if kpi.current is not None:
                author, day, commit = authors.who(at, kpi.id)
                measured = _updated(before, kpi) or day
                found = KpiReading(measured, kpi.current, author, commit)
                readings.setdefault(kpi.id, []).append(found)
    return KpiHistory(state.kpis(), readings)


class _State:
    """The KPIs of all files at one moment; a file that cannot be read keeps its last content."""

    def __init__(self) -> None:
        self._files: dict[str, Kpis] = {}
        self._broken: set[str] = set()
        self._last: dict[str, Kpi] = {}

    def step(self, files: Mapping[str, Content]) -> list[tuple[Kpi | None, Kpi]]:
        """Take what some files say now; give the KPIs that were measured, before and after."""
        for path, content in files.items():
            found = _kpis(content)
            self._broken.discard(path)
            if found is not None:
                self._files[path] = found
            elif content is None and path in self._files:
                self._broken.add(path)
            else:
                self._files.pop(path, None)
        now = {kpi.id: kpi for kpi in self.kpis()} if files else {}
        changed = [
            (self._last.get(name), kpi)
            for name, kpi in now.items()
            if _measured(self._last.get(name), kpi)
        ]
        self._last.update(now)
        return changed

    def kpis(self) -> list[Kpi]:
        """Give the KPIs; of several with one id a readable file's wins, then the last path's."""
        found = {
            kpi.id: (place, kpi)
            for path in sorted(self._files, key=lambda path: (path not in self._broken, path))
            for place, kpi in enumerate(self._files[path])
            if kpi.id
        }
        ranked = sorted(found.items(), key=lambda item: (item[1][0], item[0]))
        return [kpi for _, (_, kpi) in ranked]


class _Authors:
    """Tells who measured a KPI in a commit of the line: for a merge, in what it brought."""

    def __init__(self, line: Line, witness: Witness, zone: tzinfo) -> None:
        self._line = line
        self._witness = witness
        self._zone = zone

    def who(self, at: int, kpi: str) -> tuple[str | None, date, str | None]:
        """Give the author, the day and the id of the commit at a place of the line."""
        shown = self._witness.commit(at)
        said = self._brought(self._line.commits[at], kpi) if shown.id is not None else None
        if said is None:
            return shown.author, shown.authored, shown.id
        author = self._witness.person(said.author_name, said.author_email)
        return author, day_of(said.author_time, self._zone), shown.id

    def _brought(self, merge: Commit, kpi: str) -> Commit | None:
        if not merge.merge:
            return None
        merges, contents = self._merges
        return next((each for each in merges.brought(merge.id) if _says(each, kpi, contents)), None)

    @cached_property
    def _merges(self) -> tuple[Merges, Mapping[str, Content]]:
        graph, contents = read_graph(self._line, _no_objectives)
        return Merges(graph, contents, self._line.commits[0]), contents


def _steps(line: Line, shown: Shown) -> list[Mapping[str, Content]]:
    """Give what each commit of the line says of files, then what those on disk say."""
    steps: list[Mapping[str, Content]] = [
        {
            change.path: _GONE if change.new is None else line.contents.get(change.new)
            for change in commit.changes
        }
        for commit in line.commits
    ]
    if shown.commit is None:
        decoder = Decoder(_no_objectives)
        known = {path for step in steps for path in step}
        tree = {path: decoder.decode(data) for path, data in shown.files.items()}
        steps.append({**dict.fromkeys(known, _GONE), **tree})
    return steps


def _no_objectives(_: str) -> bool:
    return False


def _kpis(content: Content) -> Kpis | None:
    """Give the KPIs of a file; None where it is of another kind, or gone."""
    if content is None or isinstance(content, OkrFile | Organization | Elsewhere):
        return None
    return content


def _measured(before: Kpi | None, after: Kpi) -> bool:
    was = (None, None) if before is None else (before.current, before.updated)
    return was != (after.current, after.updated)


def _updated(before: Kpi | None, after: Kpi) -> date | None:
    """Give `updated` where this very change set it."""
    return after.updated if before is None or before.updated != after.updated else None


def _says(commit: Commit, kpi: str, contents: Mapping[str, Content]) -> bool:
    """Tell whether a commit measured a KPI, against its own parent."""
    before = _named(kpi, [contents.get(each.old or "") for each in commit.changes])
    after = _named(kpi, [contents.get(each.new or "") for each in commit.changes])
    return after is not None and _measured(before, after)


def _named(name: str, contents: Sequence[Content]) -> Kpi | None:
    found = (kpi for content in contents for kpi in _kpis(content) or () if kpi.id == name)
    return next(found, None)

"""The line of history of a workspace, read and dated."""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from datetime import date, tzinfo
from functools import cache
from pathlib import PurePosixPath
from typing import NamedTuple

from okrcli.errors import GitError
from okrcli.history.following.snapshot import Content, Elsewhere
from okrcli.history.plumbing.git import Git
from okrcli.history.plumbing.line import GRAPH, LINE, Query, read
from okrcli.history.plumbing.log import Commit, day_of
from okrcli.model.objective import OkrFile
from okrcli.model.organization import Organization
from okrcli.model.settings import Settings
from okrcli.store.files import is_okr_path
from okrcli.store.organization_reading import kpis, organization
from okrcli.store.rereading import Rereader
from okrcli.store.yaml.source import read_plain

SETTINGS_FILE = "okr.toml"

Asked = Callable[[str], bool]

# A plain line at the left margin, where only a key can stand; quoted values are not sure.
_KEY = b"\ncycle:"
_CYCLE = re.compile(
    rb"[ \t]+([1-9]\d{3}(?:-[HQ]?\d\d?)?|[A-Za-z][A-Za-z0-9_-]*)[ \t]*\r?$", re.MULTILINE
)


class Line(NamedTuple):
    """Commits, oldest first, each with its day on the line's clock, and the contents of blobs.

    Paths are the workspace's. `git` and `settings` are what it was read with; both are None where
    there is no repository. The first `begun` commits are not at hand; others stand in for them.
    Of one that is `cut`, only the last commit could be read.
    """

    commits: Sequence[Commit] = ()
    days: Sequence[date] = ()
    contents: Mapping[str, Content] = {}
    git: Git | None = None
    settings: Settings | None = None
    begun: int = 0
    cut: bool = False

    def up_to(self, day: date) -> "Line":
        """Give the line as it was at the end of a day."""
        end = bisect_right(self.days, day)
        return self._replace(commits=self.commits[:end], days=self.days[:end])

    def stands_alone(self, tree: Mapping[str, Content]) -> bool:
        """Tell whether cycles that were passed over have no part in what was read.

        They have where a file was once of the one and once of the other, where something names
        another cycle, where the working tree changes them, and where only they tell all teams.
        """
        read: set[str] = set()
        committed: dict[str, Content] = {}
        passed_over: set[str] = set()
        for commit in self.commits:
            for path, _, blob in commit.changes:
                content = committed[path] = self.contents.get(blob or "")
                if isinstance(content, OkrFile):
                    read.add(path)
                elif isinstance(content, Elsewhere):
                    passed_over.add(path)
        changed = (path for path in passed_over if committed[path] != tree.get(path))
        contents = (*self.contents.values(), *tree.values())
        return (
            read.isdisjoint(passed_over)
            and not any(changed)
            and may_stand_alone(tree)
            and not any(isinstance(one, OkrFile) and looks_elsewhere(one) for one in contents)
        )

    @property
    def complete(self) -> bool:
        """Tell whether everything that the commits name could be read."""
        named = (change.new for commit in self.commits for change in commit.changes)
        return not self.cut and all(blob is None or blob in self.contents for blob in named)


class Decoder:
    """Reads the contents of files, those of some cycles only where that is enough."""

    def __init__(self, asked: Asked | None = None) -> None:
        """Begin with nothing read; `asked` tells which cycles are of interest, by their names."""
        self._asked = asked
        self._rereader = Rereader()

    def decode(self, data: bytes) -> Content:
        """Read the content of a file; None where it is nothing of ours."""
        cycle = cycle_named(data) if self._asked is not None else None
        if cycle is not None and self._asked is not None and not self._asked(cycle):
            return Elsewhere(cycle, hash(data))
        found = self._rereader.again(data)
        if found is not None:
            return found
        value = read_plain(data)
        found = self._rereader.read(data, value)
        return found if found is not None else organization(value) or kpis(value)


def decode(data: bytes) -> Content:
    """Read the content of one file."""
    return Decoder().decode(data)


def cycle_named(data: bytes) -> str | None:
    """Tell the cycle of an OKR file by a look at its text; None where that is not sure to be it."""
    first = data.find(_KEY)
    if first >= 0 and data.find(_KEY, first + 1) < 0 and not data.startswith(_KEY[1:]):
        match = _CYCLE.match(data, first + len(_KEY))
        return None if match is None else match[1].decode("ascii")
    after_keys = (b"\n" + data).split(_KEY)[1:]
    found = [match[1] for text in after_keys if (match := _CYCLE.match(text)) is not None]
    return found[0].decode("ascii") if len(found) == 1 else None


def read_line(
    git: Git, revision: str, settings: Settings, zone: tzinfo, decoder: Decoder | None = None
) -> Line:
    """Read the line of history up to a commit, with a decoder that may have read other files."""
    place = _Place(git, settings)
    decoder = decoder or Decoder()
    try:
        commits, contents = place.read(place.query(revision, LINE), decoder, {})
    except GitError:
        if not git.partial():
            raise
        return _read_last(git, revision, settings, zone, decoder)
    oldest_first = commits[::-1]
    return Line(oldest_first, clock(oldest_first, zone), contents, git, settings)


def _read_last(git: Git, revision: str, settings: Settings, zone: tzinfo, decoder: Decoder) -> Line:
    """Read the last commit of a line, where a partial clone lacks the trees before it."""
    from okrcli.history.plumbing.treeless import read_alone  # noqa: PLC0415 - seldom needed

    last, contents = read_alone(git, revision, settings, decoder.decode)
    return Line([last], clock([last], zone), contents, git, settings, cut=True)


def read_graph(
    line: Line, asked: Asked | None = None
) -> tuple[Sequence[Commit], Mapping[str, Content]]:
    """Read all commits around a line's merges, side branches too, newest first."""
    merges = [commit for commit in line.commits if commit.merge]
    if line.git is None or line.settings is None or not merges:
        return (), {}
    place = _Place(line.git, line.settings)
    query = place.query(merges[-1].id, GRAPH)._replace(since=merges[0].parents[0])
    return place.read(query, Decoder(asked), line.contents)


def may_stand_alone(tree: Mapping[str, Content]) -> bool:
    """Tell whether a working tree names all teams, so that not every cycle has to."""
    return any(isinstance(one, Organization) and one.teams for one in tree.values())


def looks_elsewhere(content: OkrFile) -> bool:
    """Tell whether a file names anything in another cycle, or may."""
    for objective in content.objectives:
        if any(":" in text for text in objective.supports):
            return True
        formerly = [*objective.formerly]
        for key_result in objective.key_results:
            if any(":" in text for text in key_result.needs):
                return True
            formerly.extend(key_result.formerly)
        if any("/" in text or ":" in text for text in formerly):
            return True
    return False


def read_since(line: Line, revision: str, since: str, asked: Asked | None) -> Line:
    """Read what came to the line after a commit that is on it, with nothing but the new days."""
    if line.git is None or line.settings is None:
        return line
    place = _Place(line.git, line.settings)
    query = place.query(revision, LINE)._replace(since=since)
    commits, contents = place.read(query, Decoder(asked), {})
    return line._replace(commits=commits[::-1], contents=contents)


def clock(commits: Sequence[Commit], zone: tzinfo, latest: int | None = None) -> list[date]:
    """Date commits, oldest first, by when they were committed; never before an earlier one.

    `latest` is the latest time before them.
    """
    days: list[date] = []
    for commit in commits:
        seconds = commit.committer_time
        latest = seconds if latest is None or seconds > latest else latest
        days.append(day_of(latest, zone))
    return days


class _Place(NamedTuple):
    """A workspace in a repository."""

    git: Git
    settings: Settings

    def query(self, revision: str, shape: tuple[str, ...]) -> Query:
        """Ask for the commits of a shape that touch the workspace."""
        prefix = self.git.prefix
        folder = str(PurePosixPath(prefix, self.settings.okrs))
        return Query(revision, shape, (folder, f"{prefix}{SETTINGS_FILE}"))

    def read(
        self, query: Query, decoder: Decoder, known: Mapping[str, Content]
    ) -> tuple[Sequence[Commit], Mapping[str, Content]]:
        """Read commits, newest first, and the contents of the files that they change."""
        inside = cache(self._inside)  # a history names the same paths over and over
        return read(self.git, query, place=inside, decode=decoder.decode, known=known)

    def _inside(self, path: str) -> str | None:
        inside = path.removeprefix(self.git.prefix)
        return inside if is_okr_path(inside, self.settings) else None

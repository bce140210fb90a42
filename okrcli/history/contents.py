"""The line of history of a workspace, read and dated."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date, tzinfo
from functools import partial
from pathlib import PurePosixPath
from typing import NamedTuple

from okrcli.history.git import Git
from okrcli.history.line import GRAPH, LINE, Query, read
from okrcli.history.log import Commit, day_of
from okrcli.history.snapshot import Content
from okrcli.model.settings import Settings
from okrcli.store.files import is_okr_path
from okrcli.store.organization_reading import kpis, organization
from okrcli.store.rereading import Rereader
from okrcli.store.yaml_source import read_plain

SETTINGS_FILE = "okr.toml"


class Line(NamedTuple):
    """Commits, oldest first, each with its day on the line's clock, and the contents of blobs.

    Paths are the workspace's. `git` and `settings` are what it was read with; both are None where
    there is no repository.
    """

    commits: Sequence[Commit] = ()
    days: Sequence[date] = ()
    contents: Mapping[str, Content] = {}
    git: Git | None = None
    settings: Settings | None = None

    def up_to(self, day: date) -> "Line":
        """Give the line as it was at the end of a day."""
        end = bisect_right(self.days, day)
        return self._replace(commits=self.commits[:end], days=self.days[:end])

    @property
    def complete(self) -> bool:
        """Tell whether everything that the commits name could be read."""
        named = (change.new for commit in self.commits for change in commit.changes)
        return all(blob is None or blob in self.contents for blob in named)


def decode(data: bytes, rereader: Rereader | None = None) -> Content:
    """Read the content of a file; None where it is nothing of ours."""
    value = read_plain(data)
    found = (rereader or Rereader()).read(data, value)
    return found if found is not None else organization(value) or kpis(value)


def read_line(git: Git, revision: str, settings: Settings, zone: tzinfo) -> Line:
    """Read the line of history up to a commit."""
    commits, contents = _read(git, revision, settings, LINE, {})
    oldest_first = commits[::-1]
    return Line(oldest_first, clock(oldest_first, zone), contents, git, settings)


def read_graph(line: Line) -> tuple[Sequence[Commit], Mapping[str, Content]]:
    """Read all commits behind a line, side branches too, newest first."""
    if line.git is None or line.settings is None or not line.commits:
        return (), {}
    return _read(line.git, line.commits[-1].id, line.settings, GRAPH, line.contents)


def clock(commits: Sequence[Commit], zone: tzinfo) -> list[date]:
    """Date commits, oldest first, by when they were committed; never before an earlier one."""
    days: list[date] = []
    latest: int | None = None
    for commit in commits:
        seconds = commit.committer_time
        latest = seconds if latest is None or seconds > latest else latest
        days.append(day_of(latest, zone))
    return days


def _read(
    git: Git,
    revision: str,
    settings: Settings,
    shape: tuple[str, ...],
    known: Mapping[str, Content],
) -> tuple[Sequence[Commit], Mapping[str, Content]]:
    def place(path: str) -> str | None:
        inside = path.removeprefix(git.prefix)
        return inside if is_okr_path(inside, settings) else None

    query = Query(
        revision=revision,
        shape=shape,
        paths=(str(PurePosixPath(git.prefix, settings.okrs)), f"{git.prefix}{SETTINGS_FILE}"),
    )
    return read(git, query, place=place, decode=partial(decode, rereader=Rereader()), known=known)

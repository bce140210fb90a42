"""What is on record: the workspace as it stands, or as it was, with its history."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, tzinfo
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from okrcli.errors import SettingsError, UsageError
from okrcli.history.contents import SETTINGS_FILE, Asked, Decoder, Line, read_line
from okrcli.history.git import Git, MissingGitError, find_repository, repository
from okrcli.history.log import Commit, day_of
from okrcli.history.snapshot import Content
from okrcli.history.timeline import Timeline, timeline
from okrcli.model.cycle import Cycle
from okrcli.model.series import HistoryFacts
from okrcli.model.settings import Settings
from okrcli.store.settings_file import parse_settings

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_UNKNOWN = "check-ins, trends and original targets are unknown"
_NO_REPOSITORY = f"not in a git repository: {_UNKNOWN}; run `git init` and commit the OKR files"
_SHALLOW = (
    "a shallow clone: what was before its first commit is unknown; "
    "run `git fetch --unshallow`, in CI set `fetch-depth: 0`"
)
_PARTIAL = (
    "a partial clone: some old files are missing; run `git fetch --refetch --no-filter` to get them"
)


class Recorded(NamedTuple):
    """A moment of a workspace: what it says, since when, and how much of that could be seen.

    `revision` is the commit shown; None where uncommitted changes are in it.
    """

    settings: Settings
    now: date
    revision: str | None
    timeline: Timeline
    facts: HistoryFacts


def time_zone(settings: Settings) -> tzinfo:
    """Give the time zone in which a workspace's days begin."""
    return UTC if settings.timezone == "UTC" else ZoneInfo(settings.timezone)


def present(
    folder: Path,
    settings: Settings,
    files: Mapping[str, bytes],
    today: Callable[[tzinfo], date],
    asked: Callable[[date, Cycle], bool] | None = None,
) -> Recorded:
    """Read a workspace as it stands on disk, with the history of HEAD.

    With `asked`, which gets today and a cycle, only the cycles that it wants are read, where the
    others have no part in them.
    """
    zone = time_zone(settings)
    now = today(zone)
    git, gap = _history_of(folder)
    head = git.head() if git is not None else None
    if git is None or head is None:
        shown = timeline(Line(), now=now, zone=zone, settings=settings, working_tree=_tree(files))
        facts = HistoryFacts(complete=git is not None, commits=0, gap=gap)
        return Recorded(settings, now, None, shown, facts)
    line, tree = _enough(git, head, settings, files, None if asked is None else partial(asked, now))
    shown = timeline(line, now=now, zone=zone, settings=settings, working_tree=tree)
    changed = shown.uncommitted or _settings_differ(git, head, folder, settings)
    return Recorded(settings, now, None if changed else head, shown, _facts(git, line))


def _enough(
    git: Git,
    head: str,
    settings: Settings,
    files: Mapping[str, bytes],
    asked: Callable[[Cycle], bool] | None,
) -> tuple[Line, Mapping[str, Content]]:
    """Read the line and the working tree, of some cycles where they stand alone, else of all."""
    zone = time_zone(settings)
    if asked is not None:
        names = _by_name(settings, asked)
        line, tree = read_line(git, head, settings, zone, names), _tree(files, names)
        if line.stands_alone(tree):
            return line, tree
    return read_line(git, head, settings, zone), _tree(files)


def _tree(files: Mapping[str, bytes], asked: Asked | None = None) -> Mapping[str, Content]:
    decoder = Decoder(asked)
    return {path: decoder.decode(data) for path, data in files.items()}


def _by_name(settings: Settings, asked: Callable[[Cycle], bool]) -> Asked:
    """Ask for cycles by their names; one that the calendar does not know is not asked for."""

    @cache
    def wanted(name: str) -> bool:
        cycle = settings.calendar.cycle(name)
        return cycle is not None and asked(cycle)

    return wanted


def past(folder: Path, at: str) -> Recorded:
    """Read a workspace as it was committed, on a day or at a revision.

    Everything, settings too, is that of the commit shown, so that the answer stays the same for as
    long as the history stands.
    """
    git = repository(folder)
    day = _day(at)
    return _at_commit(git, git.commit(at), at) if day is None else _on_day(git, day)


def _at_commit(git: Git, commit: str, at: str) -> Recorded:
    settings = _settings_at(git, commit)
    zone = time_zone(settings)
    line = read_line(git, commit, settings, zone)
    if not line.commits:
        raise UsageError(f"there are no OKR files at {at}")
    now = max(line.days[-1], day_of(git.committed_at(commit), zone))
    return _recorded(git, settings, now, commit, line)


def _on_day(git: Git, day: date) -> Recorded:
    head = git.head()
    if head is None:
        raise UsageError("there are no commits yet", "commit the OKR files first")
    settings = _settings_at(git, head)
    tried: list[Settings] = []
    found: list[Commit] = []
    while settings not in tried:
        tried.append(settings)
        whole = read_line(git, head, settings, time_zone(settings))
        line = whole.up_to(day)
        then = _settings_at(git, line.commits[-1].id) if line.commits else Settings()
        if _reads_alike(then, settings):
            if line.commits:
                return _recorded(git, then, day, line.commits[-1].id, line)
            since = f"; the first commit is of {whole.days[0]}" if whole.days else ""
            raise UsageError(f"there are no OKR files at the end of {day}{since}")
        found += line.commits[-1:]
        settings = then
    return _before_a_change_of_zone(git, day, found)


def _before_a_change_of_zone(git: Git, day: date, found: Sequence[Commit]) -> Recorded:
    """Read the first of some states, each of which is another day's by the other's time zone."""
    first = min(found, key=lambda commit: commit.committer_time)
    settings = _settings_at(git, first.id)
    line = read_line(git, first.id, settings, time_zone(settings))
    return _recorded(git, settings, day, first.id, line)


def _recorded(git: Git, settings: Settings, now: date, commit: str, line: Line) -> Recorded:
    shown = timeline(line, now=now, zone=time_zone(settings), settings=settings)
    return Recorded(settings, now, commit, shown, _facts(git, line))


def _reads_alike(one: Settings, other: Settings) -> bool:
    """Tell whether two settings read the same history."""
    return (one.okrs, one.exclude, one.timezone) == (other.okrs, other.exclude, other.timezone)


def _settings_at(git: Git, commit: str) -> Settings:
    data = git.file(commit, SETTINGS_FILE)
    return Settings() if data is None else parse_settings(data, f"{SETTINGS_FILE} at {commit[:12]}")


def _settings_differ(git: Git | None, head: str | None, folder: Path, now: Settings) -> bool:
    if git is None or head is None:
        return True
    committed = git.file(head, SETTINGS_FILE) or b""
    path = folder / SETTINGS_FILE
    if committed == (path.read_bytes() if path.is_file() else b""):
        return False
    try:
        return parse_settings(committed) != now
    except SettingsError:
        return True


def _history_of(folder: Path) -> tuple[Git | None, str | None]:
    """Find the repository of a workspace, or say why it has none."""
    try:
        git = find_repository(folder)
    except MissingGitError as missing:
        return None, f"{missing.message}: {_UNKNOWN}; {missing.hint}"
    return git, None if git is not None else _NO_REPOSITORY


def _facts(git: Git, line: Line) -> HistoryFacts:
    gap = _SHALLOW if git.shallow else None if line.complete else _PARTIAL
    return HistoryFacts(complete=gap is None, commits=len(line.commits), gap=gap)


def _day(written: str) -> date | None:
    if not _DAY.fullmatch(written):
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None

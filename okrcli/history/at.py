"""The workspace as it was committed, on a day or at a revision."""

import re
from collections.abc import Sequence
from datetime import date

from okrcli.errors import OkrError, UsageError
from okrcli.history.following.contents import SETTINGS_FILE, Line, read_line
from okrcli.history.following.timeline import timeline
from okrcli.history.plumbing.git import Git
from okrcli.history.plumbing.log import Commit, day_of
from okrcli.history.plumbing.moment import time_zone
from okrcli.history.recorded import Recorded, facts_of
from okrcli.model.settings import Settings
from okrcli.store.settings_file import parse_settings

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def past(git: Git, at: str) -> Recorded:
    """Read a workspace as it was committed, on a day or at a revision.

    Everything, settings too, is that of the commit shown, so that the answer stays the same for as
    long as the history stands.
    """
    day = named_day(at)
    return _at_commit(git, git.commit(at), at) if day is None else _on_day(git, day)


def _at_commit(git: Git, commit: str, at: str) -> Recorded:
    settings = settings_at(git, commit)
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
    settings = settings_at(git, head)
    tried: list[Settings] = []
    found: list[Commit] = []
    while settings not in tried:
        tried.append(settings)
        whole = read_line(git, head, settings, time_zone(settings))
        line = whole.up_to(day)
        then = settings_at(git, line.commits[-1].id) if line.commits else Settings()
        if _reads_alike(then, settings):
            if line.commits:
                return _recorded(git, then, day, line.commits[-1].id, line)
            raise _nothing(git, day, whole)
        found += line.commits[-1:]
        settings = then
    return _before_a_change_of_zone(git, day, found)


def _nothing(git: Git, day: date, line: Line) -> OkrError:
    """Say why there is nothing to show of a day."""
    if git.shallow or line.cut:
        return OkrError(f"what stood there on {day} cannot be seen", facts_of(git, line).gap)
    since = f"; the first commit is of {line.days[0]}" if line.days else ""
    return UsageError(f"there are no OKR files at the end of {day}{since}")


def _before_a_change_of_zone(git: Git, day: date, found: Sequence[Commit]) -> Recorded:
    """Read the first of some states, each of which is another day's by the other's time zone."""
    first = min(found, key=lambda commit: commit.committer_time)
    settings = settings_at(git, first.id)
    line = read_line(git, first.id, settings, time_zone(settings))
    return _recorded(git, settings, day, first.id, line)


def _recorded(git: Git, settings: Settings, now: date, commit: str, line: Line) -> Recorded:
    shown = timeline(line, now=now, zone=time_zone(settings), settings=settings)
    return Recorded(settings, now, commit, shown, facts_of(git, line))


def _reads_alike(one: Settings, other: Settings) -> bool:
    """Tell whether two settings read the same history."""
    return (one.okrs, one.exclude, one.timezone) == (other.okrs, other.exclude, other.timezone)


def settings_at(git: Git, commit: str) -> Settings:
    """Read the settings of a commit."""
    data = git.file(commit, SETTINGS_FILE)
    return Settings() if data is None else parse_settings(data, f"{SETTINGS_FILE} at {commit[:12]}")


def named_day(written: str) -> date | None:
    """Give the day that is meant; None where it is no date but a revision."""
    if not _DAY.fullmatch(written):
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None

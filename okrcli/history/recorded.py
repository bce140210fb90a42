"""What is on record: the workspace as it stands, or as it was, with its history."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from okrcli.errors import SettingsError, UsageError
from okrcli.history.contents import SETTINGS_FILE, Asked, Decoder, Line, may_stand_alone, read_line
from okrcli.history.git import Git, repository
from okrcli.history.log import Commit, day_of
from okrcli.history.moment import Moment, time_zone
from okrcli.history.question import Question
from okrcli.history.snapshot import Content
from okrcli.history.timeline import Timeline, begin, follow, timeline
from okrcli.history.timeline import shown as show
from okrcli.model.cycle import Cycle
from okrcli.model.series import HistoryFacts
from okrcli.model.settings import Settings
from okrcli.store.settings_file import parse_settings

if TYPE_CHECKING:
    from okrcli.history.memory import Memory

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
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


def present(
    moment: Moment,
    asked: Callable[[date, Cycle], bool] | None = None,
    caches: Path | None = None,
) -> Recorded:
    """Read a workspace as it stands on disk, with the history of HEAD.

    With `asked`, which gets today and a cycle, only the cycles that it wants are read, where the
    others have no part in them. `caches` is the folder of the caches.
    """
    folder, settings, files, zone, now, git, head, gap, _ = moment
    if git is None or head is None:
        shown = timeline(Line(), now=now, zone=zone, settings=settings, working_tree=_tree(files))
        facts = HistoryFacts(complete=git is not None, commits=0, gap=gap)
        return Recorded(settings, now, None, shown, facts)
    names = None if asked is None else _by_name(settings, partial(asked, now))
    question = Question(git, head, settings, files, moment.blobs, names, now, zone)
    memory = _memory(caches, git, settings)
    found = memory and memory.recall(question, lambda: present(moment).timeline.past)
    if found:
        shown, facts = found.timeline, HistoryFacts(complete=True, commits=found.commits)
    else:
        line, tree, names = _enough(question)
        walk = begin(line, settings.calendar)
        before = 0
        if memory:
            before = memory.keep_before(walk, line, question, names)
        follow(walk, line, before)
        if memory:
            memory.keep(walk, line, question, names)
        shown = show(walk, line, now=now, zone=zone, settings=settings, working_tree=tree)
        facts = _facts(git, line)
    changed = shown.uncommitted or _settings_differ(git, head, folder, settings)
    return Recorded(settings, now, None if changed else head, shown, facts)


def _memory(caches: Path | None, git: Git, settings: Settings) -> "Memory | None":
    """Find what is kept of a repository; a shallow one is not complete enough to keep it."""
    if caches is None or git.shallow:
        return None
    from okrcli.history.memory import memory  # noqa: PLC0415 - only where a cache is wanted

    return memory(caches, git, settings)


def _enough(question: Question) -> tuple[Line, Mapping[str, Content], Asked | None]:
    """Read the line and the working tree, of some cycles where they stand alone, else of all."""
    git, head, settings, files, _, names, _, zone = question
    if names is not None:
        tree = _tree(files, names)
        if may_stand_alone(tree):
            line = read_line(git, head, settings, zone, names)
            if line.stands_alone(tree):
                return line, tree, names
    return read_line(git, head, settings, zone), _tree(files), None


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

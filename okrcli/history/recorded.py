"""What is on record: the workspace as it stands, or as it was, with its history."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from okrcli.errors import SettingsError
from okrcli.history.following.contents import (
    SETTINGS_FILE,
    Asked,
    Decoder,
    Line,
    may_stand_alone,
    read_line,
)
from okrcli.history.following.snapshot import Content
from okrcli.history.following.timeline import Timeline, begin, follow, timeline
from okrcli.history.following.timeline import shown as show
from okrcli.history.memory.question import Question
from okrcli.history.plumbing.git import Git
from okrcli.history.plumbing.moment import Moment
from okrcli.model.cycle import Cycle
from okrcli.model.series import HistoryFacts
from okrcli.model.settings import Settings
from okrcli.store.settings_file import parse_settings

if TYPE_CHECKING:
    from okrcli.history.memory.memory import Memory

_SHALLOW = (
    "a shallow clone: what was before its first commit is unknown; "
    "run `git fetch --unshallow`, in CI set `fetch-depth: 0`"
)
_PARTIAL = (
    "a partial clone: some old files are missing; run `git fetch --refetch --no-filter` to get them"
)
_TREELESS = (
    "a partial clone without old trees: what was before its last commit is unknown; "
    "run `git fetch --refetch --no-filter`"
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
        tree = _tree(files, Decoder())
        shown = timeline(Line(), now=now, zone=zone, settings=settings, working_tree=tree)
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
        if memory:
            memory.follow(walk, line, question, names)
        else:
            follow(walk, line)
        shown = show(walk, line, now=now, zone=zone, settings=settings, working_tree=tree)
        facts = facts_of(git, line)
    changed = shown.uncommitted or _settings_differ(git, head, folder, settings)
    return Recorded(settings, now, None if changed else head, shown, facts)


def _memory(caches: Path | None, git: Git, settings: Settings) -> "Memory | None":
    """Find what is kept of a repository; a shallow one is not complete enough to keep it."""
    if caches is None or git.shallow:
        return None
    from okrcli.history.memory.memory import memory  # noqa: PLC0415 - only where a cache is wanted

    return memory(caches, git, settings)


def _enough(question: Question) -> tuple[Line, Mapping[str, Content], Asked | None]:
    """Read the line and the working tree, of some cycles where they stand alone, else of all."""
    git, head, settings, files, _, names, _, zone = question
    if names is not None:
        decoder = Decoder(names)
        tree = _tree(files, decoder)
        if may_stand_alone(tree):
            line = read_line(git, head, settings, zone, decoder)
            if line.stands_alone(tree):
                return line, tree, names
    decoder = Decoder()
    tree = _tree(files, decoder)
    return read_line(git, head, settings, zone, decoder), tree, None


def _tree(files: Mapping[str, bytes], decoder: Decoder) -> Mapping[str, Content]:
    return {path: decoder.decode(data) for path, data in files.items()}


def _by_name(settings: Settings, asked: Callable[[Cycle], bool]) -> Asked:
    """Ask for cycles by their names; one that the calendar does not know is not asked for."""

    @cache
    def wanted(name: str) -> bool:
        cycle = settings.calendar.cycle(name)
        return cycle is not None and asked(cycle)

    return wanted


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


def facts_of(git: Git, line: Line) -> HistoryFacts:
    """Tell how much of a line could be read, and what to do about the rest."""
    if git.shallow or line.cut:
        gap: str | None = _SHALLOW if git.shallow else _TREELESS
    else:
        gap = None if line.complete else _PARTIAL
    return HistoryFacts(complete=gap is None, commits=len(line.commits), gap=gap)

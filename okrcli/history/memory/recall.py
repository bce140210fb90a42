"""Show a line from what is kept of it: only what is new is read.

Whatever does not fit gives None, and the history is read as if nothing were kept.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from pydantic_core import from_json

from okrcli.history.following.checkins import told_series
from okrcli.history.following.contents import (
    Decoder,
    Line,
    clock,
    looks_elsewhere,
    may_stand_alone,
    read_since,
)
from okrcli.history.following.past import LatePast, Past
from okrcli.history.following.snapshot import Content, Elsewhere, Snapshot, drafts
from okrcli.history.following.timeline import Timeline, Walk, begins, cycle_names, follow, shown
from okrcli.history.following.told import NotResumableError
from okrcli.history.following.witness import Witness
from okrcli.history.memory.cache import Cache, Entry
from okrcli.history.memory.question import Question
from okrcli.history.memory.saved import NOTHING, OKRS, Saved
from okrcli.history.plumbing.log import Commit
from okrcli.model.objective import OkrFile
from okrcli.model.organization import Organization
from okrcli.model.reference import Key
from okrcli.model.series import Beginning

_MOST_NEW = 500  # commits; with more it pays to read all, and to keep that


class Recalled(NamedTuple):
    """A timeline, and of how many commits."""

    timeline: Timeline
    commits: int


class Recalling:
    """One state, held against a question."""

    def __init__(
        self, cache: Cache, entry: Entry, question: Question, late: Callable[[], Past]
    ) -> None:
        """Take the state, the question, and what reads the past should anyone want it."""
        self._cache = cache
        self._entry = entry
        self._question = question
        self._past = LatePast(late, self._beginnings)
        self._further: tuple[Walk, Line] | None = None
        self._asked = None if entry.label.scope == "*" else question.asked
        self._decoder = Decoder(self._asked)

    def recall(self) -> Recalled | None:
        """Show the state as it is where nothing is new, else go on from it."""
        git, head, _, files, *_ = self._question
        same_head = self._entry.label.head == head
        if not (same_head or git.is_on_line(self._entry.label.head, head)):
            return None
        kept = self._cache.shown(self._entry)
        if kept is None:
            return None
        self._saved = Saved(kept)
        self._new = {path: data for path, data in files.items() if not self._is_as_committed(path)}
        if same_head and not self._new and files.keys() == self._saved.files.keys():
            found = self._standing()
            if found is not None:
                return found
        return self._going_on()

    def _is_as_committed(self, path: str) -> bool:
        file = self._saved.files.get(path)
        return file is not None and self._question.blobs[path] == file.blob

    def _standing(self) -> Recalled | None:
        """Show what is the same as it was."""
        saved, question = self._saved, self._question
        okrs = saved.okrs()
        objectives = saved.objectives(okrs)
        organizations = self._organizations()
        if objectives is None or not (self._asked is None or may_stand_alone(organizations)):
            return None
        last = organizations[max(organizations)] if organizations else Organization()
        line = self._placeholders(saved.days)
        witness = Witness(line, last, question.now, question.zone)
        calendar = question.settings.calendar
        starts = {
            cycle: begins(line, calendar.cycle(cycle), question.now)
            for cycle in {objective.cycle for objective in objectives}
        }
        series = {key: told_series(told, witness, starts[key.cycle]) for key, told in saved.told()}
        timeline = Timeline(
            objectives=objectives,
            drafts=drafts(okrs),
            files=okrs,
            organization=last,
            series=series,
            uncommitted=False,
            unreadable=saved.unreadable,
            past=self._past,
        )
        return Recalled(timeline, saved.count)

    def _organizations(self) -> dict[str, Organization]:
        found: dict[str, Organization] = {}
        for path, file in self._saved.files.items():
            if file.kind == "other":
                content = self._committed(path)
                if isinstance(content, Organization):
                    found[path] = content
        return found

    def _committed(self, path: str) -> Content:
        """Read a file of another kind as it was committed."""
        if path in self._question.files and path not in self._new:
            return self._decoder.decode(self._question.files[path])
        return self._decoder.decode(self._question.git.blob(self._saved.files[path].blob))

    def _placeholders(self, days: list[date]) -> Line:
        """Stand in for a line whose commits are not at hand."""
        saved, question = self._saved, self._question
        size = len(saved.ids) // saved.count
        commit = Commit(saved.ids[:size], (), "", "", 0, 0, ())
        return Line([commit] * saved.count, days, {}, question.git, question.settings, saved.count)

    def _going_on(self) -> Recalled | None:
        """Restore all of the state, and follow what came since."""
        kept = self._cache.followed(self._entry)
        if kept is None:
            return None
        followed, question, saved = from_json(kept), self._question, self._saved
        line = self._line(followed)
        okrs = saved.okrs()
        contents = {path: self._content(path, okrs) for path in saved.files}
        organizations = {
            path: one for path, one in contents.items() if isinstance(one, Organization)
        }
        snapshot = Snapshot.restored(contents, okrs, organizations)
        walk = saved.walk(followed, snapshot, question.settings.calendar)
        follow(walk, line, saved.count)
        self._further = walk, line
        tree = self._tree(line, contents)
        if self._asked is not None and not self._stands_alone(followed, line, walk, tree):
            return None
        timeline = shown(
            walk,
            line,
            now=question.now,
            zone=question.zone,
            settings=question.settings,
            working_tree=tree,
        )
        return Recalled(timeline._replace(past=self._past), len(line.commits))

    def _beginnings(self) -> Mapping[Key, Beginning]:
        """Tell where each key result that is there began."""
        if self._further is None:
            places = {key: told.began for key, told in self._saved.told()}
        else:
            tracks = self._further[0].identities.tracks
            places = {key: track.began for key, track in tracks.items()}
        return {key: Beginning(at, self._id(at)) for key, at in places.items()}

    def _id(self, at: int) -> str | None:
        """Give the id of the commit at a place of the line; None for the working tree."""
        saved = self._saved
        if at < saved.count:
            size = len(saved.ids) // saved.count
            return saved.ids[at * size : at * size + size]
        new = self._further[1].commits if self._further is not None else ()
        return new[at].id if at < len(new) else None

    def _line(self, followed: Mapping[str, Any]) -> Line:
        """Read what came since, behind stand-ins for what was before."""
        saved, question = self._saved, self._question
        old = self._placeholders(saved.days)
        if self._entry.label.head == question.head:
            return old
        new = read_since(old, question.head, self._entry.label.head, self._asked)
        strange = cycle_names(new.contents.values()).difference(followed["names"])
        if strange or not new.complete or len(new.commits) > _MOST_NEW:
            raise NotResumableError
        days = clock(new.commits, question.zone, followed["latest"])
        return new._replace(commits=[*old.commits, *new.commits], days=[*old.days, *days])

    def _content(self, path: str, okrs: Mapping[str, OkrFile]) -> Content:
        kind = self._saved.files[path].kind
        if kind == OKRS:
            return okrs[path]
        if kind.startswith("="):
            return Elsewhere(kind[1:], hash(self._saved.files[path].blob))
        return None if kind == NOTHING else self._committed(path)

    def _tree(self, line: Line, contents: Mapping[str, Content]) -> Mapping[str, Content]:
        """Give what the files on disk say."""
        tree: dict[str, Content] = {}
        for path, data in self._question.files.items():
            if path not in self._new:
                tree[path] = contents[path]
                continue
            blob = self._question.blobs[path]
            known = blob in line.contents
            tree[path] = line.contents[blob] if known else self._decoder.decode(data)
        return tree

    def _stands_alone(
        self, followed: Mapping[str, Any], line: Line, walk: Walk, tree: Mapping[str, Content]
    ) -> bool:
        """Tell, as `Line.stands_alone` does, whether the cycles passed over have no part in it."""
        read, passed = set(followed["read"]), set(followed["passed"])
        for commit in line.commits[self._saved.count :]:
            for path, _, blob in commit.changes:
                content = line.contents.get(blob or "")
                if isinstance(content, OkrFile):
                    read.add(path)
                elif isinstance(content, Elsewhere):
                    passed.add(path)
        committed = walk.snapshot.files
        new = (*line.contents.values(), *(tree[path] for path in self._new))
        return (
            read.isdisjoint(passed)
            and all(committed.get(path) == tree.get(path) for path in passed)
            and may_stand_alone(tree)
            and not any(isinstance(one, OkrFile) and looks_elsewhere(one) for one in new)
        )

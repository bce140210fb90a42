"""How the word for a change is found: its commits, their files, and who may do what."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.checking.diffing import DiffQuestion
from okrcli.cli.reading.reporting import clock
from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.analysis.changes.authority import Authority
    from okrcli.analysis.changes.classification import FileStep, Side, Step, Verdict
    from okrcli.history.ends import Ends
    from okrcli.history.plumbing.git import Git
    from okrcli.history.proposed import Proposed, Touched
    from okrcli.model.settings import Settings

_ID = 7  # of a commit's id


class _Range(NamedTuple):
    """What is classified: from where to which commit, and on to the disk where `head` is None."""

    root: Path
    git: "Git"
    ends: "Ends"
    last: str
    settings: "Settings"
    environ: Mapping[str, str]


def classified(session: Session, question: DiffQuestion) -> "Verdict":
    """Find the word for what lies between two ends."""
    from okrcli.analysis.changes.classification import classify
    from okrcli.history.at import settings_at
    from okrcli.history.ends import find_ends
    from okrcli.history.plumbing.git import repository
    from okrcli.history.plumbing.moment import time_zone
    from okrcli.store.discovery import find_workspace

    root = find_workspace(session.folder)
    git = repository(root)
    with session.working("reading the history"):
        ends = find_ends(git, question.first, question.second)
        last = ends.head or git.head()
        if last is None:
            raise UsageError("there is no commit yet, so there is nobody who made one")
        settings = settings_at(git, ends.base)
        range_ = _Range(root, git, ends, last, settings, session.environ)
        proposals = list(_proposals(range_))
        steps = [_step(each) for each in proposals]
        commits = dict.fromkeys((ends.base, ends.tip))
        authorities = [_authority(git, commit) for commit in commits]
        doubts = list(_doubts(range_, proposals))
    return classify(steps, authorities, settings, clock(session)(time_zone(settings)), doubts)


def _proposals(range_: _Range) -> "Iterator[Proposed]":
    """Yield what is not committed, if that counts, and the commits, the newest first."""
    from okrcli.history.proposed import Proposed, email_here, proposed

    git, ends = range_.git, range_.ends
    if ends.head is None:
        files = list(_uncommitted(range_))
        if files:
            yield Proposed(None, email_here(git, range_.environ), merge=False, files=files)
    yield from proposed(git, ends.base, range_.last, range_.settings)


def _uncommitted(range_: _Range) -> "Iterator[Touched]":
    """Yield the files that are on disk otherwise than at HEAD; line endings are no difference."""
    from okrcli.history.following.contents import SETTINGS_FILE
    from okrcli.history.plumbing.trees import files_at
    from okrcli.history.proposed import Touched
    from okrcli.store.contents import file_contents

    git, root = range_.git, range_.root
    was = dict(files_at(git, range_.last, range_.settings))
    now = dict(file_contents(root, range_.settings))
    committed = git.file(range_.last, SETTINGS_FILE)
    was |= {} if committed is None else {SETTINGS_FILE: committed}
    path = root / SETTINGS_FILE
    now |= {SETTINGS_FILE: path.read_bytes()} if path.is_file() else {}
    for name in sorted({*was, *now}):
        old, new = (
            None if name not in each else each[name].replace(b"\r\n", b"\n") for each in (was, now)
        )
        if old != new:
            yield Touched(name, old, new)


def _step(proposal: "Proposed") -> "Step":
    from okrcli.analysis.changes.classification import Step

    commit = proposal.commit
    return Step(
        "uncommitted" if commit is None else commit[:_ID],
        proposal.email,
        proposal.merge,
        [_file(each) for each in proposal.files],
        proposal.others,
    )


def _file(touched: "Touched") -> "FileStep":
    from okrcli.analysis.changes.classification import FileStep, said_paths
    from okrcli.cli.checking.straying import strays

    path, before, after = touched
    was, now = (None if data is None else _side(data) for data in (before, after))
    if before is None or after is None or was is None or now is None:
        return FileStep(path, was, now)
    if was.data is None or now.data is None:
        return FileStep(path, was, now)
    return FileStep(path, was, now, strays(path, before, after, said_paths(was, now)))


def _side(data: bytes) -> "Side":
    """Read a file, as strictly as lint does."""
    from okrcli.analysis.changes.classification import Side
    from okrcli.history.following.contents import decode
    from okrcli.store.yaml.source import Unreadable, read_strict

    try:
        value = read_strict(data).value
    except Unreadable:
        return Side(None, None)
    return Side(value, decode(data))


def _authority(git: "Git", commit: str) -> "Authority":
    """Read who may do what by the files of a commit."""
    from okrcli.analysis.changes.authority import Authority
    from okrcli.history.at import settings_at
    from okrcli.history.changed_files import kpis_in
    from okrcli.history.following.contents import Decoder
    from okrcli.history.following.snapshot import Snapshot
    from okrcli.history.plumbing.trees import files_at

    decoder, snapshot = Decoder(), Snapshot()
    files = files_at(git, commit, settings_at(git, commit))
    contents = {path: decoder.decode(data) for path, data in files.items()}
    for path, content in contents.items():
        snapshot.apply(path, content)
    return Authority(
        commit[:_ID],
        snapshot.organization(),
        {objective.key: objective for objective in snapshot.objectives()},
        {kpi.id: kpi for content in contents.values() for kpi in kpis_in(content)},
    )


def _doubts(range_: _Range, proposals: "Sequence[Proposed]") -> "Iterator[str]":
    """Yield what speaks against every word that opens a door."""
    from okrcli.history.proposed import is_behind, odd_modes

    git, ends = range_.git, range_.ends
    if ends.guessed:
        yield "where the two ends parted cannot be seen in a shallow clone"
    elif not is_behind(git, ends.base, range_.last):
        yield f"{ends.head_name} lacks commits that {ends.base_name} has"
    for path in odd_modes(git, ends.base, range_.last, range_.settings):
        yield f"{path} is no plain file at one of the two ends"
    latest = {file.path: file.after for each in reversed(proposals) for file in each.files}
    yield from _faults(latest, range_.settings)


def _faults(files: "Mapping[str, bytes | None]", settings: "Settings") -> "Iterator[str]":
    """Yield the files whose form has a fault."""
    from okrcli.history.following.contents import SETTINGS_FILE
    from okrcli.store.loader import load_contents

    there = {path: data for path, data in files.items() if data and path != SETTINGS_FILE}
    faulty = {finding.source.path for finding in load_contents(there, settings).problems}
    yield from (f"{path} has faults: run `okr lint`" for path in sorted(faulty))

"""The line of history: the first-parent commits that touch the workspace, and its files' contents.

One `git log` names the blobs, newest first, and one `git cat-file --batch` reads them while the
log is still being written; they are decoded as they arrive.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from threading import Thread
from typing import IO, NamedTuple, TypeVar, cast

from okrcli.errors import GitError
from okrcli.history.plumbing.git import Git
from okrcli.history.plumbing.log import ARGUMENTS, Change, Commit, commits

T = TypeVar("T")

LINE = ("--first-parent", "--diff-merges=first-parent")
GRAPH = ("--full-history", "--parents", "--date-order", "--diff-merges=off")

_ALL_OBJECTS = ("--batch-all-objects", "--batch-check=%(objectname)", "--unordered")


class Query(NamedTuple):
    """Which commits to read: those of a shape (LINE or GRAPH) that touch some paths.

    With `since`, only those that are not already in the history of that commit.
    """

    revision: str
    shape: tuple[str, ...]
    paths: tuple[str, ...]
    since: str | None = None

    @property
    def arguments(self) -> tuple[str, ...]:
        """Give the arguments of git."""
        since = () if self.since is None else (f"^{self.since}",)
        return (*ARGUMENTS, *self.shape, self.revision, *since, "--", *self.paths)


def read(
    git: Git,
    query: Query,
    *,
    place: Callable[[str], str | None],
    decode: Callable[[bytes], T],
    known: Mapping[str, T],
) -> tuple[Sequence[Commit], Mapping[str, T]]:
    """Read commits, newest first, and the decoded contents of the blobs that they name.

    `place` gives a file's path in the workspace for its path in the repository, None where it is
    not of interest. Blobs whose contents are `known` are not read again; one that the repository
    lacks (a partial clone) has no content.
    """
    try:
        return _read(git, query, place, decode, known, set())
    except GitError:
        if not git.partial():
            raise
        return _read(git, query, place, decode, known, _missing(git, query))


def _read(  # noqa: PLR0913, PLR0917 - as `read`, and what cannot be had
    git: Git,
    query: Query,
    place: Callable[[str], str | None],
    decode: Callable[[bytes], T],
    known: Mapping[str, T],
    missing: set[str],
) -> tuple[Sequence[Commit], Mapping[str, T]]:
    asked = missing.union(known)
    found: list[Commit] = []
    with git.start("cat-file", "--batch", "--buffer") as batch:
        requests = cast("IO[bytes]", batch.stdin)

        def ask() -> None:
            # A batch that ended early says itself why, when it is waited for.
            with suppress(BrokenPipeError), requests, git.start(*query.arguments) as log:
                for commit in commits(cast("IO[bytes]", log.stdout)):
                    found.append(_placed(commit, place))
                    _request(found[-1].changes, asked, requests)

        asking = _Asking(ask)
        asking.start()
        answers = _answers(cast("IO[bytes]", batch.stdout))
        contents = {blob: decode(data) for blob, data in answers}
        asking.finish()
    return found, {**known, **contents}


def _missing(git: Git, query: Query) -> set[str]:
    """Give the blobs of a query that a partial clone lacks; git fails if it is asked for one."""
    with git.start(*query.arguments) as log:
        missing = {
            blob
            for commit in commits(cast("IO[bytes]", log.stdout))
            for change in commit.changes
            for blob in (change.new, change.old)
            if blob is not None
        }
    with git.start("cat-file", *_ALL_OBJECTS) as listing:
        for line in cast("IO[bytes]", listing.stdout):
            missing.discard(line.decode("ascii").strip())
    return missing


def _placed(commit: Commit, place: Callable[[str], str | None]) -> Commit:
    changes = tuple(
        change if path == change.path else change._replace(path=path)
        for change in commit.changes
        if (path := place(change.path)) is not None
    )
    return commit if changes == commit.changes else commit._replace(changes=changes)


class _Asking(Thread):
    """A thread whose failure is raised where it is waited for."""

    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__(daemon=True)
        self._work = work
        self._failure: BaseException | None = None

    def run(self) -> None:
        try:
            self._work()
        except BaseException as failure:  # noqa: BLE001 - raised again by `finish`
            self._failure = failure

    def finish(self) -> None:
        """Wait for the end, and raise what stopped it."""
        self.join()
        if self._failure is not None:
            raise self._failure


def _request(changes: Iterable[Change], asked: set[str], requests: IO[bytes]) -> None:
    for change in changes:
        for blob in (change.new, change.old):
            if blob is not None and blob not in asked:
                asked.add(blob)
                requests.write(blob.encode("ascii") + b"\n")


def _answers(stream: IO[bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield the blobs of a batch; one that is missing (a partial clone) is passed over."""
    while header := stream.readline():
        blob, kind, *size = header.decode("ascii").split()
        if size:
            data = stream.read(int(size[0]))
            stream.read(1)
            if kind == "blob":
                yield blob, data

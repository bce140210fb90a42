"""Real git repositories for tests, written step by step."""

import os
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, NamedTuple, cast

FIRST_DATE = datetime(2026, 10, 1, 9, tzinfo=UTC)
CLEAN = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
PEOPLE = {
    "ana": "Ana Silva <ana@acme.example>",
    "bo": "Bo Xu <bo@acme.example>",
    "chi": "Chi Okoro <chi@acme.example>",
    "cleo": "Cleo Marsh <cleo@acme.example>",
    "dana": "Dana Host <dana@acme.example>",
}


class Link(NamedTuple):
    """A symbolic link, as the content of a path."""

    target: str


Content = str | bytes | Link
Files = Mapping[str, Content | None]
Tree = dict[str, Content]


class Made(NamedTuple):
    """A commit that was made: its parents and its whole tree."""

    parents: Sequence[str]
    tree: Tree


def git_environment() -> dict[str, str]:
    """Give an environment in which no configuration but the repository's own counts."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**own, **CLEAN, "LC_ALL": "C"}


def git(folder: Path, *arguments: str, given: bytes = b"") -> str:
    """Run git in a folder and give what it says."""
    done = subprocess.run(
        ["git", "-C", str(folder), "-c", "user.name=Test", "-c", "user.email=t@t", *arguments],
        env=git_environment(),
        input=given,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise AssertionError(arguments, done.stderr.decode(errors="replace"))
    return done.stdout.decode().strip()


class Repo:
    """A repository that is written through `git fast-import`, kept open between commits.

    A commit changes the paths that it names (None: removes them) of the branch that is current.
    Dates are `2026-10-05` (at 09:00 UTC), ISO with a time and an offset, or git's raw
    `SECONDS OFFSET`; left out, a day after the latest one given. Authors are a key of PEOPLE, or
    `Name <mail>`.
    """

    def __init__(self, folder: Path, object_format: str = "sha1") -> None:
        """Make an empty repository."""
        self.folder = folder
        self.commits: dict[str, Made] = {}
        self.heads: dict[str, str] = {}
        self.current = "main"
        self._next = FIRST_DATE
        self._shown: str | None = None
        self._marks: dict[str, int] = {}
        self._import: subprocess.Popen[bytes] | None = None
        folder.mkdir(parents=True, exist_ok=True)
        form = f"--object-format={object_format}"
        git(folder, "init", "-q", "-b", "main", "--template=", form)

    @property
    def head(self) -> str:
        """Give the id of the current branch's last commit."""
        return self.heads[self.current]

    def commit(  # noqa: PLR0913 - all that a commit says
        self,
        files: Files,
        *,
        author: str | bytes = "ana",
        date: str | None = None,
        committed: str | None = None,
        message: str = "",
        parents: Sequence[str] | None = None,
        whole: bool = False,
    ) -> str:
        """Make a commit on the current branch; `whole` forgets every path that is not named."""
        if parents is None:
            parents = [self.head] if self.current in self.heads else []
        tree: Tree = {} if whole or not parents else dict(self.commits[parents[0]].tree)
        for path, content in files.items():
            tree.pop(path, None)
            if content is not None:
                tree[path] = content
        authored = self._date(date)
        commit = self._send(
            [
                b"author %s %s" % (_person(author), authored.encode()),
                b"committer %s %s" % (_person(author), _raw(committed or authored).encode()),
                _data(message.encode()),
                *(
                    (b"merge " if place else b"from ") + self._named(parent)
                    for place, parent in enumerate(parents)
                ),
                b"deleteall",
                *(_file(path, content) for path, content in tree.items()),
            ]
        )
        self.commits[commit] = Made(parents, tree)
        self.heads[self.current] = commit
        return commit

    def branch(self, name: str, at: str | None = None) -> None:
        """Begin a branch, here or at a commit, and go on with it."""
        self.heads[name] = at or self.head
        self.current = name

    def go(self, name: str) -> None:
        """Go on with a branch."""
        self.current = name

    def merge(
        self,
        *branches: str,
        files: Files | None = None,
        author: str = "dana",
        date: str | None = None,
    ) -> str:
        """Merge branches into the current one, with some paths resolved to `files`."""
        sides = [self.heads.get(branch, branch) for branch in branches]
        changes: dict[str, Content | None] = {}
        for side in sides:
            changes.update(self._changes(self.head, side))
        changes.update(files or {})
        parents = [self.head, *sides]
        return self.commit(changes, author=author, date=date, parents=parents, message="Merge")

    def git(self, *arguments: str, given: bytes = b"") -> str:
        """Run git in the repository and give what it says."""
        self.save()
        return git(self.folder, *arguments, given=given)

    def save(self) -> None:
        """Bring to disk what was committed."""
        if self._import is not None:
            _, said = self._import.communicate()
            assert self._import.returncode == 0, said.decode()
            self._import = None
            self._marks.clear()
            for name, commit in self.heads.items():
                git(self.folder, "update-ref", f"refs/heads/{name}", commit)

    def checkout(self) -> "Repo":
        """Make the working tree that of the current branch, if it shows another commit."""
        self.save()
        if self.heads and self._shown != self.head:
            self.git("checkout", "-q", "-f", self.current)
            self._shown = self.head
        return self

    def write(self, files: Files) -> None:
        """Change files of the working tree without a commit."""
        self.checkout()
        for path, content in files.items():
            place = self.folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            if content is None or isinstance(content, Link):
                place.unlink(missing_ok=True)
            if isinstance(content, Link):
                place.symlink_to(content.target)
            elif content is not None:
                place.write_bytes(_bytes(content))

    def _date(self, said: str | None) -> str:
        if said is None:
            self._next += timedelta(days=1)
            return _raw(self._next.isoformat())
        raw = _raw(said)
        seconds = int(raw.split()[0])
        if 0 <= seconds < 1 << 32:
            self._next = max(self._next, datetime.fromtimestamp(seconds, UTC))
        return raw

    def _changes(self, ours: str, theirs: str) -> dict[str, Content | None]:
        """Give what a side changed since it left."""
        known = set(self._ancestors(ours))
        base = next((one for one in self._ancestors(theirs) if one in known), None)
        before = self.commits[base].tree if base else {}
        after = self.commits[theirs].tree
        paths = {path for path in {*before, *after} if before.get(path) != after.get(path)}
        return {path: after.get(path) for path in sorted(paths)}

    def _ancestors(self, commit: str) -> list[str]:
        """List a commit and all behind it, the newest first."""
        found: set[str] = set()
        ahead = [commit]
        while ahead:
            one = ahead.pop()
            if one not in found:
                found.add(one)
                ahead.extend(self.commits[one].parents)
        return [one for one in reversed(self.commits) if one in found]

    def _named(self, commit: str) -> bytes:
        """Name a commit to the running import, which knows its own ones only by their marks."""
        mark = self._marks.get(commit)
        return commit.encode() if mark is None else b":%d" % mark

    def _send(self, lines: Iterable[bytes]) -> str:
        if self._import is None:
            self._import = subprocess.Popen(
                ["git", "fast-import", "--quiet", "--force", "--date-format=raw-permissive"],
                cwd=self.folder,
                env=git_environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        mark = len(self._marks) + 1
        stdin, stdout = self._import.stdin, self._import.stdout
        stream = b"\n".join(
            [b"commit refs/heads/" + self.current.encode(), b"mark :%d" % mark, *lines]
        )
        cast("IO[bytes]", stdin).write(stream + b"\n\nget-mark :%d\n" % mark)
        cast("IO[bytes]", stdin).flush()
        commit = cast("IO[bytes]", stdout).readline().decode().strip()
        assert commit, cast("IO[bytes]", self._import.stderr).read().decode()
        self._marks.setdefault(commit, mark)
        return commit


def _raw(date: str) -> str:
    """Write a date as git's raw format has it."""
    if " " in date:
        return date
    moment = datetime.fromisoformat(date if "T" in date else f"{date}T09:00:00+00:00")
    return f"{int(moment.timestamp())} {moment.strftime('%z')}"


def _person(author: str | bytes) -> bytes:
    return author if isinstance(author, bytes) else PEOPLE.get(author, author).encode()


def _file(path: str, content: Content) -> bytes:
    mode = b"120000" if isinstance(content, Link) else b"100644"
    return b"M %s inline %s\n%s" % (mode, path.encode(), _data(_bytes(content)))


def _data(data: bytes) -> bytes:
    return b"data %d\n%s" % (len(data), data)


def _bytes(content: Content) -> bytes:
    text = content.target if isinstance(content, Link) else content
    return text if isinstance(text, bytes) else text.encode()

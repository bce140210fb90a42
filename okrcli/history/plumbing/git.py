"""A repository, and what is asked of it: only plumbing, started safely."""

import os
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import IO, TYPE_CHECKING, NamedTuple, cast

from okrcli.errors import GitError, NoRepositoryError, UnknownRevisionError
from okrcli.history.plumbing.pipes import widen
from okrcli.history.plumbing.process import first_line, run_git, start_git

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator

_PARTIAL = "a partial clone: objects that this needs are missing"
_COMPLETE = "run `git fetch --refetch --no-filter`"
_NOT_A_REPOSITORY = "not a git repository"


class Git(NamedTuple):
    """A repository, ready to be asked.

    `prefix` is the workspace's folder inside it, "" or ending with a slash.
    """

    git_dir: str
    prefix: str
    shallow: bool

    @contextmanager
    def start(self, *args: str) -> "Iterator[subprocess.Popen[bytes]]":
        """Run git beside the caller, its input and output as pipes; a failure is a GitError."""
        process = start_git(f"--git-dir={self.git_dir}", *args, cwd=self.git_dir)
        widen(_pipe(process.stdout))
        messages: list[bytes] = []
        errors = Thread(target=lambda: messages.append(_pipe(process.stderr).read()), daemon=True)
        errors.start()  # or a full pipe of messages would stop git, and us with it
        try:
            yield process
        except BaseException:
            process.kill()
            raise
        finally:
            with suppress(BrokenPipeError):  # what git no longer wants to read
                _pipe(process.stdin).close()
            _pipe(process.stdout).close()
            process.wait()
            errors.join()
            _pipe(process.stderr).close()
        if process.returncode:
            raise _failure(b"".join(messages))

    def commit(self, revision: str) -> str:
        """Resolve a revision to a commit's id."""
        found = self._resolve(revision)
        if found is None:
            raise UnknownRevisionError(revision)
        return found

    def find(self, revision: str) -> str | None:
        """Resolve a revision to a commit's id; None where it names none."""
        return self._resolve(revision)

    def head(self) -> str | None:
        """Give the id of the commit at HEAD; None before the first one."""
        found = self._resolve("HEAD")
        if found is None and not self._run("rev-parse", "--verify", "--quiet", "HEAD")[0]:
            raise GitError("git: HEAD names a commit that is missing", "run `git fsck`")
        return found

    def is_on_line(self, commit: str, head: str) -> bool:
        """Tell whether a commit is one of the first parents that are behind another."""
        code, output, _ = self._run("rev-list", "--first-parent", "--parents", f"^{commit}", head)
        chain = output.decode("ascii").splitlines()
        return not code and bool(chain) and chain[-1].split()[1:2] == [commit]

    @property
    def common_dir(self) -> Path:
        """Give the folder that all worktrees of the repository share."""
        folder = Path(self.git_dir)
        with suppress(OSError):
            return (folder / os.fsdecode((folder / "commondir").read_bytes()).strip()).resolve()
        return folder.resolve()

    def partial(self) -> bool:
        """Tell whether it is a partial clone, which may lack old files."""
        pattern = r"^(remote\..*\.promisor|extensions\.partialclone)$"
        return not self._run("config", "--get-regexp", pattern)[0]

    def file(self, commit: str, path: str) -> bytes | None:
        """Read a file of the workspace at a commit; None where it is not there."""
        name = f"{self.prefix}{path}"
        code, output, _ = self._run("cat-file", "blob", f"{commit}:{name}")
        if not code:
            return output
        unknown, listed, _ = self._run("ls-tree", "--full-tree", commit, "--", name)
        if (unknown or b" blob " in listed) and self.partial():
            raise GitError(_PARTIAL, _COMPLETE)
        if unknown or b" blob " in listed:
            message = f"git: the content of {name} at {commit[:12]} is missing"
            raise GitError(message, "run `git fsck`")
        return None

    def tracks(self, path: str) -> bool:
        """Tell whether a path of the repository is committed, or staged to be."""
        return not self._run("ls-files", "--cached", "--error-unmatch", "-z", "--", path)[0]

    def blob(self, name: str) -> bytes:
        """Read a blob."""
        code, output, message = self._run("cat-file", "blob", name)
        if code:
            raise GitError(first_line(message.encode()))
        return output

    def committed_at(self, commit: str) -> int:
        """Give the committer date of a commit, in seconds since 1970; 0 where it has none."""
        _, output, _ = self._run("log", "--max-count=1", "--format=%ct", commit)
        written = output.strip()
        return int(written) if written.lstrip(b"-").isdigit() else 0

    def authored_at(self, commit: str, path: str) -> int | None:
        """Give the author date of the last commit that changed a path of the repository."""
        _, output, _ = self._run("log", "--max-count=1", "--format=%at", commit, "--", path)
        written = output.strip()
        return int(written) if written.isdigit() else None

    def _resolve(self, revision: str) -> str | None:
        code, output, _ = self._run(
            *("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        )
        found = output.decode("ascii").strip()
        return None if code or found.startswith("^") else found

    def _run(self, *args: str) -> tuple[int, bytes, str]:
        return run_git(f"--git-dir={self.git_dir}", *args, cwd=self.git_dir)


def find_repository(folder: Path) -> Git | None:
    """Find the repository that a workspace's folder is in; None where there is none."""
    code, output, message = run_git(
        *("rev-parse", "--absolute-git-dir", "--is-shallow-repository", "--show-prefix"),
        cwd=str(folder),
    )
    if code:
        if _NOT_A_REPOSITORY in message and "ownership" not in message:
            return None
        raise GitError(first_line(message.encode()), _remedy(message))
    git_dir, shallow, prefix = os.fsdecode(output).removesuffix("\n").split("\n", 2)
    return Git(git_dir, prefix, shallow == "true")


def repository(folder: Path) -> Git:
    """Find the repository that a workspace's folder is in."""
    found = find_repository(folder)
    if found is None:
        raise NoRepositoryError(str(folder))
    return found


def user_email(folder: Path) -> str:
    """Give the e-mail address that git knows its user by; empty where it knows none."""
    return os.fsdecode(run_git("config", "--get", "user.email", cwd=str(folder))[1]).strip()


def _remedy(message: str) -> str | None:
    """Give git's own remedy for a folder that is owned by someone else."""
    lines = (line.strip() for line in message.splitlines())
    return next((f"run `{line}`" for line in lines if line.startswith("git config")), None)


def _failure(message: bytes) -> GitError:
    if b"promisor remote" in message:
        return GitError(_PARTIAL, _COMPLETE)
    return GitError(first_line(message))


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    return cast("IO[bytes]", pipe)

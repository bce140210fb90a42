"""Start git safely: the repository that is read is not trusted.

Its configuration may name programs; none of them is ever run. Only plumbing is used that runs
nothing, with a prefix that switches off what could, and an environment without the variables that
point git elsewhere.
"""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import IO, NamedTuple, cast

from okrcli.errors import GitError, NoRepositoryError, UnknownRevisionError
from okrcli.history.pipes import widen

_PREFIX = (
    "git",
    "--no-pager",
    "--no-replace-objects",  # what was committed, not what a ref says instead of it
    "--literal-pathspecs",  # a folder named `:(top)` is a folder
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "log.showSignature=false"),
    *("-c", "safe.bareRepository=explicit"),
    *("-c", "protocol.allow=never"),  # a partial clone is reported, not completed
    *("-c", "core.quotePath=false"),
    *("-c", "color.ui=false"),
)

# git's own list (`git rev-parse --local-env-vars`): what ties git to one repository. A hook exports
# some of them, and then they name the wrong one.
_LOCAL = frozenset(
    (
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_COMMON_DIR",
        "GIT_CONFIG",
        "GIT_CONFIG_COUNT",
        "GIT_CONFIG_PARAMETERS",
        "GIT_DIR",
        "GIT_GLOB_PATHSPECS",  # these three, not of that list, contradict --literal-pathspecs
        "GIT_GRAFT_FILE",
        "GIT_ICASE_PATHSPECS",
        "GIT_IMPLICIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_INTERNAL_SUPER_PREFIX",
        "GIT_NOGLOB_PATHSPECS",
        "GIT_NO_REPLACE_OBJECTS",
        "GIT_OBJECT_DIRECTORY",
        "GIT_PREFIX",
        "GIT_REPLACE_REF_BASE",
        "GIT_SHALLOW_FILE",
        "GIT_WORK_TREE",
    )
)
_SETTINGS = {
    "GIT_ALLOW_PROTOCOL": "",  # none, whatever the repository's own protocol.*.allow says
    "GIT_GRAFT_FILE": os.devnull,  # what was committed, as with replace refs
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "LC_ALL": "C",
}
_PARTIAL = "a partial clone: objects that this needs are missing"
_COMPLETE = "run `git fetch --refetch --no-filter`"
_NOT_A_REPOSITORY = "not a git repository"


def environment(environ: Mapping[str, str]) -> dict[str, str]:
    """Give the environment in which git is started."""
    return {name: value for name, value in environ.items() if name not in _LOCAL} | _SETTINGS


class MissingGitError(GitError):
    """There is no git to start."""

    def __init__(self) -> None:
        """Say what to install."""
        super().__init__("git was not found", "install git 2.31 or newer")


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
        process = _start(f"--git-dir={self.git_dir}", *args, cwd=self.git_dir)
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

    def blob(self, name: str) -> bytes:
        """Read a blob."""
        code, output, message = self._run("cat-file", "blob", name)
        if code:
            raise GitError(_first_line(message.encode()))
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
        raise GitError(_first_line(message.encode()), _remedy(message))
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
    return GitError(_first_line(message))


def _first_line(message: bytes) -> str:
    lines = message.decode("utf-8", "replace").strip().splitlines()
    grave = [line for line in lines if line.startswith(("fatal: ", "error: "))] or lines
    return f"git: {grave[0].removeprefix('fatal: ')}" if grave else "git failed without a word"


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    return cast("IO[bytes]", pipe)


def run_git(*args: str, cwd: str) -> tuple[int, bytes, str]:
    """Run git to its end in a folder; give its exit code, its output and what it said."""
    with _start(*args, cwd=cwd) as process:
        output, message = process.communicate()
    return process.returncode, output, message.decode("utf-8", "replace")


def _start(*args: str, cwd: str) -> "subprocess.Popen[bytes]":
    try:
        return subprocess.Popen(  # noqa: S603 - a fixed program; arguments are never a shell's
            (*_PREFIX, *args),
            cwd=cwd,
            env=environment(os.environ),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    except (FileNotFoundError, NotADirectoryError, PermissionError) as error:
        raise MissingGitError from error

"""Write to git: a history, a commit. The one place that imports GitPython."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from subprocess import PIPE

from git import Git
from git.exc import GitCommandError, GitCommandNotFound

from okrcli.errors import GitError, UsageError
from okrcli.history.plumbing.process import MissingGitError, environment

_BRANCH = "main"


def import_history(folder: Path, stream: Iterable[bytes]) -> None:
    """Make a repository out of a `git fast-import` stream, and check its main branch out.

    The folder must be new or empty. It appears when all of it is there: what fails or is
    interrupted leaves nothing behind.
    """
    _refuse_if_taken(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    making = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        _import(making, stream)
        with suppress(FileNotFoundError):
            folder.rmdir()
        making.chmod(0o755)
        making.rename(folder)
    except (GitCommandError, GitCommandNotFound) as error:
        raise GitError(f"git could not import the history: {_last_line(error)}") from error
    except OSError as error:
        raise GitError(f"{folder} cannot be written: {error.strerror or error}") from error
    finally:
        shutil.rmtree(making, ignore_errors=True)


def user(folder: Path) -> tuple[str, str]:
    """Give the name and the e-mail address that git knows its user by; empty where it has none."""
    while not folder.is_dir():
        folder = folder.parent
    git = _git(folder)
    found = [
        git.config("--get", f"user.{what}", with_exceptions=False) for what in ("name", "email")
    ]
    return str(found[0]), str(found[1])


def configure(folder: Path, name: str, value: str) -> None:
    """Set something in the configuration of the user's own repository."""
    try:
        _git(folder).config("--local", name, value)
    except GitCommandError as error:
        raise GitError(f"git did not set {name}: {_last_line(error)}") from error
    except GitCommandNotFound as error:
        raise MissingGitError from error


def commit(folder: Path, paths: Sequence[str], message: str) -> str:
    """Commit some files as they are on disk, and give the commit's id.

    It goes through the user's own `git commit`, with their hooks and their signing. The paths are
    relative to the folder. What else is staged stays as it was; so does the index when git refuses.
    """
    git = _users_git(folder)
    exact = [f":(literal){path}" for path in paths]
    try:
        new = str(git.ls_files("--others", "-z", "--", *exact)).split("\0")
        added = [f":(literal){path}" for path in new if path]
        if added:
            git.add("--intent-to-add", "--", *added)
        try:
            git.commit("--only", "--quiet", "--message", message, "--", *exact)
        except GitCommandError:
            if added:
                git.rm("--cached", "--quiet", "--", *added)
            raise
        return str(git.rev_parse("HEAD"))
    except GitCommandError as error:
        raise GitError(f"git did not commit: {_last_line(error)}") from error
    except GitCommandNotFound as error:
        raise MissingGitError from error


def _refuse_if_taken(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} exists and is not empty", "name a new folder: `okr demo DIR`")


def _import(folder: Path, stream: Iterable[bytes]) -> None:
    """Fill a folder; nothing of the user's own git settings has a say in it."""
    run = _git(folder)
    run.init("--quiet", "--template=", f"--initial-branch={_BRANCH}", "--object-format=sha1")
    process = run.fast_import("--quiet", as_process=True, istream=PIPE)
    try:
        with process.stdin as pipe:
            for chunk in stream:
                pipe.write(chunk)
    except BrokenPipeError:
        pass  # git stopped reading; the reason is in its exit
    except BaseException:
        process.proc.kill()  # or it would go on writing into a folder that is being removed
        process.proc.wait()
        raise
    process.wait()
    run.reset("--hard", "--quiet")


def _users_git(folder: Path) -> Git:
    """Give git in a folder, without the variables that would point it elsewhere."""
    clean = environment(os.environ)
    for name in [name for name in os.environ if name not in clean]:
        del os.environ[name]
    return Git(str(folder))


def _git(folder: Path) -> Git:
    """Give git in a folder, without the hooks that its user may have."""
    git = _users_git(folder)
    git.set_persistent_git_options(c="core.hooksPath=/dev/null")
    return git


def _last_line(error: GitCommandError | GitCommandNotFound) -> str:
    said = str(error.stderr).strip().removeprefix("stderr: ")  # GitPython's own wrapping
    lines = said.strip("'").strip().splitlines()
    return lines[-1].strip() if lines else "it said nothing"

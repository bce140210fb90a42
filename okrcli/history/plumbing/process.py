"""Start git safely: the repository that is read is not trusted.

Its configuration may name programs; none of them is ever run. Only plumbing is used that runs
nothing, with a prefix that switches off what could, and an environment without the variables that
point git elsewhere.
"""

import os
import subprocess
from collections.abc import Mapping

from okrcli.errors import GitError

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


def environment(environ: Mapping[str, str]) -> dict[str, str]:
    """Give the environment in which git is started."""
    return {name: value for name, value in environ.items() if name not in _LOCAL} | _SETTINGS


class MissingGitError(GitError):
    """There is no git to start."""

    def __init__(self) -> None:
        """Say what to install."""
        super().__init__("git was not found", "install git 2.31 or newer")


def run_git(*args: str, cwd: str) -> tuple[int, bytes, str]:
    """Run git to its end in a folder; give its exit code, its output and what it said."""
    with start_git(*args, cwd=cwd) as process:
        output, message = process.communicate()
    return process.returncode, output, message.decode("utf-8", "replace")


def start_git(*args: str, cwd: str) -> "subprocess.Popen[bytes]":
    """Start git in a folder, its input and its output as pipes."""
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


def first_line(message: bytes) -> str:
    """Give what git said was grave, in one line."""
    lines = message.decode("utf-8", "replace").strip().splitlines()
    grave = [line for line in lines if line.startswith(("fatal: ", "error: "))] or lines
    return f"git: {grave[0].removeprefix('fatal: ')}" if grave else "git failed without a word"

"""Where the address of a webhook comes from: the environment or a file, and nothing else."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from okrcli.connect.address import Address

VARIABLE = "OKR_WEBHOOK_URL"
_ELSEWHERE = "put it into the variable OKR_WEBHOOK_URL, or into a file for --url-file"
_PLAIN = Path("-")
_ADDRESS = re.compile("https?:/", re.IGNORECASE)  # of two slashes a path keeps one


class Source(NamedTuple):
    """The name of a variable, or a file; neither: the usual variable."""

    variable: str | None = None
    file: Path | None = None


def refuse_addresses(words: "Iterable[str | None]") -> None:
    """Refuse an address on the command line, where everybody on the machine can read it."""
    if any(_ADDRESS.search(word) for word in words if word):
        raise UsageError("an address has no place on the command line", _ELSEWHERE)


def address_from(session: Session, source: Source) -> "Address":
    """Read the address of a webhook; no error quotes anything of it."""
    from okrcli.connect.address import parse_address

    if source.variable is not None and source.file is not None:
        raise UsageError("--url-env and --url-file are two addresses", "leave one of them out")
    if source.file is None:
        name = source.variable or VARIABLE
        return parse_address(_variable(session, name), name)
    where = "standard input" if source.file == _PLAIN else str(source.file)
    return parse_address(_file(session.folder, source.file), where)


def _variable(session: Session, name: str) -> str:
    if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name) is None:
        raise UsageError("--url-env takes the name of a variable", f"for example {VARIABLE}")
    value = session.environ.get(name)
    if value is None:
        raise UsageError(
            f"there is no address to send to: {name} is not set",
            "set it to the webhook's address; another variable: --url-env, a file: --url-file",
        )
    return value


def _file(folder: Path, file: Path) -> str:
    from okrcli.connect.address import LONGEST

    if file == _PLAIN:
        return _text(sys.stdin.buffer.read(LONGEST + 2))
    _refuse_tracked(folder, file)
    try:
        with (folder / file).open("rb") as opened:
            return _text(opened.read(LONGEST + 2))
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}") from None


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig", "replace")


def _refuse_tracked(folder: Path, file: Path) -> None:
    """Refuse a file that a repository has: what it has, all who may read it know."""
    named = (folder / file).absolute()
    if any(map(_is_tracked, {named.parent.resolve() / named.name, named.resolve()})):
        raise UsageError(
            f"{file} is in a git repository, where an address is no secret",
            "make a new webhook, and keep its address in a variable or outside of git",
        )


def _is_tracked(path: Path) -> bool:
    from okrcli.history.plumbing.git import find_repository

    if ".git" in path.parts or not path.parent.is_dir():  # git never tracks what is its own
        return False
    git = find_repository(path.parent)
    return git is not None and git.tracks(f"{git.prefix}{path.name}")

"""What stands around a workspace: its repository, the files there, its forge."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from pathlib import Path
from typing import TYPE_CHECKING

from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.setup.forge import Forge
    from okrcli.setup.ground import Ground


def surroundings(session: Session, named: "Forge | None") -> "tuple[Path, Ground]":
    """Look at a workspace's repository, and tell its forge where none is named.

    Give the folder at its top, and what is there.
    """
    from okrcli.history.plumbing.config import configured, remote_urls
    from okrcli.history.plumbing.git import repository
    from okrcli.setup.forge import forge_of
    from okrcli.setup.ground import Ground

    opened = session.open()
    prefix = repository(opened.root).prefix
    root = opened.root.resolve()
    top = root.parents[prefix.count("/") - 1] if prefix else root
    told = forge_of(remote_urls(root), lambda name: (top / name).exists())
    return top, Ground(
        opened.loaded.workspace,
        prefix,
        named or told,
        lambda path: _content(top, path),
        lambda name: configured(root, name),
    )


def _content(top: Path, path: str) -> bytes | None:
    """Read a file of the repository."""
    from okrcli.store.editing.changes import leads_there
    from okrcli.store.plain_file import NotRegularError, read_bytes
    from okrcli.store.yaml.limits import MAX_BYTES

    if not leads_there(top, path):
        raise UsageError(f"{path} is behind a link")
    try:
        return read_bytes(top / path, MAX_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except NotRegularError:
        raise UsageError(f"{path} is a folder, a link or a device") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}") from error

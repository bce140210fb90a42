"""What a part is proposed for: a workspace, its repository and its forge."""

import re
from collections.abc import Callable
from typing import NamedTuple

from okrcli.errors import UsageError
from okrcli.model.workspace import Workspace
from okrcli.setup.forge import Forge

_PLAIN = re.compile(r"[\w./][\w ./-]*")


class Ground(NamedTuple):
    """A workspace and what stands around it.

    `prefix` is the workspace's folder inside the repository, "" or ending with a slash. `read`
    gives the content of a file of the repository, None where there is none; `configured` gives
    a setting of git.
    """

    workspace: Workspace
    prefix: str
    forge: Forge | None
    read: Callable[[str], bytes | None]
    configured: Callable[[str], str | None]

    @property
    def folder(self) -> str:
        """Give the workspace's folder, seen from the top of the repository."""
        return _named(self.prefix.rstrip("/") or ".")

    @property
    def okrs(self) -> str:
        """Give the OKR folder, seen from the top of the repository."""
        return _named(f"{self.prefix}{self.workspace.settings.okrs}")


def is_plain(path: str) -> bool:
    """Tell whether a path is but letters to readers of patterns, of YAML and of shells."""
    return _PLAIN.fullmatch(path) is not None


def _named(path: str) -> str:
    if not is_plain(path):
        raise UsageError(
            f"the folder '{path}' cannot be named in a workflow or a pattern",
            "a name of letters, digits, spaces, '.', '-' and '_' can",
        )
    return path

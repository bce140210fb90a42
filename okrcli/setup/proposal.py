"""What a part proposes: files to write, settings of git, and what is left to a person."""

from collections.abc import Mapping
from typing import NamedTuple

from okrcli.setup.ground import Ground
from okrcli.store.editing.changes import Change


class Refused(NamedTuple):
    """A file that is not touched: why, and what to add to it by hand.

    `change` is what would have become of it, where that can be shown.
    """

    path: str
    why: str
    by_hand: str = ""
    change: Change | None = None


class Proposal(NamedTuple):
    """What is missing, with paths from the top of the repository; nothing where all is there.

    `printed` are files that a command prints: too long to be shown, and nothing to decide about.
    """

    changes: Mapping[str, Change] = {}
    settings: Mapping[str, str] = {}
    refused: Refused | None = None
    printed: Mapping[str, str] = {}

    @property
    def has_something(self) -> bool:
        """Tell whether there is anything to write."""
        return bool(self.changes or self.settings)


def own_file(ground: Ground, path: str, content: bytes) -> Proposal:
    """Propose a file that is wholly ours; one that is there and differs is somebody's."""
    there = ground.read(path)
    if there == content:
        return Proposal()
    change = Change(there, content)
    if there is None:
        return Proposal({path: change})
    why = "it is there already, and differs"
    return Proposal(refused=Refused(path, why, change=change))


def appended(content: bytes | None, lines: bytes) -> bytes:
    """Add lines at the end of a file, with the line breaks that it has."""
    before = content or b""
    end = b"\r\n" if b"\r\n" in before else b"\n"
    if before and not before.endswith(b"\n"):
        before += end
    return before + lines.replace(b"\n", end)

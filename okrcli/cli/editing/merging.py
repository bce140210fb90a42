"""How three versions of a file are merged for git."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.session import Session

if TYPE_CHECKING:
    from okrcli.store.merging import Decision, Merged


class Merging(NamedTuple):
    """What git asks to be merged: files, whose result goes to `ours`, and what they are called.

    `labels` are those of ours, base and theirs in a conflict.
    """

    base: Path
    ours: Path
    theirs: Path
    path: str
    labels: Sequence[str]
    marker_size: int


def merged(session: Session, asked: Merging) -> int:
    """Merge the files; give 0, or 1 where a conflict is left, as git expects it."""
    from okrcli.history.plumbing.three_way import merge_texts

    base, ours, theirs = (file.read_bytes() for file in asked[:3])
    text, clean = merge_texts(ours, base, theirs, asked.labels, asked.marker_size)
    if not (clean and _is_readable(text)):
        better = _by_meaning(session, asked, base, ours, theirs)
        if better is not None:
            text, clean = better.content, True
            for decision in better.decisions:
                session.tell(f"okr: {asked.path}: {_told(decision)}")
        elif clean:
            session.warn(f"{asked.path} was merged and cannot be read", "run `okr lint`")
            clean = False
    asked.ours.write_bytes(text)  # git's own temporary file
    return 0 if clean else 1


def _is_readable(text: bytes) -> bool:
    from okrcli.store.yaml.source import Unreadable, read_strict

    try:
        read_strict(text)
    except Unreadable:
        return False
    return True


def _by_meaning(
    session: Session, asked: Merging, base: bytes, ours: bytes, theirs: bytes
) -> "Merged | None":
    from okrcli.history.plumbing.three_way import authored, merge_texts, other_sides
    from okrcli.store.merging import Version, merge

    def combine(before: bytes, mine: bytes, other: bytes) -> bytes | None:
        text, clean = merge_texts(mine, before, other, asked.labels, asked.marker_size)
        return text if clean else None

    others = other_sides(session.folder, session.environ)
    return merge(
        base,
        Version(ours, authored(session.folder, ["HEAD"], asked.path)),
        Version(theirs, authored(session.folder, others, asked.path)),
        combine,
    )


def _told(decision: "Decision") -> str:
    """Say which check-in was kept, and which was not."""
    side = "ours" if decision.ours else "theirs"
    name = "/".join(decision.owner)
    return f"{name}: kept {side} ({_said(decision.kept)}) over ({_said(decision.lost)})"


def _said(fields: Mapping[tuple[str, ...], object]) -> str:
    words = (f"{'/'.join(field[-2:])} {value}" for field, value in fields.items())
    return ", ".join(words) or "nothing"

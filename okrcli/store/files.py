"""Which files of a workspace hold OKRs."""

import os
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from okrcli.model.settings import Settings

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_SUFFIXES = (".yaml", ".yml")


class OkrPath(NamedTuple):
    """A path below the OKR folder, relative to the root, and why it cannot be read if so."""

    relative: str
    problem: str | None = None


def okr_paths(root: Path, settings: Settings) -> Iterator[OkrPath]:
    """List all OKR files in the order of their POSIX paths; links are named, never followed."""
    return iter(sorted(_walk(root / settings.okrs, settings)))


def is_okr_path(relative: str, settings: Settings) -> bool:
    """Tell whether a POSIX path, relative to the root, is one that `okr_paths` would list."""
    inner = relative.removeprefix(f"{settings.okrs}/")
    if inner == relative or not inner.endswith(_SUFFIXES):
        return False
    return not (inner.startswith(".") or "/." in inner or is_excluded(inner, settings))


def is_excluded(inner: str, settings: Settings) -> bool:
    """Tell whether `exclude` names a path, seen from the OKR folder or from the root."""
    path = f"{settings.okrs}/{inner}"
    if not any(_may_match(pattern, path) for pattern in settings.exclude):
        return False
    patterns = _compiled(tuple(settings.exclude))
    return patterns.match_file(inner) or patterns.match_file(path)


def is_pattern(text: str) -> bool:
    """Tell whether a text is a pattern as .gitignore has them."""
    if _plain_parts(text) is not None:
        return True
    try:
        _compiled((text,))
    except (ValueError, re.error):
        return False
    return True


@lru_cache(maxsize=8)
def _compiled(patterns: tuple[str, ...]) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - slow, and seldom needed

    return GitIgnoreSpec.from_lines(patterns)


def _may_match(pattern: str, path: str) -> bool:
    """Tell whether a pattern's plain parts occur in a path: a quick no without compiling it."""
    parts = _plain_parts(pattern)
    return parts is None or all(part in path for part in parts)


@lru_cache(maxsize=128)
def _plain_parts(pattern: str) -> Sequence[str] | None:
    """Give the texts between the wildcards; None where there is more to a pattern than these."""
    parts = tuple(pattern.replace("**", "*").replace("?", "*").replace("/", "*").split("*"))
    plain = all(character.isalnum() or character in "-_." for part in parts for character in part)
    return parts if plain else None


def _walk(folder: Path, settings: Settings) -> Iterator[OkrPath]:
    ahead = [""]
    while ahead:
        inner = ahead.pop()
        entries = _entries(folder / inner)
        if entries is None:
            yield OkrPath(f"{settings.okrs}/{inner}".rstrip("/"), "the folder cannot be opened")
        for entry in entries or ():
            path = f"{inner}{entry.name}"
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                ahead.append(f"{path}/")
            elif _is_wanted(entry) and not is_excluded(path, settings):
                yield OkrPath(f"{settings.okrs}/{path}", _problem(entry))


def _entries(folder: Path) -> Sequence["os.DirEntry[str]"] | None:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return None


def _is_wanted(entry: "os.DirEntry[str]") -> bool:
    """Tell what may not be passed over in silence: YAML names, and links to folders."""
    if entry.name.endswith(_SUFFIXES):
        return True
    try:
        return entry.is_symlink() and entry.is_dir()
    except OSError:
        return False


def _problem(entry: "os.DirEntry[str]") -> str | None:
    if entry.is_symlink():
        return "this is a link; links are not followed"
    if not entry.is_file(follow_symlinks=False):
        return "this is no regular file"
    return None

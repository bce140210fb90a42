"""The files of a workspace as they are on disk, for those who read them leniently."""

from collections.abc import Mapping
from pathlib import Path

from okrcli.model.settings import Settings
from okrcli.store.files import okr_paths
from okrcli.store.plain_file import read_bytes
from okrcli.store.yaml.limits import MAX_BYTES


def file_contents(root: Path, settings: Settings) -> Mapping[str, bytes]:
    """Read all OKR files; one that cannot be read has no content."""
    return {
        path.relative: _content(root / path.relative)
        for path in okr_paths(root, settings)
        if path.problem is None
    }


def _content(path: Path) -> bytes:
    try:
        return read_bytes(path, MAX_BYTES)
    except (OSError, ValueError):
        return b""

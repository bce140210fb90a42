"""What is kept depends on beside the history: the program, and how it reads."""

import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from okrcli.history.plumbing.git import Git
from okrcli.model.settings import Settings
from okrcli.store.yaml.source import READER

PACKAGE = Path(__file__).parents[2]
_ROOMS = ("analysis", "cli", "history", "model", "store")
_ROOMS_OF_RULES = ("rules", "analysis/wording", "model/forms")


def shape(git: Git, settings: Settings) -> str | None:
    """Name a way of reading; None where it cannot be told from others."""
    try:
        program, zone = program_version(PACKAGE), _zone(settings.timezone)
    except OSError:
        return None
    reading = (settings.okrs, list(settings.exclude), settings.timezone, git.prefix)
    parts = (program, zone, *reading, repr(settings.calendar))
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def program_version(package: Path) -> str:
    """Tell this program from any other version of it, by the text of what shapes the facts."""
    return _version(package, _ROOMS)


def rules_version() -> str | None:
    """Tell the rules from any other version of them; None where their text cannot be read."""
    try:
        return _version(PACKAGE, _ROOMS_OF_RULES)
    except OSError:
        return None


def _version(package: Path, rooms: Sequence[str]) -> str:
    digest = hashlib.sha256(f"{sys.version} {READER}".encode())
    for room in rooms:
        for path in sorted(package.glob(f"{room}/**/*.py")):
            name = path.relative_to(package).as_posix()
            digest.update(name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _zone(name: str) -> str:
    """Tell the rules of a time zone from others that it had or will have."""
    if name == "UTC":
        return ""
    from zoneinfo import TZPATH  # noqa: PLC0415 - slow, and often not needed

    for folder in TZPATH:
        path = Path(folder) / name
        if path.is_file():
            return hashlib.sha256(path.read_bytes()).hexdigest()
    raise FileNotFoundError(name)

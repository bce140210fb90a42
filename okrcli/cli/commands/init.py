"""`okr init`."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from datetime import UTC, date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from okrcli.cli.reading.reporting import clock
from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.model.cycle import Cycle

_WHAT = {
    "okr.toml": "settings; each has a default",
    ".okr.schema.json": "what editors complete and check by",
    "okrs/organization.yaml": "who is who: your teams and people",
}
_FIRST_OBJECTIVE = "a first objective, to make your own"

Folder = Annotated[Path, Argument(metavar="[DIR]", help="Where the workspace begins.")]
Name = Annotated[
    str | None,
    Option(
        "--name", metavar="NAME", help="What the organization is called; else the folder's name."
    ),
]
CycleOption = Annotated[
    str | None, Option("--cycle", metavar="CYCLE", help="The first cycle; else this quarter.")
]


def init(folder: Folder = Path(), name: Name = None, cycle: CycleOption = None) -> int:
    """Start a workspace in this folder.

    It writes settings, who is who, and a first objective that lints clean. Files that are there
    already stay as they are.
    """
    from okrcli.history.plumbing.write import user
    from okrcli.store.starter import SCHEMA, Founder, starter_files
    from okrcli.store.writer import create_files

    session = Session.here()
    root = (session.folder / folder).resolve()
    _refuse_inside(root)
    person, email = user(root)
    founder = Founder(name or root.name or "Our company", person, email)
    today = clock(session)(UTC)
    files = starter_files(founder, _cycle(cycle, today), today)
    if (root / "okrs").exists():
        files = {path: files[path] for path in ("okr.toml", SCHEMA)}
    created = create_files(root, files)
    session.emit(_told(folder, created))
    return 0


def _refuse_inside(root: Path) -> None:
    """Refuse to begin a workspace inside another one."""
    from okrcli.store.discovery import SETTINGS_NAME

    for folder in (root, *root.parents):
        if (folder / SETTINGS_NAME).exists():
            raise UsageError(f"{folder} is an OKR workspace already", "run `okr lint`")
        if (folder / ".git").exists():
            return


def _cycle(name: str | None, today: date) -> "Cycle":
    from okrcli.model.cycle import Calendar

    wanted = name or f"{today.year}-Q{(today.month + 2) // 3}"
    found = Calendar().cycle(wanted)
    if found is None:
        raise UsageError(f"{wanted} is no cycle", "write 2026, 2026-H2, 2026-Q4 or 2026-11")
    return found


def _told(folder: Path, created: list[str]) -> str:
    width = max(map(len, created), default=0)
    lines = [f"  {path:{width}}  {_WHAT.get(path, _FIRST_OBJECTIVE)}" for path in created]
    where = "" if folder == Path() else f" in {folder}"
    return "\n".join(
        (
            f"Made an OKR workspace{where}:",
            *lines,
            "",
            "Next: make them your own, run `okr lint`, commit, and see `okr progress`.",
            "",
        )
    )

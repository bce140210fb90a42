"""Where new objectives are put: into the file of their team and cycle, which is made if need be."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import TYPE_CHECKING

from okrcli.cli.editing.writing import Files
from okrcli.cli.session import Opened
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.model.objective import OkrFile
    from okrcli.model.source import Step


def list_of(
    opened: Opened, files: Files, team: str, cycle: str, *, draft: bool = False
) -> "tuple[str, tuple[Step, ...], int]":
    """Find the file with a team's objectives of a cycle, its list of them, and how many it holds.

    A file that is not there is made, with all of it a draft where that is wished.
    """
    for document in opened.loaded.workspace.documents:
        if (document.content.team, document.content.cycle) == (team, cycle):
            return _list(files, document.source.path)
    path = f"{opened.settings.okrs}/{cycle}/{team}.yaml"
    if path in files:
        return _list(files, path)
    if (opened.root / path).exists():
        raise UsageError(
            f"{path} is there already, and holds no objectives of {team} in {cycle}",
            "rename that file; what it is called has no meaning",
        )
    flag = "draft: true\n" if draft else ""
    files.create(path, f"team: {team}\ncycle: {cycle}\n{flag}objectives: []\n".encode())
    return _list(files, path)


def content_of(files: Files, path: str) -> "OkrFile":
    """Read an OKR file as it is by now."""
    from okrcli.model.objective import OkrFile
    from okrcli.store.reading import okr_file
    from okrcli.store.yaml.source import read_plain

    return okr_file(read_plain(files.content(path))) or OkrFile("", "")


def _list(files: Files, path: str) -> "tuple[str, tuple[Step, ...], int]":
    return path, ("objectives",), len(content_of(files, path).objectives)

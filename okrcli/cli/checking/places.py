"""Where findings are shown to be: lines in the texts, paths from where the user stands."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from okrcli.model.finding import Finding
    from okrcli.model.source import Source, Span


def located(
    findings: "Sequence[Finding]", texts: Mapping[str, str]
) -> "tuple[Sequence[Finding], Mapping[Source, Span]]":
    """Look up the places of findings in the texts, and those of what is related to them."""
    from okrcli.store.loader import locate

    related = [
        finding._replace(source=source, span=None)
        for finding in findings
        for source in finding.related
    ]
    found = locate([*findings, *related], texts)
    spans = {each.source: each.span for each in found[len(findings) :] if each.span}
    return found[: len(findings)], spans


def shown(folder: Path, root: Path, findings: "Sequence[Finding]") -> Mapping[str, str]:
    """Give each path as it is written from a folder."""
    top, here = root.resolve(), folder.resolve()
    if top == here:
        return {}
    sources = (source for finding in findings for source in (finding.source, *finding.related))
    return {path: _from(here, top / path) for path in {source.path for source in sources}}


def prefix(root: Path) -> str:
    """Give the path from the repository to the workspace, as forges count it."""
    for folder in (root, *root.parents):
        if os.path.lexists(folder / ".git"):
            inside = root.relative_to(folder).as_posix()
            return "" if inside == "." else f"{inside}/"
    return ""


def _from(folder: Path, path: Path) -> str:
    try:
        return os.path.relpath(path, folder)
    except ValueError:
        return str(path)  # Windows: they are on different drives

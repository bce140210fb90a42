"""How a check is put together: the workspace, the rules, and which findings were asked for."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.session import Opened, Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.model.finding import Finding
    from okrcli.model.source import Source, Span
    from okrcli.render.findings import Checked, Findings
    from okrcli.store.loader import LoadResult

SETTINGS_FILE = "okr.toml"


def check(session: Session, paths: Sequence[Path]) -> "Findings":
    """Check a workspace; with paths, show what is found in them."""
    from okrcli.render.findings import Findings
    from okrcli.rules.base import LintInput
    from okrcli.rules.runner import check_names, in_order, run

    for path in paths:
        if not os.path.lexists(session.folder / path):
            raise UsageError(f"no such file or folder: {path}")
    opened = session.open(paths[0] if paths else None)
    check_names(opened.settings)
    loaded = opened.loaded
    selection = _Selection([_inside(session, path, opened) for path in paths])
    everything = run(LintInput(loaded.workspace, loaded.problems), opened.settings)
    findings, places = _located(list(filter(selection.concerns, everything)), loaded)
    return Findings(
        in_order(findings),
        _checked(loaded, selection),
        loaded.texts,
        places,
        _shown(session, opened.root, findings),
    )


def _inside(session: Session, path: Path, opened: Opened) -> str:
    """Give the part of the OKR folder that a path means, relative to the root; "" for all."""
    start = session.folder / path
    real = start.resolve() if start.is_dir() else start.parent.resolve() / start.name
    root, okrs = opened.root.resolve(), opened.settings.okrs
    okr_folder = root / okrs
    if real in (okr_folder, *okr_folder.parents) and real.is_relative_to(root):
        return ""
    if real == root / SETTINGS_FILE:
        return ""
    if real.is_relative_to(okr_folder):
        return real.relative_to(root).as_posix()
    raise UsageError(
        f"{path} is no part of the workspace {opened.root}", f"its OKR files are below {okrs}/"
    )


def _shown(session: Session, root: Path, findings: "Sequence[Finding]") -> Mapping[str, str]:
    """Give each path as it is written from the current folder."""
    if root.resolve() == session.folder.resolve():
        return {}
    sources = (source for finding in findings for source in (finding.source, *finding.related))
    paths = {source.path for source in sources}
    top, here = root.resolve(), session.folder.resolve()
    return {path: _from(here, top / path) for path in paths}


def _from(folder: Path, path: Path) -> str:
    try:
        return os.path.relpath(path, folder)
    except ValueError:
        return str(path)  # Windows: they are on different drives


class _Selection(NamedTuple):
    """The parts of a workspace that were asked for; none means all of it."""

    parts: Sequence[str]

    def holds(self, path: str) -> bool:
        """Tell whether a file is in it."""
        return not self.parts or any(
            not part or path == part or path.startswith(f"{part}/") for part in self.parts
        )

    def concerns(self, finding: "Finding") -> bool:
        """Tell whether a finding has a place in it."""
        return any(self.holds(source.path) for source in (finding.source, *finding.related))


def _located(
    findings: "Sequence[Finding]", loaded: "LoadResult"
) -> "tuple[Sequence[Finding], Mapping[Source, Span]]":
    """Look up the places of findings in the texts, and those of what is related to them."""
    from okrcli.store.loader import locate

    related = [
        finding._replace(source=source, span=None)
        for finding in findings
        for source in finding.related
    ]
    located = locate([*findings, *related], loaded.texts)
    spans = {found.source: found.span for found in located[len(findings) :] if found.span}
    return located[: len(findings)], spans


def _checked(loaded: "LoadResult", selection: _Selection) -> "Checked":
    """Count what was read and asked for."""
    from okrcli.render.findings import Checked

    workspace = loaded.workspace
    held = [
        document.content
        for document in workspace.documents
        if selection.holds(document.source.path)
    ]
    objectives = [objective for content in held for objective in content.objectives]
    paths = {*loaded.texts, *(problem.source.path for problem in loaded.problems)}
    files = sum(map(selection.holds, paths)) if selection.parts else workspace.files
    return Checked(len(objectives), sum(len(each.key_results) for each in objectives), files)

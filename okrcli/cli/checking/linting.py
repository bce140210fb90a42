"""How a check is put together: the workspace, the rules, and which findings were asked for."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.checking.places import located, prefix, shown
from okrcli.cli.session import Opened, Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.cli.checking.baselines import Compared
    from okrcli.model.finding import Finding
    from okrcli.render.findings.findings import Checked, Findings
    from okrcli.store.loader import LoadResult

SETTINGS_FILE = "okr.toml"


class Question(NamedTuple):
    """What a check is asked for: which places, which rules, and what is known already.

    `changed` is a revision: only what a branch changed since it left it is shown.
    """

    paths: Sequence[Path] = ()
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    baseline: Path | None = None
    changed: str | None = None


_EVERYTHING = Question()


def check(session: Session, question: Question = _EVERYTHING) -> "Findings":
    """Check a workspace; show what was asked for."""
    return check_opened(session, question, opened_for(session, question))


def check_opened(session: Session, question: Question, opened: Opened) -> "Findings":
    """Check a workspace that was read; show what was asked for."""
    from okrcli.render.findings.findings import Findings
    from okrcli.rules.runner import in_order

    loaded = opened.loaded
    selection = _Selection([_inside(session, path, opened) for path in question.paths])
    everything: Sequence[Finding] = opened.findings()
    notes: Sequence[str] = ()
    if question.baseline is not None:
        everything, notes = _beyond(session, question.baseline, everything, opened)
    if question.changed is not None:
        from okrcli.cli.checking.branch import changed_since
        from okrcli.render.text import clean

        everything = changed_since(opened, question.changed, everything)
        notes = [*notes, f"only what changed since {clean(question.changed)}"]
    findings = list(filter(selection.concerns, everything))
    placed, places = located(findings, loaded.texts)
    files = sorted(filter(selection.holds, _files(loaded)))
    return Findings(
        in_order(placed),
        _checked(loaded, selection, files),
        loaded.texts,
        places,
        shown(session.folder, opened.root, findings),
        prefix(opened.root),
        files,
        notes,
    )


def write_baseline(session: Session, question: Question) -> str:
    """Write everything that is found to the baseline; return what to say of it."""
    from okrcli.cli.checking import baselines

    if question.baseline is None:
        raise UsageError("--write-baseline needs to know where: add --baseline FILE")
    found = opened_for(session, question).findings()
    return baselines.write(found, session.folder / question.baseline)


def opened_for(session: Session, question: Question) -> Opened:
    """Read the workspace, with the rules that were asked for in its settings."""
    from okrcli.rules.choice import check_names, chosen

    for path in question.paths:
        if not os.path.lexists(session.folder / path):
            raise UsageError(f"no such file or folder: {path}")
    opened = session.open(question.paths[0] if question.paths else None)
    check_names(opened.settings)
    settings = chosen(opened.settings, question.select, question.ignore)
    return opened._replace(settings=settings)


def _beyond(
    session: Session, baseline: Path, findings: "Sequence[Finding]", opened: Opened
) -> "Compared":
    """Leave out what a baseline knows."""
    from okrcli.cli.checking.baselines import compare
    from okrcli.rules.choice import running

    return compare(findings, session.folder / baseline, running(opened.settings.lint))


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


def _files(loaded: "LoadResult") -> set[str]:
    """Give all files that were read or could not be."""
    return {*loaded.texts, *(problem.source.path for problem in loaded.problems)}


def _checked(loaded: "LoadResult", selection: _Selection, files: Sequence[str]) -> "Checked":
    """Count what was read and asked for."""
    from okrcli.render.findings.findings import Checked

    held = [
        document.content
        for document in loaded.workspace.documents
        if selection.holds(document.source.path)
    ]
    objectives = [objective for content in held for objective in content.objectives]
    return Checked(len(objectives), sum(len(each.key_results) for each in objectives), len(files))

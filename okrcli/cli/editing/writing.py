"""How a command that edits shows what it changes, checks it, writes it and commits it."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.session import Opened, Session
from okrcli.errors import GitError, OkrError

if TYPE_CHECKING:
    from okrcli.model.finding import Finding
    from okrcli.store.editing.changes import Change
    from okrcli.store.editing.edits import Edit, Value

Changes = Mapping[str, "Change"]
Follow = Callable[["Finding"], "Finding"]


class How(NamedTuple):
    """What is done with a change: shown only, or written, or written and committed."""

    dry_run: bool = False
    commit: bool = False


class RefusedError(OkrError):
    """What was asked for would make a file wrong."""

    exit_code = 1

    def __init__(self, finding: "Finding") -> None:
        """Say what would be wrong, in the words of the rule."""
        super().__init__(f"nothing was written: {finding.message}", finding.hint)


class Files:
    """The files of a workspace that was read, edited in memory; paths are its own."""

    def __init__(self, opened: Opened) -> None:
        """Begin with nothing changed."""
        self._opened = opened
        self._old: dict[str, bytes | None] = {}
        self._new: dict[str, bytes] = {}

    def content(self, path: str) -> bytes:
        """Give the content of a file as it is by now; it must still be the one that was read."""
        from okrcli.store.editing.changes import ChangedMeanwhileError
        from okrcli.store.plain_file import read_bytes
        from okrcli.store.yaml.limits import MAX_BYTES
        from okrcli.store.yaml.source import text_of

        if path not in self._new:
            old = read_bytes(self._opened.root / path, MAX_BYTES)
            if text_of(old) != self._opened.loaded.texts.get(path):
                raise ChangedMeanwhileError(path)
            self._old[path] = self._new[path] = old
        return self._new[path]

    def __contains__(self, path: str) -> bool:
        """Tell whether a file was edited or added."""
        return path in self._new

    def edit(self, path: str, edits: "Sequence[Edit]") -> None:
        """Apply edits to a file."""
        from okrcli.store.editing.edited import edited

        self._new[path] = edited(self.content(path), edits, path)

    def create(self, path: str, content: bytes) -> None:
        """Add a file that is not there."""
        self._old[path], self._new[path] = None, content

    def changes(self, follow: Follow | None = None) -> Changes:
        """Give all changes; raise RefusedError where a file is no longer what the format says.

        `follow` gives a finding of before as it is after what it is about has moved.
        """
        from okrcli.store.editing.changes import Change

        made = {path: Change(self._old[path], new) for path, new in self._new.items()}
        check_form(self._opened, made, follow)
        return made


def edit_files(opened: Opened, edits: "Mapping[str, Sequence[Edit]]") -> Changes:
    """Apply edits to files of a workspace that was read, in memory."""
    files = Files(opened)
    for path, wanted in edits.items():
        files.edit(path, wanted)
    return files.changes()


def value_of(value: object) -> "Value":
    """Give a value as an edit takes it: the digits of a number stay as they are."""
    from okrcli.store.editing.edits import Literal

    return Literal(str(value)) if isinstance(value, Decimal) else value  # type: ignore[return-value]


def check_form(opened: Opened, changes: Changes, follow: Follow | None = None) -> None:
    """Refuse changes after which a file is wrong in its form where it was not before."""
    from okrcli.store.loader import load_contents

    def problems(side: str) -> "Sequence[Finding]":
        contents = {path: getattr(change, side) for path, change in changes.items()}
        known = {path: content for path, content in contents.items() if content is not None}
        return load_contents(known, opened.settings).problems

    new = _added(problems("old"), problems("new"), follow)
    if new:
        raise RefusedError(new[0])


def foreseen(opened: Opened, changes: Changes) -> Opened:
    """Give the workspace as it will be."""
    from okrcli.store.contents import file_contents
    from okrcli.store.loader import load_contents

    contents = dict(file_contents(opened.root, opened.settings))
    for path, change in changes.items():
        contents.pop(path, None)
        if change.new is not None:
            contents[path] = change.new
    return opened._replace(loaded=load_contents(contents, opened.settings))


def new_findings(
    before: Opened, after: Opened, follow: Follow | None = None
) -> "Sequence[Finding]":
    """Give what lint finds afterwards and did not find before, errors first."""
    old, new = before.findings(), after.findings()
    errors = _added(_errors(old), _errors(new), follow)
    return [*errors, *(each for each in _added(old, new, follow) if each not in errors)]


def _errors(findings: "Sequence[Finding]") -> "Sequence[Finding]":
    from okrcli.model.finding import Severity

    return [each for each in findings if each.severity is Severity.ERROR]


def _added(
    old: "Sequence[Finding]", new: "Sequence[Finding]", follow: Follow | None
) -> "Sequence[Finding]":
    from okrcli.analysis.identity import counted, subtract

    return subtract(new, counted(old if follow is None else map(follow, old)))[0]


def refuse_errors(
    session: Session, opened: Opened, changes: Changes, follow: Follow | None = None
) -> None:
    """Refuse changes that bring an error; say what else lint will find that it did not before."""
    from okrcli.model.finding import Severity

    for finding in new_findings(opened, foreseen(opened, changes), follow):
        if finding.severity is Severity.ERROR:
            raise RefusedError(finding)
        session.warn(f"{finding.message} [{finding.rule}]", finding.hint)


def show(session: Session, changes: Changes) -> None:
    """Show changes as a diff."""
    from okrcli.render.terminal.unified import unified

    style = session.style()
    session.emit("".join(unified(path, *change, style) for path, change in changes.items()))


def write(opened: Opened, changes: Changes) -> None:
    """Write changes, all or none."""
    from okrcli.store.editing.changes import write_changes

    write_changes(opened.root, opened.settings, changes)


def commit(opened: Opened, changes: Changes, message: str) -> None:
    """Commit what was written, through the user's own git."""
    from okrcli.history.plumbing.write import commit as commit_files

    try:
        commit_files(opened.root, list(changes), message)
    except GitError as error:
        raise GitError(error.message, "the files are written; commit them yourself") from error


def carry_out(session: Session, opened: Opened, changes: Changes, how: How, message: str) -> None:
    """Show changes, or write them, and commit them with a message where that is asked for."""
    if how.dry_run:
        show(session, changes)
        return
    write(opened, changes)
    if how.commit and changes:
        commit(opened, changes, message)

"""Mending what can be mended for certain: `okr lint --fix`, and `--diff` to see it before."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.checking.linting import Question, check, check_opened, opened_for
from okrcli.cli.checking.places import prefix
from okrcli.cli.session import Opened, Session
from okrcli.errors import NotEditableError

if TYPE_CHECKING:
    from okrcli.model.finding import Finding, Fix, Reorder
    from okrcli.render.findings.findings import Findings
    from okrcli.store.editing.edits import Edit

Contents = Mapping[str, bytes]
_MOST_ROUNDS = 5


class _Mended(NamedTuple):
    """The contents of files with some fixes in them, and how many."""

    contents: Contents
    fixes: int


def fixed(session: Session, question: Question) -> "Findings":
    """Write the fixes of what was asked for; give what is left."""
    from okrcli.store.editing.changes import Change, write_changes

    opened, old, new = _mended(session, question)
    changes = {
        path: Change(old[path], data) for path, data in new.contents.items() if data != old[path]
    }
    write_changes(opened.root, opened.settings, changes)
    view = check(session, question)
    session.tell(f"Fixed {_problems(new.fixes)}.")
    left = sum(finding.fix is not None for finding in view.findings)
    if left:
        session.tell(f"Left {_problems(left)} alone: the fix would bring more findings.")
    return view._replace(findings=[each._replace(fix=None) for each in view.findings])


def preview(session: Session, question: Question) -> int:
    """Show what the fixes would change; tell by the exit code whether they would."""
    from okrcli.render.terminal.unified import unified

    opened, old, new = _mended(session, question)
    style = session.style()
    top = prefix(opened.root)
    for path, data in new.contents.items():
        session.emit(unified(top + path, old[path], data, style))
    session.tell(f"Would fix {_problems(new.fixes)}.")
    return int(new.fixes > 0)


def _mended(session: Session, question: Question) -> tuple[Opened, Contents, _Mended]:
    """Read what is there, and mend what was asked for."""
    from okrcli.store.contents import file_contents
    from okrcli.store.editing.changes import ChangedMeanwhileError
    from okrcli.store.yaml.source import text_of

    opened = opened_for(session, question)
    old = file_contents(opened.root, opened.settings)
    findings = _fixable(check_opened(session, question, opened))
    for path in {finding.source.path for finding in findings}:
        if text_of(old.get(path, b"")) != opened.loaded.texts[path]:
            raise ChangedMeanwhileError(path)
    return opened, old, _Mending(session, question, opened).safely(_Mended(old, 0), findings)


class _Mending(NamedTuple):
    """One run over the files that were read, in memory."""

    session: Session
    question: Question
    opened: Opened

    def safely(self, start: _Mended, findings: "Sequence[Finding]") -> _Mended:
        """Apply fixes; where there would be more findings then, try one half and the other."""
        if not findings:
            return start
        made = self._to_the_end(start, findings)
        if self._count(made.contents) <= self._count(start.contents):
            return made
        if len(findings) == 1:
            return start
        half = len(findings) // 2
        return self.safely(self.safely(start, findings[:half]), findings[half:])

    def _to_the_end(self, start: _Mended, findings: "Sequence[Finding]") -> _Mended:
        """Apply fixes, and those of what they bring to light: a misspelt list hides all in it."""
        asked = set(map(_place, _fixable(self._view(start.contents))))
        made = _applied(start, findings)
        for _ in range(_MOST_ROUNDS):
            view = self._view(made.contents)
            new = [finding for finding in _fixable(view) if _place(finding) not in asked]
            if not new:
                break
            asked |= set(map(_place, new))
            made = _applied(made, new)
        return made

    def _view(self, contents: Contents) -> "Findings":
        return check_opened(self.session, self.question, self._read(contents))

    def _count(self, contents: Contents) -> int:
        return len(self._read(contents).findings())

    def _read(self, contents: Contents) -> Opened:
        from okrcli.store.loader import load_contents

        return self.opened._replace(loaded=load_contents(contents, self.opened.settings))


def _fixable(view: "Findings") -> "Sequence[Finding]":
    return [finding for finding in view.findings if finding.fix is not None]


def _place(finding: "Finding") -> tuple[object, ...]:
    """Give what tells one fault from another; an order may be mended twice, at other places."""
    return finding.source, finding.fix, tuple(finding.related)


def _applied(start: _Mended, findings: "Sequence[Finding]") -> _Mended:
    contents, count = dict(start.contents), start.fixes
    by_path: dict[str, list[Fix | Reorder]] = {}
    for finding in findings:
        if finding.fix is not None:
            by_path.setdefault(finding.source.path, []).append(finding.fix)
    for path, fixes in by_path.items():
        contents[path], done = _edited(path, contents[path], fixes)
        count += done
    return _Mended(contents, count)


def _edited(path: str, content: bytes, fixes: "Sequence[Fix | Reorder]") -> tuple[bytes, int]:
    """Apply all fixes of a file at once; where that cannot be done, those that can."""
    from okrcli.store.editing.edited import edited

    try:
        return edited(content, _edits(fixes), path), len(fixes)
    except NotEditableError:
        if len(fixes) == 1:
            return content, 0
    half = len(fixes) // 2
    first, count = _edited(path, content, fixes[:half])
    second, more = _edited(path, first, fixes[half:])
    return second, count + more


def _edits(fixes: "Iterable[Fix | Reorder]") -> "list[Edit]":
    """Say fixes as edits.

    Names come after values, whose places count on them, and the order last: it goes by names.
    """
    return [edit for _, edit in sorted(map(_edit, fixes), key=lambda ranked: ranked[0])]


def _edit(fix: "Fix | Reorder") -> "tuple[int, Edit]":
    from okrcli.model.finding import Reorder
    from okrcli.store.editing.edits import Order, Rename, Set

    if isinstance(fix, Reorder):
        return 2, Order(fix.keys)
    if fix.rename:
        return 1, Rename(fix.keys, str(fix.value))
    return 0, Set(fix.keys, fix.value)


def _problems(count: int) -> str:
    return f"{count:,} problem{'' if count == 1 else 's'}"

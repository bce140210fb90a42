"""How the end of a cycle is put together: decisions, a retrospective, the files that change."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.editing import ending, looking_back
from okrcli.cli.editing.closing import Closing, Subject
from okrcli.cli.editing.looking_back import Promised
from okrcli.cli.editing.naming import written
from okrcli.cli.editing.writing import Changes, How, edit_files, refuse_errors
from okrcli.cli.editing.writing import carry_out as write_out
from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from okrcli.analysis.cycle.ending import Ending
    from okrcli.cli.editing.ending import Endings, Said
    from okrcli.cli.editing.looking_back import Look
    from okrcli.store.editing.edits import Edit


class WrappedUp(NamedTuple):
    """What is decided, what is said about the cycle, and what that changes in the files."""

    endings: "Endings"
    look: "Look"
    kept: "Sequence[Promised]"
    changes: Changes


def wrapped_up(session: Session, about: Closing, said: "Said", look: "Look") -> WrappedUp:
    """Take what is given, or ask for it; nothing is written."""
    decided = ending.given(about, said)
    look = looking_back.given(about, look)
    open_ones, done = looking_back.promised(about), list[Promised]()
    if not about.subjects and not any(look) and not looking_back.is_due(about, {}):
        raise UsageError(f"nothing is left to close there in {about.cycle.name}")
    if not decided and not any(look):
        ending.must_decide()
        decided = ending.asked(session, about)
        if looking_back.is_due(about, decided):
            done = list(looking_back.kept(session, open_ones))
            look = looking_back.asked()
    elif any(look):
        for each in open_ones:
            session.tell(f"okr: {looking_back.said(each)}; not done yet")
    edits: dict[str, list[Edit]] = defaultdict(list)
    texts = {each.source: written(about.opened, each.source) for each in done}
    for path, edit in (
        *ending.edits(about, decided),
        *looking_back.edits(about, look),
        *looking_back.edits_of_kept(done, texts),
    ):
        edits[path].append(edit)
    return WrappedUp(decided, look, done, edit_files(about.opened, edits))


def carry_out(session: Session, about: Closing, made: WrappedUp, how: How) -> None:
    """Write what was decided, and say it."""
    if not made.changes:
        session.tell("okr: nothing was closed")
        return
    refuse_errors(session, about.opened, made.changes)
    lines = [_line(about.subjects[at], each) for at, each in made.endings.items()]
    if any(made.look):
        lines.append(f"{about.team} looked back on {about.cycle.name}")
    lines += [f"done since {each.cycle}: {each.action.action}" for each in made.kept]
    write_out(session, about.opened, made.changes, how, _message(lines, made))
    if not how.dry_run:
        for line in lines:
            session.say(line)


def _line(subject: Subject, ended: "Ending") -> str:
    """Say how something ended: `growth/first-minute closed: continue at 76%`."""
    from okrcli.render.numbers import number, percent

    progress = subject.ended.progress
    came = "" if progress is None else f" at {percent(progress)}"
    score = "" if ended.score is None else f", score {number(float(ended.score))}"
    return f"{subject.ref} closed: {ended.decision}{came}{score}"


def _message(lines: "Sequence[str]", made: WrappedUp) -> str:
    """Say it in the first line, and the rest of it, and the reason, below."""
    whys = {each.why for each in made.endings.values() if each.why}
    reason = next(iter(whys)) if len(whys) == 1 else ""
    return "\n\n".join(filter(None, (f"okrs: {lines[0]}", "\n".join(lines[1:]), reason)))

"""How something is ended: decisions as given or as asked for, and what they change in the files."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.editing.asking import ask, can_ask, choose
from okrcli.cli.editing.closing import Closing, Subject
from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from decimal import Decimal

    from okrcli.analysis.cycle.ending import Ending
    from okrcli.store.editing.edits import Edit

_LATER = "later"


class Said(NamedTuple):
    """What was given on the command line."""

    decision: str | None = None
    score: str | None = None
    why: str | None = None
    lessons: Sequence[str] = ()


Endings = Mapping[int, "Ending"]


def given(about: Closing, said: Said) -> "Endings":
    """Take what was given for all that is open; raise UsageError where it cannot be so."""
    from okrcli.analysis.cycle.ending import Ending, score_of

    if said.decision is None:
        if said.score or said.why or said.lessons:
            raise UsageError("nothing is decided", "say --decision, too")
        return {}
    if not about.subjects:
        raise UsageError("nothing is open there any more")
    if said.score is not None and len(about.subjects) > 1:
        refs = ", ".join(each.ref for each in about.subjects)
        raise UsageError("a score is that of one objective", f"name it: {refs}")
    score = None if said.score is None else score_of(said.score)
    lessons = [each.strip() for each in said.lessons if each.strip()]
    ending = Ending(said.decision, score, (said.why or "").strip(), lessons)
    for subject in about.subjects:
        subject.ended.check(ending)
    return dict.fromkeys(range(len(about.subjects)), ending)


def asked(session: Session, about: Closing) -> "Endings":
    """Ask about all that is open, one after the other; Ctrl-C keeps what was answered."""
    found: dict[int, Ending] = {}
    try:
        for at, subject in enumerate(about.subjects):
            present(session, about, subject)
            ending = _asked(subject)
            if ending is not None:
                found[at] = ending
    except KeyboardInterrupt:
        if not found:
            raise
        session.tell("")
    return found


def present(session: Session, about: Closing, subject: Subject) -> None:
    """Show how far something came, with its history."""
    from okrcli.render.progress.ending import ending_table

    terminal = session.terminal()
    session.emit(
        ending_table(
            subject.report,
            about.today,
            width=terminal.width,
            color=terminal.color,
            ascii_only=terminal.ascii_only,
        )
    )


def edits(about: Closing, endings: Endings) -> "Iterator[tuple[str, Edit]]":
    """Yield the edits that endings make, each with its file."""
    from okrcli.cli.editing.writing import value_of
    from okrcli.store.editing.edits import Set

    for at, ending in endings.items():
        source = about.subjects[at].found.source
        fields = {name: value_of(each) for name, each in ending.fields().items()}
        yield source.path, Set((*source.keys, "close"), fields)


def _asked(subject: Subject) -> "Ending | None":
    """Ask how one thing ends; None to leave it open."""
    from okrcli.analysis.cycle.ending import Ending

    ended = subject.ended
    choices = {**ended.choices(), _LATER: "decide another time"}
    decision = choose("What becomes of it?", choices, ended.usual(subject.report.status))
    if decision == _LATER:
        return None
    score = None
    if ended.whole and decision not in {"drop", "defer"}:
        score = _score()
    reason = ended.asks_why(decision, score)
    why = ask(f"Why? ({reason})" if reason else "Why? (may be left empty)", check=_needed(reason))
    return Ending(decision, score, why, several("What was learned?"))


def _score() -> "Decimal | None":
    from okrcli.analysis.cycle.ending import score_of

    def wrong(text: str) -> str | None:
        try:
            score_of(text or "0")
        except UsageError as error:
            return error.hint
        return None

    text = ask("A score by hand? (empty: as computed)", check=wrong)
    return score_of(text) if text else None


def _needed(reason: str | None) -> Callable[[str], str | None]:
    return lambda text: "this one is needed" if reason and not text.strip() else None


def several(question: str) -> list[str]:
    """Ask for texts until there is no more."""
    found: list[str] = []
    while text := ask(f"{question} (empty: no more)" if not found else "And? (empty: no more)"):
        found.append(text)
    return found


def must_decide() -> None:
    """Refuse to go on where nobody can be asked."""
    if not can_ask():
        raise UsageError(
            "there is no terminal to ask on",
            "say --decision achieved, continue, change, defer or drop",
        )

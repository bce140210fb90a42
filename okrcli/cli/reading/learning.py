"""How lessons are put together: what was learned, and what is looked for."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import TYPE_CHECKING

from okrcli.cli.reading.caching import caches
from okrcli.cli.reading.reporting import READING, goals_of, here, recorded, warn_of_unreadable
from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from okrcli.analysis.progress.summary import Goals
    from okrcli.analysis.reports.lessons import Lessons, Wanted
    from okrcli.history.recorded import Recorded
    from okrcli.model.lesson import Learned

_PAGE = "lessons"


def found(
    session: Session, words: str, wanted: "Wanted", at: str | None, *, cached: bool
) -> "Lessons":
    """Find the lessons that are looked for, the most relevant first; else those of late."""
    from okrcli.analysis.progress.moment import Moment
    from okrcli.analysis.reports.lessons import Lessons, latest, lessons, text_of
    from okrcli.analysis.similarity import without_filling
    from okrcli.history.memory.search import most_relevant

    read, learned = _past(session, at) if at else _present(session, cached=cached)
    warn_of_unreadable(session, read.timeline.unreadable)
    goals = goals_of(read)
    every = lessons(goals, learned)
    _check(goals, wanted)
    shown = [each for each in every if wanted.holds(each)]
    if words:
        asked = without_filling(words) or words
        places = most_relevant([text_of(each) for each in shown], asked)
        shown = [shown[place] for place in places]
    elif wanted.cycle is None:
        shown = latest(goals, shown)
    return Lessons(Moment.of(goals, ()), shown, len(every), words)


def _past(session: Session, at: str) -> "tuple[Recorded, Sequence[Learned]]":
    read = recorded(session, at)
    return read, read.timeline.past.learned()


def _present(session: Session, *, cached: bool) -> "tuple[Recorded, Sequence[Learned]]":
    """Give what stands now; what was learned may be remembered of this very state."""
    from okrcli.history.memory.notebook import notebook
    from okrcli.history.recorded import present
    from okrcli.model.lesson_packing import pack_learned, unpack_learned

    now, folder = here(session), caches(session) if cached else None
    with session.working(READING):
        read = present(now, None, folder)
        notes = None if folder is None else notebook(folder, now, _PAGE)
        page = None if notes is None else notes.read(_PAGE)
        if page is not None:
            return read, unpack_learned(page)
        learned = read.timeline.past.learned()
    if notes is not None and read.facts.complete:
        notes.write({_PAGE: pack_learned(learned)})
    return read, learned


def _check(goals: "Goals", wanted: "Wanted") -> None:
    """Refuse a team or a cycle that is none here."""
    from okrcli.analysis.sheets.computing import names_of
    from okrcli.analysis.spelling import near

    names = names_of(goals)
    for name, known, what in (
        (wanted.team, names.teams, "no team here"),
        (wanted.cycle, [cycle.name for cycle in names.cycles], "no cycle with OKRs"),
    ):
        if name is not None and name not in known:
            close = near(name, known, 1)
            hint = f"did you mean {close[0]}?" if close else f"known: {', '.join(sorted(known))}"
            raise UsageError(f"{name} is {what}", hint)

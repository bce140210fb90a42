"""Lessons: what was learned, with what became of the goal that taught it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from okrcli.analysis.landscape.landscape import Landscape
from okrcli.analysis.progress.moment import Moment
from okrcli.analysis.progress.report import Status
from okrcli.analysis.progress.summary import Goals, all_cycles
from okrcli.model.lesson import Learned

_CYCLES = 2  # whose lessons are shown to those who name no words


class Lesson(NamedTuple):
    """One thing that was learned, of which goal, and how that ended.

    `title` is that of what was closed; `score` is its final one, given or computed, a fraction.
    Both are None in a retrospective, and where the goal is in no file any more.
    """

    learned: Learned
    title: str | None = None
    outcome: Status | None = None
    score: float | None = None


class Lessons(NamedTuple):
    """What is shown of all lessons; `words` are those that were looked for."""

    moment: Moment
    lessons: Sequence[Lesson]
    all: int
    words: str = ""


class Wanted(NamedTuple):
    """Which lessons are looked for; None is any."""

    team: str | None = None
    cycle: str | None = None
    outcome: Status | None = None

    def holds(self, lesson: Lesson) -> bool:
        """Tell whether a lesson is one of them."""
        found = lesson.learned
        return (
            self.team in {None, found.team}
            and self.cycle in {None, found.cycle}
            and self.outcome in {None, lesson.outcome}
        )


def lessons(goals: Goals, found: Iterable[Learned]) -> list[Lesson]:
    """Tell of each thing that was learned how its goal ended."""
    landscape = Landscape(goals)
    return [_lesson(landscape, each) for each in found]


def latest(goals: Goals, found: Sequence[Lesson]) -> list[Lesson]:
    """Choose those of the last two cycles that taught anything, by team."""
    taught = {each.learned.cycle for each in found}
    cycles = [cycle.name for cycle in all_cycles(goals) if cycle.name in taught]
    last = sorted(cycles, key=lambda name: _end(goals, name))[-_CYCLES:]
    teams = [team.id for team in goals.organization.cascade()]
    ranks = {team: rank for rank, team in enumerate(teams)}
    return sorted(
        (each for each in found if each.learned.cycle in last),
        key=lambda each: (ranks.get(each.learned.team, len(ranks)), each.learned.team),
    )


def text_of(lesson: Lesson) -> str:
    """Give all words by which a lesson may be found."""
    found = lesson.learned
    key = found.key
    about = "" if key is None else f"{key.objective} {key.key_result or ''}"
    return " ".join((found.text, lesson.title or "", about.replace("-", " ")))


def _end(goals: Goals, name: str) -> str:
    cycle = goals.settings.calendar.cycle(name)
    return "" if cycle is None else cycle.end.isoformat()


def _lesson(landscape: Landscape, learned: Learned) -> Lesson:
    key = learned.key
    report = None if key is None else landscape.report(key)
    if key is None or report is None:
        return Lesson(learned)
    part = landscape.key_result(key)
    if key.key_result is not None:
        if part is None:
            return Lesson(learned)
        return Lesson(learned, part.key_result.title, part.status, part.progress)
    close = report.objective.close
    given = None if close is None else close.score
    score = report.progress if given is None else given
    return Lesson(learned, report.objective.title, report.status, score)

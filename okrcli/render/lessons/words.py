"""What is said about a lesson."""

from okrcli.analysis.reports.lessons import Lesson, Lessons
from okrcli.model.lesson import Kind
from okrcli.render.numbers import number
from okrcli.render.words import count, status_word

KINDS = {
    Kind.LESSON: "lesson",
    Kind.WHY: "why it ended so",
    Kind.WENT_WELL: "went well",
    Kind.WENT_BADLY: "went badly",
    Kind.CHANGE_NEXT: "to change next",
}
_SHORT = 7  # digits of a commit
_ROUNDED = 2


def summary_words(found: Lessons) -> str:
    """Say how many there are, and for which words."""
    if not found.all:
        return "nothing was learned yet: lessons are written when a goal is closed"
    if found.words and not found.lessons:
        return f"none of {count(found.all, 'lesson')} has any of these words: {found.words}"
    of = f"{len(found.lessons)} of {count(found.all, 'lesson')}"
    return f"{of}, most relevant first: {found.words}" if found.words else of


def place_words(lesson: Lesson) -> str:
    """Say where it comes from: the cycle, and the goal or the team."""
    found = lesson.learned
    if found.key is None:
        return f"{found.cycle} · {found.team}"
    return f"{found.key.cycle}:{found.key.ref}"


def outcome_words(lesson: Lesson) -> str | None:
    """Say how its goal ended; None where there is nothing to say."""
    if lesson.outcome is None:
        return None
    word = status_word(lesson.outcome)
    return word if lesson.score is None else f"{word} ({number(round(lesson.score, _ROUNDED))})"


def source_words(lesson: Lesson) -> str:
    """Say what it is, and who wrote it when."""
    kind, commit = KINDS[lesson.learned.kind], lesson.learned.commit
    if commit.id is None:
        return f"{kind} · not committed yet"
    return f"{kind} · {commit.author}, {commit.dated} · {commit.id[:_SHORT]}"

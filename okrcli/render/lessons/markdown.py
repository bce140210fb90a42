"""Lessons in GitHub flavoured Markdown."""

from collections.abc import Iterator
from itertools import groupby

from okrcli.analysis.reports.lessons import Lesson, Lessons
from okrcli.render.lessons.words import outcome_words, place_words, source_words, summary_words
from okrcli.render.markdown.head import incomplete_markdown, opening_markdown
from okrcli.render.markdown.text import markdown_text


def lessons_markdown(found: Lessons) -> str:
    """Write them as a document with lists."""
    return "\n\n".join(_blocks(found)) + "\n"


def _blocks(found: Lessons) -> Iterator[str]:
    yield f"# Lessons: {markdown_text(summary_words(found))}"
    yield from incomplete_markdown(found.moment.history)
    yield opening_markdown(found.moment)
    if found.words and found.lessons:
        yield "\n".join(map(_lesson, found.lessons))
    if found.words:
        return
    for team, lessons in groupby(found.lessons, key=lambda each: each.learned.team):
        yield f"## {markdown_text(team)}"
        yield "\n".join(map(_lesson, lessons))


def _lesson(lesson: Lesson) -> str:
    words = (place_words(lesson), outcome_words(lesson), source_words(lesson))
    told = " · ".join(markdown_text(each) for each in words if each)
    return f"- {markdown_text(lesson.learned.text)}\n  <sub>{told}</sub>"

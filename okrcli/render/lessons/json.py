"""Lessons as JSON, version 1."""

from typing import Any

from okrcli.analysis.reports.lessons import Lesson, Lessons
from okrcli.render.json_text import json_text
from okrcli.render.progress.json import day_data, head_data, number_data

_Data = dict[str, Any]


def lessons_json(found: Lessons) -> str:
    """Write them as one JSON object."""
    head = head_data(found.moment)
    del head["cycles"]  # lessons are of all of them
    return json_text(
        {
            **head,
            "words": found.words or None,
            "lessons": [_lesson(each) for each in found.lessons],
            "summary": {"shown": len(found.lessons), "lessons": found.all},
        }
    )


def _lesson(lesson: Lesson) -> _Data:
    found = lesson.learned
    return {
        "text": found.text,
        "kind": found.kind.value,
        "cycle": found.cycle,
        "team": found.team,
        "ref": None if found.key is None else found.key.ref,
        "title": lesson.title,
        "outcome": None if lesson.outcome is None else lesson.outcome.value,
        "score": number_data(lesson.score),
        "commit": found.commit.id,
        "date": day_data(found.commit.dated),
        "author": found.commit.author,
    }

"""What was learned: words of closes and retrospectives, each with the commit that brought it."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from okrcli.model.key_result import Close
from okrcli.model.objective import OkrFile, Retrospective
from okrcli.model.reference import Key
from okrcli.model.series import CommitRef


class Kind(StrEnum):
    """Where the words stand in a file."""

    LESSON = "lesson"
    WHY = "why"
    WENT_WELL = "went-well"
    WENT_BADLY = "went-badly"
    CHANGE_NEXT = "change-next"


class Learned(NamedTuple):
    """One thing that was learned; `key` is what was closed, None in a team's retrospective.

    `commit` is the first that had the words.
    """

    cycle: str
    team: str
    key: Key | None
    kind: Kind
    text: str
    commit: CommitRef


class Saying(NamedTuple):
    """Words in a file; who is renamed says the same as before."""

    cycle: str
    team: str
    kind: Kind
    text: str


def sayings(content: OkrFile) -> Iterator[tuple[Saying, Key | None]]:
    """Yield what a file says was learned, each with what was closed, if anything was."""
    for objective in content.objectives:
        if objective.id:
            if objective.close is not None:
                yield from _of_close(content, objective.key, objective.close)
            for each in objective.key_results:
                if each.close is not None:
                    key = objective.key._replace(key_result=each.id)
                    yield from _of_close(content, key, each.close)
    if content.retrospective is not None:
        for kind, text in _of_retrospective(content.retrospective):
            yield Saying(content.cycle, content.team, kind, text), None


def _of_close(content: OkrFile, key: Key, close: Close) -> Iterator[tuple[Saying, Key]]:
    texts = [(Kind.LESSON, text) for text in close.lessons]
    for kind, text in [*texts, *([(Kind.WHY, close.why)] if close.why else [])]:
        yield Saying(content.cycle, content.team, kind, text), key


def _of_retrospective(held: Retrospective) -> Iterator[tuple[Kind, str]]:
    yield from ((Kind.WENT_WELL, text) for text in held.went_well)
    yield from ((Kind.WENT_BADLY, text) for text in held.went_badly)
    yield from ((Kind.CHANGE_NEXT, each.action) for each in held.change_next)

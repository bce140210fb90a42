"""What a change is in one word, for whoever decides what a machine may merge by itself.

`check-in` is the word that opens a door, so it takes everything: each commit changes nothing but
fields of check-ins, of goals that run, by an author who may. In doubt it is another word.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from okrcli.analysis.changes.authority import Authority
from okrcli.analysis.changes.differences import Path, differences
from okrcli.model.key_result import KeyResult
from okrcli.model.objective import Objective, OkrFile
from okrcli.model.organization import Kpi
from okrcli.model.reference import Key
from okrcli.model.settings import Settings

_SAID = frozenset({"current", "confidence", "updated", "note", "blocker", "done"})
_KPI_SAID = frozenset({"current", "updated"})
_OF_KEY_RESULT, _OF_MILESTONE = 5, 7  # the length of a path to a field
_SETTINGS = "okr.toml"
_TOMORROW = timedelta(days=1)

Read = object  # an OkrFile, the KPIs of a file, or anything else


class Word(StrEnum):
    """What a change is."""

    CHECK_IN = "check-in"
    DEFINITION = "definition"
    CLOSE = "close"
    MIXED = "mixed"
    NONE = "none"


class Side(NamedTuple):
    """A file at one side of a commit: its plain data and what they say; None: not readable."""

    data: object
    content: Read


class FileStep(NamedTuple):
    """What a commit does to a file; a side is None where there is no such file.

    `strays` tells whether anything but the lines of the differing values is another one.
    """

    path: str
    was: Side | None
    now: Side | None
    strays: bool = False


class Step(NamedTuple):
    """A commit, called `name`: its author's address, the files it touches, and paths elsewhere."""

    name: str
    email: str
    merge: bool
    files: Sequence[FileStep]
    others: Sequence[str] = ()


class Verdict(NamedTuple):
    """A word, and why it is not `check-in`."""

    word: Word
    reasons: Sequence[str]

    @property
    def differs(self) -> bool:
        """Tell whether anything of the workspace differs."""
        return self.word is not Word.NONE


class _Found(NamedTuple):
    """A part that a change has, with what speaks against a `check-in`, if anything does."""

    part: Word
    reason: str | None = None


def classify(
    steps: Sequence[Step],
    authorities: Sequence[Authority],
    settings: Settings,
    today: date,
    doubts: Sequence[str] = (),
) -> Verdict:
    """Find the word for some commits; `doubts` are reasons that are known already."""
    judge = _Judge(authorities, settings, today)
    found = [each for step in steps for each in judge.step(step)]
    parts = {each.part for each in found if each.part is not Word.NONE}
    reasons = [*doubts, *(each.reason for each in found if each.reason is not None)]
    told = list(dict.fromkeys(reasons))
    if not parts:
        return Verdict(Word.NONE, told)
    if parts == {Word.CHECK_IN}:
        return Verdict(Word.MIXED if told else Word.CHECK_IN, told)
    elsewhere = any(step.others for step in steps)
    word = Word.MIXED if len(parts) > 1 or elsewhere else parts.pop()
    return Verdict(word, told)


def said_paths(was: Side, now: Side) -> list[Path]:
    """List where two sides of a file differ."""
    return list(differences(_spelled_out(was.data), _spelled_out(now.data)))


def _spelled_out(data: object) -> object:
    """Give a milestone that is a text alone its field, as it has when it is done."""
    match data:
        case Mapping() if isinstance(data.get("milestones"), list):
            steps = [
                {"title": each} if isinstance(each, str) else each for each in data["milestones"]
            ]
            return {**data, "milestones": steps}
        case Mapping():
            below = ("objectives", "key_results")
            return {
                name: _spelled_out(each) if name in below else each for name, each in data.items()
            }
        case list():
            return [_spelled_out(each) for each in data]
    return data


class _Judge:
    def __init__(self, authorities: Sequence[Authority], settings: Settings, today: date) -> None:
        self._authorities, self._settings, self._today = authorities, settings, today

    def step(self, step: Step) -> Iterator[_Found]:
        """Yield the parts of a commit."""
        if step.merge:
            yield _Found(Word.NONE, f"{step.name} is a merge: what it resolved is not looked at")
        for path in step.others:
            yield _Found(Word.NONE, f"{path} holds no OKRs ({step.name})")
        for file in step.files:
            yield from self._file(step, file)

    def _file(self, step: Step, file: FileStep) -> Iterator[_Found]:
        was, now = file.was, file.now
        if file.path == _SETTINGS:
            yield _Found(Word.DEFINITION, f"{file.path} differs ({step.name})")
        elif was is None or now is None:
            verb = "comes" if was is None else "goes"
            yield _Found(Word.DEFINITION, f"{file.path} {verb}, or has another name ({step.name})")
        elif was.data is None or now.data is None:
            yield _Found(
                Word.DEFINITION, f"{file.path} cannot be read, or holds no goals ({step.name})"
            )
        else:
            paths = said_paths(was, now)
            for path in paths:
                yield self._value(step, file, path, now)
            if file.strays or not paths:
                yield _Found(
                    Word.DEFINITION, f"{file.path}: comments or formatting differ ({step.name})"
                )

    def _value(self, step: Step, file: FileStep, path: Path, now: Side) -> _Found:
        """Tell what one differing value is."""
        if path[0] == "retrospective" or (len(path) > 2 and "close" in path[2:5:2]):  # noqa: PLR2004 - of an objective or a key result
            return _Found(Word.CLOSE, f"{file.path}: {_written(path)} ends something ({step.name})")
        subject = _subject(path, now)
        if subject is None:
            return _Found(
                Word.DEFINITION, f"{file.path}: {_written(path)} is no check-in ({step.name})"
            )
        reasons = (each.refusal(step.email, subject) for each in self._authorities)
        refused = next(filter(None, reasons), None) or self._untimely(subject, path, now)
        return _Found(Word.CHECK_IN, f"{refused} ({step.name})" if refused else None)

    def _untimely(self, subject: Key | str, path: Path, now: Side) -> str | None:
        """Say that a check-in comes too late to count, or is dated in the future."""
        if isinstance(subject, str):
            return None
        cycle = self._settings.calendar.cycle(subject.cycle)
        last = cycle and cycle.end + timedelta(days=self._settings.closing_days)
        if last is None or self._today >= last:
            return f"the cycle of {subject.seen_from('')} is unknown or over"
        state = _key_result(path, now)
        days = (
            []
            if state is None
            else [state[1].updated, state[1].done, *(s.done for s in state[1].milestones)]
        )
        if any(isinstance(day, date) and day > self._today + _TOMORROW for day in days):
            return f"{subject.seen_from('')} is dated in the future"
        return None


def _subject(path: Path, side: Side) -> Key | str | None:
    """Give the key result, or the KPI, of which a path is a part of the check-in."""
    match path:
        case ("kpis", int() as number, field) if field in _KPI_SAID:
            held = side.content
            kpi = held[number] if isinstance(held, tuple) and number < len(held) else None
            return kpi.id or None if isinstance(kpi, Kpi) else None
        case ("objectives", _, "key_results", _, field) if field in _SAID:
            pass
        case ("objectives", _, "key_results", _, "milestones", _, "done"):
            pass
        case _:
            return None
    found = _key_result(path, side)
    if found is None:
        return None
    objective, key_result = found
    is_named = objective.id and key_result.id and not objective.draft
    return objective.key._replace(key_result=key_result.id) if is_named else None


def _key_result(path: Path, side: Side) -> tuple[Objective, KeyResult] | None:
    content = side.content
    match path:
        case ("objectives", int() as first, "key_results", int() as second, *_):
            if isinstance(content, OkrFile):
                objective = content.objectives[first]
                return objective, objective.key_results[second]
    return None


def _written(path: Path) -> str:
    return ".".join(map(str, path))

"""The facts of a history: check-ins, goalposts, and the goals that are gone."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from okrcli.analysis.facts.check_ins import check_in_rows
from okrcli.analysis.facts.facts import CheckInRow, GoalpostRow, LessonRow
from okrcli.analysis.facts.goal_facts import full, key_result_row, lines, objective_row
from okrcli.analysis.facts.goal_rows import KeyResultRow, ObjectiveRow
from okrcli.analysis.story.goalposts import Goalpost, Value
from okrcli.analysis.story.log_entry import Chapter, LogEntry
from okrcli.analysis.story.story import story
from okrcli.model.cycle import Calendar
from okrcli.model.key_result import Close
from okrcli.model.lesson import Learned
from okrcli.model.reference import Key
from okrcli.model.series import CommitRef, Version


class PastFacts(NamedTuple):
    """What a history tells, oldest first, and the ids of its commits.

    `objectives` and `key_results` are those that are gone.
    """

    commits: Sequence[str]
    objectives: Sequence[ObjectiveRow]
    key_results: Sequence[KeyResultRow]
    check_ins: Iterable[CheckInRow]
    goalposts: Iterable[GoalpostRow]
    lessons: Sequence[LessonRow]
    authors: Collection[str]

    @property
    def people(self) -> set[str]:
        """Name everybody whom the history names."""
        owners = {row.owner for row in self.objectives} | {row.owner for row in self.key_results}
        return {*self.authors, *(owner for owner in owners if owner is not None)}


def past_facts(
    versions: Mapping[Key, Sequence[Version]],
    commits: Sequence[CommitRef],
    here: Collection[Key],
    calendar: Calendar,
    learned: Iterable[Learned] = (),
) -> PastFacts:
    """Gather what the versions of all key results tell; `here` are the goals that are there."""
    chapters = story(versions, commits, said=False)
    chapters.reverse()
    check_ins = check_in_rows(versions, commits)
    goalposts = [
        _goalpost(entry, each)
        for chapter in chapters
        for entry in chapter.entries
        for each in entry.goalposts
    ]
    lessons = list(map(_lesson, learned))
    authors = {row.author for rows in (check_ins, goalposts, lessons) for row in rows}
    return PastFacts(
        commits=[commit.id for commit in commits if commit.id is not None],
        objectives=list(_gone_objectives(chapters, versions, here)),
        key_results=list(_gone_key_results(versions, here, calendar)),
        check_ins=check_ins,
        goalposts=goalposts,
        lessons=lessons,
        authors={author for author in authors if author is not None},
    )


def _gone_objectives(
    chapters: Iterable[Chapter],
    versions: Mapping[Key, Sequence[Version]],
    here: Collection[Key],
) -> Iterator[ObjectiveRow]:
    """Tell of the objectives that are gone as they last were."""
    last = {
        entry.key: entry.objective
        for chapter in chapters
        for entry in chapter.entries
        if entry.key_result is None
    }
    for key, its_versions in versions.items():
        state = next((each.objective for each in reversed(its_versions) if each.objective), None)
        if state is not None:
            last.setdefault(key.of_objective, state)
    for key in sorted(last.keys() - here):
        yield objective_row(key, last[key], present=False)


def _gone_key_results(
    versions: Mapping[Key, Sequence[Version]], here: Collection[Key], calendar: Calendar
) -> Iterator[KeyResultRow]:
    """Tell of the key results that are gone as they last were."""
    for key, its_versions in versions.items():
        if key in here:
            continue
        for version in reversed(its_versions):
            if version.objective is not None and version.key_result is not None:
                state, cycle = version.key_result, calendar.cycle(key.cycle)
                yield key_result_row(key, version.objective, state, cycle, present=False)
                break


def _goalpost(entry: LogEntry, goalpost: Goalpost) -> GoalpostRow:
    key, commit = entry.key, entry.commit
    return GoalpostRow(
        objective=full(key.of_objective),
        key_result=None if key.key_result is None else full(key),
        cycle=key.cycle,
        team=key.team,
        kind=goalpost.kind.value,
        field=goalpost.field or None,
        item=goalpost.item or None,
        was=_text(goalpost.was),
        now=_text(goalpost.now),
        was_number=_number(goalpost.was),
        now_number=_number(goalpost.now),
        reason=goalpost.reason or None,
        author=entry.commit.author or None,
        commit=commit.id,
        committed_on=commit.dated,
    )


def _lesson(learned: Learned) -> LessonRow:
    key, commit = learned.key, learned.commit
    return LessonRow(
        objective=None if key is None else full(key.of_objective),
        key_result=None if key is None or key.key_result is None else full(key),
        cycle=learned.cycle,
        team=learned.team,
        kind=learned.kind.value,
        text=learned.text,
        author=commit.author or None,
        commit=commit.id,
        committed_on=commit.dated,
    )


def _number(value: Value) -> float | None:
    return value if isinstance(value, int | float) else None


def _text(value: Value) -> str | None:
    """Write what is not a number; a day in the ISO way."""
    match value:
        case None | int() | float():
            return None
        case Close():
            return value.decision or None
        case tuple() | list():
            return lines(value)
    return str(value) or None

"""How goals stood on a day before: by what had been said until then, of what is promised now.

A move of a target makes nothing look better or worse than it was: both moments are measured by
the promise of now.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from okrcli.analysis.progress.summary import Goals
from okrcli.model.key_result import KeyResult
from okrcli.model.objective import Objective
from okrcli.model.reference import Key
from okrcli.model.series import Series, Version

Versions = Mapping[Key, Sequence[Version]]


def until(versions: Sequence[Version], since: date) -> Sequence[Version]:
    """Give the versions of a key result that were there before a day began."""
    return [version for version in versions if version.commit.dated < since]


def earlier(goals: Goals, versions: Versions, since: date) -> Goals:
    """Give the goals as they stood at the end of the day before `since`.

    What was not there yet is left out. `versions` are those of all that is looked at.
    """
    then = {key: before for key, its in versions.items() if (before := until(its, since))}
    objectives = [found for each in goals.objectives if (found := _objective(each, then))]
    series = {key: _series(goals.series.get(key, Series()), then[key]) for key in then}
    day = since - timedelta(days=1)
    return goals._replace(objectives=objectives, series=series, now=day, drafts=())


def _objective(objective: Objective, then: Versions) -> Objective | None:
    """Give an objective with the key results that it had; None where it had none."""
    found = [
        _key_result(each, state)
        for each in objective.key_results
        if (state := _state(then.get(objective.key._replace(key_result=each.id), ())))
    ]
    return objective._replace(key_results=found) if found else None


def _state(versions: Sequence[Version]) -> KeyResult | None:
    return versions[-1].key_result if versions else None


def _key_result(now: KeyResult, then: KeyResult) -> KeyResult:
    done = {step.name: step.done for step in then.milestones}
    return now._replace(
        current=then.current,
        confidence=then.confidence,
        note=then.note,
        blocker=then.blocker,
        done=then.done,
        close=then.close,
        milestones=[step._replace(done=done.get(step.name, False)) for step in now.milestones],
    )


def _series(series: Series, versions: Sequence[Version]) -> Series:
    said = tuple(each.check_in for each in versions if each.check_in is not None)
    return series._replace(check_ins=said)

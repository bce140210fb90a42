"""When objectives and key results came into their files."""

from collections.abc import Mapping
from math import inf
from typing import NamedTuple

from okrcli.model.cycle import Cycle
from okrcli.model.reference import Key
from okrcli.model.series import CommitRef
from okrcli.rules.audit_input import AuditInput
from okrcli.rules.audit_steps import Step

LATEST_DAYS = 14


class Birth(NamedTuple):
    """The commit that brought something, and its place on the line; `seen`: nobody had it before.

    The first commit of a history proves nothing: what it holds may be older.
    """

    commit: CommitRef
    at: int
    cycle: Cycle
    seen: bool


def key_result_births(subject: AuditInput) -> Mapping[Key, Birth]:
    """Give when each key result came, by its latest id."""
    order = _order(subject)
    found: dict[Key, Birth] = {}
    for step in subject.steps:
        found.setdefault(step.key, _birth(step, subject, order))
    return found


def objective_births(subject: AuditInput) -> Mapping[Key, Birth]:
    """Give when each objective came: with the first of all key results that it ever had.

    Those that a branch found there are left out.
    """
    order = _order(subject)
    first: dict[Key, Birth] = {}
    found: dict[Key, Birth] = {}
    for step in subject.steps:
        birth = first.setdefault(step.key, _birth(step, subject, order))
        for version in step.trail:
            home = version.key.of_objective
            if version.key_result is not None and birth.at < _at(found.get(home)):
                found[home] = birth
    if subject.change is not None:
        known = {key.of_objective for key in subject.change.before}
        return {key: birth for key, birth in found.items() if key not in known}
    return found


def _birth(step: Step, subject: AuditInput, order: Mapping[str | None, int]) -> Birth:
    """Read it from the first step of a key result; on a branch, that may be no beginning."""
    if step.before is not None:
        return Birth(step.before.commit, -1, step.cycle, seen=False)
    commit = step.trail[0].commit
    return Birth(commit, order[commit.id], step.cycle, seen=not subject.begins(commit))


def _order(subject: AuditInput) -> Mapping[str | None, int]:
    commits = subject.story.commits
    return {**{each.commit.id: at for at, each in enumerate(commits)}, None: len(commits)}


def _at(birth: Birth | None) -> float:
    return inf if birth is None else birth.at

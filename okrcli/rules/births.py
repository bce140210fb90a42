"""When objectives and key results came into their files."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from okrcli.model.cycle import Cycle
from okrcli.model.reference import Key, parse_reference
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
    """Give when each objective came, under its own id or one that its `formerly` names.

    Those that a branch found there are left out.
    """
    order = _order(subject)
    found: dict[Key, Birth] = {}
    former: dict[Key, set[Key]] = defaultdict(set)
    for step in subject.steps:
        for version in step.trail:
            if version.objective is None or version is step.before:
                continue
            home = version.key.of_objective
            former[home].update(_former(home, version.objective.formerly))
            at = order[version.commit.id]
            if home not in found or at < found[home].at:
                seen = not subject.begins(version.commit)
                found[home] = Birth(version.commit, at, step.cycle, seen)
    before = {} if subject.change is None else subject.change.before
    known = {key.of_objective for key in before}
    lives = {home: _lives(home, former) for home in found}
    return {
        home: min((found[each] for each in ids if each in found), key=lambda birth: birth.at)
        for home, ids in lives.items()
        if known.isdisjoint(ids)
    }


def _former(home: Key, formerly: Iterable[str]) -> Iterator[Key]:
    """Yield the objectives that some texts name, as they stand in an objective."""
    for text in formerly:
        reference = parse_reference(text)
        if reference is not None and reference.key_result is None:
            cycle, team = reference.cycle or home.cycle, reference.team or home.team
            yield Key(cycle, team, reference.objective)


def _lives(home: Key, former: Mapping[Key, Iterable[Key]]) -> set[Key]:
    """Give an objective's key, and all that it had before."""
    ids: set[Key] = set()
    ahead = [home]
    while ahead:
        key = ahead.pop()
        if key not in ids:
            ids.add(key)
            ahead.extend(former.get(key, ()))
    return ids


def _birth(step: Step, subject: AuditInput, order: Mapping[str | None, int]) -> Birth:
    """Read it from the first step of a key result; on a branch, that may be no beginning."""
    if step.before is not None:
        return Birth(step.before.commit, -1, step.cycle, seen=False)
    commit = step.trail[0].commit
    return Birth(commit, order[commit.id], step.cycle, seen=not subject.begins(commit))


def _order(subject: AuditInput) -> Mapping[str | None, int]:
    commits = subject.story.commits
    return {**{each.commit.id: at for at, each in enumerate(commits)}, None: len(commits)}

"""What was said of key results, version by version, as plain lists that JSON can hold, and back.

Commits, objectives and states stand in lists of their own, and versions name them by their places:
most versions share their objective with others.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from okrcli.model.key_result import KeyResult
from okrcli.model.objective import Objective
from okrcli.model.packing import (
    Packed,
    pack_key_result,
    pack_objective,
    unpack_key_result,
    unpack_objective,
)
from okrcli.model.reference import Key
from okrcli.model.series import CheckIn, CommitRef, Version

Versions = Mapping[Key, Sequence[Version]]

_day = cache(date.fromordinal)


def pack_commits(commits: Iterable[CommitRef]) -> Packed:
    """Pack the commits of a line."""
    return [
        [each.id, each.dated.toordinal(), each.authored.toordinal(), each.author]
        for each in commits
    ]


def unpack_commits(packed: Iterable[Sequence[Any]]) -> list[CommitRef]:
    """Unpack the commits of a line."""
    return [
        CommitRef(name, _day(dated), _day(authored), author)
        for name, dated, authored, author in packed
    ]


def pack_versions(versions: Versions, commits: Sequence[CommitRef]) -> Packed:
    """Pack versions, all of which are of some commits; KeyError if one is of another."""
    places = {commit: place for place, commit in enumerate(commits)}
    objectives, states = _Listed(), _Listed()
    rows = [
        [
            key,
            [
                [
                    places[each.commit],
                    None if each.key == key else each.key,
                    objectives.place(each.objective),
                    states.place(each.key_result),
                    *_said(each.check_in),
                ]
                for each in its
            ],
        ]
        for key, its in versions.items()
    ]
    return [
        [[each.team, each.cycle, pack_objective(each)] for each in objectives.items],
        [pack_key_result(each) for each in states.items],
        rows,
    ]


def unpack_versions(packed: Packed, commits: Sequence[CommitRef]) -> dict[Key, list[Version]]:
    """Unpack versions of some commits."""
    told, said, rows = packed
    objectives = [unpack_objective(team, cycle, one) for team, cycle, one in told]
    states = [unpack_key_result(one) for one in said]
    return {
        (own := Key(*key)): [_version(each, own, commits, objectives, states) for each in its]
        for key, its in rows
    }


class _Listed:
    """Things in the order in which they first came, found again by which object they are."""

    def __init__(self) -> None:
        self.items: list[Any] = []
        self._places: dict[int, int] = {}

    def place(self, item: object) -> int | None:
        if item is None:
            return None
        place = self._places.setdefault(id(item), len(self.items))
        if place == len(self.items):
            self.items.append(item)
        return place


def _said(check_in: CheckIn | None) -> Packed:
    return [] if check_in is None else [check_in.date.toordinal(), check_in.author]


def _version(
    packed: Sequence[Any],
    own: Key,
    commits: Sequence[CommitRef],
    objectives: Sequence[Objective],
    states: Sequence[KeyResult],
) -> Version:
    place, key, objective, state, *said = packed
    commit = commits[place]
    now = None if state is None else states[state]
    return Version(
        commit,
        own if key is None else Key(*key),
        None if objective is None else objectives[objective],
        now,
        CheckIn(_day(said[0]), said[1], commit.id, now) if said and now is not None else None,
    )

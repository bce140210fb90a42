"""Where objectives came from, by who committed them first."""

from collections.abc import Mapping

import pytest

from okrcli.analysis.alignment.origins import Author, Origin, Origins, beginning_of
from okrcli.model.objective import Objective
from okrcli.model.series import Beginning
from tests.analysis.landscapes import ACME, goal, half, landscape

_TOP = goal("company/top", cycle="2026")
_MID = goal("product/mid", ["top"])
_IT = goal("growth/it", ["product/mid", "top"])


def _origin(it: Objective, authors: Mapping[Objective, tuple[int, str | None]]) -> Origin:
    found = landscape(_TOP, _MID, it)
    known = {each.key: Author(*said) for each, said in authors.items()}
    return Origins(found.alignment, ACME, found.teams, known).origin(it.key)


@pytest.mark.parametrize(
    ("own", "parents", "origin"),
    [
        ((3, "bo"), (1, 2), Origin.TAKEN_UP),
        ((3, "bo"), (4, 2), Origin.TAKEN_UP),
        ((3, "bo"), (3, 3), Origin.TAKEN_UP),
        ((3, "bo"), (4, 5), Origin.BOTTOM_UP),
        ((3, "dana"), (4, 5), Origin.HANDED_DOWN),
        ((3, "Cleo"), (1, 2), Origin.HANDED_DOWN),
        ((3, "owner-of-mid"), (1, 2), Origin.HANDED_DOWN),
        ((0, "bo"), (4, 5), Origin.UNKNOWN),
        ((3, None), (1, 2), Origin.UNKNOWN),
    ],
)
def test_an_objective_came_from_somewhere(
    own: tuple[int, str | None], parents: tuple[int, int], origin: Origin
) -> None:
    authors = {_IT: own, _TOP: (parents[0], "cleo"), _MID: (parents[1], "dana")}
    assert _origin(_IT, authors) is origin


def test_without_a_parent_those_above_are_the_leads_of_the_teams_above() -> None:
    alone = goal("growth/alone")
    assert _origin(alone, {alone: (3, "ana")}) is Origin.BOTTOM_UP
    assert _origin(alone, {alone: (3, "cleo")}) is Origin.HANDED_DOWN


def test_a_parent_whose_beginning_is_unknown_was_there() -> None:
    assert _origin(_IT, {_IT: (3, "bo")}) is Origin.TAKEN_UP


def test_an_objective_is_as_old_as_its_oldest_key_result_but_for_those_from_elsewhere() -> None:
    parts = [half("one"), half("two"), half("old", formerly=("care/help/old",))]
    it = goal("growth/it", key_results=parts)
    keys = [it.key._replace(key_result=each.id) for each in parts]
    begun = {key: Beginning(at, "c") for key, at in zip(keys, (7, 5, 1), strict=True)}
    assert beginning_of(it, begun) == Beginning(5, "c")
    assert beginning_of(it._replace(key_results=parts[2:]), begun) == Beginning(1, "c")
    assert beginning_of(it, {}) is None

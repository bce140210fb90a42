"""What of a story is shown, and what a reference to something of the past names."""

from datetime import date

import pytest

from okrcli.analysis.references import Resolver
from okrcli.analysis.story.log_selection import Wanted, around, chosen, entangled, last_keys
from okrcli.model.cycle import Calendar
from tests.analysis.versions import DAY7, METRIC, OBJECTIVE, SETUP, commit, lines, told, version

_OTHER = METRIC._replace(id="setup", title="Set-up is quick")
_CARE = DAY7._replace(team="care", cycle="2026")
_CHAPTERS = told(
    [version(1, METRIC), version(3, METRIC._replace(current=33.0), said=True, author="bo")],
    [version(1, _OTHER, key=SETUP), version(4, _OTHER._replace(target=50.0), key=SETUP)],
    [version(2, METRIC, key=_CARE, objective=OBJECTIVE._replace(team="care", cycle="2026"))],
)


@pytest.mark.parametrize(
    ("wanted", "days"),
    [
        (Wanted(), [4, 3, 2, 1]),
        (Wanted(team="care"), [2]),
        (Wanted(key=DAY7), [3, 1]),
        (Wanted(key=DAY7.of_objective), [4, 3, 1]),
        (Wanted(cycle="2026"), [2]),
        (Wanted(author="bo"), [3]),
        (Wanted(since=date(2026, 10, 3)), [4, 3]),
        (Wanted(seen=[commit(1).id, commit(4).id]), [3, 2]),
        (Wanted(team="nobody"), []),
    ],
)
def test_a_filter_leaves_out_whole_commits(wanted: Wanted, days: list[int]) -> None:
    assert [each.commit.dated.day for each in chosen(_CHAPTERS, wanted)] == days


def test_of_a_key_result_what_became_of_its_objective_is_shown_too() -> None:
    assert lines(chosen(_CHAPTERS, Wanted(key=DAY7)))[-2:] == [
        "1 growth/first-minute added",
        "1 growth/first-minute/day7 added",
    ]


def test_the_story_of_one_needs_only_what_was_where_it_was() -> None:
    elsewhere = DAY7._replace(objective="other")
    versions = {
        DAY7: [version(1, METRIC, key=elsewhere), version(2, METRIC)],
        SETUP: [version(1, _OTHER, key=SETUP)],
        elsewhere._replace(key_result="old"): [version(1, METRIC, key=elsewhere)],
        _CARE: [version(1, METRIC, key=_CARE)],
    }
    assert list(around(versions, SETUP)) == list(versions)[:3]
    assert list(around(versions, _CARE)) == [_CARE]


def test_the_story_of_a_team_needs_all_that_ever_was_with_what_was_its_own() -> None:
    given = DAY7._replace(team="care", objective="given")
    first = given._replace(team="sales", objective="first")
    versions = {
        DAY7: [version(1, METRIC, key=given), version(2, METRIC)],
        given._replace(key_result="stayed"): [
            version(1, METRIC, key=first),
            version(2, METRIC, key=given),
        ],
        first._replace(key_result="before"): [version(1, METRIC, key=first)],
        _CARE: [version(1, METRIC, key=_CARE)],
    }
    assert list(entangled(versions, {"growth"})) == list(versions)[:3]
    assert list(entangled(versions, {_CARE.team})) == list(versions)
    assert not entangled(versions, {"legal"})


def test_an_old_id_leads_to_the_last_one_unless_it_has_another_holder() -> None:
    old, older = DAY7._replace(key_result="old"), DAY7._replace(objective="older")
    last = last_keys(
        {
            DAY7: [version(1, METRIC, key=older), version(2, METRIC, key=old), version(3, METRIC)],
            SETUP: [version(1, _OTHER, key=DAY7), version(2, _OTHER, key=SETUP)],
        }
    )
    assert last[old] == last[older] == last[DAY7] == DAY7
    assert last[SETUP] == SETUP
    assert last[older.of_objective] == DAY7.of_objective


@pytest.mark.parametrize(
    ("text", "cycles", "found"),
    [
        ("growth/first-minute/day7", ["2026-Q4"], [DAY7]),
        ("growth/first-minute/old", ["2026-Q4"], [DAY7]),
        ("first-minute", ["2026"], [_CARE.of_objective]),
        ("first-minute", ["2026", "2026-Q4"], [_CARE.of_objective, DAY7.of_objective]),
        ("growth/nothing", ["2026", "2026-Q4"], []),
    ],
)
def test_a_reference_is_looked_for_in_several_cycles(
    text: str, cycles: list[str], found: list[object]
) -> None:
    last = {each: each for key in (DAY7, _CARE) for each in (key, key.of_objective)}
    last[DAY7._replace(key_result="old")] = DAY7
    resolution = Resolver(frozenset(last), Calendar()).resolve_in(text, cycles, last)
    keys = resolution.candidates if resolution.key is None else [resolution.key]
    assert list(keys) == found

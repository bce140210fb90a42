"""What is mended without asking: only what can mean one thing."""

from typing import Any

import pytest

from okrcli.model.finding import Fix, Reorder
from okrcli.store.decode import findings

FIRST = ("objectives", 0)


def fixes(objective: dict[str, Any]) -> list[Fix | Reorder | None]:
    whole: dict[str, Any] = {
        "id": "a",
        "title": "A",
        "owner": "ana",
        "key_results": [{"id": "b", "title": "B"}],
    }
    given = {key: value for key, value in {**whole, **objective}.items() if value is not None}
    data = {"team": "growth", "cycle": "2026-Q4", "objectives": [given]}
    return [finding.fix for finding in findings("okr_file", data, "a.yaml")]


def of_key_result(field: str, value: object) -> list[object]:
    found = fixes({"key_results": [{"id": "b", "title": "B", field: value}]})
    return [fix.value if isinstance(fix, Fix) else None for fix in found]


@pytest.mark.parametrize(
    ("field", "written", "meant"),
    [
        ("target", "45", 45),
        ("target", "36.5", 36.5),
        ("target", "1,000", None),
        ("target", "45 %", None),
        ("baseline", "Unknown", "unknown"),
        ("baseline", "tbd", None),
        ("confidence", "7 / 10", "7/10"),
        ("confidence", "60 percent", "60%"),
        ("confidence", "0.6", 0.6),
        ("confidence", 7, None),
        ("updated", "2026-7-1", "2026-07-01"),
        ("updated", "2026/11/17", "2026-11-17"),
        ("updated", "17.11.2026", "2026-11-17"),
        ("updated", "11/17/2026", "2026-11-17"),
        ("updated", "7/8/2026", None),
        ("updated", "2026-13-01", None),
        ("done", "yes", True),
        ("done", "2026/11/17", "2026-11-17"),
        ("done", "soon", None),
        ("unit", 5, "5"),
        ("unit", 5.5, None),
        ("unit", True, None),
        ("note", "", None),
        ("plan", "soon", None),
    ],
)
def test_a_value_is_mended_where_it_can_mean_one_thing(
    field: str, written: object, meant: object
) -> None:
    assert of_key_result(field, written) == [meant]


@pytest.mark.parametrize(
    ("field", "meant"),
    [
        ("targt", "target"),
        ("Target", "target"),
        ("atLeast", "at_least"),
        ("at-most", "at_most"),
        ("confidance", "confidence"),
        ("tgt", None),
        ("what", None),
    ],
)
def test_a_field_is_renamed_where_only_one_is_spelt_so(field: str, meant: str | None) -> None:
    keys = (*FIRST, "key_results", 0, field)
    assert fixes({"key_results": [{"id": "b", "title": "B", field: 5}]}) == [
        None if meant is None else Fix(keys, meant, rename=True)
    ]


def test_a_field_that_is_there_already_is_not_made_twice() -> None:
    assert fixes({"Title": "B"}) == [None]


def test_words_of_a_choice_are_mended() -> None:
    assert fixes({"ambition": "commited"}) == [Fix((*FIRST, "ambition"), "committed")]
    assert fixes({"ambition": "moonshot"}) == [None]


@pytest.mark.parametrize(
    ("title", "made"),
    [
        ("New shops love us", "new-shops-love-us"),
        ("Größe zählt", "grosse-zahlt"),
        (
            "More new shops list a second product within a week",
            "more-new-shops-list-a-second-product",
        ),
        ("x" * 60, "x" * 40),
        ("2026", None),
        ("日本", None),
    ],
)
def test_a_missing_id_is_made_of_the_title(title: str, made: str | None) -> None:
    fix = None if made is None else Fix((*FIRST, "id"), made)
    assert fixes({"id": None, "title": title}) == [fix]

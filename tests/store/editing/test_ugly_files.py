"""Files as people leave them, edited: the golden files are looked at by eye."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest

from okrcli.store.editing.edited import edited, lifted_entry
from okrcli.store.editing.edits import Edit, Insert, Literal, Path, Remove, Rename, Set, Value, Wrap
from okrcli.store.yaml.source import read_strict
from tests.running import DATA, Golden

FIRST: Path = ("objectives", 0)
DAY7: Path = (*FIRST, "key_results", 0)
SOC2: Path = (*FIRST, "key_results", 1)
REVISION: Mapping[str, Value] = {
    "on": date(2026, 11, 5),
    "field": "target",
    "was": 50,
    "now": 45,
    "why": "Traffic halved: the outage",
}
CHECK_IN: Sequence[Edit] = (
    Set((*DAY7, "current"), Literal("37.10")),
    Set((*DAY7, "confidence"), "8/10"),
    Set((*DAY7, "updated"), date(2026, 11, 20)),
    Set((*DAY7, "note"), "Shipped # 2: all of it"),
)
MILESTONES: Sequence[Edit] = (
    Wrap((*SOC2, "milestones", 0), "title"),
    Set((*SOC2, "milestones", 0, "done"), date(2026, 11, 20)),
    Set((*SOC2, "milestones", 1), {"title": "Report, in the end", "done": True}),
)
CLOSE: Edit = Set((*FIRST, "close"), {"decision": "drop", "why": "It moved", "lessons": ["a: b"]})
NEW: Mapping[str, Value] = {"id": "new", "title": "New", "done": False}
NEW_KEY_RESULT: Edit = Insert((*FIRST, "key_results"), NEW)

CASES: Mapping[str, tuple[str, Sequence[Edit]]] = {
    "aligned-check-in": ("aligned", CHECK_IN),
    "aligned-milestones": ("aligned", MILESTONES),
    "aligned-revised": (
        "aligned",
        [Set((*DAY7, "target"), 40), Insert((*DAY7, "revised"), REVISION)],
    ),
    "aligned-new": (
        "aligned",
        [NEW_KEY_RESULT, CLOSE, Set(("retrospective",), {"went_well": ["x"]})],
    ),
    "aligned-removed": (
        "aligned",
        [Remove((*DAY7, "target")), Remove(SOC2), Remove((*FIRST, "id"))],
    ),
    "aligned-emptied": ("aligned", [Remove(SOC2), Remove(DAY7), Remove((*FIRST, "supports", 0))]),
    "brackets-check-in": ("brackets", CHECK_IN),
    "brackets-milestones": ("brackets", MILESTONES),
    "brackets-new": ("brackets", [NEW_KEY_RESULT, CLOSE, Insert((*FIRST, "initiatives"), "x, y")]),
    "brackets-removed": (
        "brackets",
        [Remove((*FIRST, "supports", 0)), Remove((*DAY7, "target")), Remove(("objectives", 1))],
    ),
    "texts-replaced": (
        "texts",
        [
            Set((*FIRST, "title"), "Short"),
            Set((*FIRST, "why"), "One\ntwo\n"),
            Set((*DAY7, "title"), "More"),
            Set((*DAY7, "note"), "It's one\nor two"),
            Set((*DAY7, "blocker"), "gone: not yet"),
            Set((*SOC2, "note"), "now\nthere is one\n"),
            Set((*SOC2, "blocker"), "it's"),
        ],
    ),
    "texts-new": (
        "texts",
        [
            Set((*DAY7, "id"), "day7"),
            Set((*DAY7, "current"), 5),
            Set((*FIRST, "ambition"), "committed"),
            Set((*FIRST, "standalone"), "no"),
            Insert(("objectives", 1, "key_results"), {"id": "x", "plan": [{"value": 1.0}]}),
            Rename((*SOC2, "blocker"), "close"),
            Set((*SOC2, "close"), {"decision": "drop"}),
        ],
    ),
    "windows-check-in": ("windows", CHECK_IN),
    "windows-new": (
        "windows",
        [
            Insert(("objectives",), {"id": "third", "title": "Three"}, 0),
            Set(("objectives", 2, "title"), "Two\nlines"),
            Remove(("objectives", 1, "key_results", 0, "note")),
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_ugly_files_stay_as_ugly_as_they_were(case: str, golden: Golden) -> None:
    name, edits = CASES[case]
    content = (DATA / "editing" / f"{name}.yaml").read_bytes()
    golden(f"editing/{case}.yaml", edited(content, edits, name).decode())


def test_a_key_result_moves_with_its_comments(golden: Golden) -> None:
    origin = (DATA / "editing/aligned.yaml").read_bytes()
    target = (DATA / "editing/windows.yaml").read_bytes()
    block = lifted_entry(origin, DAY7, "aligned.yaml")
    made = edited(target, [Insert((*FIRST, "key_results"), block, 0)], "windows.yaml")
    golden("editing/moved-to.yaml", made.decode())
    golden("editing/moved-from.yaml", edited(origin, [Remove(DAY7)], "aligned.yaml").decode())
    assert _first_key_result(made) == _first_key_result(origin)


def _first_key_result(content: bytes) -> object:
    value: Any = read_strict(content).value
    return value["objectives"][0]["key_results"][0]

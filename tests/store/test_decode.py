"""What a form refuses, in the words of the format."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.model.finding import Finding
from okrcli.model.source import Source
from okrcli.store.compiled import Form
from okrcli.store.decode import findings, unknown_cycle, unknown_document
from okrcli.store.kinds import form_of, without_own_keys

PATH = "okrs/growth.yaml"


def okr_file(**objective: object) -> dict[str, Any]:
    key_results = [{"id": "day7", "title": "More shops", "baseline": 31, "target": 45}]
    whole = {"id": "first", "title": "Goal", "owner": "ana", "key_results": key_results}
    return {"team": "growth", "cycle": "2026-Q4", "objectives": [{**whole, **objective}]}


def with_key_result(**fields: object) -> dict[str, Any]:
    return okr_file(key_results=[{"id": "day7", "title": "More shops", **fields}])


def only(data: object, form: Form = "okr_file") -> Finding:
    found = findings(form, data, PATH)
    assert len(found) == 1, found
    return found[0]


OBJECTIVE = ("objectives", 0)
KEY_RESULT = (*OBJECTIVE, "key_results", 0)


def test_a_right_document_has_no_findings() -> None:
    assert findings("okr_file", okr_file(), PATH) == []


def test_an_unknown_field_is_told_with_the_one_that_was_meant() -> None:
    finding = only(with_key_result(curent=5))
    assert finding.rule == "unknown-field"
    assert finding.message == "`curent` is not a field of a key result"
    assert finding.hint == "did you mean `current`?"
    assert finding.source == Source(PATH, (*KEY_RESULT, "curent"), of_key=True)


def test_a_slip_in_a_required_field_is_one_finding() -> None:
    data = okr_file()
    data["objectives"][0]["titel"] = data["objectives"][0].pop("title")
    finding = only(data)
    assert (finding.rule, finding.hint) == ("unknown-field", "did you mean `title`?")


def test_a_field_of_something_else_is_sent_there() -> None:
    assert only(okr_file(due="2026-12-01")).hint == "it is a field of a key result"


def test_a_field_of_nothing_may_be_ones_own() -> None:
    assert "x-" in (only(okr_file(colour="red")).hint or "")


def test_a_missing_field_is_told_at_its_mapping() -> None:
    data = okr_file()
    del data["objectives"][0]["owner"]
    finding = only(data)
    assert finding.rule == "missing-field"
    assert finding.message == "an objective needs `owner`"
    assert finding.source == Source(PATH, OBJECTIVE)


def test_several_missing_fields_of_one_mapping_are_one_finding() -> None:
    data = okr_file(key_results=[{"target": 5}])
    assert only(data).message == "a key result needs `id` and `title`"


def test_an_objective_without_key_results_misses_them() -> None:
    finding = only(okr_file(key_results=[]))
    assert finding.rule == "missing-field"
    assert finding.message == "an objective needs at least one key result"


@pytest.mark.parametrize(
    ("field", "value", "message", "hint"),
    [
        ("target", "45%", "must be a number, not text ('45%')", 'write 45 and `unit: "%"`'),
        ("target", "45", "must be a number, not text ('45')", "write 45 without quotes"),
        ("target", "1,000", "must be a number", "write 1000"),
        ("target", "12,5", "must be a number", "write 12.5"),
        ("target", True, "must be a number, not true", None),
        ("target", [1], "must be a number, not a list", None),
        ("target", {}, "must be a number, not a mapping", None),
        ("baseline", "TBD", "must be a number, or `unknown`", "write unknown while"),
        ("weight", 0, "must be a number above 0, not 0", None),
        ("kept", 95, "must be a number from 0 to 1, not 95", "write 0.95"),
        ("confidence", 7, "must be a belief from 0 to 1", "write 7/10 or 0.7"),
        ("confidence", 60, "must be a belief from 0 to 1", "write 60%"),
        ("confidence", "60 %", "must be a belief", "write 60%"),
        ("confidence", "0.6", "must be a belief", "write 0.6 without quotes"),
        ("confidence", "high", "must be a belief", "such as 0.6"),
        ("updated", "15.11.2026", "must be a date (YYYY-MM-DD)", "write 2026-11-15"),
        ("updated", "11/15/2026", "must be a date", "write 2026-11-15"),
        ("updated", "2026-1-5", "must be a date", "write 2026-01-05"),
        ("updated", "01/02/2026", "must be a date", "write a day as YYYY-MM-DD"),
        ("updated", "2026-11-31", "must be a date", "no such day"),
        ("updated", "2026-11-15T10:00:00", "must be a date", "write 2026-11-15"),
        ("needs", "platform/fast", "must be a list, not text", "write `needs: [platform/fast]`"),
        ("milestones", {"title": "x"}, "must be a list, not a mapping", "`- `"),
        ("note", None, "is empty; it must be text", "delete the line"),
        ("note", " ", "must be text, not blank", "delete the line"),
        ("title", 2026, "must be text, not a number (2026)", 'quotes: "2026"'),
        ("id", "Day 7", "must be an id (a-z, 0-9 and -", "write day-7"),
        ("done", "yes", "must be false, true or the date", "write true"),
        ("done", "28.10.2026", "must be false, true or the date", "write 2026-10-28"),
        ("close", "drop", "must be a mapping of fields", None),
    ],
)
def test_a_wrong_value_is_told_with_what_it_must_be(
    field: str, value: object, message: str, hint: str | None
) -> None:
    data = with_key_result(**{field: value})
    finding = only(data)
    assert finding.rule == "invalid-value"
    assert finding.message.startswith(f"`{field}` of a key result ")
    assert message in finding.message
    assert (hint is None and finding.hint is None) or (hint or "") in (finding.hint or "")
    assert finding.source == Source(PATH, (*KEY_RESULT, field))


def test_a_list_where_one_person_answers_is_a_finding_of_ownership() -> None:
    finding = only(with_key_result(owner=["ana", "bo"]))
    assert finding.rule == "several-owners"
    assert "must be text, not a list" in finding.message


def test_a_word_outside_a_choice_is_told_with_the_nearest() -> None:
    assert only(okr_file(ambition="commited")).hint == "did you mean `committed`?"
    assert only(okr_file(ambition="moonshot")).hint == "write aspirational"
    assert only(okr_file(close={"decision": "Dropped"})).hint == "did you mean `drop`?"


@pytest.mark.parametrize(
    ("cycle", "hint"),
    [("Q4 2026", "write 2026-Q4"), ("2026 Q4", "write 2026-Q4"), ("Nov 2026", "write 2026-11")],
)
def test_a_cycle_in_another_habit_is_translated(cycle: str, hint: str) -> None:
    finding = only({**okr_file(), "cycle": cycle})
    assert finding.rule == "invalid-value"
    assert finding.hint == hint


def test_what_is_missing_is_told_with_what_to_write() -> None:
    assert "- id:" in (only(okr_file(key_results=[])).hint or "")
    assert (
        only(okr_file(key_results=None)).hint == "write its entries below it, each begun with `- `"
    )
    assert only(okr_file(title=None)).hint == "give it a value"
    assert only(okr_file(why=None)).hint == "give it a value, or delete the line"
    nameless = {"title": "More shops", "baseline": 31, "target": 45}
    assert "such as `id:" in (only(okr_file(key_results=[nameless])).hint or "")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Raise NPS", "`- id: raise-nps` and, in the next line, `title: Raise NPS`"),
        ("day7", "write its fields: `- id: day7`"),
        ("目標", "each on a line of its own"),
    ],
)
def test_a_text_in_place_of_fields_is_written_as_such(text: str, hint: str) -> None:
    assert (only(okr_file(key_results=[text])).hint or "").endswith(hint)


def test_an_endless_number_is_shown_by_its_beginning() -> None:
    assert only(with_key_result(done=10**300)).message.endswith(f", not 1{'0' * 38}…")


def test_a_cycle_that_nobody_named_is_told() -> None:
    assert unknown_cycle("2026-q4", PATH).hint == "write 2026-Q4"
    assert "[cycles]" in (unknown_cycle("launch", PATH).hint or "")


def test_the_branches_of_a_milestone_are_one_finding() -> None:
    assert only(with_key_result(milestones=[5])).message == (
        "an entry of `milestones` must be text, or a mapping of fields, not a number (5)"
    )
    assert only(with_key_result(milestones=[{}])).message == "a milestone needs `title`"
    wrong = only(with_key_result(milestones=["ok", {"title": "x", "due": 5}]))
    assert wrong.message.startswith("`due` of a milestone must be a date")
    assert wrong.source.keys == (*KEY_RESULT, "milestones", 1, "due")


def test_an_entry_of_a_list_is_told_as_one() -> None:
    finding = only(okr_file(supports=["a/b", 5]))
    assert finding.message == "an entry of `supports` must be text, not a number (5)"
    assert finding.source.keys == (*OBJECTIVE, "supports", 1)


def test_findings_come_in_the_documents_order() -> None:
    data = okr_file(priority=0, zzz=1, ambition="x")
    data["cycle"] = None
    fields = [finding.source.keys[-1] for finding in findings("okr_file", data, PATH)]
    assert fields == ["cycle", "priority", "zzz", "ambition"]


def test_a_file_full_of_nonsense_has_an_end() -> None:
    found = findings("okr_file", {**okr_file(), "objectives": [5] * 20_000}, PATH)
    assert len(found) == 501
    assert "more wrong" in found[-1].message


def test_other_documents_have_their_own_words() -> None:
    assert only({"organization": "A", "teams": [{}]}, "organization").message == "a team needs `id`"
    assert only({"kpis": [{"id": "a"}]}, "kpis").message == "a KPI needs `title`"
    assert (
        only({"kpis": None}, "kpis").message == "`kpis` of a KPI file is empty; it must be a list"
    )


def test_ones_own_keys_are_left_out_at_every_level() -> None:
    data = {"x-a": 1, "b": [{"x-c": {"d": 1}, "e": 2}, "x-f"]}
    assert without_own_keys(data) == {"b": [{"e": 2}, "x-f"]}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (None, "the file is empty"),
        ([], "the file holds a list, not a mapping of fields"),
        ("x", "the file holds a single value, not a mapping of fields"),
        ({"team": "growth"}, "the file has none of `objectives`, `organization` and `kpis`"),
    ],
)
def test_a_document_of_no_known_kind_is_told(data: object, message: str) -> None:
    finding = unknown_document(data, PATH)
    assert finding is not None
    assert (finding.rule, finding.message) == ("unknown-document", message)
    assert "`objectives`" in (finding.hint or "")


def test_a_slip_in_the_top_level_key_is_told() -> None:
    finding = unknown_document({"team": "growth", "objectivs": []}, PATH)
    assert finding is not None
    assert finding.hint == "did you mean `objectives`?"
    assert finding.source == Source(PATH, ("objectivs",), of_key=True)


def test_two_documents_in_one_are_told() -> None:
    finding = unknown_document({"kpis": [], "objectives": []}, PATH)
    assert finding is not None
    assert finding.message == "`objectives` and `kpis` cannot stand in one file"


def test_a_known_document_is_fine() -> None:
    assert unknown_document({"kpis": []}, PATH) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["objectives", "kpis", "organization", "teams", "id", "key_results"])
            | st.sampled_from(["milestones", "plan", "close", "retrospective", "change_next"])
            | st.text(max_size=5),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(JSON)
def test_any_document_ends_in_findings_of_its_places(data: object) -> None:
    form = form_of(data)
    if form is None:
        assert unknown_document(data, PATH) is not None
        return
    for finding in findings(form, data, PATH):
        assert finding.rule in {"unknown-field", "missing-field", "invalid-value"}
        value = data
        for key in finding.source.keys[:-1]:
            value = value[key]  # type: ignore[index]
        assert isinstance(value, dict | list) or not finding.source.keys

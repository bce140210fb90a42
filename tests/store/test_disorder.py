"""Fields out of place are found in plain data, and a remedy is offered where it works."""

from okrcli.model.finding import Finding, Reorder
from okrcli.store.disorder import disorder


def found(text: str) -> list[Finding]:
    return list(disorder({"a.yaml": text}))


def test_one_finding_a_file_names_the_first_field_and_the_others_beside_it() -> None:
    text = "teams:\n  - name: a\n    lead: c\n    id: b\norganization: A\nvision: B\n"
    (finding,) = found(text)
    assert finding.message == "`organization` of an organization file should stand before `teams`"
    assert finding.source.keys == ("organization",)
    assert [source.keys for source in finding.related] == [("teams", 0, "id")]
    assert finding.fix == Reorder()


def test_without_a_clear_owner_of_each_comment_there_is_no_fix() -> None:
    text = "teams: []\n\n# whose?\n\norganization: A\n"
    (finding,) = found(text)
    assert finding.fix is None
    assert "by hand" in (finding.hint or "")


def test_one_mapping_that_can_be_mended_is_enough_for_a_fix() -> None:
    (finding,) = found("teams:\n  - name: a\n    id: b\n\n# whose?\n\norganization: A\n")
    assert finding.fix == Reorder()


def test_a_text_that_would_change_with_its_place_has_no_fix() -> None:
    (finding,) = found("organization: A\nvision: |+\n  B\nteams: []\n\npillars: []\n")
    assert finding.fix is None


def test_nothing_is_said_of_brackets_and_of_what_is_no_document() -> None:
    assert not found("organization: A\nteams: [{name: a, id: b}]\n")
    assert not found("{teams: [], organization: A}\n")
    assert not found("b: 1\na: 2\n")
    assert not found("- b\n")
    assert not found("teams: [\n")
    assert not found("organization: A\nteams: {name: a, id: b}\nx-own: {why: a, decision: b}\n")

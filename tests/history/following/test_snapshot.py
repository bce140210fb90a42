"""What all files say at one commit."""

from okrcli.history.following.contents import decode
from okrcli.history.following.snapshot import Snapshot
from okrcli.model.objective import Objective
from okrcli.model.reference import Key
from tests.history.asking import DAY7, ORGANIZATION, goals

KEY = Key("2026-Q4", "growth", "first-minute", "day7")
OTHER = "id: other, title: O, baseline: 0, target: 1"


def _snapshot(**files: str) -> Snapshot:
    snapshot = Snapshot()
    for name, text in files.items():
        snapshot.apply(f"okrs/{name}.yaml", decode(text.encode()))
    return snapshot


def _value(snapshot: Snapshot) -> float | None:
    claim = snapshot.claim(KEY)
    assert claim is not None
    return claim.key_result.current


def _names(objectives: list[Objective]) -> list[tuple[str, list[str]]]:
    return [(each.id, [item.id for item in each.key_results]) for each in objectives]


def test_a_change_tells_which_key_results_it_touches() -> None:
    snapshot = _snapshot(a=goals(DAY7))
    content = decode(goals(OTHER, objective="second").encode())
    touched = snapshot.apply("okrs/a.yaml", content)
    assert touched == {KEY, Key("2026-Q4", "growth", "second", "other")}
    assert snapshot.remove("okrs/a.yaml") == {Key("2026-Q4", "growth", "second", "other")}
    assert snapshot.remove("okrs/never.yaml") == set()


def test_a_file_that_cannot_be_read_keeps_what_it_said_and_its_rank_is_the_last() -> None:
    snapshot = _snapshot(a=goals(f"{DAY7}, current: 1"), b=goals(f"{DAY7}, current: 2"))
    assert _value(snapshot) == 2
    assert snapshot.apply("okrs/b.yaml", None) == {KEY}
    assert (_value(snapshot), snapshot.unreadable()) == (1, ["okrs/b.yaml"])
    snapshot.remove("okrs/a.yaml")
    assert _value(snapshot) == 2


def test_a_file_that_never_was_readable_says_nothing_and_is_named() -> None:
    snapshot = _snapshot(a="team: [", b="some: notes")
    assert snapshot.objectives() == []
    assert snapshot.unreadable() == ["okrs/a.yaml", "okrs/b.yaml"]


def test_objectives_come_in_the_order_of_their_files_whatever_these_are_called() -> None:
    first = goals(DAY7) + goals(OTHER, objective="second").partition("objectives:\n")[2]
    expected = [("first-minute", ["day7"]), ("second", ["other"])]
    assert _names(_snapshot(a=first).objectives()) == expected
    assert _names(_snapshot(z=first, b=goals(DAY7, team="b")).objectives())[0] == expected[0]


def test_one_objective_may_stand_in_two_files() -> None:
    snapshot = _snapshot(a=goals(DAY7), b=goals(OTHER))
    (objective,) = snapshot.objectives()
    assert {item.id for item in objective.key_results} == {"day7", "other"}


def test_drafts_and_what_has_no_id_are_left_out() -> None:
    snapshot = _snapshot(
        a=goals(DAY7, objective="published") + "draft: true\n",
        b=goals(DAY7, more=["draft: true"], team="b"),
        c=goals(DAY7, objective='""', team="c"),
        d=goals("title: no id, baseline: 0, target: 1", team="d"),
    )
    assert _names(snapshot.objectives()) == [("first-minute", [])]


def test_the_organization_is_that_of_the_last_path() -> None:
    snapshot = _snapshot(a=ORGANIZATION, b="organization: Other\n")
    assert snapshot.organization().name == "Other"
    snapshot.remove("okrs/b.yaml")
    assert snapshot.organization().name == "Acme"
    snapshot.remove("okrs/a.yaml")
    assert snapshot.organization().name == ""


def test_an_organization_that_cannot_be_read_is_shown_as_it_was() -> None:
    snapshot = _snapshot(organization=ORGANIZATION)
    snapshot.apply("okrs/organization.yaml", None)
    assert snapshot.organization().name == "Acme"

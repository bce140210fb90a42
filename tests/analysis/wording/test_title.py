"""A title is cut into words, and its label is known as one."""

import pytest

from okrcli.analysis.wording.title import read


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Delight customers", ("delight", "customers")),
        ("“Delight” customers!", ("delight", "customers")),
        ("E-mails & calls", ("emails", "and", "calls")),
        ("8 % of our riders", ("8", "%", "of", "our", "riders")),
        ("latency < 300 ms", ("latency", "below", "300", "ms")),
        ("fast—and safe", ("fast", "and", "safe")),
        ("the riders\u2019 choice", ("the", "riders", "choice")),
        ("* ... -", ()),
        ("", ()),
    ],
)
def test_the_words(text: str, low: tuple[str, ...]) -> None:
    assert read(text).low == low
    assert len(read(text).raw) == len(low)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Delight customers", "Delight"),
        ("1. Delight customers", "Delight"),
        ("2) Delight customers", "Delight"),
        ("KR 3: Delight customers", "Delight"),
        ("KR3: Delight customers", "Delight"),
        ("Objective - Delight customers", "Delight"),
        ("Key result: Delight customers", "Delight"),
        ("Goal setting works for all", "Goal"),
        ("100 customers: all are happy", "100"),
        ("Objective", "Objective"),
    ],
)
def test_a_label_is_skipped(text: str, first: str) -> None:
    title = read(text)
    assert title.raw[title.start] == first


def test_parts_are_told_from_one_another() -> None:
    title = read("Reduce waiting lists, improve wellbeing; modernise")
    assert [title.raw[at] for at in sorted(title.breaks)] == ["lists", "wellbeing"]


@pytest.mark.parametrize(
    ("text", "english"),
    [("Delight customers", True), ("Café in São Paulo", True), ("収益", False), ("42 %", False)],
)
def test_letters_tell_what_cannot_be_english(text: str, *, english: bool) -> None:
    assert read(text).english is english

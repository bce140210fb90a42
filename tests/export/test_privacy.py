"""No e-mail address leaves that nobody asked for."""

from time import perf_counter

import pytest

from okrcli.analysis.facts import PersonRow
from okrcli.export.batches import batches
from okrcli.export.privacy import people_without_addresses, without_addresses


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ana@acme.example", "[e-mail]"),
        (
            "Ask Ana <ana.silva+okr@mail.acme.example>, or bo@home",
            "Ask Ana <[e-mail]>, or [e-mail]",
        ),
        ("é.ü@büro.example", "[e-mail]"),
        ("@ana says 3 @ 10", "@ana says 3 @ 10"),
        ("nothing here", "nothing here"),
    ],
)
def test_an_address_is_hidden_whatever_stands_around_it(text: str, told: str) -> None:
    assert without_addresses(text) == told


def test_a_long_text_takes_no_longer_than_it_is() -> None:
    begin = perf_counter()
    without_addresses("a" * 200_000 + " @ " + "a." * 100_000 + "@")
    assert perf_counter() - begin < 5


def test_people_whom_only_an_address_names_become_one() -> None:
    people = [
        PersonRow("ana", "Ana", "ana@acme.example", listed=True),
        PersonRow("x@acme.example", None, None, listed=False),
        PersonRow("y@acme.example", None, None, listed=False),
    ]
    assert list(people_without_addresses(people)) == [
        PersonRow("ana", "Ana", None, listed=True),
        PersonRow("[e-mail]", None, None, listed=False),
    ]


def test_half_a_character_is_escaped() -> None:
    row = PersonRow("a\udcff", "Ü", "a@b.example", listed=True)
    (batch,) = batches({"people": [row]}, with_emails=True)["people"]
    assert [*zip(*batch, strict=True)] == [("a\\udcff", "Ü", "a@b.example", True)]

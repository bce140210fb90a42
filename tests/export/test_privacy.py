"""No e-mail address of a person leaves that nobody asked for."""

from okrcli.analysis.facts.facts import PersonRow
from okrcli.export.batches import batches
from okrcli.export.privacy import people_without_addresses


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

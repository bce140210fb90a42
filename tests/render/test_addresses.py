"""No e-mail address stays in a text that leaves."""

from time import perf_counter

import pytest

from okrcli.render.addresses import without_addresses


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

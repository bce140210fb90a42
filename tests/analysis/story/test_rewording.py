"""Whether a text was rewritten, or only its spelling mended."""

import pytest

from okrcli.analysis.story.rewording import reworded


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("New shops sell", "new shops SELL."),
        ("sign-ups a week", "signups a week"),
        ("Operators recieve help", "Operators receive help"),
        ("The checkuot is availble", "The checkout is available"),
        ("", " "),
    ],
)
def test_spelling(was: str, now: str) -> None:
    assert not reworded(was, now)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Increase sales", "Decrease sales"),
        ("Sell 45 tickets", "Sell 40 tickets"),
        ("We win", "We won"),
        ("New shops sell", "New shops sell more"),
        ("Shops stay", "Guests stay"),
        ("Shops", ""),
    ],
)
def test_another_wording(was: str, now: str) -> None:
    assert reworded(was, now)

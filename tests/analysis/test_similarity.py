"""What says the same is found, and what is only built alike is not."""

import random
from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.analysis.similarity import (
    ALIKE,
    gist,
    groups,
    say_the_same,
    similarity,
    without_filling,
)

WORDS = "shop shops love lovely love new News 1 first Spain fast quick basket order in the".split()
TITLES = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("New shops love us from the first minute", "From minute one, new shops love us!"),
        ("New shops love us from the first minute", "NEW SHOPS LOVE US FROM THE FIRST MINUTE"),
        ("New Shops Love Us From the First Minute", "New shops love us from the first minute"),
        ("Customers get an answer within an hour", "Every customer is answered within the hour"),
        ("Nobody waits for a refund", "Nobody has to wait for their refund"),
        ("Our customers love our product", "Clients adore the product"),
        ("Our pages load quickly", "Pages that load fast"),
        ("Delight customers", "Delighting our customers"),
        ("The data team is trusted across the company", "The whole company trusts the data team"),
        ("Employees love working here", "Staff love to work here"),
        ("Parties are easy to plan", "Planning a party is easy"),
        ("Kunden lieben unseren Shop", "Unseren Shop lieben Kunden"),
        ("すべての店がオンラインで売る", "すべての店がオンラインで売る"),
        ("Café owners sell online", "Cafe owners sell online"),
    ],
)
def test_the_same(one: str, other: str) -> None:
    assert say_the_same(gist(one), gist(other))
    assert say_the_same(gist(other), gist(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("New shops in Spain love us", "New shops in Portugal love us"),
        ("New shops in Spain love us", "New shops love us"),
        ("Win the US market", "Win the EU market"),
        ("Win the US market", "Win the market"),
        ("B2B buyers find what they need", "B2C buyers find what they need"),
        ("Riders trust our brakes", "Riders trust our lights"),
        ("Shops sell online", "Shops sell offline"),
        ("Customers reach value in week one", "Employees reach value in week one"),
        ("Answers within 1 hour", "Answers within 4 hours"),
        ("Nobody waits for a refund", "Nobody waits for an answer"),
        ("Customers wait for us", "Customers never wait for us"),
        ("Islanders at Arran master crew rosters alone", "Crews at Arran master crew swaps alone"),
        ("", ""),
        ("The", "A"),
    ],
)
def test_not_the_same(one: str, other: str) -> None:
    assert not say_the_same(gist(one), gist(other))
    assert not say_the_same(gist(other), gist(one))


def test_filling_can_be_left_out() -> None:
    assert without_filling('"People on Our on-call" list') == "People call list"
    assert not without_filling("what is it")


def test_similarity_is_a_share() -> None:
    assert similarity(gist("Shops sell online"), gist("Selling in shops")) == pytest.approx(2 / 3)
    assert similarity(gist("The"), gist("An")) == 0


@given(st.lists(TITLES, max_size=12))
def test_groups_hold_each_pair_that_says_the_same(titles: Sequence[str]) -> None:
    gists = [gist(title) for title in titles]
    found = groups(gists)
    group_of = {position: number for number, group in enumerate(found) for position in group}
    for one, other in combinations(range(len(gists)), 2):
        if say_the_same(gists[one], gists[other]):
            assert group_of[one] == group_of[other]
    assert all(group == sorted(group) for group in found)
    for group in found:
        linked = {
            one
            for one in group
            for other in group
            if one != other and say_the_same(gists[one], gists[other])
        }
        assert linked == set(group)


def test_thousands_are_compared_at_once() -> None:
    dice = random.Random(7)  # noqa: S311 - no secret
    words = [f"w{number}" for number in range(300)]
    titles = [" ".join(dice.sample(words, 7)) for _ in range(3_000)]
    titles[2_999] = " ".join(reversed(titles[5].split()))
    assert groups([gist(title) for title in titles]) == [[5, 2_999]]
    assert 0 < ALIKE < 1

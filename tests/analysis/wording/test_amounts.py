"""What says how much is told from what is only a name."""

import pytest

from okrcli.analysis.wording.amounts import amounts
from okrcli.analysis.wording.title import read


def found(text: str) -> list[str]:
    title = read(text)
    return [title.said(amount.begin, amount.end) for amount in amounts(title)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Increase revenue by 20%", ["20%"]),
        ("Increase revenue by 20 per cent", ["20 per cent"]),
        ("Grow revenue from $1.5m to €2,000,000", ["$1.5m", "€2,000,000"]),
        ("Raise £250k", ["£250k"]),
        ("Raise 5 million euros", ["5 million euros"]),
        ("Get ten thousand visitors", ["ten thousand"]),
        ("Twenty-five towns", ["Twenty-five"]),
        ("Answer in 4 hours", ["4 hours"]),
        ("p95 latency below 300ms", ["300ms"]),
        ("A rating of 4.2/5", ["4.2/5"]),
        ("8-10 towns", ["8-10"]),
        ("Reach 2000 users", ["2000"]),
        ("3x the traffic", ["3x"]),
        ("Double the traffic, cut costs in half", ["Double", "half"]),
        ("A third of our riders, two thirds of theirs", ["third", "two", "thirds"]),
        ("90+ points", ["90+ points"]),
        ("Revenue up X% to $XM", ["X%", "$XM"]),
        ("From X to Y", ["X", "Y"]),
    ],
)
def test_amounts(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Be the B2B supplier with 24/7 help",
        "Finish Q4 of 2027 well",
        "In 2026/27 and H1 2028",
        "By 15 May, on June 30th, before 31 March",
        "2026-12-31 at 12:30 or 9am",
        "iOS 18, Windows 11 and the Boeing 737",
        "K-12, 360°, 5G, Web3, GPT-4",
        "Series A, Phase 2, version 3.0, Tier 1",
        "The 8086's successor beats the Motorola 6800",
        "Win the Indy 500",
        "The 4-day week and the 5-star stay",
        "1st in line",
        "Complaints per 1,000 rides",
        "Nobody else, no one, one another, one of us",
        "By the end of the quarter",
        "ISO 27001 and SOC 2",
        "A plan for X",
    ],
)
def test_names(text: str) -> None:
    assert found(text) in ([], ["X"])


def test_values_are_read_with_their_scale() -> None:
    values = [amount.value for amount in amounts(read("1,200 / 1.5k / 2 million / 3,5 % / 12 bn"))]
    assert values == [1200, 1500, 2_000_000, 3.5, 12e9]

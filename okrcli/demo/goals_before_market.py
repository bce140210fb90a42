"""What growth and customer care promised in the quarter before."""

from __future__ import annotations

from okrcli.demo.goals import TeamGoals, key_result, objective, retrospective
from okrcli.demo.measures import Maintained, Metric
from okrcli.demo.steps import Once

GROWTH_BEFORE = TeamGoals(
    "growth",
    (
        objective(
            "known-in-port",
            "Every skipper in port knows someone who sails with us",
            key_result(
                "visits-to-trial",
                "Operators that ask for a trial on their own",
                Metric("operators", 15, 45, reach=1.1, counts=True),
                ("the harbour tour", "the sticker on the wheelhouse"),
                owner="eitan",
            ),
            key_result(
                "spoken-for",
                "Trials that name a neighbour as the reason",
                Metric("%", 21, 40, reach=1.05),
                ("the question at sign-up", "the neighbours' evening"),
                owner="lucia",
            ),
            key_result(
                "shetland",
                "The first operator on Shetland sells through us",
                Once(9),
                ("the winter contract", "the call with the council"),
            ),
            owner="noor",
            ambition="committed",
            why="Trust travels from boat to boat.",
            supports=["market/season-start"],
            pillar="partners",
            priority=1,
            close={
                "decision": "achieved",
                "why": "Neighbours did what no campaign had done.",
                "lessons": ["One evening in a harbour pub is worth a month of advertising."],
            },
        ),
    ),
    retrospective(
        "We wrote down every 'why us' in the operators' own words.",
        "The sign-up question was missing for the first two weeks.",
        "Measure before the campaign, not after it",
        "lucia",
        done=True,
    ),
)

CARE_BEFORE = TeamGoals(
    "care",
    (
        objective(
            "no-lost-question",
            "No question gets lost",
            key_result(
                "within-a-day",
                "Questions answered within a day",
                Metric("%", 83, 97, reach=0.94),
                ("the shared inbox", "the evening hand-over"),
            ),
            key_result(
                "asked-twice",
                "Travellers who have to ask twice",
                Metric("%", 19, 8, reach=0.8),
                ("the hand-over note", "the question tag"),
                owner="piotr",
            ),
            key_result(
                "polite",
                "Travellers who feel taken seriously",
                Maintained("%", 91, at_least=88, swing=2, digits=0, dips=(6,)),
                ("the reading round", "the tone guide"),
                owner="piotr",
            ),
            owner="wanjiru",
            ambition="committed",
            why="A lost question becomes a lost family.",
            supports=["market/earned-ticket", "company/joyful-crossing"],
            pillar="delight",
            priority=1,
            close={
                "decision": "continue",
                "why": "Weekends were not staffed until the eighth week.",
                "lessons": ["Plan the people before the promise."],
            },
        ),
    ),
    retrospective(
        "The shared inbox ended the guessing who answers.",
        "Both of us were away in the same week.",
        "Agree on holidays with booking's on-call list",
        "piotr",
    ),
)

"""This quarter's objectives of growth and customer care."""

from __future__ import annotations

from okrcli.demo.goals import TeamGoals, key_result, objective
from okrcli.demo.measures import Maintained, Metric
from okrcli.demo.steps import Once

GROWTH = TeamGoals(
    "growth",
    (
        objective(
            "quiet-season",
            "Operators join us in the quiet season",
            key_result(
                "winter-trials",
                "Operators that begin a trial in winter",
                Metric("operators", 20, 90, reach=1.75, counts=True),
                ("the harbour tour", "the winter tariff"),
                owner="eitan",
                stretch=110,
                weight=2,
            ),
            key_result(
                "timetable-day",
                "Trials with a full timetable on their second day",
                Metric("%", 34, 60, reach=1.4),
                ("the timetable import", "the copy from the printed leaflet"),
                owner="lucia",
            ),
            key_result(
                "faroe",
                "The first operator on the Faroe Islands sells through us",
                Once(5),
                ("the talk in Tórshavn", "the translated contract"),
            ),
            owner="noor",
            ambition="committed",
            why="In summer no skipper has an hour for new software.",
            supports=["market/word-of-mouth"],
            pillar="partners",
            priority=1,
            initiatives=["Harbour tour", "https://forge.harbor.example/growth/issues/88"],
        ),
        objective(
            "first-booking",
            "Trial operators see their first booking before they doubt",
            key_result(
                "within-a-week",
                "Trials with a paid booking in their first week",
                Metric("%", 23, 45, reach=1.45),
                ("the shared link for regulars", "the poster for the pier"),
                evidence="https://metrics.harbor.example/trials",
            ),
            key_result(
                "days-to-booking",
                "Days from sign-up to the first booking",
                Metric("days", 11, 5, reach=1.5, digits=1),
                ("the starter kit", "the ready-made first offer"),
                owner="lucia",
            ),
            key_result(
                "paying",
                "Trials that become paying operators",
                Metric("%", 41, 52, reach=1.3),
                ("the honest price page", "the second-week visit"),
                owner="eitan",
            ),
            owner="noor",
            ambition="committed",
            why="A trial without a booking is over after ten days.",
            supports=["market/fair-price"],
            pillar="partners",
            priority=2,
        ),
    ),
)

CARE = TeamGoals(
    "care",
    (
        objective(
            "before-frustration",
            "Help arrives before frustration does",
            key_result(
                "first-answer",
                "Median time to a first answer",
                Metric("minutes", 52, 25, reach=0.9),
                ("the morning shift", "the ready-made storm answer"),
                kpi="answer-time",
            ),
            key_result(
                "one-answer",
                "Questions solved with the first answer",
                Metric("%", 58, 72, reach=0.85),
                ("the traveller's history beside the question", "the answer library"),
                owner="piotr",
            ),
            key_result(
                "friendly",
                "Travellers who find our answer friendly",
                Maintained("%", 94, at_least=90, swing=2.5, digits=0),
                ("the tone guide", "the weekly reading round"),
                owner="piotr",
            ),
            owner="wanjiru",
            ambition="committed",
            why="Whoever waits on a cold pier for an answer does not come back.",
            supports=["company/joyful-crossing", "market/word-of-mouth"],
            pillar="delight",
            priority=1,
        ),
        objective(
            "no-need-to-ask",
            "Operators find answers without having to ask",
            key_result(
                "questions",
                "Questions per operator and month",
                Metric("questions", 3.4, 2, reach=0.6, digits=1),
                ("the search in the handbook", "the short film on refunds"),
            ),
            key_result(
                "handbook",
                "Operators who found what they looked for in the handbook",
                Metric("%", 46, 65, reach=0.8),
                ("the rewritten refund page", "the index by task"),
                owner="piotr",
            ),
            owner="piotr",
            ambition="aspirational",
            why="The best answer is the one nobody had to wait for.",
            supports=["market/fair-price"],
            pillar="partners",
            priority=2,
        ),
    ),
)

"""This quarter's objectives of the two areas, between the company and its teams."""

from __future__ import annotations

from okrcli.demo.goals import TeamGoals, key_result, objective
from okrcli.demo.measures import Metric
from okrcli.demo.steps import Milestones, Step

MARKET = TeamGoals(
    "market",
    (
        objective(
            "word-of-mouth",
            "Operators tell other operators about us",
            key_result(
                "invited",
                "Operators that came to us by invitation of another one",
                Metric("operators", 12, 60, reach=1.0, counts=True),
                ("the skippers' evening", "the letter to old friends"),
                owner="noor",
                weight=2,
            ),
            key_result(
                "reference",
                "Ports in which at least one operator speaks for us",
                Metric("ports", 9, 20, reach=0.92, counts=True),
                ("the port-by-port list", "the visit to the northern isles"),
            ),
            key_result(
                "first-talk",
                "First talks that lead to a trial",
                Metric("%", 27, 40, reach=0.8),
                ("the shorter demo", "the real timetable in the demo"),
            ),
            owner="tomas",
            ambition="aspirational",
            why="Skippers believe skippers, not leaflets.",
            supports=["company/every-island"],
            pillar="partners",
            priority=1,
        ),
        objective(
            "fair-price",
            "Our prices feel fair to the smallest boats",
            key_result(
                "small-margin",
                "Operators with one boat that earn more with us than before",
                Metric("%", 44, 65, reach=0.7),
                ("the winter tariff", "the fee cap for short crossings"),
            ),
            key_result(
                "quiet-bills",
                "Bills that lead to a question",
                Metric("%", 14, 6, reach=0.95, digits=1),
                ("the bill on one page", "the line that explains card fees"),
                owner="wanjiru",
            ),
            key_result(
                "tariff",
                "Operators with one boat are on the winter tariff",
                Milestones(
                    (
                        Step("Tariff agreed with the operators' council", due=3, done=3),
                        Step("First ten operators moved over", due=7, done=7),
                        Step("All operators with one boat moved over", due=12, weight=2),
                    )
                ),
                ("the council's vote", "the move of the first ten"),
            ),
            owner="tomas",
            ambition="committed",
            why="A price that feels wrong is the first reason to leave.",
            supports=["company/own-feet", "company/every-island"],
            pillar="partners",
            priority=2,
        ),
    ),
)

PRODUCT = TeamGoals(
    "product",
    (
        objective(
            "one-hand",
            "Booking works with one hand on a windy pier",
            key_result(
                "under-a-minute",
                "Tickets bought within a minute of opening the page",
                Metric("%", 22, 45, reach=0.76),
                ("the remembered traveller", "the page without scrolling"),
                owner="aiko",
            ),
            key_result(
                "gave-up",
                "Travellers who give up on the ticket page",
                Metric("%", 31, 20, reach=0.98, digits=1),
                ("the bigger date picker", "the one-tap wallet"),
                kpi="conversion",
                needs=["platform/instant/first-view"],
            ),
            owner="aiko",
            ambition="committed",
            why="Half of our travellers book outdoors, in the wind, with a bag in the other hand.",
            supports=["company/joyful-crossing"],
            pillar="delight",
            priority=1,
        ),
        objective(
            "storm-ready",
            "A storm no longer surprises anyone on board",
            key_result(
                "warned",
                "Travellers warned at least three hours before a cancelled crossing",
                Metric("%", 48, 75, reach=0.84, plan=((5, 52), (9, 63))),
                ("the forecast feed", "the storm rehearsal"),
                weight=2,
                needs=["fleet/full-picture"],
            ),
            key_result(
                "rebooked",
                "Travellers on a new crossing within an hour of a cancellation",
                Metric("%", 15, 50, reach=0.72),
                ("the list of free seats", "the swap offer"),
                owner="kofi",
            ),
            key_result(
                "stranded",
                "Nights that travellers spend stranded on a pier",
                Metric("nights a month", 26, 8, reach=0.66),
                ("the late ferry pact", "the waiting list"),
            ),
            owner="ines",
            ambition="aspirational",
            why="The weather will not change; how people hear of it can.",
            supports=["company/calm-seas"],
            pillar="trust",
            priority=2,
            initiatives=["https://forge.harbor.example/product/plans/31", "Storm rehearsal"],
        ),
        objective(
            "whole-journey",
            "Travellers plan a whole island journey with us",
            key_result(
                "two-crossings",
                "Bookings that hold more than one crossing",
                Metric("%", 11, 18),
                ("the journey planner",),
            ),
            key_result(
                "return-trip",
                "Travellers who book the way back at once",
                Metric("%", 37, 55),
                ("the return offer",),
            ),
            draft=True,
            owner="ines",
            ambition="aspirational",
            why="We have an idea, and not yet a team that has time for it.",
            supports=["company/joyful-crossing"],
            pillar="delight",
            priority=3,
        ),
    ),
)

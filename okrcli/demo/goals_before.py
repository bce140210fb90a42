"""The areas' objectives of the quarter before, closed by now."""

from __future__ import annotations

from okrcli.demo.goals import TeamGoals, key_result, objective, retrospective
from okrcli.demo.measures import Metric
from okrcli.demo.steps import Milestones, Step

MARKET_BEFORE = TeamGoals(
    "market",
    (
        objective(
            "season-start",
            "Operators enter the season with us at their side",
            key_result(
                "ready",
                "Operators with a full timetable before the season",
                Metric("%", 62, 90, reach=0.86),
                ("the season checklist", "the visit to late starters"),
                owner="wanjiru",
            ),
            key_result(
                "second-boat",
                "Operators that bring a further boat to us",
                Metric("operators", 14, 40, reach=1.08, counts=True),
                ("the second-boat offer", "the skippers' evening"),
            ),
            owner="tomas",
            ambition="committed",
            why="What is not on sale before the season is not sold in it.",
            supports=["company/every-island"],
            pillar="partners",
            priority=1,
            close={
                "decision": "continue",
                "why": "The last tenth of the operators works on paper; we met them too late.",
                "lessons": ["Visit the late starters first, not last."],
            },
        ),
        objective(
            "earned-ticket",
            "Every ticket earns its cost",
            key_result(
                "card-fees",
                "Card fees per ticket",
                Metric("cents", 46, 34, reach=1.06),
                ("the second card provider", "the bundled payout"),
            ),
            key_result(
                "unpaid",
                "Bills unpaid after a month",
                Metric("%", 11, 5, reach=0.75, digits=1),
                ("the friendly reminder", "the direct debit"),
                owner="noor",
            ),
            owner="tomas",
            ambition="aspirational",
            why="We lose money on the shortest crossings.",
            supports=["company/own-feet"],
            pillar="partners",
            priority=2,
            close={
                "decision": "achieved",
                "why": "The second card provider did most of it, and sooner than planned.",
                "lessons": ["Ask for the price again when volumes have doubled."],
            },
        ),
    ),
    retrospective(
        "Tuesday's round of numbers took fifteen minutes, every week.",
        "We planned the visits around our calendar, not around the boats.",
        "Put the operators' busy weeks into our own calendar",
        "tomas",
        done=True,
    ),
)

PRODUCT_BEFORE = TeamGoals(
    "product",
    (
        objective(
            "first-try",
            "A first ticket succeeds at the first try",
            key_result(
                "first-success",
                "First-time travellers who get a ticket without an error",
                Metric("%", 81, 93, reach=0.9),
                ("the clearer passport field", "the saved search"),
                owner="aiko",
            ),
            key_result(
                "double-pay",
                "Tickets paid twice by mistake",
                Metric("tickets a month", 44, 10, reach=1.02),
                ("the pay-once lock", "the clearer waiting screen"),
            ),
            owner="aiko",
            ambition="committed",
            why="A first error is often the last visit.",
            supports=["company/joyful-crossing"],
            pillar="delight",
            priority=1,
            close={
                "decision": "achieved",
                "score": 1.0,
                "why": "A hair short of the target; the errors that are left are typing slips.",
                "lessons": ["Watch five people buy a ticket before writing a line of code."],
            },
        ),
        objective(
            "no-dark-piers",
            "No pier is left in the dark",
            key_result(
                "live-status",
                "Crossings with a live status that is right",
                Metric("%", 54, 85, reach=0.58),
                ("the position feed", "the harbour camera"),
                owner="kofi",
            ),
            key_result(
                "boards",
                "Harbour boards show our status",
                Milestones(
                    (
                        Step("First board in Kirkwall", due=5, done=6),
                        Step("Ten boards on the coast", due=9, done=11),
                        Step("Every board of the port authority", due=12),
                    )
                ),
                ("the board's old cable", "the port's own network"),
                owner="yusuf",
            ),
            owner="ines",
            ambition="committed",
            why="Not knowing is worse than waiting.",
            supports=["company/calm-seas"],
            pillar="trust",
            priority=2,
            close={
                "decision": "change",
                "why": "Each board takes a port's signature; a phone is reached sooner.",
                "lessons": ["Begin with the channel that we own."],
            },
        ),
    ),
    retrospective(
        "Two teams shared one storm plan and it held.",
        "We trusted a supplier's date without a second source.",
        "Name a fallback for every outside date",
        "ines",
    ),
)

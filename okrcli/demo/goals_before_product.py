"""What booking, fleet tools and platform promised in the quarter before."""

from __future__ import annotations

from okrcli.demo.goals import TeamGoals, key_result, objective, retrospective
from okrcli.demo.measures import Maintained, Metric
from okrcli.demo.steps import Milestones, Step

BOOKING_BEFORE = TeamGoals(
    "booking",
    (
        objective(
            "fearless-first",
            "Nobody fears the pay button",
            key_result(
                "abandoned",
                "Travellers who leave at the payment step",
                Metric("%", 27, 18, reach=0.87, digits=1),
                ("the visible total", "the familiar card logo"),
                owner="ravi",
                weight=2,
            ),
            key_result(
                "price-questions",
                "Questions about the price after paying",
                Metric("questions a week", 62, 25, reach=1.04),
                ("the receipt in plain words", "the fee line"),
                owner="sofie",
            ),
            key_result(
                "guests",
                "Tickets bought without opening an account",
                Metric("%", 30, 55, reach=0.93),
                ("the guest ticket", "the later sign-up"),
            ),
            owner="aiko",
            ambition="committed",
            why="People trust a ferryman with coins more than a form with a lock icon.",
            supports=["product/first-try"],
            pillar="delight",
            priority=1,
            close={
                "decision": "continue",
                "why": "The payment step is calm now on phones, and still crowded on tablets.",
                "lessons": ["Show the total from the first screen on."],
            },
        ),
    ),
    retrospective(
        "Watching travellers on the pier settled three debates in a day.",
        "Two releases went out on the busiest Friday.",
        "Release from Monday to Wednesday in the season",
        "aiko",
        done=True,
    ),
)

FLEET_BEFORE = TeamGoals(
    "fleet",
    (
        objective(
            "honest-position",
            "A boat is where we say it is",
            key_result(
                "position-age",
                "Age of a boat's last known position",
                Metric("minutes", 24, 5, reach=0.55),
                ("the position box", "the satellite link"),
            ),
            key_result(
                "arrival-error",
                "Error of the announced arrival",
                Metric("minutes", 17, 6, reach=0.7, digits=1),
                ("the tide model", "the skipper's correction"),
                owner="hana",
            ),
            owner="kofi",
            ambition="committed",
            why="A wrong arrival time empties the waiting room into the rain.",
            supports=["product/no-dark-piers"],
            pillar="trust",
            priority=1,
            close={
                "decision": "change",
                "why": "Position boxes came six weeks late; half of the boats sailed without one.",
                "lessons": [
                    "Order hardware a quarter ahead.",
                    "Try the cheap phone on board before the expensive box.",
                ],
            },
        ),
    ),
    retrospective(
        "Skippers corrected arrivals by hand within a week of being asked.",
        "We waited for boxes instead of trying phones.",
        "Begin each objective with the cheapest trial",
        "kofi",
    ),
)

PLATFORM_BEFORE = TeamGoals(
    "platform",
    (
        objective(
            "quiet-friday",
            "A busy Friday feels like a quiet Tuesday",
            key_result(
                "peak-errors",
                "Requests that fail in the busiest hour",
                Metric("%", 2.4, 0.4, reach=0.96, digits=2),
                ("the queue before the payment", "the second database"),
                owner="mei",
            ),
            key_result(
                "peak-speed",
                "Slowest pages in the busiest hour (p95)",
                Metric("ms", 3200, 1500, reach=1.03),
                ("the seat cache", "the leaner search page"),
            ),
            key_result(
                "reserve",
                "Room left on the servers at noon on Fridays",
                Maintained("%", 38, at_least=30, swing=4, digits=0, dips=(5, 6)),
                ("the bigger pool", "the moved night run"),
                owner="oskar",
            ),
            owner="yusuf",
            ambition="committed",
            why="Half of the week's tickets are sold on one afternoon.",
            supports=["product/first-try"],
            pillar="trust",
            priority=1,
            close={
                "decision": "continue",
                "why": "Two weeks of little reserve, both after the same bank holiday.",
                "lessons": ["Read the holiday calendar of every country we sell in."],
            },
        ),
        objective(
            "bold-releases",
            "Releasing on any day takes no courage",
            key_result(
                "rolled-back",
                "Releases that are rolled back",
                Metric("%", 12, 4, reach=0.9, digits=1),
                ("the one-percent release", "the release checklist"),
                owner="oskar",
            ),
            key_result(
                "lead-time",
                "Time from a merged change to the travellers",
                Metric("hours", 52, 8, reach=0.84),
                ("the faster test run", "the release on green"),
                owner="mei",
            ),
            key_result(
                "unattended",
                "A release needs nobody at the keyboard",
                Milestones(
                    (
                        Step("Staging follows the main branch", due=3, done=3, id="staging"),
                        Step("Undo within two minutes", due=7, done=8, id="undo", weight=2),
                        Step("A week without a hand on it", due=12, done=12, id="week"),
                    )
                ),
                ("the undo button", "the week of trust"),
            ),
            owner="oskar",
            ambition="aspirational",
            why="Fear of releasing makes releases big, and big ones are to be feared.",
            supports=["product/no-dark-piers"],
            pillar="trust",
            priority=2,
            close={
                "decision": "achieved",
                "why": "The undo button changed how it feels; the numbers followed.",
                "lessons": ["Make going back easy first, then go forward faster."],
            },
        ),
    ),
    retrospective(
        "One number a week on the wall, the same for everyone.",
        "The alarm review was moved four times.",
        "Hold the alarm review before lunch on Mondays",
        "yusuf",
    ),
)

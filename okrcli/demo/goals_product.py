"""This quarter's objectives of booking, fleet tools and platform."""

from __future__ import annotations

from okrcli.demo.goals import TeamGoals, key_result, objective
from okrcli.demo.measures import Maintained, Metric
from okrcli.demo.steps import Milestones, Once, Step

BOOKING = TeamGoals(
    "booking",
    (
        objective(
            "quicker-than-queue",
            "Buying a ticket is quicker than queueing for one",
            key_result(
                "finish",
                "Travellers who pick a crossing and go on to pay",
                Metric("%", 41, 60, reach=0.68),
                ("the one-page checkout", "the remembered card"),
                owner="ravi",
                weight=2,
                kpi="conversion",
            ),
            key_result(
                "seconds",
                "Median time from search to ticket",
                Metric("s", 96, 60, reach=0.95),
                ("the shorter passenger form", "the saved traveller"),
                needs=["platform/instant/first-view"],
            ),
            key_result(
                "wallet",
                "Tickets that travellers carry in their phone's wallet",
                Metric("%", 8, 30, reach=0.82, plan=((4, 9), (8, 16))),
                ("the wallet pass", "the boarding trial in Lerwick"),
                owner="sofie",
            ),
            owner="aiko",
            ambition="committed",
            why="At the kiosk it takes two minutes. That is what we have to beat.",
            supports=["product/one-hand"],
            pillar="delight",
            priority=1,
        ),
        objective(
            "calm-changes",
            "Changing plans costs travellers no nerves",
            key_result(
                "self-service",
                "Changes that travellers make on their own",
                Metric("%", 35, 70, reach=0.78),
                ("the change button on the ticket", "the refund preview"),
                owner="sofie",
            ),
            key_result(
                "refund-days",
                "Days until a refund is in the traveller's account",
                Metric("days", 9, 3, reach=0.62, digits=1),
                ("the direct refund", "the nightly batch"),
                owner="ravi",
            ),
            key_result(
                "swap",
                "Travellers can swap crossings with one another",
                Once(0),
                ("the swap trial", "the check with our lawyers"),
            ),
            owner="sofie",
            ambition="aspirational",
            why="Weather changes plans; we should not make it worse.",
            supports=["product/storm-ready"],
            pillar="trust",
            priority=2,
        ),
    ),
)

FLEET = TeamGoals(
    "fleet",
    (
        objective(
            "full-picture",
            "Skippers start the day with a full picture",
            key_result(
                "morning-view",
                "Skippers who open the day sheet before casting off",
                Metric("%", 29, 60, reach=0.93),
                ("the day sheet on paper and phone", "the tide table"),
            ),
            key_result(
                "surprises",
                "Boardings with a passenger who was not on the list",
                Metric("%", 7.5, 3, reach=0.9, digits=1, unknown_weeks=3),
                ("the tally at the gangway", "the late-booking signal"),
                owner="hana",
                weight=2,
            ),
            key_result(
                "radio",
                "Crossings reported by radio instead of the day sheet",
                Metric("%", 64, 40, reach=0.3),
                ("the radio bridge", "the trial with two crews"),
                owner="hana",
            ),
            owner="kofi",
            ambition="committed",
            why="A skipper who is surprised at the gangway stops trusting the list.",
            supports=["product/storm-ready"],
            pillar="trust",
            priority=1,
        ),
        objective(
            "own-timetables",
            "Timetables look after themselves",
            key_result(
                "clashes",
                "Timetable clashes found by travellers instead of by us",
                Metric("clashes a month", 18, 4, reach=0.88),
                ("the clash check", "the tide rule set"),
            ),
            key_result(
                "hours",
                "Hours a week that an operator spends on the timetable",
                Metric("hours", 5.5, 2.5, reach=0.74, digits=1),
                ("the season copy", "the drag-and-drop week"),
                owner="hana",
            ),
            key_result(
                "season",
                "Operators plan the summer in our tool",
                Milestones(
                    (
                        Step("Season copy tried with five operators", due=4, done=4, id="tried"),
                        Step("Tide rules cover the whole coast", due=8, id="tides", weight=2),
                        Step("First summer timetable on sale", due=12, id="on-sale"),
                    )
                ),
                ("the test with five operators", "the tide data from the port"),
            ),
            owner="kofi",
            ambition="aspirational",
            why="Every hour at the desk is an hour not at sea.",
            supports=["product/one-hand", "company/every-island"],
            pillar="partners",
            priority=2,
        ),
    ),
)

PLATFORM = TeamGoals(
    "platform",
    (
        objective(
            "instant",
            "The site feels instant on a harbour's weak signal",
            key_result(
                "first-view",
                "Time to the first view on a slow phone",
                Metric("s", 6.2, 2.5, reach=0.9, digits=1),
                ("the smaller start page", "the image cache"),
                owner="mei",
            ),
            key_result(
                "p95",
                "Slowest searches (p95)",
                Metric("ms", 1400, 600, reach=0.7),
                ("the search index", "the route cache"),
                evidence="https://metrics.harbor.example/search/p95",
            ),
            key_result(
                "offline",
                "Tickets shown at the gangway without any signal",
                Metric("%", 0, 80, reach=0.25),
                ("the offline ticket", "the test on the Skerries run"),
                owner="oskar",
            ),
            owner="yusuf",
            ambition="committed",
            why="A pier has one bar of signal, and thirty people in front of you.",
            supports=["product/one-hand"],
            pillar="delight",
            priority=1,
        ),
        objective(
            "we-notice-first",
            "A failure is ours to notice first",
            key_result(
                "available",
                "Booking is available",
                Maintained("%", 99.95, at_least=99.9, kept=0.9, swing=0.02, digits=2, dips=(3,)),
                ("the second data centre", "the quieter release day"),
                owner="mei",
                kpi="availability",
            ),
            key_result(
                "told-by-travellers",
                "Failures that a traveller reported before our alarms did",
                Metric("%", 38, 10, reach=0.97),
                ("the synthetic traveller", "the alarm on empty boats"),
                owner="oskar",
            ),
            key_result(
                "night-alarms",
                "Alarms at night that nobody had to act on",
                Metric("alarms a month", 31, 10, reach=1.1),
                ("the alarm review", "the muted disk warning"),
            ),
            owner="oskar",
            ambition="committed",
            why="Twice last summer we learned of an outage from a skipper.",
            supports=["product/storm-ready"],
            pillar="trust",
            priority=2,
        ),
    ),
)

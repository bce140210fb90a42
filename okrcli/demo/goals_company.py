"""The year's objectives of the whole company."""

from __future__ import annotations

from dataclasses import replace

from okrcli.demo.goals import KeyResultGoal, ObjectiveGoal, TeamGoals, key_result, objective
from okrcli.demo.measures import Maintained, Metric, rounded
from okrcli.demo.steps import Milestones, Once, Step

_EVERY_ISLAND = objective(
    "every-island",
    "Small operators choose Harbor first",
    key_result(
        "operators",
        "More operators sell their crossings through us",
        Metric("operators", 310, 520, reach=0.97, counts=True),
        ("the season of open harbour days", "the partner programme"),
        owner="tomas",
        weight=2,
    ),
    key_result(
        "recommended",
        "New operators come because another operator told them",
        Metric("%", 18, 35, reach=1.02),
        ("the thank-you letter", "the skippers' evening"),
    ),
    key_result(
        "stay",
        "Fewer operators leave us after their first season",
        Metric("%", 9, 5, reach=0.92, digits=1),
        ("the season review with every skipper", "the fairer contract"),
        kpi="churn",
    ),
    owner="tomas",
    ambition="committed",
    why="Every operator we win brings travellers who tell the next operator.",
    pillar="partners",
    priority=1,
)

_JOYFUL_CROSSING = objective(
    "joyful-crossing",
    "Booking a crossing feels like the start of the holiday",
    key_result(
        "recommend",
        "Travellers recommend us to their friends",
        Metric("points", 34, 56, reach=0.72),
        ("the calmer confirmation page", "the packing list for dogs"),
        weight=2,
    ),
    key_result(
        "by-phone",
        "Tickets are bought on a phone, start to end",
        Metric("%", 52, 74, reach=0.78),
        ("the new ticket page", "the wallet pass"),
    ),
    key_result(
        "without-help",
        "Travellers reach their seat without asking anybody for help",
        Metric("%", 71, 90, reach=0.55),
        ("the pier map", "the boarding message"),
    ),
    owner="ines",
    ambition="aspirational",
    why="People remember how a journey begins.",
    pillar="delight",
    priority=2,
)

_CALM_SEAS = objective(
    "calm-seas",
    "People can count on us in rough weather",
    key_result(
        "available",
        "Booking is available in every hour of the year",
        Maintained("%", 99.95, at_least=99.9, swing=0.03, digits=2, dips=(9, 31)),
        ("the second data centre", "the quieter release day"),
        kpi="availability",
    ),
    key_result(
        "told-in-time",
        "Travellers learn of a cancelled crossing before they leave home",
        Metric("%", 40, 85, reach=0.82, plan=((18, 50), (35, 66))),
        ("the storm message", "the weather feed"),
        weight=2,
    ),
    key_result(
        "drills",
        "Harbour masters rely on our storm plan",
        Milestones(
            (
                Step("Plan agreed with three ports", due=14, done=13, id="agreed"),
                Step("Rehearsed in a real gale warning", due=30, done=32, id="rehearsed", weight=2),
                Step("Signed by every port on the coast", due=48, id="signed"),
            )
        ),
        ("the talk with the port authority", "the shared phone list"),
        owner="maren",
    ),
    owner="ines",
    ambition="committed",
    why="One night stranded on a pier costs us a family for ever.",
    pillar="trust",
    priority=3,
)

_OWN_FEET = objective(
    "own-feet",
    "Harbor stands on its own feet",
    key_result(
        "revenue",
        "Monthly revenue from operators",
        Metric("EUR", 186_000, 260_000, reach=0.96, digits=-3),
        ("the winter contract", "the season of longer crossings"),
        stretch=280_000,
    ),
    key_result(
        "margin",
        "What is left of each ticket after its costs",
        Metric("%", 38, 46, reach=1.04, digits=1),
        ("the cheaper card fee", "the leaner night run"),
    ),
    key_result(
        "audited",
        "The auditors sign our accounts without a remark",
        Once(41),
        ("the ledger clean-up", "the auditors' list"),
    ),
    owner="lena",
    ambition="committed",
    why="A company that pays its own way chooses its own course.",
    pillar="partners",
    priority=4,
)

COMPANY = TeamGoals("company", (_EVERY_ISLAND, _JOYFUL_CROSSING, _CALM_SEAS, _OWN_FEET))

_LAST_YEAR_CLOSE = {
    "decision": "continue",
    "why": "A strong summer could not make up for a late spring.",
    "lessons": ["Agree with the operators in winter, while they have time for us."],
}


def last_year() -> TeamGoals:
    """Return the objectives of the year before: the same course, begun further back."""
    return TeamGoals("company", tuple(_year_before(goal) for goal in COMPANY.objectives))


def _year_before(goal: ObjectiveGoal) -> ObjectiveGoal:
    """Return an objective whose metrics end where this year's begin."""
    earlier = tuple(_earlier(item) for item in goal.key_results)
    return replace(goal, key_results=earlier, close=_LAST_YEAR_CLOSE)


def _earlier(goal: KeyResultGoal) -> KeyResultGoal:
    """Return a key result whose target is this year's baseline."""
    motion = goal.motion
    if not isinstance(motion, Metric):
        return goal
    way = rounded((motion.target - motion.baseline) * 0.6, motion.digits)
    start = rounded(motion.baseline - way, motion.digits)
    fields = {name: value for name, value in goal.fields.items() if name != "stretch"}
    moved = replace(motion, baseline=start, target=motion.baseline, plan=())
    return replace(goal, fields=fields, motion=moved)

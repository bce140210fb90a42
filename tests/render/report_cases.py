"""Hand-built reports to render: an ordinary Monday, and everything that is odd at once."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from okrcli.analysis.progress.report import (
    KeyResultReport,
    LastCheckIn,
    ObjectiveReport,
    Point,
    Report,
    Section,
    Status,
    Summary,
    TeamReport,
)
from okrcli.model.cycle import Cycle, Period
from okrcli.model.key_result import KeyResult, Kind, Milestone
from okrcli.model.objective import Objective
from okrcli.model.organization import Team
from okrcli.model.series import HistoryFacts

NOW = date(2026, 11, 22)
QUARTER = Cycle("2026-Q4", Period(date(2026, 10, 1), date(2027, 1, 1)))
YEAR = Cycle("2026", Period(date(2026, 1, 1), date(2027, 1, 1)))
ELAPSED = 52 / 92
GROWTH = Team("growth", "Growth", parent="company", lead="ana")
PLATFORM = Team("platform", "Platform", parent="company", lead="dana")
COMPANY = Team("company", "Acme", lead="cleo")


def commit_id(number: int) -> str:
    """Make up a commit id."""
    return f"{number * 0x9E3779B97F4A7C15 % 2**160:040x}"


def key_result(  # noqa: PLR0913 - a report has this many facts
    facts: KeyResult,
    progress: float | None,
    status: Status = Status.ON_TRACK,
    reason: str = "pace",
    *,
    expected: float = ELAPSED,
    said: tuple[str | None, int] | None = ("ana", 5),
    trend: Sequence[float] = (),
    stale: bool = False,
    forecast: float | None = None,
    original: tuple[float | None, float | None, float | None] | None = None,
    owner: str | None = "ana",
) -> KeyResultReport:
    """Build a key result's report; `said` is who checked in last and how many days ago.

    `trend` holds progress; `original` is baseline, target and progress against them.
    """
    author, days = said or (None, 0)
    last = NOW - timedelta(days=days)
    count = len(trend)
    dates = [last - timedelta(days=7 * (count - 1 - index)) for index in range(count)]
    baseline, target = facts.baseline or 0.0, 1.0 if facts.target is None else facts.target
    points = [
        Point(day, baseline + share * (target - baseline), share, commit_id(index + 1))
        for index, (day, share) in enumerate(zip(dates, trend, strict=True))
    ]
    told = None
    if said or dates:
        commit = commit_id(max(count, 1)) if author or dates else None
        told = LastCheckIn(last, author, commit, facts.note)
    first = (facts.baseline, facts.target, progress) if original is None else original
    return KeyResultReport(
        key=Objective("o", "t", "c").key,
        key_result=facts,
        owner=owner,
        time=QUARTER.period,
        progress=progress,
        expected=expected,
        status=status,
        reason=reason,
        stale=stale,
        forecast=forecast,
        original_baseline=first[0],
        original_target=first[1],
        original_progress=first[2],
        check_ins=count or int(told is not None),
        last_check_in=told,
        trend=points,
    )


def objective(
    facts: Objective,
    cycle: Cycle,
    progress: float | None,
    status: Status,
    *key_results: KeyResultReport,
    expected: float | None = ELAPSED,
) -> ObjectiveReport:
    """Build an objective's report, and give its key results their keys."""
    key = facts.key
    placed = [kr._replace(key=key._replace(key_result=kr.key_result.id)) for kr in key_results]
    return ObjectiveReport(key, facts, cycle, facts.supports, progress, expected, status, placed)


def team(
    facts: Team,
    progress: float | None,
    by_status: Mapping[Status, int],
    expected: float | None = ELAPSED,
) -> TeamReport:
    """Build a team's report out of its counts."""
    return TeamReport(facts, progress, expected, sum(by_status.values()), by_status)


def monday() -> Report:
    """Build what a small company sees on a Monday."""
    growth = team(GROWTH, 0.4631, {Status.BEHIND: 1, Status.ON_TRACK: 1})
    platform = team(PLATFORM, 0.71, {Status.AT_RISK: 1})
    counts = {
        Status.BEHIND: 1,
        Status.ON_TRACK: 3,
        Status.AT_RISK: 1,
        Status.OUTDATED: 1,
        Status.ACHIEVED: 1,
    }
    return Report(
        now=NOW,
        revision=commit_id(123),
        history=HistoryFacts(complete=True, commits=123),
        cycles=[QUARTER],
        sections=[
            Section(QUARTER, growth, [_first_minute(), _word_of_mouth()]),
            Section(QUARTER, platform, [_fast()]),
        ],
        teams=[growth, platform],
        summary=Summary(0.5449, ELAPSED, 3, 7, counts),
        root=COMPANY,
    )


def _first_minute() -> ObjectiveReport:
    title = "New shops love us from the first minute"
    facts = Objective("first-minute", "growth", "2026-Q4", title, "ana", "committed")
    day7 = KeyResult(
        id="day7",
        title="More new shops list a second product within a week",
        unit="%",
        baseline=31.0,
        target=45.0,
        current=36.5,
        weight=2.0,
        confidence=0.6,
        note="Email nudges shipped; the A/B readout is due on Friday.",
        blocker="Waiting for the consent banner; we need a day of the platform team.",
    )
    setup = KeyResult(
        "setup", "Set-up takes minutes", unit="min", baseline=38.0, target=10.0, current=20.0
    )
    spain = KeyResult("spain", "The first paying shop in Spain", Kind.BINARY, done=True)
    return objective(
        facts._replace(supports=["company/smb-first"]),
        QUARTER,
        0.39,
        Status.BEHIND,
        key_result(
            day7,
            0.3928571428571429,
            Status.BEHIND,
            owner="bo",
            said=("bo", 5),
            trend=[0.0357, 0.1, 0.14, 0.12, 0.3, 0.3928571428571429],
            forecast=0.71,
        ),
        key_result(
            setup._replace(confidence=0.9),
            18 / 28,
            trend=[0.0, 0.2, 0.4, 0.6, 18 / 28],
            original=(38.0, 8.0, 0.6),
            forecast=1.04,
        ),
        key_result(spain, 1.0, Status.ACHIEVED, "score", said=("chi", 31), trend=[1.0]),
    )


def _word_of_mouth() -> ObjectiveReport:
    title = "Shopkeepers bring their friends"
    facts = Objective("word-of-mouth", "growth", "2026-Q4", title, "chi", "aspirational")
    invited = KeyResult(
        "invited", "Sign-ups that name a friend", unit="a week", baseline=120.0, target=400.0
    )
    return objective(
        facts,
        QUARTER,
        0.536,
        Status.OUTDATED,
        key_result(
            invited._replace(current=270.0, confidence=0.7),
            0.5357,
            Status.OUTDATED,
            "silence",
            owner="chi",
            said=("chi", 19),
            stale=True,
            expected=0.7 * ELAPSED,
            trend=[0.1, 0.3, 0.5357],
        ),
        expected=0.7 * ELAPSED,
    )


def _fast() -> ObjectiveReport:
    title = "Pages answer before anyone notices that they were asked"
    facts = Objective("fast", "platform", "2026-Q4", title, "dana", "committed")
    p95 = KeyResult("p95", "Checkout's slowest answers get quick", unit="ms", baseline=820.0)
    uptime = KeyResult("uptime", "Checkout stays available", Kind.MAINTAIN, unit="%")
    steps = [Milestone("Gap analysis signed off", done=True), Milestone("Report", weight=3.0)]
    soc2 = KeyResult(
        "soc2", "Customers can trust us with card data", Kind.MILESTONES, milestones=steps
    )
    return objective(
        facts,
        QUARTER,
        0.71,
        Status.AT_RISK,
        key_result(
            p95._replace(target=300.0, current=510.0, confidence=0.3),
            0.596,
            Status.AT_RISK,
            "confidence",
            owner="dana",
            said=("dana", 2),
            trend=[0.1, 0.2, 0.5, 0.62, 0.596],
            forecast=0.97,
        ),
        key_result(
            uptime._replace(at_least=99.95, current=99.97),
            0.97,
            Status.ON_TRACK,
            "bound",
            expected=0.95,
            owner="emil",
            said=("emil", 1),
            trend=[1.0, 1.0, 0.0, 1.0, 1.0, 1.0, 1.0],
        ),
        key_result(soc2, 0.25, Status.ON_TRACK, expected=0.25, owner="dana", said=None, trend=()),
    )

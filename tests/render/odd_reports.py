"""Hand-built reports of what is odd: every status and kind, hostile and wide text, no history."""

from datetime import timedelta

from okrcli.analysis.progress.report import ObjectiveReport, Report, Section, Status, Summary
from okrcli.model.key_result import Close, KeyResult, Kind, Milestone
from okrcli.model.objective import Objective
from okrcli.model.organization import Team
from okrcli.model.series import HistoryFacts
from tests.render.report_cases import (
    COMPANY,
    ELAPSED,
    GROWTH,
    NOW,
    QUARTER,
    YEAR,
    key_result,
    monday,
    objective,
    team,
)

HOSTILE = "\x1b[31mred\x1b[0m [bold]not bold[/bold] \u202egnorw | <b>b</b> `x` @ana #1\n=1+1 \x9b2J"
WIDE = "日本語の店がもっと早く商品を並べる、そして友達に教える 🚀"
LONG = "A title that nobody would want to read aloud " * 6 + "x" * 200


def everything() -> Report:
    """Build a report of all that is odd, two cycles and three teams, with a gap in its history."""
    nameless = Team("ops")
    annual = team(COMPANY, None, {Status.NOT_MEASURED: 1}, None)
    growth = team(GROWTH, -0.125, {Status.AT_RISK: 1, Status.DROPPED: 1})
    ops = team(nameless, 1.0, {Status.CLOSING: 1, Status.MISSED: 1, Status.PARTIAL: 1})
    return Report(
        now=NOW,
        revision=None,
        history=HistoryFacts(
            complete=False,
            commits=1,
            gap="this is a shallow clone; fetch all of it with `git fetch --unshallow`",
        ),
        cycles=[YEAR, QUARTER],
        sections=[
            Section(YEAR, annual, [_unmeasured()]),
            Section(QUARTER, growth, [_numbers(), _dropped()]),
            Section(QUARTER, ops, [_statuses(), _closed(), _bare()]),
        ],
        teams=[annual, growth, ops],
        summary=Summary(None, None, 6, 1234, dict.fromkeys(Status, 100)),
        root=Team("company", HOSTILE),
    )


def empty() -> Report:
    """Build a report that shows nothing."""
    return monday()._replace(
        sections=[], teams=[], summary=Summary(None, None, 0, 0, {}), root=None
    )


def filtered() -> Report:
    """Build a report of which a filter left one objective."""
    report = monday()
    first = report.sections[0]
    return report._replace(
        sections=[first._replace(objectives=first.objectives[:1])],
        teams=report.teams[:1],
        filtered=True,
    )


def ended() -> Report:
    """Build a report as of a day long after its cycle."""
    return monday()._replace(now=QUARTER.end + timedelta(days=3650))


def _unmeasured() -> ObjectiveReport:
    facts = Objective("smb-first", "company", "2026", WIDE, None, priority=1.0, pillar="delight")
    unknown = KeyResult("unknown", HOSTILE, unit=HOSTILE, current=3.0, note=HOSTILE)
    return objective(
        facts,
        YEAR,
        None,
        Status.NOT_MEASURED,
        key_result(
            unknown._replace(blocker=HOSTILE),
            None,
            Status.NOT_MEASURED,
            "baseline",
            said=(HOSTILE, 0),
            owner=HOSTILE,
        ),
        key_result(KeyResult("none", ""), None, Status.NOT_MEASURED, "baseline", said=None),
        expected=None,
    )


def _numbers() -> ObjectiveReport:
    facts = Objective("numbers", "growth", "2026-Q4", LONG, "Wilhelmina " * 5, "aspirational")
    metrics = [
        (KeyResult("huge", WIDE, baseline=0.0, target=1e300, current=1e18), 1e-282),
        (KeyResult("large", LONG, unit="€", baseline=0.0, target=2.5e6, current=61e6), 24.4),
        (KeyResult("tiny", "Tiny", baseline=1e-9, target=2.5e-7, current=0.00000012), 0.478),
        (KeyResult("minus", "Under nothing", baseline=-5.0, target=5.0, current=-62.5), -5.75),
        (KeyResult("close", "Nearly", unit="items an hour", baseline=0.0, target=1e5), 0.9999),
    ]
    reports = [
        key_result(
            metric._replace(current=99_990.0 if metric.current is None else metric.current),
            progress,
            Status.AT_RISK,
            said=("Wilhelmina Hohenzollern", 400),
            trend=[0.0, progress, -progress],
            stale=True,
            forecast=progress * 2,
        )
        for metric, progress in metrics
    ]
    return objective(
        facts._replace(supports=["2026:company/smb-first", "company/other"]),
        QUARTER,
        -0.125,
        Status.AT_RISK,
        *reports,
    )


def _dropped() -> ObjectiveReport:
    close = Close("drop", why="The market moved")
    facts = Objective("gone", "growth", "2026-Q4", "=cmd|' /C calc'!A0", "@ana", close=close)
    lost = KeyResult("lost", "-2+3", Kind.METRIC, baseline=1.0, target=2.0, blocker="Nothing")
    return objective(
        facts,
        QUARTER,
        None,
        Status.DROPPED,
        key_result(lost, 0.0, Status.DROPPED, "close", said=None, owner="+ana"),
    )


def _statuses() -> ObjectiveReport:
    facts = Objective("statuses", "ops", "2026-Q4", "Each status once", "ana")
    reasons = {
        Status.BEHIND: "bound",
        Status.OUTDATED: "silence",
        Status.AT_RISK: "confidence",
        Status.CLOSING: "window",
        Status.NOT_STARTED: "start",
    }
    steps = [Milestone("One", done=NOW), Milestone("Two"), Milestone("Three", weight=9.0)]
    kinds = [
        KeyResult("m", "Between", Kind.MAINTAIN, unit="°C", at_least=2.0, at_most=8.0, current=5.0),
        KeyResult("n", "Below", Kind.MAINTAIN, unit="ms", at_most=300.0),
        KeyResult("p", "Planned", Kind.MILESTONES, milestones=steps),
        KeyResult("b", "Not yet", Kind.BINARY, confidence=0.05),
    ]
    return objective(
        facts,
        QUARTER,
        0.5,
        Status.CLOSING,
        *(
            key_result(kind, 0.5, status, reasons.get(status, "score"), said=(None, -3))
            for status, kind in zip(Status, kinds * 3, strict=False)
        ),
    )


def _closed() -> ObjectiveReport:
    close = Close("continue", score=0.6, why="Late")
    facts = Objective("closed", "ops", "2026-Q4", "Closed by hand", "ana", close=close)
    moved = KeyResult("moved", "Moved", unit="%", baseline=31.0, target=40.0, current=36.5)
    return objective(
        facts,
        QUARTER,
        0.611,
        Status.PARTIAL,
        key_result(
            moved,
            0.611,
            Status.PARTIAL,
            "score",
            expected=1.0,
            original=(28.0, 45.0, 0.5),
        ),
    )


def _bare() -> ObjectiveReport:
    facts = Objective("bare", "ops", "2026-Q4")
    return objective(facts, QUARTER, None, Status.MISSED, expected=ELAPSED)

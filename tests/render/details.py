"""Hand-built sheets: a metric whose target moved, a bound, milestones, an objective, odd ones."""

from datetime import date

from okrcli.analysis.detail import Detail, Neighbour
from okrcli.analysis.progress.burnup import burn_up, objective_burn_up
from okrcli.analysis.progress.report import KeyResultReport, ObjectiveReport, Status
from okrcli.analysis.progress.status import Frame
from okrcli.model.key_result import Close, KeyResult, Kind, Milestone, PlanPoint
from okrcli.model.organization import Organization, Person, Pillar
from okrcli.model.reference import Key
from okrcli.model.series import HistoryFacts
from okrcli.model.settings import Settings
from tests.render.logs import HOSTILE, NOW, of_key_result, of_objective
from tests.render.odd_reports import everything
from tests.render.report_cases import COMPANY, GROWTH, PLATFORM, QUARTER, commit_id, monday

_ORGANIZATION = Organization(
    teams=[COMPANY, GROWTH, PLATFORM],
    people=[Person("ana", "Ana Silva"), Person("bo", "Bo Xu")],
    pillars=[Pillar("delight", "Shops recommend us unasked")],
)
_UP = Neighbour(
    Key("2026", "company", "smb-first"),
    "Small shops choose us first",
    "cleo",
    0.7,
    Status.ON_TRACK,
)


def _objective(number: int = 0, section: int = 0) -> ObjectiveReport:
    found = monday().sections[section].objectives[number]
    facts = found.objective._replace(
        why="Half of the new shops are gone after a week.",
        pillar="delight",
        priority=1.0,
        initiatives=["https://forge.acme.example/issues/12", "Set-up without a form"],
    )
    return found._replace(objective=facts)


def _sheet(report: ObjectiveReport, part: KeyResultReport | None) -> Detail:
    frame = Frame(report.objective, QUARTER, NOW, Settings())
    log = of_objective() if part is None else of_key_result()
    entries = [entry for chapter in log.chapters for entry in chapter.entries]
    up = [_UP]
    if part is not None:
        named = report.objective
        own = Neighbour(report.key, named.title, named.owner, report.progress, report.status)
        up = [own, _UP._replace(depth=1)]
    below = Neighbour(
        Key("2026-Q4", "platform", "fast"), "Pages answer at once", "dana", None, Status.DROPPED
    )
    return Detail(
        now=NOW,
        revision=commit_id(1),
        history=HistoryFacts(complete=True, commits=123),
        organization=_ORGANIZATION,
        objective=report,
        key_result=part,
        burn_up=objective_burn_up(report, frame) if part is None else burn_up(part, frame),
        up=up,
        down=[below],
        needs=[below],
        needed_by=[below._replace(depth=0, status=Status.AT_RISK, progress=0.2)],
        check_ins=[entry for entry in entries if entry.said is not None] * 3,
        moved=[each for each in entries if each.goalposts and each.goalposts[0].kind != "added"],
    )


def objective() -> Detail:
    """Build the sheet of an objective."""
    return _sheet(_objective(), None)


def metric() -> Detail:
    """Build the sheet of a metric with everything that one may have."""
    report = _objective()
    first = report.key_results[0]
    facts = first.key_result._replace(
        stretch=50.0,
        plan=[PlanPoint(date(2026, 11, 1), 35.0)],
        kpi="activation",
        evidence="https://numbers.acme.example/day7",
    )
    part = first._replace(
        key_result=facts, original_target=50.0, original_progress=0.289, stale=True
    )
    return _sheet(report._replace(key_results=[part, *report.key_results[1:]]), part)


def bound() -> Detail:
    """Build the sheet of a bound."""
    report = _objective(section=1)
    return _sheet(report, report.key_results[1])


def milestones() -> Detail:
    """Build the sheet of milestones that was closed."""
    report = _objective(section=1)
    steps = [
        Milestone("Gap analysis", done=date(2026, 10, 20), due=date(2026, 10, 15)),
        Milestone("Report", weight=3.0, due=date(2026, 12, 1)),
        Milestone("Party", done=True),
    ]
    close = Close("drop", 0.3, "The market moved.", ["Ask sooner."])
    facts = KeyResult("soc2", "Safe", Kind.MILESTONES, milestones=steps, close=close)
    part = report.key_results[2]._replace(key_result=facts)
    return _sheet(report, part)


def hostile() -> Detail:
    """Build a sheet in which every text is hostile and the history has a gap."""
    whole = metric()
    part = whole.key_result
    assert part is not None
    facts = part.key_result._replace(
        title=HOSTILE, unit=HOSTILE, evidence=HOSTILE, kpi=HOSTILE, blocker=HOSTILE
    )
    named = whole.objective.objective._replace(
        title=HOSTILE, why=HOSTILE, owner=HOSTILE, initiatives=[HOSTILE]
    )
    gap = HistoryFacts(complete=False, commits=1, gap=HOSTILE)
    return whole._replace(
        key_result=part._replace(key_result=facts, owner=HOSTILE),
        objective=whole.objective._replace(objective=named),
        history=gap,
        revision=None,
        up=[_UP._replace(title=HOSTILE)],
    )


def bare() -> Detail:
    """Build the sheet of an objective that is not measured and that nobody links."""
    report = everything().sections[0].objectives[0]
    whole = _sheet(_objective(), None)
    empty = whole.burn_up._replace(points=[], guides=[])
    return whole._replace(
        objective=report._replace(progress=None, expected=None, key_results=[]),
        burn_up=empty,
        up=[],
        down=[],
        needs=[],
        needed_by=[],
        check_ins=[],
        moved=[],
    )

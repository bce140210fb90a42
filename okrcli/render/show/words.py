"""What is said of one objective or key result, fact by fact, for every format that people read."""

from collections.abc import Iterator, Sequence

from okrcli.analysis.detail import Detail
from okrcli.analysis.progress.report import KeyResultReport
from okrcli.analysis.story.log_entry import LogEntry
from okrcli.model.key_result import Close, KeyResult, Kind, Milestone
from okrcli.model.organization import Organization
from okrcli.render.glyphs import Glyphs
from okrcli.render.goalpost_words import goalpost_words, promise_words
from okrcli.render.numbers import number, out_of_ten, percent, with_unit
from okrcli.render.words import age, open_blocker, value_phrase

Fact = tuple[str, str]


def title(detail: Detail) -> str:
    """Give the title of what is shown."""
    named = (
        detail.objective.objective if detail.key_result is None else detail.key_result.key_result
    )
    return named.title or named.id


def subtitle(detail: Detail) -> list[str]:
    """Say whose it is, and what kind of promise."""
    objective, part = detail.objective.objective, detail.key_result
    owner = objective.owner if part is None else part.owner
    team = detail.organization.team(objective.team)
    facts = [
        None if owner is None else _person(owner, detail.organization),
        f"team {team.name or team.id}",
        None if part is None else part.key_result.kind.value,
        objective.ambition,
    ]
    if part is not None:
        weight = part.key_result.weight
        facts.append(None if weight == 1 else f"weight {number(weight)}")
    elif objective.priority is not None:
        facts.append(f"priority {number(objective.priority)}")
    return [fact for fact in facts if fact]


def facts(detail: Detail, glyphs: Glyphs) -> Iterator[Fact]:
    """Yield what is written of it, but for its links and its story."""
    objective, part = detail.objective.objective, detail.key_result
    if part is not None:
        yield from _key_result(detail, part, glyphs)
        return
    pillar = next((p.title for p in detail.organization.pillars if p.id == objective.pillar), "")
    yield from _known(
        ("Why", objective.why),
        ("Pillar", pillar or objective.pillar),
        ("Alone", objective.standalone),
        *_closing(objective.close),
        *(("Work", initiative) for initiative in objective.initiatives),
    )


def _key_result(detail: Detail, report: KeyResultReport, glyphs: Glyphs) -> Iterator[Fact]:
    key_result = report.key_result
    time = f"{report.time.start} to {report.time.last_day}"
    yield from _known(
        ("Now", _now(detail, report, glyphs)),
        ("Stretch", _amount(key_result.stretch, key_result)),
        ("Plan", ", ".join(f"{number(each.value)} by {each.by}" for each in key_result.plan)),
        ("To keep", None if key_result.kept is None else f"{percent(key_result.kept)} of the time"),
        ("Time", time),
        ("Blocked", open_blocker(report)),
        *_closing(key_result.close),
        ("KPI", key_result.kpi),
        ("Evidence", key_result.evidence),
        ("Why", detail.objective.objective.why),
        *(("Work", initiative) for initiative in detail.objective.objective.initiatives),
    )


def _now(detail: Detail, report: KeyResultReport, glyphs: Glyphs) -> str:
    key_result, last = report.key_result, report.last_check_in
    said = [value_phrase(report, glyphs)]
    if key_result.kind is Kind.METRIC:
        value = _amount(key_result.current, key_result) or "no value yet"
        said = [each for each in (value, promise_words(key_result, glyphs)) if each]
    if key_result.confidence is not None:
        said.append(f"confidence {out_of_ten(key_result.confidence)}")
    if last is None:
        said.append("no check-in yet")
    elif last.author is not None:
        when = age(last.date, detail.now)
        stale = ", overdue" if report.stale else ""
        said.append(f"{last.author}, {when if when == 'today' else f'{when} ago'}{stale}")
    return f" {glyphs.dot} ".join(said)


def original(report: KeyResultReport, glyphs: Glyphs) -> str | None:
    """Say what was promised at first, where that was another promise."""
    key_result = report.key_result
    was, now = (
        (report.original_baseline, report.original_target),
        (key_result.baseline, key_result.target),
    )
    if key_result.kind is not Kind.METRIC or was == now or None in was:
        return None
    baseline, target = was
    goal = with_unit(target or 0.0, key_result.unit)
    return f"of the original {number(baseline or 0.0)} {glyphs.arrow} {goal}"


def milestone_words(step: Milestone) -> str:
    """Say of a milestone when it is due or was done."""
    said = [step.title]
    if step.weight != 1:
        said.append(f"weight {number(step.weight)}")
    if step.done:
        said.append("done" if step.done is True else f"done {step.done}")
    elif step.due is not None:
        said.append(f"due {step.due}")
    return ", ".join(said)


def moves(detail: Detail, glyphs: Glyphs) -> Iterator[tuple[LogEntry, str]]:
    """Yield the goalposts that were moved, in words, each with its entry."""
    for entry in detail.moved:
        name = ""
        if entry.key_result is not None and detail.key_result is None:
            name = f"{entry.key.key_result}: "
        elif entry.key_result is None and detail.key_result is not None:
            name = "objective: "
        for goalpost in entry.goalposts:
            yield entry, name + goalpost_words(goalpost, entry.key_result, glyphs)


def _person(person: str, organization: Organization) -> str:
    name = next((each.name for each in organization.people if each.id == person), "")
    return f"{person} ({name})" if name and name != person else person


def _closing(close: Close | None) -> Sequence[Fact]:
    if close is None:
        return []
    score = "" if close.score is None else f", score {number(close.score)}"
    why = f": {close.why}" if close.why else ""
    lessons = [("Learned", lesson) for lesson in close.lessons]
    return [("Closed", f"{close.decision}{score}{why}"), *lessons]


def _amount(value: float | None, key_result: KeyResult) -> str | None:
    return None if value is None else with_unit(value, key_result.unit)


def _known(*facts: tuple[str, str | None]) -> Sequence[Fact]:
    return [(label, words) for label, words in facts if words]

"""What a report on dependencies says in words, for every format that people read."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from okrcli.analysis.landscape.dependencies import Trouble
from okrcli.analysis.landscape.dependency_report import Dependency, DependencyReport, End, Verdict
from okrcli.analysis.progress.report import Status
from okrcli.model.organization import Team
from okrcli.render.numbers import number, percent
from okrcli.render.words import count, status_word

VERDICTS: Mapping[Verdict, str] = {
    Verdict.UNCONFIRMED: "unconfirmed",
    Verdict.RISK: "at risk",
    Verdict.WATCH: "to watch",
    Verdict.FINE: "on track",
    Verdict.THERE: "delivered",
    Verdict.SETTLED: "settled",
}

# The status whose sign and colour a verdict has.
LOOKS: Mapping[Verdict, Status] = {
    Verdict.UNCONFIRMED: Status.MISSED,
    Verdict.RISK: Status.AT_RISK,
    Verdict.WATCH: Status.BEHIND,
    Verdict.FINE: Status.ON_TRACK,
    Verdict.THERE: Status.ACHIEVED,
    Verdict.SETTLED: Status.DROPPED,
}
_TROUBLES: Mapping[Trouble, str] = {
    Trouble.MISSING: "it cannot be found",
    Trouble.DROPPED: "given up",
    Trouble.CLOSED: "over, and not reached",
    Trouble.DRAFT: "only a draft",
    Trouble.CIRCLE: "it waits for the one who waits for it",
    Trouble.LATE: "due after it is needed",
    Trouble.AT_RISK: "at risk",
    Trouble.BEHIND: "behind",
    Trouble.OUTDATED: "no word for too long",
}
_DECISIONS: Mapping[Trouble, str] = {
    Trouble.MISSING: "what is meant, and let the file name it",
    Trouble.DROPPED: "who takes it up again, or how to do without it",
    Trouble.CLOSED: "what takes its place, or how to do without it",
    Trouble.DRAFT: "whether it is promised, and publish it",
    Trouble.CIRCLE: "what comes first, and take out the need that leads back",
    Trouble.LATE: "a day: let one be due earlier, or the other later",
    Trouble.AT_RISK: "what would help it, and what to do if it does not come",
    Trouble.BEHIND: "whether it still comes in time",
    Trouble.OUTDATED: "how it stands: a check-in is overdue",
}
_PLAIN = frozenset(
    (Status.NOT_STARTED, Status.NOT_MEASURED, Status.CLOSING, Status.DROPPED, Status.ACHIEVED)
)
_BEHIND = frozenset((Trouble.AT_RISK, Trouble.BEHIND))


class Part(NamedTuple):
    """Some dependencies under a heading."""

    heading: str
    dependencies: Sequence[Dependency]


def headline(report: DependencyReport) -> str:
    """Say the one sentence that matters most."""
    total = len(report.dependencies)
    noun = "dependency" if total == 1 else "dependencies"
    found = [f"{amount} {VERDICTS[verdict]}" for verdict, amount in counts(report).items()]
    whose = "between teams"
    if report.team is not None:
        whose = f"of {team_name(report.team)}"
        if report.other is not None:
            whose = f"between {team_name(report.team)} and {team_name(report.other)}"
    if not total:
        return f"No dependencies {whose}"
    return f"{total} {noun} {whose}: {', '.join(found)}"


def counts(report: DependencyReport) -> Mapping[Verdict, int]:
    """Count what occurs, the worst first."""
    every = [each.verdict for each in report.dependencies]
    return {verdict: every.count(verdict) for verdict in Verdict if verdict in every}


def parts(report: DependencyReport) -> Iterator[Part]:
    """Yield the dependencies by who waits, where that was asked."""
    if report.team is None:
        yield Part("The worst first", report.dependencies)
        return
    team, other = report.team, report.other
    name = team_name(team)
    if other is None:
        yield Part(f"{name} waits for", report.of(team.id))
        yield Part(f"Others wait for {name}", report.of(None, team.id))
        return
    yield Part(f"{name} waits for {team_name(other)}", report.of(team.id, other.id))
    yield Part(f"{team_name(other)} waits for {name}", report.of(other.id, team.id))


def reasons(each: Dependency) -> Iterator[str]:
    """Yield what is the matter, of itself and through others."""
    cycle = each.holder.key.cycle
    direct = [_trouble(trouble, each) for trouble in each.direct]
    if direct:
        yield ", ".join(direct)
    if each.spread is not None:
        way, troubles = each.spread
        through = ", which needs ".join(key.seen_from(cycle) for key in way[1:])
        yield f"through {through}: {', '.join(_TROUBLES[one] for one in troubles)}"


def decision(each: Dependency) -> str | None:
    """Say what two teams have to agree on; None where there is nothing."""
    troubles = [*each.direct, *(each.spread[1] if each.spread is not None else ())]
    worst = min(troubles, key=lambda one: -one.level, default=None)
    return None if worst is None else _DECISIONS[worst]


def dates(each: Dependency) -> Iterator[str]:
    """Yield when it is needed, and when it can be there."""
    if each.verdict in {Verdict.THERE, Verdict.SETTLED}:
        return
    if each.holder.due is not None:
        yield f"needed by {each.holder.due}"
    if each.ready is None or each.target is None:
        return
    due = each.target.due
    if due is not None:
        yield f"due {due}"
    if due != each.ready:
        yield f"what it needs is due {each.ready}"


def needed_ref(each: Dependency) -> str:
    """Write what is needed as who needs it would: its reference, or the text that names nothing."""
    return each.text if each.target is None else each.target.key.seen_from(each.holder.key.cycle)


def waiting(each: Dependency, cycle: str) -> str:
    """Say who waits."""
    owner = "" if each.holder.owner is None else f" ({each.holder.owner})"
    return f"for {each.holder.key.seen_from(cycle)}{owner}"


def standing(end: End) -> Iterator[str]:
    """Yield how what is needed stands, beyond its verdict."""
    if end.status is None:
        yield "draft"
    elif end.status in _PLAIN:
        yield status_word(end.status)
    elif end.progress is not None:
        by_now = "" if end.expected is None else f" of {percent(end.expected)}"
        yield percent(end.progress) + by_now


def circle_words(circle: Sequence[str]) -> str:
    """Write a circle as a way back to where it begins."""
    return " needs ".join((*circle, circle[0]))


def one_cycle(report: DependencyReport) -> str:
    """Give the cycle from which references are written: that of all, else none."""
    return report.cycles[0].name if len(report.cycles) == 1 else ""


def team_name(team: Team) -> str:
    """Give a team's name, else its id."""
    return team.name or team.id


def _trouble(trouble: Trouble, each: Dependency) -> str:
    words, target = _TROUBLES[trouble], each.target
    if target is None:
        return words
    if trouble is Trouble.LATE and target.due is not None and each.holder.due is not None:
        return f"due {count((target.due - each.holder.due).days, 'day')} after it is needed"
    if trouble not in _BEHIND or target.gap is None:
        return words
    amount = f"behind by {number(round(target.gap, 2))}"
    return amount if trouble is Trouble.BEHIND else f"{words}, {amount}"

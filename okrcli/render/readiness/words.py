"""What stands between drafts and the start of their cycle, in words."""

from collections.abc import Iterator

from okrcli.analysis.cycle.readiness import Obstacle, Readiness, TeamReadiness
from okrcli.render.words import count, cycle_clock

_NAMES = {
    Obstacle.ERRORS: ("error", "errors"),
    Obstacle.UNALIGNED: ("unaligned", "unaligned"),
    Obstacle.DEPENDENCIES: ("unconfirmed dependency", "unconfirmed dependencies"),
    Obstacle.LIMITS: ("limit broken", "limits broken"),
    Obstacle.WARNINGS: ("warning", "warnings"),
    Obstacle.ADVICE: ("piece of advice", "pieces of advice"),
}


def clock_words(readiness: Readiness) -> str:
    """Say when the cycle begins, or how much of it is over."""
    return cycle_clock(readiness.cycle, readiness.now)


def last_words(readiness: Readiness) -> str:
    """Sum up: how many teams are ready, and how much time is left."""
    cycle, days = readiness.cycle, (readiness.cycle.start - readiness.now).days
    teams = f"{readiness.ready} of {count(len(readiness.teams), 'team')}"
    are = "is" if len(readiness.teams) == 1 else "are"
    if days > 0:
        return f"{teams} {are} ready; {count(days, 'day')} to the start"
    since = "begins today" if days == 0 else f"began {count(-days, 'day')} ago"
    return f"{teams} {are} ready; {cycle.name} {since}"


def state_words(team: TeamReadiness) -> str:
    """Say how far a team is."""
    if team.empty:
        return "nothing yet"
    if not team.ready:
        return "not ready"
    return "ready to publish" if team.drafts else "ready"


def has_words(team: TeamReadiness) -> str:
    """Say what a team has in the cycle."""
    told = [count(team.drafts, "draft")] if team.drafts else []
    told += [f"{team.published} published"] if team.published else []
    return ", ".join(told)


def findings_words(team: TeamReadiness) -> Iterator[tuple[Obstacle, str]]:
    """Count the findings of each sort, what stands in the way first."""
    for obstacle in Obstacle:
        number = team.count(obstacle)
        if number:
            one, several = _NAMES[obstacle]
            yield obstacle, f"{number} {one if number == 1 else several}"


def notes(readiness: Readiness) -> Iterator[str]:
    """Say which teams are asked, and which other cycles have drafts."""
    before = "" if readiness.before is None else f" or in {readiness.before.name}"
    yield f"teams with OKRs in {readiness.cycle.name}{before}"
    if readiness.also:
        names = ", ".join(cycle.name for cycle in readiness.also)
        yield f"drafts also in {names}"

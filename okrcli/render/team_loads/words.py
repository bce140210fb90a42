"""What a team has taken on, in words."""

from collections.abc import Iterator

from okrcli.analysis.loads.team_loads import CycleLoad, TeamLoad, TeamLoads
from okrcli.render.words import count

NOTHING = "nothing"


def summary_words(loads: TeamLoads) -> str:
    """Say how many teams there are, and how many need a look."""
    teams = loads.teams
    facts = [
        (sum(each.over for each in teams), "outside the limits"),
        (sum(each.silent for each in teams), "with overdue check-ins"),
        (sum(not each.cycles for each in teams), "with nothing"),
    ]
    told = [count(len(teams), "team"), *(f"{number} {words}" for number, words in facts if number)]
    return ", ".join(told)


def objectives_words(load: CycleLoad) -> str:
    """Say how many objectives there are, of how many that may be."""
    return f"{load.counted} of {count(load.limit, 'objective')}"


def key_results_words(load: CycleLoad) -> str:
    """Say how many key results there are, and how many drafts beside."""
    drafts = f", {count(len(load.drafts), 'draft')}" if load.drafts else ""
    return count(load.key_results, "key result") + drafts


def concerns(load: CycleLoad, loads: TeamLoads) -> Iterator[str]:
    """Say what is outside of a limit, and what is silent."""
    if load.excess:
        yield f"{load.excess} too many: {load.counted} objectives, the limit is {load.limit}"
    fewest, most = loads.key_results
    for crowd in load.crowds:
        bound = f"at most {most}" if crowd.key_results > most else f"at least {fewest}"
        yield f"{crowd.key.ref} has {count(crowd.key_results, 'key result')}, of {bound}"
    if load.silent:
        yield f"{load.silent} of {load.under_way} check-ins overdue; {_last(load)}"


def _last(load: CycleLoad) -> str:
    if load.days is None:
        return "there was none yet"
    return "the last one was today" if load.days == 0 else f"the last one {load.days}d ago"


def remarks(team: TeamLoad) -> Iterator[str]:
    """Say what is missing from a team."""
    if team.team.lead is None:
        yield "no lead"
    if not team.cycles:
        yield "nothing in these cycles"

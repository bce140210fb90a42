"""What an alignment report says in words, for every format that people read."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from okrcli.analysis.alignment.aligned import AlignmentReport, TeamAlignment
from okrcli.analysis.alignment.origins import Origin
from okrcli.analysis.alignment.ways import Way
from okrcli.analysis.landscape.alignment_report import MOST_SUPPORTERS
from okrcli.model.objective import Objective
from okrcli.model.organization import Team
from okrcli.render.numbers import percent
from okrcli.render.words import count

MARKS = "ok: 90% or more · fair: 80% or more · low: less"  # each is a part of its own

_WHY = {
    Way.NOTHING: "supports nothing",
    Way.UNKNOWN: "supports what cannot be found",
    Way.GIVEN_UP: "supports what was given up",
    Way.CIRCLE: "supports itself in a circle",
    Way.DEAD_END: "supports what leads nowhere",
}


class Item(NamedTuple):
    """One thing to decide on: its name, its title, and what is the matter with it."""

    name: str
    title: str
    remark: str = ""


class Matter(NamedTuple):
    """Something that asks for a decision."""

    heading: str
    items: Sequence[Item]


def headline(report: AlignmentReport) -> str:
    """Say the one sentence that matters most."""
    whole = report.whole
    if not report.has_top:
        return "No way to the vision can be told: nothing says which team is the root"
    if whole.share is None or whole.mark is None:
        return f"No objective{_whose(report)} is there to count"
    verb = "is" if whole.linked == 1 else "are"
    return (
        f"{whole.linked} of {count(whole.counted, 'objective')}{_whose(report)} {verb}"
        f" on a way to the vision: {percent(whole.share)}, {whole.mark}"
    )


def beside(report: AlignmentReport) -> Iterator[str]:
    """Yield what the headline leaves out."""
    ways = report.whole.ways
    top, alone = ways.get(Way.TOP, 0), ways.get(Way.STANDALONE, 0)
    if top:
        yield f"{count(top, 'objective')} at the top"
    if alone:
        yield f"{alone} stand alone with a reason" if alone > 1 else "1 stands alone with a reason"
    if report.dropped:
        yield f"{report.dropped} dropped"


def matters(report: AlignmentReport) -> Iterator[Matter]:
    """Yield what needs a decision, the gravest first."""
    cycle = report.cycles[0].name if len(report.cycles) == 1 else ""
    root = "the root team" if report.about is None else team_name(report.about)
    unsupported = [_item(each, cycle, each.owner or "") for each in report.unsupported]
    idle = [
        Item(
            each.pillar.id,
            each.pillar.title,
            _named_by([k.seen_from(cycle) for k in each.named_by]),
        )
        for each in report.idle
    ]
    lost = [
        _item(each.objective, cycle, _WHY[each.way])
        for each in report.objectives
        if each.way in _WHY
    ]
    teams = [
        Item(each.team.id, team_name(each.team), why_nothing(each))
        for each in report.teams
        if each.supports_nothing and report.has_top
    ]
    crowds = [
        _item(each.parent, cycle, f"{each.supporters} in {each.cycle}") for each in report.crowds
    ]
    yield from _told(
        (f"Nobody supports these objectives of {root}", unsupported),
        ("No team works for these pillars", idle),
        ("These objectives lead nowhere", lost),
        ("These teams support nothing", teams),
        (f"More than {MOST_SUPPORTERS} objectives support these at once", crowds),
    )


def why_nothing(row: TeamAlignment) -> str:
    """Say why a team supports nothing."""
    total = sum(row.aligned.ways.values())
    if not total:
        return "has no objectives"
    alone = row.aligned.ways.get(Way.STANDALONE, 0)
    if alone == total:
        return "stands alone"
    return f"none of {total} leads up" if total > 1 else "its objective leads nowhere"


def origin_words(report: AlignmentReport) -> Iterator[str]:
    """Yield sentences on where the objectives came from."""
    origins, share = report.whole.origins, report.whole.bottom_up
    if share is not None:
        known = sum(origins.values()) - origins.get(Origin.UNKNOWN, 0)
        below = origins.get(Origin.BOTTOM_UP, 0)
        yield (
            f"{below} of {known} ({percent(share)}) came from below:"
            " set before what they support, or without it."
        )
        yield (
            f"{origins.get(Origin.TAKEN_UP, 0)} set by the teams for a goal that was there,"
            f" {origins.get(Origin.HANDED_DOWN, 0)} by those above them."
        )
    unknown = origins.get(Origin.UNKNOWN, 0)
    if unknown:
        yield f"{unknown} were there when the history began, or are not committed yet."


def team_name(team: Team) -> str:
    """Give a team's name, else its id."""
    return team.name or team.id


def _whose(report: AlignmentReport) -> str:
    if report.about is None:
        return " of the teams"
    return f" of {team_name(report.about)} and the teams below"


def _named_by(refs: Sequence[str]) -> str:
    return f"only {', '.join(refs)}" if refs else "no objective serves it"


def _item(objective: Objective, cycle: str, remark: str) -> Item:
    return Item(objective.key.seen_from(cycle), objective.title, remark)


def _told(*found: tuple[str, Sequence[Item]]) -> Iterable[Matter]:
    return (Matter(heading, items) for heading, items in found if items)

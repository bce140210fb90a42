"""The week as a page: wins first, then what needs help."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from okrcli.analysis.reports.week import DAYS_AHEAD, TeamWeek, Week
from okrcli.render.numbers import percent
from okrcli.render.pages.lines import Called, line, notices, say
from okrcli.render.pages.page import Block, Bullets, Item, Page, Paragraph, Section, Tone, Words
from okrcli.render.reports.week_news import NewsWords, brief
from okrcli.render.reports.week_people import due_items, rhythm_table, silent_items
from okrcli.render.words import count, history_phrase

if TYPE_CHECKING:
    from okrcli.model.reference import Key

_MOVES = 5
_MOST_URGENT = 3
_MOST = 10
_TEAMS = 20  # as many as are shown at a glance


def week_page(week: Week) -> Page:
    """Say what is new in the order in which it matters."""
    time = f"{week.since} to {week.moment.now}"
    return Page(
        f"The week of {_whose(week)}",
        line(time, Words(f" · history: {history_phrase(week.moment)}", Tone.QUIET)),
        notices(week.moment),
        list(_blocks(week)),
    )


def _whose(week: Week) -> str:
    if week.owner is not None:
        person = Called(week.organization).person(week.owner)
        return person if week.about is None else f"{person} in {week.about.name or week.about.id}"
    if week.about is not None:
        return week.about.name or week.about.id
    return week.organization.name or "all teams"


def _blocks(week: Week) -> Iterator[Block]:
    if not week.teams:
        yield say("There are no objectives in these cycles yet, or nobody has published any.")
        return
    wanting = _wanting(week)
    yield Paragraph(list(_lead(week)))
    if wanting:
        urgent = "; ".join(map(brief, wanting[:_MOST_URGENT]))
        yield Paragraph(line(Words("Look at first: ", Tone.STRONG), f"{urgent}."))
    yield Section("Wins", list(_wins(week)))
    yield Section("Needs help", list(_help(wanting)))
    if week.silent:
        yield Section("Not heard from", list(_listed(list(silent_items(week)))))
    if week.due or week.deadlines:
        yield Section(f"Due in the next {DAYS_AHEAD} days", list(_listed(list(due_items(week)))))
    if week.teams and week.owner is None:
        many = len(week.teams) > _TEAMS
        yield Section("Rhythm", [rhythm_table(week.teams)], folded=many)


def _lead(week: Week) -> Iterator[Words]:
    """Say in two sentences how the week was."""
    won = len(week.reached) + len(week.steps) + len(week.moves)
    bad = (*week.endangered, *week.blocked, *week.doubted, *week.still_bad)
    wanting = len({each.report.key for each in bad})
    needs = "needs" if wanting == 1 else "need"
    help_words = f"{wanting} {needs} help" if wanting else "none needs help"
    yield Words(f"{count(won, 'key result')} moved forward, {help_words}.", Tone.STRONG)
    if week.headline is not None and week.headline.now.progress is not None:
        yield Words(f" {_standing(week.headline, week)}")


def _standing(team: TeamWeek, week: Week) -> str:
    now, name = team.now, team.now.team.name or team.now.team.id
    planned = "" if now.expected is None else f" where {percent(now.expected)} was planned"
    return f"{name} is at {percent(now.progress or 0.0)}{planned}{_change(team, week)}."


def _change(team: TeamWeek, week: Week) -> str:
    now, before = team.now.progress, team.before.progress
    if now is None or before is None:
        return ""
    points = round((now - before) * 100)
    way = (
        f"{count(abs(points), 'point')} {'up' if points > 0 else 'down'}" if points else "unchanged"
    )
    return f", {way} since {week.since - timedelta(days=1)}"


def _wins(week: Week) -> Iterator[Block]:
    words = NewsWords(week)
    won = [
        *map(words.reached, week.reached),
        *map(words.steps, week.steps),
        *map(words.move, week.moves[:_MOVES]),
    ]
    if won:
        yield from _listed(won)
    else:
        yield say("No key result moved forward.", Tone.QUIET)
    if len(week.moves) > _MOVES:
        rest = len(week.moves) - _MOVES
        yield say(f"{count(rest, 'other key result')} moved forward, too.", Tone.QUIET)


def _help(wanting: Sequence[Item]) -> Iterator[Block]:
    if wanting:
        yield from _listed(wanting, ordered=True)
    else:
        yield say("Nothing is at risk or blocked.", Tone.GOOD)


def _wanting(week: Week) -> list[Item]:
    """Tell of each key result that needs help once, by the worst that is to say of it."""
    words = NewsWords(week)
    wanting: dict[Key, Item] = {}
    for tell, found in (
        (words.endangered, week.endangered),
        (words.blocked, week.blocked),
        (words.doubted, week.doubted),
        (words.still, week.still_bad),
    ):
        for each in found:
            if each.report.key not in wanting:
                wanting[each.report.key] = tell(each)
    return list(wanting.values())


def _listed(items: Sequence[Item], *, ordered: bool = False) -> Iterator[Block]:
    """List the first of some items, and say how many more there are."""
    yield Bullets(items[:_MOST], ordered)
    if len(items) > _MOST:
        yield say(f"{len(items) - _MOST} more; --format json has all.", Tone.QUIET)

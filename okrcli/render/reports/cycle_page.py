"""The review of a cycle as a page."""

from collections.abc import Iterator

from okrcli.analysis.reports.cycle import CycleReview
from okrcli.render.alignment.outline import Draw, who_works_for_what
from okrcli.render.pages.lines import notices, subtitle, team_name
from okrcli.render.pages.page import Block, Bullets, Page, Section
from okrcli.render.reports.cycle_attention import attention
from okrcli.render.reports.cycle_lessons import (
    agenda,
    decisions,
    dependencies,
    goalposts,
    retrospectives,
)
from okrcli.render.reports.cycle_tables import burn_up, objectives, team_table
from okrcli.render.reports.cycle_words import lead, wins


def cycle_page(review: CycleReview, alignment: Draw) -> Page:
    """Say it in the order in which it matters; `alignment` draws the tree of its objectives."""
    name = review.cycle.name
    title = f"How {name} went" if review.over else f"Where {name} stands"
    if review.about is not None:
        title = f"{title}: {team_name(review.about)}"
    return Page(
        title, subtitle(review.moment), notices(review.moment), list(_blocks(review, alignment))
    )


def _blocks(review: CycleReview, alignment: Draw) -> Iterator[Block]:
    yield from lead(review)
    won, wanting = wins(review), attention(review)
    if wanting:
        yield Section("Needs attention", [Bullets(wanting, ordered=True)])
    if won:
        yield Section("Wins", [Bullets(won)])
    if review.teams:
        yield Section("Team by team", [team_table(review)])
    yield from objectives(review)
    yield who_works_for_what(alignment, review.cycle.name, numbers=True)
    yield from burn_up(review)
    yield from decisions(review)
    yield from retrospectives(review)
    yield from dependencies(review)
    yield from goalposts(review)
    yield agenda(review)

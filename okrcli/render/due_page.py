"""Who owes a check-in as a page: a reminder for where people are."""

from collections.abc import Iterator
from itertools import groupby

from okrcli.analysis.dues import Due, Dues, Owed
from okrcli.model.organization import Organization
from okrcli.render.due_words import home, left_out, shown, state_words, summary_words
from okrcli.render.page import Block, Bullets, Item, Line, Page, Paragraph, Tone, Words
from okrcli.render.page_lines import Called, line, notices, say, subtitle

_TONES = {Due.OVERDUE: Tone.BAD, Due.GRACE: Tone.WARNING, Due.WAITING: Tone.QUIET}


def due_page(dues: Dues, organization: Organization) -> Page:
    """Say person by person what is due; whoever is longest overdue comes first."""
    whose = "" if dues.whose is None else f" of {dues.whose}"
    return Page(
        f"Check-ins{whose} that are due",
        subtitle(dues.moment),
        notices(dues.moment),
        list(_blocks(dues, Called(organization))),
    )


def _blocks(dues: Dues, called: Called) -> Iterator[Block]:
    yield say(f"{summary_words(dues)}.")
    for words in left_out(dues):
        yield say(words)
    if shown(dues):
        yield Bullets(list(_people(dues, called)))
        yield Paragraph(list(_how()))


def _how() -> Iterator[Words]:
    yield Words("One line does it: ", Tone.QUIET)
    yield Words("okr checkin REF VALUE", Tone.CODE)
    yield Words(". Without REF it goes through all that is yours.", Tone.QUIET)


def _people(dues: Dues, called: Called) -> Iterator[Item]:
    first: dict[str | None, int] = {}
    for place, each in enumerate(shown(dues)):
        first.setdefault(each.owner, place)
    ordered = sorted(shown(dues), key=lambda each: first[each.owner])
    cycle = home(dues)
    for owner, owed in groupby(ordered, key=lambda each: each.owner):
        below = [Item(_said(each, dues, cycle)) for each in owed]
        yield Item([Words(called.person(owner), Tone.STRONG)], below)


def _said(owed: Owed, dues: Dues, cycle: str) -> Line:
    last = "never checked in" if owed.last is None else f"last on {owed.last}"
    return line(
        Words(owed.key.seen_from(cycle), Tone.REF),
        f" {owed.title}: ",
        Words(state_words(owed, dues.moment.now), _TONES[owed.state]),
        Words(f", {last}", Tone.QUIET),
    )

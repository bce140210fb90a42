"""Who owes a check-in as a page: a reminder for where people are."""

from collections.abc import Iterator

from okrcli.analysis.loads.dues import Due, Dues, Owed
from okrcli.model.organization import Organization
from okrcli.render.due.words import home, left_out, shown, state_words, summary_words
from okrcli.render.pages.lines import Called, commands, line, notices, say, subtitle
from okrcli.render.pages.page import Block, Bullets, Item, Line, Page, Paragraph, Tone, Words
from okrcli.render.words import count

_TONES = {Due.OVERDUE: Tone.BAD, Due.GRACE: Tone.WARNING, Due.WAITING: Tone.QUIET}
_MOST = 30  # people, as many as one channel is for
_HOW = "One line does it: `okr checkin REF VALUE`. Without REF it goes through all that is yours."


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
    people = list(_people(dues, called))
    if people:
        yield Bullets(people[:_MOST])
        yield Paragraph(commands(_HOW, Tone.QUIET))
    if len(people) > _MOST:
        rest = count(len(people) - _MOST, "other")
        yield Paragraph(commands(f"So do {rest}: `okr due` has all.", Tone.QUIET))


def _people(dues: Dues, called: Called) -> Iterator[Item]:
    cycle = home(dues)
    found: dict[str | None, list[Item]] = {}
    for each in shown(dues):
        found.setdefault(each.owner, []).append(Item(_said(each, dues, cycle)))
    for owner, below in found.items():
        yield Item([Words(called.person(owner), Tone.STRONG)], below)


def _said(owed: Owed, dues: Dues, cycle: str) -> Line:
    last = "never checked in" if owed.last is None else f"last on {owed.last}"
    return line(
        Words(owed.key.seen_from(cycle), Tone.REF),
        f" {owed.title}: ",
        Words(state_words(owed, dues.moment.now), _TONES[owed.state]),
        Words(f", {last}", Tone.QUIET),
    )

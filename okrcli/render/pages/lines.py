"""Pieces of pages: who and what is named, scores, and what every report begins with."""

from collections.abc import Iterable, Sequence
from itertools import chain

from okrcli.analysis.progress.outcome import Band
from okrcli.analysis.progress.report import Dated
from okrcli.model.key_result import SLACK
from okrcli.model.organization import Organization, Team
from okrcli.render.pages.page import Bullets, Item, Line, Paragraph, Tone, Words
from okrcli.render.pages.words import NOTHING
from okrcli.render.words import INCOMPLETE, cycle_clock, history_phrase

BANDS = {Band.GREEN: Tone.GOOD, Band.YELLOW: Tone.WARNING, Band.RED: Tone.BAD}


class Called:
    """How people and teams are called: by their names, where an organization file has them."""

    def __init__(self, organization: Organization) -> None:
        """Take the names."""
        self._people = {each.id: each.name for each in organization.people if each.name}

    def person(self, owner: str | None) -> str:
        """Name who owns or wrote something."""
        return "nobody" if owner is None else self._people.get(owner, owner)


def team_name(team: Team) -> str:
    """Name a team."""
    return team.name or team.id


def say(text: str, tone: Tone = Tone.PLAIN) -> Paragraph:
    """Make a paragraph of one piece."""
    return Paragraph([Words(text, tone)])


def line(*pieces: str | Words) -> Sequence[Words]:
    """Put pieces together; text alone is plain."""
    return [Words(each) if isinstance(each, str) else each for each in pieces if each]


def commands(text: str, tone: Tone = Tone.PLAIN) -> Sequence[Words]:
    """Make a line of a text of ours in which what is between backticks is to be typed."""
    parts = enumerate(text.split("`"))
    return [Words(part, Tone.CODE if place % 2 else tone) for place, part in parts if part]


def bullets(lines: Iterable[Line], *, ordered: bool = False) -> Bullets:
    """Make a list without anything beneath its entries."""
    return Bullets([Item(each) for each in lines], ordered)


def score(value: float | None) -> str:
    """Write a score with two digits; what is not quite there is never rounded up."""
    if value is None:
        return NOTHING
    return f"{int(value * 100 + SLACK) / 100:.2f}"


def subtitle(moment: Dated) -> Line:
    """Say of which cycles and as of when a report is, and out of how much history."""
    cycles = [f"{each.name}: {cycle_clock(each, moment.now)}" for each in moment.cycles]
    facts = [*cycles, f"as of {moment.now}", f"history: {history_phrase(moment)}"]
    pieces = ([Words(" · ", Tone.QUIET), Words(each, Tone.QUIET)] for each in facts)
    return list(chain.from_iterable(pieces))[1:]


def notices(moment: Dated) -> Sequence[str]:
    """Say what could not be seen."""
    history = moment.history
    return [] if history.complete else [f"history is incomplete: {history.gap or INCOMPLETE}"]

"""The health of the process as a page."""

from collections.abc import Iterator, Sequence

from okrcli.analysis.alignment.aligned import Mark
from okrcli.analysis.progress.report import Status
from okrcli.analysis.reports.health import Health
from okrcli.analysis.reports.health_gauges import Gauge, Turn
from okrcli.render.pages.lines import bullets, commands, line, notices, subtitle, team_name
from okrcli.render.pages.page import (
    Block,
    Bullets,
    Column,
    Item,
    Line,
    Page,
    Paragraph,
    Section,
    Table,
    Tone,
    Words,
)
from okrcli.render.pages.words import NOTHING, SIGNS
from okrcli.render.reports.health_words import ADVICE, NAMES, TURNS, share, spreads, told
from okrcli.render.words import count

_STATES = {
    Mark.OK: Words(f"{SIGNS.status[Status.ON_TRACK]} good", Tone.GOOD),
    Mark.FAIR: Words(f"{SIGNS.status[Status.BEHIND]} fair", Tone.WARNING),
    Mark.LOW: Words(f"{SIGNS.status[Status.AT_RISK]} low", Tone.BAD),
}
_MOST_TRIED = 3


def health_page(health: Health) -> Page:
    """Say what goes well, what does not, and what to try."""
    title = "How our way of working with goals is doing"
    if health.about is not None:
        title = f"{title}: {team_name(health.about)}"
    return Page(title, subtitle(health.moment), notices(health.moment), list(_blocks(health)))


def _blocks(health: Health) -> Iterator[Block]:
    known = [each for each in health.gauges if each.last is not None]
    if not known:
        yield Paragraph(line("There is nothing to measure yet."))
        return
    well = [each for each in known if each.mark is Mark.OK]
    poor = wanting(health)
    yield Paragraph(line(_lead(well, poor, len(known))))
    if poor or spreads(health):
        yield Section("What to try", [Bullets(list(_tries(health, poor)), ordered=True)])
    if well:
        yield Section("Goes well", [bullets(line(told(each)) for each in well)])
    yield Section("Cycle over cycle", [_table(health)])


def wanting(health: Health) -> list[Gauge]:
    """Give the measures that are not as they should be, the worst first."""
    found = [each for each in health.gauges if each.mark in {Mark.FAIR, Mark.LOW}]
    return sorted(found, key=lambda each: each.last or 0.0)


def _lead(well: Sequence[Gauge], poor: Sequence[Gauge], known: int) -> Words:
    good = f"{len(well)} of {count(known, 'measure')} are as they should be"
    if not poor:
        return Words(f"{good}.", Tone.STRONG)
    named = "; ".join(NAMES[each.measure].lower() for each in poor[:_MOST_TRIED])
    return Words(f"{good}. Look at first: {named}.", Tone.STRONG)


def _tries(health: Health, poor: Sequence[Gauge]) -> Iterator[Item]:
    for each in poor:
        words = Words(told(each), Tone.STRONG)
        yield Item(line(words), [Item(commands(ADVICE[each.measure]))])
    for text in spreads(health):
        yield Item(line(Words(text, Tone.STRONG)))


def _table(health: Health) -> Table:
    columns = [
        Column("Measure"),
        Column("State"),
        *(Column(each.name, right=True) for each in health.moment.cycles),
        Column("Trend"),
    ]
    return Table(columns, [_row(each) for each in health.gauges])


def _row(gauge: Gauge) -> Sequence[Line]:
    readings = [
        line(
            share(each.share),
            Words(f" {each.good}/{each.all}", Tone.QUIET) if each.all else "",
        )
        for each in gauge.readings
    ]
    return [line(NAMES[gauge.measure]), _state(gauge.mark), *readings, _trend(gauge.turn)]


def _state(mark: Mark | None) -> Line:
    return line(NOTHING) if mark is None else [_STATES[mark]]


def _trend(turn: Turn | None) -> Line:
    tones = {Turn.BETTER: Tone.GOOD, Turn.WORSE: Tone.WARNING, Turn.SAME: Tone.PLAIN}
    return line(NOTHING) if turn is None else [Words(TURNS[turn], tones[turn])]

"""A page with everything that a page can have, and one of nasty texts."""

from datetime import date

from okrcli.analysis.progress.burnup import BurnUp, Level
from okrcli.analysis.progress.report import Status
from okrcli.model.cycle import Period
from okrcli.render.pages.page import (
    Branch,
    Bullets,
    Column,
    Figure,
    Item,
    Line,
    Meter,
    Outline,
    Page,
    Paragraph,
    Section,
    Table,
    Tone,
    Trend,
    Words,
)

NASTY = '<img src=x onerror=alert(1)> & "q" `c` *b* | @here [a](http://x) \x1b[31m \u202e </style>'


def every_kind() -> Page:
    """Give a page with every kind of block and of piece."""
    return Page(
        "Weekly news",
        [Words("Growth"), Words(" · as of 2026-11-22", Tone.QUIET)],
        ["history is incomplete: a shallow clone; run `git fetch --unshallow`"],
        [
            Paragraph([Words("Growth is at 39%"), Words(" and ahead", Tone.GOOD), Words(".")]),
            Section("Wins", [_list(), _table()]),
            Outline("Who works for what", _branches, [Words("okr tree", Tone.CODE)]),
            Section("To look up", [_figure()], folded=True),
        ],
    )


def nasty() -> Page:
    """Give a page on which every text tries to be more than a text."""
    words = [Words(NASTY, tone) for tone in Tone]
    table = Table([Column(NASTY), Column(NASTY)], [[words, words]])
    return Page(
        NASTY,
        words,
        [NASTY],
        [
            Paragraph(words),
            Bullets([Item(words)]),
            table,
            Figure(NASTY, chart(), table, unit=NASTY),
            Outline(NASTY, lambda: [Branch(words, [Branch(words)])], words),
            Section(NASTY, [Section(NASTY, [Paragraph(words)], folded=True)]),
        ],
    )


def long() -> Page:
    """Give a page that is much longer than a chat takes."""
    words = [Words("<&> " * 2000)]
    items = Bullets([Item(words)] * 20)
    return Page("A title & more " * 30, words, [], [Section("Part " * 60, [items])] * 60)


def endless() -> Page:
    """Give a page of words that no screen is wide enough for."""
    words = [Words("x" * 300), Words("y" * 300, Tone.REF), Words("z" * 300, Tone.GOOD)]
    table = Table([Column("w" * 90), Column("v" * 90, right=True)], [[words, words]] * 2)
    branches = [Branch(words, [Branch(words, [Branch(words)])])]
    return Page(
        "t" * 300,
        words,
        ["n" * 300],
        [
            Bullets([Item(words, [Item(words)])], ordered=True),
            table,
            Outline("o" * 300, lambda: branches, words),
            Section("s" * 300, [Figure("f" * 300, chart(), table, unit="u" * 300)], folded=True),
        ],
    )


def slide(rows: int, words: int) -> Page:
    """Give a slide with a table of so many rows, whose titles have so many times seven words."""
    title = "Harbours on every coast sell their tickets " * words
    row: list[Line] = [
        [Words(title, Tone.STRONG), Words(" (Ana Silva)", Tone.QUIET)],
        [Meter(0.5, 0.8, Status.BEHIND)],
        [Words("▼ 95%", Tone.WARNING), Words(" (100% needed)", Tone.QUIET)],
        [Words("▼ behind", Tone.WARNING), Words(f": {title}")],
    ]
    names = ("Objective", "Progress", "Forecast for 2026-12-31", "In short")
    lead = [Words("One is on track. ", Tone.STRONG), Words(title * 2)]
    table = Table([Column(name) for name in names], [row] * rows)
    return Page("Objectives of Acme", [Words("2026")], [], [Paragraph(lead), table], slide=True)


def many() -> Page:
    """Give a page of more short parts than a chat takes."""
    return Page("Many", [Words("short")], [], [Paragraph([Words("A part.")])] * 60)


def chart() -> BurnUp:
    """Give a chart of a metric that is a little behind."""
    time = Period(date(2026, 10, 1), date(2027, 1, 1))
    points = [(date(2026, 10, 6), 0.04), (date(2026, 10, 27), 0.21), (date(2026, 11, 17), 0.39)]
    guide = [(time.start, 0.0), (time.end, 1.0)]
    return BurnUp(time, date(2026, 11, 22), points, [guide], [Level(0.0, 31), Level(1.0, 45)])


def _branches() -> list[Branch]:
    leaf = Branch([Words("Setup takes a minute "), Meter(0.5, 0.4, Status.ON_TRACK)])
    below = Branch([Words("New shops love us"), Words(" (Growth)", Tone.QUIET)], [leaf])
    return [Branch([Words("Small shops sell online", Tone.STRONG)], [below, leaf])]


def _list() -> Bullets:
    return Bullets(
        [
            Item(
                [Words("day7", Tone.REF), Words(" reached its target", Tone.STRONG)],
                [Item([Words("Thank you, Bo and Ana!")])],
            ),
            Item([Words("The customs check is "), Words("done", Tone.GOOD)]),
        ],
        ordered=True,
    )


def _table() -> Table:
    return Table(
        [Column("Team"), Column("Progress"), Column("Check-ins", right=True), Column("Trend")],
        [
            [
                [Words("Growth")],
                [Meter(0.39, 0.57, Status.BEHIND)],
                [Words("5 of 6")],
                [Trend([0.0, 0.2, 0.4, 1.0])],
            ],
            [[Words("Platform")], [Meter(None)], [Words("12 of 14")], []],
        ],
    )


def _figure() -> Figure:
    numbers = Table(
        [Column("Day"), Column("Progress", right=True)], [_row(*each) for each in chart().points]
    )
    return Figure("New shops list a second product", chart(), numbers, unit="%")


def _row(day: date, progress: float) -> list[list[Words]]:
    return [[Words(str(day))], [Words(f"{progress:.0%}")]]

"""A report on dependencies for terminals: a block for each, the worst first."""

from collections.abc import Iterator

from rich.text import Text

from okrcli.analysis.landscape.dependency_report import Dependency, DependencyReport, End
from okrcli.render.glyphs import glyphs
from okrcli.render.needs.words import (
    LOOKS,
    VERDICTS,
    Part,
    circle_words,
    dates,
    decision,
    headline,
    needed_ref,
    one_cycle,
    parts,
    reasons,
    standing,
    waiting,
)
from okrcli.render.terminal import palette
from okrcli.render.terminal.fit import columns, flow
from okrcli.render.terminal.frame import heading, more
from okrcli.render.terminal.layout import Layout, layout
from okrcli.render.terminal.moment_head import opening
from okrcli.render.terminal.paint import paint

_BLANK = Text()
_INDENT = 2
_VERDICT = 13
_HEADLINE_LINES = 4
_REASON_LINES = 3
_MOST = 40


def needs_table(
    report: DependencyReport, *, width: int, color: bool, ascii_only: bool = False
) -> str:
    """Write a report as lines that fit into `width` cells (from 20 on)."""
    page = _Page(report, layout(width, glyphs(ascii_only=ascii_only)))
    return paint(page.lines(), color=color)


class _Page:
    """A report, and the layout that it is written into."""

    def __init__(self, report: DependencyReport, page: Layout) -> None:
        self._report = report
        self._page = page
        self._cycle = one_cycle(report)
        self._indent = _INDENT if page.stacked else _INDENT + _VERDICT + 1

    def lines(self) -> Iterator[Text]:
        report, page = self._report, self._page
        teams = [each.id for each in (report.team, report.other) if each is not None]
        yield from opening(report, page, " ".join(("needs", *teams)))
        yield _BLANK
        for line in page.paragraph(page.glyphs.say(headline(report)), 0, _HEADLINE_LINES):
            yield Text(line, palette.STRONG)
        yield from self._circles()
        for part in parts(report):
            yield from self._part(part)

    def _circles(self) -> Iterator[Text]:
        for circle in self._report.circles:
            words = circle_words([key.seen_from(self._cycle) for key in circle])
            say = self._page.glyphs.say(f"A circle: {words}")
            for line in self._page.paragraph(say, 0, _REASON_LINES):
                yield Text(line, palette.WARNING)

    def _part(self, part: Part) -> Iterator[Text]:
        if not part.dependencies and self._report.team is None:
            return
        yield _BLANK
        yield heading(part.heading, self._page)
        if not part.dependencies:
            yield self._page.across(Text("nothing", palette.DIM), _INDENT)
        for number, each in enumerate(part.dependencies[:_MOST]):
            if number:
                yield _BLANK
            yield from self._dependency(each)
        yield from more(len(part.dependencies) - _MOST, _INDENT, self._page)

    def _dependency(self, each: Dependency) -> Iterator[Text]:
        say, status = self._page.glyphs.say, LOOKS[each.verdict]
        style = palette.STATUS[status]
        sign = f"{self._page.glyphs.status[status]} {VERDICTS[each.verdict]}"
        name = Text(say(needed_ref(each)), palette.STRONG)
        yield from self._first(Text(sign, style), name, each.target)
        if each.target is not None and each.target.title:
            yield self._beneath(Text(say(each.target.title), palette.DIM))
        facts = (Text(say(fact)) for fact in (waiting(each, self._cycle), *dates(each)))
        gap = f" {self._page.glyphs.dot} "
        room = self._page.width - self._indent
        for line in flow(facts, room, gap, self._page.glyphs.ellipsis):
            yield self._beneath(line)
        for reason in reasons(each):
            yield from self._paragraph(reason, style)
        agreed = decision(each) if self._report.other is not None else None
        if agreed is not None:
            yield from self._paragraph(f"decide: {agreed}", palette.STRONG)

    def _first(self, verdict: Text, name: Text, target: End | None) -> Iterator[Text]:
        facts = [] if target is None else [target.owner or "", *standing(target)]
        for fact in filter(None, facts):
            name.append(f"  {self._page.glyphs.say(fact)}", palette.DIM)
        if self._page.stacked:
            yield self._page.across(verdict)
            yield self._page.across(name, _INDENT)
            return
        room = self._page.width - self._indent
        cells = [(verdict, _VERDICT), (name, room)]
        yield self._page.across(columns(cells, 1, self._page.glyphs.ellipsis), _INDENT)

    def _beneath(self, line: Text) -> Text:
        return self._page.across(line, self._indent)

    def _paragraph(self, words: str, style: str) -> Iterator[Text]:
        said = self._page.glyphs.say(words)
        for line in self._page.paragraph(said, self._indent, _REASON_LINES):
            yield self._beneath(Text(line, style))

"""A report on dependencies in GitHub flavoured Markdown: the agenda of a meeting, to paste."""

from collections.abc import Iterator, Sequence

from okrcli.analysis.landscape.dependency_report import Dependency, DependencyReport
from okrcli.render.markdown.opening import markdown_opening
from okrcli.render.markdown.text import markdown_text
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
from okrcli.render.progress.markdown import SIGNS


def needs_markdown(report: DependencyReport) -> str:
    """Write a report as a document: the headline, then a list, the worst first."""
    return "\n\n".join(_blocks(report)) + "\n"


def _blocks(report: DependencyReport) -> Iterator[str]:
    yield from markdown_opening(report, headline(report))
    cycle = one_cycle(report)
    for circle in report.circles:
        words = circle_words([key.seen_from(cycle) for key in circle])
        yield f"> **A circle:** {markdown_text(words)}"
    for part in parts(report):
        yield from _part(part, cycle, agenda=report.other is not None)


def _part(part: Part, cycle: str, *, agenda: bool) -> Iterator[str]:
    yield f"## {markdown_text(part.heading)}"
    items = (line for each in part.dependencies for line in _item(each, cycle, agenda=agenda))
    yield "\n".join(items) or "Nothing."


def _item(each: Dependency, cycle: str, *, agenda: bool) -> Iterator[str]:
    sign = f"{SIGNS[LOOKS[each.verdict]]} {VERDICTS[each.verdict]}"
    target: Sequence[str] = []
    if each.target is not None:
        target = [each.target.title, each.target.owner or "", *standing(each.target)]
    facts = ", ".join(markdown_text(fact) for fact in target if fact)
    name = f"**{markdown_text(needed_ref(each))}**"
    yield f"- {sign}: {name}" + (f": {facts}" if facts else "")
    yield f"  - {', '.join(map(markdown_text, (waiting(each, cycle), *dates(each))))}"
    for reason in reasons(each):
        yield f"  - {markdown_text(reason)}"
    agreed = decision(each) if agenda else None
    if agreed is not None:
        yield f"  - **Decide:** {markdown_text(agreed)}"

"""Everything about one objective or key result in GitHub flavoured Markdown."""

from collections.abc import Iterator, Sequence

from okrcli.analysis.detail import Detail, Neighbour
from okrcli.render.glyphs import glyphs
from okrcli.render.log.markdown import entry_markdown
from okrcli.render.log.words import UNCOMMITTED
from okrcli.render.markdown.head import incomplete_markdown
from okrcli.render.markdown.text import markdown_text
from okrcli.render.numbers import percent
from okrcli.render.show.words import facts, milestone_words, moves, original, subtitle, title
from okrcli.render.terminal.chart import Chart, chart_legend
from okrcli.render.words import count, cycle_clock, status_with_reason, status_word

_GLYPHS = glyphs(ascii_only=False)
_CHECK_INS = 5
_CHART = 76
_CHART_ROWS = 8


def show_markdown(detail: Detail) -> str:
    """Write it as a document: facts, a chart, links, check-ins, moved goalposts."""
    return "\n\n".join(_blocks(detail)) + "\n"


def _blocks(detail: Detail) -> Iterator[str]:
    yield f"# {markdown_text(title(detail))}"
    yield from incomplete_markdown(detail.history)
    yield " · ".join(_opening(detail))
    yield "\n".join(_facts(detail))
    if detail.burn_up.points:
        yield _chart(detail)
    yield from _key_results(detail)
    for words, linked in (
        ("Supports" if detail.key_result is None else "Part of, and supports", detail.up),
        ("Supported by", detail.down),
        ("Needs", detail.needs),
        ("Needed by", detail.needed_by),
    ):
        if linked:
            yield f"## {words}"
            yield "\n".join(_neighbour(each, detail.key.cycle) for each in linked)
    yield from _story(detail)


def _opening(detail: Detail) -> Sequence[str]:
    cycle = detail.objective.cycle
    commits = count(detail.history.commits, "commit") + (
        "" if detail.revision else " + uncommitted"
    )
    return [
        f"**{markdown_text(detail.key.ref)}**",
        f"{markdown_text(cycle.name)}, {cycle_clock(cycle, detail.now)}",
        *(markdown_text(fact) for fact in subtitle(detail)),
        f"as of {detail.now}",
        f"history: {commits}",
    ]


def _facts(detail: Detail) -> Iterator[str]:
    report, part = detail.objective, detail.key_result
    if part is None:
        yield _line(
            "Progress", _measured(report.progress, report.expected, status_word(report.status))
        )
    else:
        yield _line("Progress", _measured(part.progress, part.expected, status_with_reason(part)))
        first = original(part, _GLYPHS)
        if first is not None and part.original_progress is not None:
            yield _line("Original", f"{percent(part.original_progress)} {first}")
        if part.forecast is not None:
            yield _line("Forecast", percent(part.forecast))
    for label, words in facts(detail, _GLYPHS):
        yield _line(label, words)


def _line(label: str, words: str) -> str:
    return f"- **{label}:** {markdown_text(words)}"


def _measured(progress: float | None, expected: float | None, status: str) -> str:
    if progress is None:
        return status
    by_now = "" if expected is None else f" of {percent(expected)} expected"
    return f"{percent(progress)}{by_now}, {status}"


def _chart(detail: Detail) -> str:
    """Draw in a block of code, which no text of the user's can leave."""
    part = detail.key_result
    unit = None if part is None else (part.key_result.unit or "").replace("`", "'")
    chart = Chart(_CHART, _CHART_ROWS, _GLYPHS, unit=unit)
    lines = [line.plain.rstrip() for line in chart.draw(detail.burn_up)]
    legend = chart_legend(detail.burn_up, ascii_only=False)
    return "\n".join(["```text", *lines, legend, "```"])


def _key_results(detail: Detail) -> Iterator[str]:
    if detail.key_result is None:
        yield "## Key results"
        yield "\n".join(
            _neighbour(
                Neighbour(each.key, each.key_result.title, each.owner, each.progress, each.status),
                detail.key.cycle,
            )
            for each in detail.objective.key_results
        )
    elif detail.key_result.key_result.milestones:
        yield "## Milestones"
        yield "\n".join(
            f"- [{'x' if step.done else ' '}] {markdown_text(milestone_words(step))}"
            for step in detail.key_result.key_result.milestones
        )


def _neighbour(one: Neighbour, cycle: str) -> str:
    progress = "" if one.progress is None else f"{percent(one.progress)}, "
    return (
        f"{'  ' * one.depth}- **{markdown_text(one.key.seen_from(cycle))}** "
        f"{markdown_text(one.title)}: {progress}{status_word(one.status)}"
    )


def _story(detail: Detail) -> Iterator[str]:
    shown = detail.check_ins[:_CHECK_INS]
    if shown:
        total = len(detail.check_ins)
        yield (
            "## Check-ins"
            if total == len(shown)
            else f"## The last {len(shown)} of {total} check-ins"
        )
        yield "\n".join(
            line
            for entry in shown
            for line in entry_markdown(entry._replace(goalposts=()), detail.key.cycle, dated=True)
        )
    told = [
        f"- {entry.commit.dated}, {markdown_text(f'{entry.who or UNCOMMITTED}: {words}')}"
        for entry, words in moves(detail, _GLYPHS)
    ]
    if told:
        yield "## Goalposts moved"
        yield "\n".join(told)

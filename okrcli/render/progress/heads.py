"""The lines around the rows of the progress table: what it is, whose it is, and the totals."""

from collections.abc import Iterator, Mapping

from rich.text import Text

from okrcli.analysis.progress.report import Report, Section, Status, Summary
from okrcli.model.cycle import Cycle
from okrcli.render.progress.rows import Rows
from okrcli.render.terminal import palette
from okrcli.render.terminal.fit import flow
from okrcli.render.words import count, cycle_clock, status_word


def cycle_heading(cycle: Cycle, rows: Rows) -> Text:
    """Head a cycle where there are several, with a rule to the right edge."""
    glyphs = rows.layout.glyphs
    line = Text().append(glyphs.say(cycle.name), palette.STRONG)
    line.append(f" {glyphs.dot} {cycle_clock(cycle, rows.now)} ", palette.DIM)
    line.append(glyphs.rule * max(rows.layout.width - line.cell_len, 0), palette.DIM)
    return rows.layout.across(line)


def team_heading(section: Section, rows: Rows) -> list[Text]:
    """Head a team's objectives: its means, and how many objectives stand how."""
    facts, glyphs = section.team, rows.layout.glyphs
    shown = len(section.objectives)
    total = count(facts.objectives, "objective")
    objectives = total if shown == facts.objectives else f"{shown} of {total}"
    words = Text().append(glyphs.say(facts.team.name or facts.team.id), palette.HEADING)
    words.append(f" {glyphs.dot} {objectives}", palette.DIM)
    meter = rows.meter(facts.progress, facts.expected)
    counts = signs(facts.by_status, rows)
    return rows.layout.row(0, [words], [[meter, counts, rows.expectation(facts.expected)]])


def signs(by_status: Mapping[Status, int], rows: Rows) -> Text:
    """Count by status, each with its sign, the worst first."""
    return Text("  ").join(
        Text(f"{rows.layout.glyphs.status[status]} {amount}", palette.STATUS[status])
        for status, amount in _counts(by_status)
    )


def totals(report: Report, rows: Rows) -> Iterator[Text]:
    """Sum up: the headline, and everything counted, whatever is shown."""
    summary, glyphs, width = report.summary, rows.layout.glyphs, rows.layout.width
    name = "All" if report.root is None else glyphs.say(report.root.name or report.root.id)
    counted = (
        f"{count(summary.objectives, 'objective')}, {count(summary.key_results, 'key result')}"
    )
    yield Text(glyphs.rule * width, palette.DIM)
    yield from rows.layout.row(
        0,
        [Text(name, palette.STRONG), Text(counted)],
        [[rows.meter(summary.progress, summary.expected), _beside(summary, rows)]],
    )
    by_status = [
        rows.status(status, f"{amount} {status_word(status)}")
        for status, amount in _counts(summary.by_status)
    ]
    yield from flow(by_status, width, "   ", glyphs.ellipsis)
    if report.filtered:
        shown = sum(1 for _ in report.objectives())
        yield Text(f"showing {shown} of {count(summary.objectives, 'objective')}")


def _beside(summary: Summary, rows: Rows) -> Text:
    if summary.progress is None:
        return Text(status_word(Status.NOT_MEASURED), palette.DIM)
    return rows.expectation(summary.expected)


def legend(rows: Rows) -> Iterator[Text]:
    """Explain the signs that no word stands beside."""
    glyphs = rows.layout.glyphs
    signs = [
        f"{glyphs.mark} expected by now",
        f"now {glyphs.arrow} target",
        "6/10 confident",
        "9d! check-in overdue",
    ]
    items = (Text(sign, palette.DIM) for sign in signs)
    yield from flow(items, rows.layout.width, f" {glyphs.dot} ", glyphs.ellipsis)


def _counts(by_status: Mapping[Status, int]) -> Iterator[tuple[Status, int]]:
    """Yield what occurs, the worst first."""
    for status in Status:
        if by_status.get(status):
            yield status, by_status[status]

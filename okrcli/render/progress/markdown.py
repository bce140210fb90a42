"""A progress report in GitHub flavoured Markdown: to paste where people talk."""

from collections.abc import Iterator, Mapping, Sequence

from okrcli.analysis.progress.report import (
    KeyResultReport,
    ObjectiveReport,
    Report,
    Section,
    Status,
)
from okrcli.render.glyphs import glyphs
from okrcli.render.markdown.head import incomplete_markdown, opening_markdown
from okrcli.render.markdown.table import markdown_table
from okrcli.render.markdown.text import markdown_text
from okrcli.render.numbers import number, out_of_ten, percent
from okrcli.render.terminal.bars import bar
from okrcli.render.words import (
    count,
    goalpost_phrase,
    open_blocker,
    status_with_reason,
    status_word,
    value_phrase,
)

SIGNS = {
    Status.AT_RISK: "🔴",
    Status.BEHIND: "🟡",
    Status.OUTDATED: "🟣",
    Status.ON_TRACK: "🟢",
    Status.ACHIEVED: "✅",
    Status.PARTIAL: "🟠",
    Status.MISSED: "❌",
    Status.CLOSING: "🔵",
    Status.NOT_STARTED: "⚪",
    Status.NOT_MEASURED: "❔",
    Status.DROPPED: "⚫",
}
_COLUMNS = ("Objective / key result", "Progress", "Status", "Now", "Confidence", "Last check-in")
_GLYPHS = glyphs(ascii_only=False)
_BAR = 10
_BAR_GLYPHS = _GLYPHS._replace(filled="▰", half="▱", rest="▱")


def progress_markdown(report: Report) -> str:
    """Write a report as a document: headline, a table for each team, totals."""
    return "\n\n".join(_blocks(report)) + "\n"


def _blocks(report: Report) -> Iterator[str]:
    summary = report.summary
    yield f"# {_root(report)}: {_measured(summary.progress, summary.expected)}"
    yield from incomplete_markdown(report.history)
    yield opening_markdown(report)
    yield from _sections(report)
    yield _totals(report)


def _root(report: Report) -> str:
    if report.root is None:
        return "Progress"
    return markdown_text(report.root.name or report.root.id)


def _sections(report: Report) -> Iterator[str]:
    cycle, several = None, len(report.cycles) > 1
    for section in report.sections:
        if several and section.cycle != cycle:
            yield f"## {markdown_text(section.cycle.name)}"
        cycle = section.cycle
        yield _team(section, "###" if several else "##")
        yield _table(section.objectives)
        remarks = list(_remarks(section.objectives))
        if remarks:
            yield "\n".join(remarks)
    if not report.sections:
        yield "No objectives to show."


def _team(section: Section, level: str) -> str:
    team = section.team
    name = markdown_text(team.team.name or team.team.id)
    return f"{level} {name}: {_measured(team.progress, team.expected)}"


def _table(objectives: Sequence[ObjectiveReport]) -> str:
    return markdown_table(_COLUMNS, [row for report in objectives for row in _rows(report)])


def _rows(report: ObjectiveReport) -> Iterator[Sequence[str]]:
    objective, close = report.objective, report.objective.close
    facts = (objective.owner, objective.ambition)
    owner = ", ".join(markdown_text(fact) for fact in facts if fact)
    closed = "" if close is None else f"closed: {markdown_text(close.decision)}"
    score = "" if close is None or close.score is None else f", score {number(close.score)}"
    yield (
        f"**{markdown_text(objective.title or objective.id)}**" + (f" ({owner})" if owner else ""),
        _meter(report.progress, report.expected),
        f"{SIGNS[report.status]} {status_word(report.status)}",
        closed + score,
        "",
        "",
    )
    yield from (_key_result(key_result) for key_result in report.key_results)


def _key_result(report: KeyResultReport) -> Sequence[str]:
    confidence = report.key_result.confidence
    return (
        f"↳ {_title(report)}",
        _meter(report.progress, report.expected),
        f"{SIGNS[report.status]} {status_with_reason(report)}",
        markdown_text(value_phrase(report, _GLYPHS)),
        "" if confidence is None else out_of_ten(confidence),
        _last(report),
    )


def _title(report: KeyResultReport) -> str:
    return markdown_text(report.key_result.title or report.key_result.id)


def _meter(progress: float | None, expected: float | None) -> str:
    if progress is None:
        return "not measured"
    pieces = "".join(piece.text for piece in bar(progress, None, _BAR, _BAR_GLYPHS))
    by_now = "" if expected is None else f" of {percent(expected)}"
    return f"{pieces} {percent(progress)}{by_now}"


def _remarks(objectives: Sequence[ObjectiveReport]) -> Iterator[str]:
    for report in (report for objective in objectives for report in objective.key_results):
        goalpost, blocker = goalpost_phrase(report), open_blocker(report)
        if goalpost is not None:
            yield f"- **Moved:** {_title(report)}: {markdown_text(goalpost)}"
        if blocker is not None:
            yield f"- **Blocked:** {_title(report)}: {markdown_text(blocker)}"


def _last(report: KeyResultReport) -> str:
    last = report.last_check_in
    if last is None:
        return "none"
    author = "uncommitted" if last.author is None else markdown_text(last.author)
    return f"{author}, {last.date}" + (" (overdue)" if report.stale else "")


def _totals(report: Report) -> str:
    summary = report.summary
    counted = (
        f"{count(summary.objectives, 'objective')}, {count(summary.key_results, 'key result')}"
    )
    lines = [f"**{counted}:** {_counts(summary.by_status)}"]
    if report.filtered:
        shown = sum(1 for _ in report.objectives())
        lines.append(f"Showing {shown} of {count(summary.objectives, 'objective')}.")
    return "\n\n".join(lines)


def _counts(by_status: Mapping[Status, int]) -> str:
    counts = (
        f"{SIGNS[status]} {by_status[status]} {status_word(status)}"
        for status in Status
        if by_status.get(status)
    )
    return " · ".join(counts) or "nothing to count"


def _measured(progress: float | None, expected: float | None) -> str:
    if progress is None:
        return "not measured"
    by_now = "" if expected is None else f" of {percent(expected)} expected"
    return percent(progress) + by_now

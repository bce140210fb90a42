"""Findings as Markdown: the summary of a job, or a comment."""

from okrcli.model.finding import Finding
from okrcli.render.findings.findings import Findings
from okrcli.render.markdown.text import markdown_text

_MOST = 500  # a summary may have 1 MiB, and nobody reads more
_HEAD = ("| where | severity | rule | finding |", "| --- | --- | --- | --- |")


def findings_markdown(view: Findings) -> str:
    """Render a heading, a table with a row for each finding, and the counts."""
    lines = [f"## okr {view.command}", "", markdown_text(view.summary), ""]
    if view.findings:
        lines += [*_HEAD, *(_row(view, finding) for finding in view.findings[:_MOST]), ""]
    if len(view.findings) > _MOST:
        lines += [f"{len(view.findings) - _MOST:,} more are in the log.", ""]
    return "\n".join(lines)


def _row(view: Findings, finding: Finding) -> str:
    place = view.placed(finding.source)
    where = markdown_text(place if finding.span is None else f"{place}:{finding.span.line}")
    said = markdown_text(finding.message)
    if finding.hint:
        said += f"<br>hint: {markdown_text(finding.hint)}"
    return f"| {where} | {finding.severity} | {markdown_text(finding.rule)} | {said} |"

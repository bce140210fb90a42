"""Findings, one a line: for searching, for editors, for long lists."""

from collections.abc import Iterator

from okrcli.model.finding import Finding
from okrcli.render.findings.findings import Findings, in_words, mark
from okrcli.render.terminal.style import Style
from okrcli.render.text import clean


def findings_concise(view: Findings, style: Style) -> str:
    """Render `FILE:LINE:COL: severity[rule] message`, and a line of counts."""
    return "\n".join((*_lines(view, style), *view.remedy, view.summary)) + "\n"


def _lines(view: Findings, style: Style) -> Iterator[str]:
    for finding in view.findings:
        where = clean(view.where(finding.source, finding.span))
        yield f"{style.paint(where, 'strong')}: {_said(finding, style)}"


def _said(finding: Finding, style: Style) -> str:
    label = style.paint(f"{finding.severity}[{finding.rule}]{mark(finding)}", finding.severity)
    return f"{label} {in_words(finding)}"

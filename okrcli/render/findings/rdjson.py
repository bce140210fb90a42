"""Findings in the Reviewdog Diagnostic Format: for review comments on any forge.

Its columns count bytes of UTF-8 from 1, and the end is exclusive.
"""

from collections.abc import Sequence

from okrcli.model.finding import Finding, Severity
from okrcli.model.source import Source, Span
from okrcli.render.findings.findings import Findings, in_words
from okrcli.render.json_text import json_text
from okrcli.render.terminal.excerpt import lines_of
from okrcli.render.text import clean

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.ADVICE: "INFO"}


def findings_rdjson(view: Findings) -> str:
    """Render one result with a diagnostic for each finding; paths are seen from the folder."""
    diagnostics = [_diagnostic(view, finding) for finding in view.findings]
    return json_text({"source": {"name": "okr"}, "diagnostics": diagnostics})


def _diagnostic(view: Findings, finding: Finding) -> dict[str, object]:
    return {
        "message": in_words(finding),
        "location": _location(view, finding.source, finding.span),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }


def _location(view: Findings, source: Source, span: Span | None) -> dict[str, object]:
    path: dict[str, object] = {"path": clean(view.where(source, None))}
    if span is None:
        return path
    lines = lines_of(view.texts.get(source.path, ""))
    start = _position(lines, span.line, span.column)
    end = _position(lines, span.end_line, span.end_column)
    return {**path, "range": {"start": start, "end": end}}


def _position(lines: Sequence[str], line: int, column: int) -> dict[str, int]:
    before = lines[line - 1][: column - 1] if line <= len(lines) else " " * (column - 1)
    missing = column - 1 - len(before)
    return {"line": line, "column": len(before.encode("utf-8", "replace")) + missing + 1}

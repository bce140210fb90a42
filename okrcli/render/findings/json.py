"""Findings as JSON, version 1."""

from collections.abc import Mapping

from okrcli.model.finding import Finding
from okrcli.model.source import Span
from okrcli.render.findings.findings import Findings
from okrcli.render.json_text import json_text

_NOWHERE = {"line": None, "column": None, "end_line": None, "end_column": None}


def findings_json(view: Findings) -> str:
    """Render `{"version": 1, "findings": [...], "checked": {...}}`; paths are the workspace's."""
    document = {
        "version": 1,
        **view.facts,
        "findings": [_finding(view, finding) for finding in view.findings],
        "checked": view.checked._asdict(),
    }
    return json_text(document)


def _finding(view: Findings, finding: Finding) -> Mapping[str, object]:
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "message": finding.message,
        "hint": finding.hint,
        "path": finding.source.path,
        **_span(finding.span),
        "ref": finding.ref,
        "commit": finding.commit,
        "fixable": finding.fix is not None,
        "related": [
            {"path": source.path, **_span(view.places.get(source))} for source in finding.related
        ],
    }


def _span(span: Span | None) -> Mapping[str, int | None]:
    return _NOWHERE if span is None else span._asdict()

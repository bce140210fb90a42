"""Findings as a code quality report of GitLab: a list, shown in the merge request."""

from okrcli.analysis.identity import fingerprints
from okrcli.model.finding import Finding, Severity
from okrcli.render.findings.findings import Findings, in_words
from okrcli.render.json_text import json_text
from okrcli.render.text import clean

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.ADVICE: "info"}


def findings_gitlab(view: Findings) -> str:
    """Render a list with an entry for each finding; paths are the repository's."""
    named = zip(view.findings, fingerprints(view.findings), strict=True)
    return json_text([_entry(view, *each) for each in named])


def _entry(view: Findings, finding: Finding, fingerprint: str) -> dict[str, object]:
    span = finding.span
    lines = {"begin": 1} if span is None else {"begin": span.line, "end": span.end_line}
    return {
        "description": in_words(finding),
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": clean(view.placed(finding.source)), "lines": lines},
    }

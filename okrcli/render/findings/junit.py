"""Findings as JUnit XML: one suite, a test case for each file.

A test case has at most one failure, since most readers show only the first.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from okrcli.model.finding import Finding, Severity
from okrcli.model.source import Source
from okrcli.render.findings.findings import Findings, counted, in_words
from okrcli.render.text import clean

_NO_XML = re.compile("[\ufffe\uffff]")
_HEADER = '<?xml version="1.0" encoding="UTF-8"?>'


def findings_junit(view: Findings, fail_on: Severity = Severity.ERROR) -> str:
    """Render the files that were checked; one fails where a finding of a severity is in it."""
    found: dict[str, list[Finding]] = {path: [] for path in view.files}
    for finding in view.findings:
        found.setdefault(finding.source.path, []).append(finding)
    failed = sum(any(_fails(each, fail_on) for each in findings) for findings in found.values())
    counts = f'tests="{len(found)}" failures="{failed}" errors="0"'
    lines = [_HEADER, f'<testsuites name="okr" {counts}>']
    lines += [f'  <testsuite name="okr {view.command}" {counts} skipped="0" time="0">']
    for path, findings in found.items():
        lines += _case(view, path, findings, fail_on)
    return "\n".join((*lines, "  </testsuite>", "</testsuites>", ""))


def _case(
    view: Findings, path: str, findings: Sequence[Finding], fail_on: Severity
) -> Iterator[str]:
    name = _attribute(view.placed(Source(path)))
    opening = f'    <testcase name={name} classname="okr.{view.command}" file={name} time="0"'
    if not findings:
        yield f"{opening}/>"
        return
    yield f"{opening}>"
    failing = [finding for finding in findings if _fails(finding, fail_on)]
    if failing:
        gravest = min((finding.severity for finding in failing), key=lambda each: each.weight)
        message = _attribute(counted(len(failing), "finding", "findings"))
        lines = _listed(view, failing)
        yield f'      <failure message={message} type="{gravest}">{lines}</failure>'
    others = [finding for finding in findings if finding not in failing]
    if others:
        yield f"      <system-out>{_listed(view, others)}</system-out>"
    yield "    </testcase>"


def _listed(view: Findings, findings: Iterable[Finding]) -> str:
    return "\n".join(_text(_line(view, finding)) for finding in findings)


def _line(view: Findings, finding: Finding) -> str:
    place, span = view.placed(finding.source), finding.span
    where = place if span is None else f"{place}:{span.line}:{span.column}"
    return f"{clean(where)}: {finding.severity}[{clean(finding.rule)}] {in_words(finding)}"


def _fails(finding: Finding, fail_on: Severity) -> bool:
    return finding.severity.weight <= fail_on.weight


def _text(text: str) -> str:
    return escape(_NO_XML.sub("\ufffd", text))


def _attribute(text: str) -> str:
    return quoteattr(_NO_XML.sub("\ufffd", clean(text)))

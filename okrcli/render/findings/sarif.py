"""Findings as SARIF 2.1.0: for code scanning and for whatever reads reports of analysers."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote

from okrcli.analysis.identity import fingerprints
from okrcli.model.finding import Finding, Severity
from okrcli.model.source import Source, Span
from okrcli.render.findings.findings import Findings, in_words
from okrcli.render.json_text import json_text

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "%SRCROOT%"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_PROBLEMS = {Severity.ADVICE: "recommendation"}
_FENCE = re.compile(r"^```\w*\n|^```$", re.MULTILINE)

Json = dict[str, object]


class RuleHelp(NamedTuple):
    """What a report tells of a rule; `parts` are headings and Markdown below them."""

    name: str
    family: str
    severity: Severity
    summary: str
    parts: Mapping[str, str] = {}
    practices: Sequence[int] = ()


def findings_sarif(view: Findings, rules: Sequence[RuleHelp], version: str) -> str:
    """Render one run; paths are the repository's, columns count characters."""
    numbers = {rule.name: number for number, rule in enumerate(rules)}
    named = zip(view.findings, fingerprints(view.findings), strict=True)
    run = {
        "tool": {"driver": {"name": "okr", "version": version, "rules": [*map(_rule, rules)]}},
        "automationDetails": {"id": f"okr-{view.command}/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
        "results": [_result(view, numbers, *each) for each in named],
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: RuleHelp) -> Json:
    markdown = "\n\n".join(f"## {heading}\n\n{text}" for heading, text in rule.parts.items())
    practices = [f"practice-{number}" for number in rule.practices]
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.summary},
        "help": {
            "text": _FENCE.sub("", markdown).replace("## ", "") or rule.summary,
            "markdown": markdown or rule.summary,
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "tags": [rule.family, *practices],
            "problem.severity": _PROBLEMS.get(rule.severity, rule.severity),
        },
    }


def _result(view: Findings, numbers: Mapping[str, int], finding: Finding, named: str) -> Json:
    related = [
        _location(view, source, view.places.get(source), number)
        for number, source in enumerate(finding.related)
    ]
    number = numbers.get(finding.rule)
    return {
        "ruleId": finding.rule,
        **({} if number is None else {"ruleIndex": number}),
        "level": _LEVELS[finding.severity],
        "message": {"text": _plain(in_words(finding))},
        "locations": [_location(view, finding.source, finding.span)],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {"okrFinding/v1": named},
    }


def _location(view: Findings, source: Source, span: Span | None, number: int | None = None) -> Json:
    uri = quote(view.placed(source), errors="surrogatepass")
    physical: Json = {"artifactLocation": {"uri": uri, "uriBaseId": _ROOT}}
    if span is not None:
        line, column, end_line, end_column = span
        physical["region"] = {
            "startLine": line,
            "startColumn": column,
            "endLine": end_line,
            "endColumn": end_column,
        }
    return {**({} if number is None else {"id": number}), "physicalLocation": physical}


def _plain(text: str) -> str:
    r"""Keep `[words](target)` from being a link."""
    if "](" not in text:
        return text
    return re.sub(r"[\\\[\]]", r"\\\g<0>", text)

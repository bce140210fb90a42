"""Findings as workflow commands of GitHub Actions: annotations on the lines of a pull request."""

from okrcli.model.finding import Finding, Severity
from okrcli.render.findings.findings import Findings
from okrcli.render.text import clean

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def findings_github(view: Findings) -> str:
    """Render a command for each finding, and a line of counts; paths are the repository's."""
    lines = (_command(view, finding) for finding in view.findings)
    return "\n".join((*lines, view.summary)) + "\n"


def _command(view: Findings, finding: Finding) -> str:
    properties = {"file": clean(view.placed(finding.source)), **_place(finding)}
    properties["title"] = f"okr: {clean(finding.rule)}"
    listed = ",".join(f"{name}={_property(text)}" for name, text in properties.items())
    hint = f"\nhint: {clean(finding.hint)}" if finding.hint else ""
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(clean(finding.message) + hint)}"


def _place(finding: Finding) -> dict[str, str]:
    if finding.span is None:
        return {"line": "1"}
    line, column, end_line, end_column = map(str, finding.span)
    return {"line": line, "endLine": end_line, "col": column, "endColumn": end_column}


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

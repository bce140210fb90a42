"""Where findings go: a format, to standard output or to a file."""

# ruff: noqa: PLC0415 - only the renderer that is asked for is imported

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.finding_options import FindingsFormat as Format
from okrcli.cli.session import Session
from okrcli.errors import UsageError
from okrcli.model.finding import Severity

if TYPE_CHECKING:
    from okrcli.render.findings.findings import Findings
    from okrcli.render.findings.sarif import RuleHelp
    from okrcli.render.terminal.style import Style

_IN_ACTIONS = "GITHUB_ACTIONS"
_SUMMARY = "GITHUB_STEP_SUMMARY"


class Wanted(NamedTuple):
    """How findings are to be shown; without a format, as the environment suggests."""

    output_format: Format | None = None
    file: Path | None = None
    fail_on: Severity = Severity.ERROR
    statistics: bool = False


def show(session: Session, view: "Findings", wanted: Wanted) -> None:
    """Write findings to standard output; to a file, with the counts on standard error."""
    output_format = _format(session, wanted)
    if wanted.file is None:
        text = _text(view, output_format, session.style(), wanted)
        session.emit(text, commands=output_format is Format.GITHUB)
    else:
        from okrcli.render.terminal.style import Style
        from okrcli.store.replace import replace_file

        text = _text(view, output_format, Style(), wanted)
        replace_file(session.folder / wanted.file, text)
        session.tell(view.summary)
    if output_format is Format.GITHUB and not wanted.statistics:
        _summarize(session, view)


def _format(session: Session, wanted: Wanted) -> Format:
    if wanted.output_format is not None:
        return wanted.output_format
    in_actions = session.environ.get(_IN_ACTIONS) == "true"
    alone = wanted.file is None and not wanted.statistics
    return Format.GITHUB if in_actions and alone else Format.FULL


def _text(view: "Findings", output_format: Format, style: "Style", wanted: Wanted) -> str:
    if wanted.statistics:
        return _statistics(view, output_format, style)
    match output_format:
        case Format.FULL:
            from okrcli.render.findings.full import findings_full as full

            return full(view, style)
        case Format.CONCISE:
            from okrcli.render.findings.concise import findings_concise as concise

            return concise(view, style)
        case Format.JUNIT:
            from okrcli.render.findings.junit import findings_junit as junit

            return junit(view, wanted.fail_on)
    return _report(view, output_format)


def _report(view: "Findings", output_format: Format) -> str:
    match output_format:
        case Format.SARIF:
            from okrcli import __version__
            from okrcli.render.findings.sarif import findings_sarif

            return findings_sarif(view, _rules(view), __version__)
        case Format.GITHUB:
            from okrcli.render.findings.github import findings_github

            return findings_github(view)
        case Format.GITLAB:
            from okrcli.render.findings.gitlab import findings_gitlab

            return findings_gitlab(view)
        case Format.RDJSON:
            from okrcli.render.findings.rdjson import findings_rdjson

            return findings_rdjson(view)
    from okrcli.render.findings.json import findings_json

    return findings_json(view)


def _statistics(view: "Findings", output_format: Format, style: "Style") -> str:
    from okrcli.render.findings.statistics import statistics, statistics_json

    match output_format:
        case Format.FULL | Format.CONCISE:
            return statistics(view, style)
        case Format.JSON:
            return statistics_json(view)
    raise UsageError(
        f"--statistics has no format {output_format}", "use full, concise or json, or leave one out"
    )


def _rules(view: "Findings") -> "list[RuleHelp]":
    """Give the documentation of the rules that found something."""
    from okrcli.render.findings.sarif import RuleHelp
    from okrcli.rules.audit_rules import EVERY_RULE
    from okrcli.rules.documentation import HEADINGS, documentation

    found = {finding.rule for finding in view.findings}
    helps = []
    for rule in EVERY_RULE:
        if rule.name in found:
            summary, *parts = documentation(rule)
            text = dict(zip(HEADINGS, parts, strict=True))
            about = (rule.name, rule.family, rule.severity, summary)
            helps.append(RuleHelp(*about, text, rule.practices))
    return helps


def _summarize(session: Session, view: "Findings") -> None:
    """Add to the summary of the job, where GitHub Actions keeps one."""
    name = session.environ.get(_SUMMARY)
    if not name:
        return
    from okrcli.render.findings.markdown import findings_markdown

    try:
        with (session.folder / name).open("a", encoding="utf-8", newline="\n") as file:
            file.write(findings_markdown(view))
    except (OSError, ValueError) as error:
        session.warn(f"the job summary {name} cannot be written: {error}")

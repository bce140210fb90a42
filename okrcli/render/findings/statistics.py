"""How many findings there are of each rule."""

from collections import Counter
from collections.abc import Sequence

from okrcli.model.finding import Severity
from okrcli.render.findings.findings import Findings
from okrcli.render.json_text import json_text
from okrcli.render.terminal.style import Style


def statistics(view: Findings, style: Style) -> str:
    """Render a line for each rule that found something, most findings first, and the counts."""
    counts = _counts(view)
    digits = max((len(f"{count:,}") for *_, count in counts), default=0)
    lines = [
        f"{count:>{digits},}  {style.paint(f'{severity}[{rule}]', severity)}"
        for severity, rule, count in counts
    ]
    return "\n".join((*lines, view.summary)) + "\n"


def statistics_json(view: Findings) -> str:
    """Render `{"version": 1, "statistics": [{"rule", "severity", "count"}], "checked": {...}}`."""
    counts = [
        {"rule": rule, "severity": str(severity), "count": count}
        for severity, rule, count in _counts(view)
    ]
    return json_text({"version": 1, "statistics": counts, "checked": view.checked._asdict()})


def _counts(view: Findings) -> Sequence[tuple[Severity, str, int]]:
    """Count by severity and rule; the most frequent first, then the gravest."""
    counted = Counter((finding.severity, finding.rule) for finding in view.findings)
    listed = [(severity, rule, count) for (severity, rule), count in counted.items()]
    return sorted(listed, key=lambda each: (-each[2], each[0].weight, each[1]))

"""Findings made by hand, for all formats: ordinary ones, and ones that mean harm."""

from okrcli.model.finding import Finding, Severity
from okrcli.model.source import Source, Span
from okrcli.render.findings.findings import Checked, Findings

GROWTH, COMPANY = "okrs/2026-Q4/growth.yaml", "okrs/2026/company.yaml"
TEXT = """\
team: growth
cycle: 2026-Q4
objectives:
  - {id: größe, title: Shops 𐐀 love us, owner: anna}
"""
TARGET = Source(GROWTH, ("objectives", 0, "key_results", 1, "target"))
OWNER = Source(GROWTH, ("objectives", 0, "owner"))
OTHER = Source(COMPANY, ("objectives", 2))
EVIL = (
    "\x1b]0;x\x07\u202e\n::error::a|b`c`<script>&\"'@x [click](http://evil.example) %0A ]]>\ufffe"
)


def ordinary() -> Findings:
    """Give a finding of each severity, one without a line and one with related places."""
    ref = "2026-Q4:growth/first-minute"
    found = [
        Finding("unreadable-file", Source("okrs/a b#.yaml"), "this is a link", "exclude it"),
        Finding(
            "unknown-person",
            OWNER,
            "no person is called 'anna'",
            "did you mean 'ana'?",
            ref=ref,
            span=Span(4, 48, 4, 52),
        ),
        Finding(
            "near-duplicate",
            Source(GROWTH, ("objectives", 0)),
            "two objectives say the same",
            severity=Severity.WARNING,
            ref=ref,
            span=Span(4, 5, 4, 7),
            related=[OTHER, Source(COMPANY)],
        ),
        Finding(
            "missing-unit",
            TARGET,
            "the numbers of 'day7' have no unit",
            'for example `unit: "%"`',
            Severity.ADVICE,
            f"{ref}/day7",
            span=Span(4, 48, 4, 52),
        ),
    ]
    return Findings(
        found,
        Checked(2, 5, 4),
        {GROWTH: TEXT},
        {OTHER: Span(7, 3, 7, 5)},
        {GROWTH: f"../{GROWTH}"},
        "goals/",
        ["okrs/a b#.yaml", GROWTH, COMPANY, "okrs/organization.yaml"],
    )


def hostile() -> Findings:
    """Give findings whose every text means harm."""
    source = Source(f"okrs/{EVIL}.yaml", (EVIL, 3))
    found = [
        Finding(EVIL, source, EVIL, EVIL, severity, EVIL, span=span, related=[source])
        for severity in Severity
        for span in (None, Span(1, 1, 1, 2), Span(900, 7, 901, 8))
    ]
    return Findings(found, Checked(1, 1, 1), {source.path: EVIL}, files=[source.path])

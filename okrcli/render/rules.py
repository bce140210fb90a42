"""The rules in a terminal: all of them, one a line; or one, with everything that is to say."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from okrcli.model.finding import Severity
from okrcli.render.json_text import json_text
from okrcli.render.terminal.style import Style
from okrcli.render.text import ELLIPSIS, clean, width, wrapped

_WIDEST = 100
_INDENT = "  "
_STAYS = "\xa0"


class RuleText(NamedTuple):
    """What there is to say about a rule: `finds` in a few words, the rest in paragraphs."""

    name: str
    family: str
    severity: Severity
    practices: Sequence[int]
    finds: str
    what: str
    why: str
    problem: str
    remedy: str
    off_by_default: bool = False


class Family(NamedTuple):
    """The rules of a family, and what they are for."""

    name: str
    purpose: str
    rules: Sequence[RuleText]


def rules_table(families: Sequence[Family], practices: Mapping[int, str], style: Style) -> str:
    """List the rules by family: name, severity, the numbers of their practices, what they find."""
    rules = [rule for family in families for rule in family.rules]
    widths = [
        max(width(row[column]) for row in map(_cells, rules)) for column in range(len(Severity))
    ]
    blocks = [
        "\n".join((style.paint(f"{family.name}: {family.purpose.rstrip('.')}", "strong"), *rows))
        for family in families
        for rows in [[_line(rule, widths, style) for rule in family.rules]]
    ]
    return "\n\n".join((*blocks, *_legend(rules, practices, style))) + "\n"


def rule_page(rule: RuleText, practices: Mapping[int, str], style: Style) -> str:
    """Write all that is to say about a rule."""
    return "\n".join(_page(rule, practices, style._replace(columns=min(style.columns, _WIDEST))))


def rules_json(rules: Sequence[RuleText]) -> str:
    """Write the rules as `{"version": 1, "rules": [...]}`."""
    listed = [{**rule._asdict(), "severity": str(rule.severity)} for rule in rules]
    return json_text({"version": 1, "rules": listed})


def _cells(rule: RuleText) -> tuple[str, str, str]:
    return rule.name, _weight(rule), ",".join(map(str, rule.practices))


def _weight(rule: RuleText) -> str:
    return "off" if rule.off_by_default else str(rule.severity)


def _line(rule: RuleText, widths: Sequence[int], style: Style) -> str:
    name, severity, practices = (
        cell.ljust(room) for cell, room in zip(_cells(rule), widths, strict=True)
    )
    room = style.columns - width(_INDENT) - sum(widths) - len(widths)
    finds = clean(rule.finds)
    if width(finds) > room:
        finds = finds[: max(room - 1, 0)].rstrip() + ELLIPSIS
    severity = style.paint(severity, rule.severity)
    return f"{_INDENT}{name} {severity} {style.paint(practices, 'faint')} {finds}"


def _legend(rules: Sequence[RuleText], practices: Mapping[int, str], style: Style) -> Iterator[str]:
    """Explain the numbers that occur, and say how to read on."""
    known = sorted({number for rule in rules for number in rule.practices})
    items = (f"{number} {practices[number]}".replace(" ", _STAYS) for number in known)
    head = "The numbers are practices:"
    lines = wrapped(head, "; ".join(items), style.columns, _INDENT)
    yield "\n".join(lines).replace(_STAYS, " ")
    yield "`okr rules NAME` tells more about one of them."


def _page(rule: RuleText, practices: Mapping[int, str], style: Style) -> Iterator[str]:
    severity = style.paint(_weight(rule), rule.severity)
    yield f"{style.paint(rule.name, 'strong')}: {severity}, of the family {rule.family}"
    yield from _paragraph(f"{rule.finds[:1].upper()}{rule.finds[1:]}.", style)
    for title, text in (("What it checks", rule.what), ("Why it matters", rule.why)):
        yield from ("", style.paint(title, "strong"), *_paragraph(text, style))
    yield from ("", style.paint("Problem", "strong"))
    yield from (f"{_INDENT * 2}{clean(line)}".rstrip() for line in rule.problem.splitlines())
    yield from ("", style.paint("Remedy", "strong"), *_paragraph(rule.remedy, style), "")
    yield from _practices(rule, practices, style)
    yield from _paragraph(f"{_switch(rule)} under [lint] in okr.toml", style)
    yield ""


def _switch(rule: RuleText) -> str:
    if rule.off_by_default:
        return f'On: severity = {{ {rule.name} = "{rule.severity}" }}'
    return f'Off: ignore = ["{rule.name}"]'


def _practices(rule: RuleText, practices: Mapping[int, str], style: Style) -> Iterator[str]:
    if rule.practices:
        named = ", ".join(f"{number} ({practices[number]})" for number in rule.practices)
        yield from _paragraph(f"Practice: {named}", style)


def _paragraph(text: str, style: Style) -> Iterator[str]:
    """Break a text anew."""
    words = re.sub(r"\s+", " ", clean(text.replace("\n", " ")))
    first, *rest = words.split(" ")
    yield from wrapped(f"{_INDENT}{first}", " ".join(rest), style.columns, _INDENT)

"""The rules in Markdown: one text for docs/rules.md and for `okr rules --format markdown`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from okrcli.rules.base import Rule
from okrcli.rules.documentation import PRACTICES, documentation, purpose

Rules = Iterable[Rule[Any]]

_HEAD = """\
# The rules

<!-- Written by `pytest tests/docs --update-golden` from what the rules say of themselves. -->

What `okr lint` and `okr audit` look for, why, and what to do about it. `okr rules NAME` shows the
same in the terminal.

An **error** makes the command exit with 1, a **warning** does with `--fail-on warning`, and
**advice** is shown and never fails unless `--fail-on advice` asks for it. In a draft, all but the
rules of form give advice. Settings can change a rule's severity, switch it off, or except files
from it: [okr.toml](format.md#settings-okrtoml). A rule that is **off** runs where `--select`, or
`select` or `severity` in the settings, has its name."""


def rules_page(rules: Rules) -> str:
    """Write the page of all rules: what there is, and each rule by family."""
    return "\n\n".join(_blocks(by_family(rules))) + "\n"


def by_family(rules: Rules) -> Mapping[str, Sequence[Rule[Any]]]:
    """Put the rules of a family together; families stand as they come first."""
    families: dict[str, list[Rule[Any]]] = {}
    for rule in rules:
        families.setdefault(rule.family, []).append(rule)
    return families


def rule_section(rule: Rule[Any], level: int = 1) -> str:
    """Write all that is to say about one rule, under a heading of a level."""
    parts = documentation(rule)
    return "\n\n".join(
        (
            f"{'#' * level} {rule.name}",
            f"**{_weight(rule)}**{_practices(rule)}",
            f"{_capital(parts.finds)}.",
            f"**What it checks**\n\n{parts.what}",
            f"**Why it matters**\n\n{parts.why}",
            f"**Problem**\n\n{parts.problem}",
            f"**Remedy**\n\n{parts.remedy}",
        )
    )


def _weight(rule: Rule[Any]) -> str:
    """Say how much a rule weighs where nothing else is said."""
    return "off" if rule.off_by_default else rule.severity


def _blocks(families: Mapping[str, Sequence[Rule[Any]]]) -> Iterator[str]:
    yield _HEAD
    yield "The practices that the rules serve:"
    yield "\n".join(f"{number}. {practice}" for number, practice in PRACTICES.items())
    for name, rules in families.items():
        yield f"## {_capital(name)}"
        yield _capital(purpose(rules[0]))
        yield _table(rules)
        yield from (rule_section(rule, 3) for rule in rules)


def _table(rules: Sequence[Rule[Any]]) -> str:
    lines = ["| rule | severity | practice | finds |", "|---|---|---|---|"]
    for rule in rules:
        practices = ", ".join(map(str, rule.practices))
        finds = documentation(rule).finds
        lines.append(f"| [{rule.name}](#{rule.name}) | {_weight(rule)} | {practices} | {finds} |")
    return "\n".join(lines)


def _practices(rule: Rule[Any]) -> str:
    if not rule.practices:
        return ""
    return " · practice " + ", ".join(f"{each} ({PRACTICES[each]})" for each in rule.practices)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

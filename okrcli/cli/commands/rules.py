"""`okr rules`."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

from typer import Argument, Option

from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from okrcli.render.rules import Family, RuleText
    from okrcli.rules.base import Rule


_MOST_NAMED = 3


class RulesFormat(StrEnum):
    """How rules are written."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"


Name = Annotated[
    str | None,
    Argument(
        metavar="[NAME]",
        help="Tell all about this rule, or list this family.",
        show_default=False,
    ),
]
As = Annotated[RulesFormat, Option("--format", help="For the terminal, as JSON, or Markdown.")]


def rules(name: Name = None, output_format: As = RulesFormat.TABLE) -> int:
    """Show what lint and audit look for.

    Of one rule also why it matters, and what to do about it.
    """
    from okrcli.rules.audit_rules import EVERY_RULE

    session = Session.here()
    wanted = EVERY_RULE if name is None else _named(name, EVERY_RULE)
    match output_format:
        case RulesFormat.TABLE:
            session.emit(_shown(session, wanted, alone=wanted[0].name == name))
        case RulesFormat.JSON:
            from okrcli.render.rules import rules_json

            session.emit(rules_json([_text(rule) for rule in wanted]))
        case RulesFormat.MARKDOWN:
            from okrcli.rules.page import rule_section, rules_page

            sections = (rule_section(rule) for rule in wanted)
            session.emit(rules_page(EVERY_RULE) if name is None else "\n\n".join(sections) + "\n")
    return 0


def _named(name: str, known: "Sequence[Rule[Any]]") -> "Sequence[Rule[Any]]":
    from okrcli.analysis.spelling import near, question

    found = [rule for rule in known if name in {rule.name, rule.family}]
    if found:
        return found
    names = [rule.name for rule in known]
    meant = [each for each in names if name in each] or near(name, names)
    hint = question(meant[:_MOST_NAMED]) if name else None
    raise UsageError(f"no rule is called '{name}'", hint or "`okr rules` lists them")


def _shown(session: Session, wanted: "Sequence[Rule[Any]]", *, alone: bool) -> str:
    from okrcli.render.rules import rule_page, rules_table
    from okrcli.rules.documentation import PRACTICES

    if alone:
        return rule_page(_text(wanted[0]), PRACTICES, session.style())
    return rules_table(_families(wanted), PRACTICES, session.style())


def _families(wanted: "Sequence[Rule[Any]]") -> "list[Family]":
    from okrcli.render.rules import Family
    from okrcli.rules.documentation import purpose
    from okrcli.rules.page import by_family

    return [
        Family(name, purpose(found[0]), [_text(rule) for rule in found])
        for name, found in by_family(wanted).items()
    ]


def _text(rule: "Rule[Any]") -> "RuleText":
    from okrcli.render.rules import RuleText
    from okrcli.rules.documentation import documentation

    said = documentation(rule)
    return RuleText(
        name=rule.name,
        family=rule.family,
        severity=rule.severity,
        practices=rule.practices,
        finds=said.finds,
        what=said.what,
        why=said.why,
        problem=said.example,
        remedy=said.remedy,
        off_by_default=rule.off_by_default,
    )

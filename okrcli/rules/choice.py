"""Which rules count, where, and how much: what settings and options choose.

A rule is named by its name or by its family. What is ignored is ignored, whatever else names it.
What is off by default is asked for by its name: its family would bring it to who meant the others.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from okrcli.analysis.spelling import did_you_mean
from okrcli.errors import SettingsError, UsageError
from okrcli.model.finding import Severity
from okrcli.model.settings import LintSettings, Settings
from okrcli.rules import RULES
from okrcli.rules.base import Rule

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_OFF = "off"
# A file that cannot be read was not checked: no selection of other rules may hide that.
_UNREAD = frozenset(("invalid-yaml", "duplicate-key", "unreadable-file", "unknown-document"))


def severity_of(rule: Rule[Any], settings: LintSettings) -> Severity | None:
    """Tell how much a rule weighs; None where it does not count."""
    names = {rule.name, rule.family}
    if not names.isdisjoint(settings.ignore):
        return None
    if settings.select and rule.name not in _UNREAD and names.isdisjoint(settings.select):
        return None
    if rule.off_by_default and rule.name not in {*settings.select, *settings.severity}:
        return None
    by_family = settings.severity.get(rule.family, rule.severity)
    severity = settings.severity.get(rule.name, by_family)
    return None if severity == _OFF else Severity(severity)


def running(settings: LintSettings) -> frozenset[str]:
    """Give the names of the rules that count."""
    return frozenset(rule.name for rule in RULES if severity_of(rule, settings) is not None)


def chosen(settings: Settings, select: Sequence[str], ignore: Sequence[str]) -> Settings:
    """Choose rules for one run: some in place of those selected, others ignored as well."""
    names = known_names()
    for option, listed in (("--select", select), ("--ignore", ignore)):
        for name in listed:
            if name not in names:
                hint = did_you_mean(name, names) or "`okr rules` lists them"
                raise UsageError(f"{option}: no rule is called '{name}'", hint)
    lint = settings.lint
    lint = lint._replace(select=tuple(select) or lint.select, ignore=(*lint.ignore, *ignore))
    return settings._replace(lint=lint)


def known_names(rules: Iterable[Rule[Any]] = RULES) -> list[str]:
    """Give the names of rules and of their families."""
    listed = list(rules)
    return [rule.name for rule in listed] + sorted({rule.family for rule in listed})


def check_names(settings: Settings, known: Iterable[str] = ()) -> None:
    """Refuse settings that name a rule which does not exist; `known` are names beside ours."""
    names = known_names() + list(known)
    unknown = [(where, name) for where, name in _named(settings.lint) if name not in names]
    if unknown:
        from okrcli.rules.audit_rules import AUDIT_RULES  # noqa: PLC0415 - lint seldom needs them

        names += known_names(AUDIT_RULES)
    for where, name in unknown:
        if name not in names:
            raise SettingsError(
                f"okr.toml, {where}: no rule is called '{name}'", did_you_mean(name, names)
            )


def _named(settings: LintSettings) -> Iterator[tuple[str, str]]:
    yield from (("[lint] select", name) for name in settings.select)
    yield from (("[lint] ignore", name) for name in settings.ignore)
    yield from (("[lint] severity", name) for name in settings.severity)
    for pattern, names in settings.per_path.items():
        yield from ((f"[lint.per_path] {pattern!r}", name) for name in names)


def ignored_paths(per_path: Mapping[str, Sequence[str]]) -> Callable[[str], frozenset[str]]:
    """Give what tells the rules and families that are ignored in a file."""
    if not per_path:
        return lambda _: frozenset()

    @cache
    def specs() -> "Sequence[tuple[GitIgnoreSpec, Sequence[str]]]":
        from pathspec import GitIgnoreSpec as Spec  # noqa: PLC0415 - costs more than most rules

        try:
            return [(Spec.from_lines([pattern]), names) for pattern, names in per_path.items()]
        except ValueError as error:
            raise SettingsError(f"okr.toml, [lint.per_path]: {error}") from None

    @cache
    def ignored(path: str) -> frozenset[str]:
        lists = (names for spec, names in specs() if spec.match_file(path))
        return frozenset(name for names in lists for name in names)

    return ignored

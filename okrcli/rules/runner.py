"""Running rules: which of them count, where, and how much."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from okrcli.analysis.spelling import did_you_mean
from okrcli.errors import SettingsError
from okrcli.model.finding import Finding, Severity
from okrcli.model.objective import Objective
from okrcli.model.settings import LintSettings, Settings
from okrcli.model.source import Source, Step
from okrcli.model.workspace import Workspace
from okrcli.rules import RULES
from okrcli.rules.base import LintInput, Rule, Subject

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

OFF = "off"
S = TypeVar("S", bound=Subject)


def run(lint_input: LintInput, settings: Settings) -> list[Finding]:
    """Find everything that the lint rules flag, in the order of path and place."""
    unclaimed = {problem.rule for problem in lint_input.problems} - {rule.name for rule in RULES}
    if unclaimed:
        raise LookupError(f"the reader reports under names that no rule has: {sorted(unclaimed)}")
    return run_rules(RULES, lint_input, settings.lint)


def run_rules(rules: Iterable[Rule[S]], subject: S, settings: LintSettings) -> list[Finding]:
    """Find everything that some rules flag; what the settings switch off is not even looked for."""
    ignored = _ignored_paths(settings.per_path)
    places = _Places(subject.workspace)
    found: list[Finding] = []
    for rule in rules:
        severity = settings.severity.get(rule.name, rule.severity)
        if rule.name in settings.ignore or severity == OFF:
            continue
        found.extend(
            places.placed(finding, rule.family, Severity(severity))
            for finding in rule.check(subject)
            if rule.name not in ignored(finding.source.path)
        )
    return in_order(found)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings by path and place: the one in the text where it is known."""
    return sorted(findings, key=_order)


def check_names(settings: Settings, known: Iterable[str] = ()) -> None:
    """Refuse settings that name a rule which does not exist; `known` are names beside lint's."""
    names = [rule.name for rule in RULES] + list(known)
    for where, name in _named(settings.lint):
        if name not in names:
            raise SettingsError(
                f"okr.toml, {where}: no rule is called '{name}'", did_you_mean(name, names)
            )


def _named(settings: LintSettings) -> Iterator[tuple[str, str]]:
    yield from (("[lint] ignore", name) for name in settings.ignore)
    yield from (("[lint] severity", name) for name in settings.severity)
    for pattern, names in settings.per_path.items():
        yield from ((f"[lint.per_path] {pattern!r}", name) for name in names)


def _ignored_paths(per_path: Mapping[str, Sequence[str]]) -> Callable[[str], frozenset[str]]:
    """Give what tells the rules that are ignored in a file."""
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


class _Places:
    """Knows which objective or key result stands at a place."""

    def __init__(self, workspace: Workspace) -> None:
        self._files = {document.source.path: document.content for document in workspace.documents}

    def placed(self, finding: Finding, family: str, severity: Severity) -> Finding:
        """Complete a finding with its severity there and with what it is about."""
        file = self._files.get(finding.source.path)
        objective = self._objective(finding.source)
        draft = objective.draft if objective else file is not None and file.draft
        if draft and family != "form":
            severity = Severity.ADVICE
        ref = finding.ref or (_ref(objective, finding.source) if objective else None)
        return finding._replace(severity=severity, ref=ref)

    def _objective(self, source: Source) -> Objective | None:
        file = self._files.get(source.path)
        match source.keys:
            case ("objectives", int(index), *_) if file and index < len(file.objectives):
                return file.objectives[index]
        return None


def _ref(objective: Objective, source: Source) -> str | None:
    """Write the reference of what stands at a place, with its cycle; None where it has no id."""
    key = objective.key
    match source.keys:
        case (_, _, "key_results", int(index), *_) if index < len(objective.key_results):
            key = key._replace(key_result=objective.key_results[index].id or None)
    return f"{key.cycle}:{key.ref}" if key.objective else None


def _order(finding: Finding) -> tuple[object, ...]:
    keys = tuple(map(_step, finding.source.keys))
    span = finding.span or ()
    return finding.source.path, span, keys, finding.rule, finding.message


def _step(step: Step) -> tuple[int, str]:
    return (step, "") if isinstance(step, int) else (-1, step)

"""Running rules: which of them count, where, and how much."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from okrcli.model.finding import Finding, Severity
from okrcli.model.ignore import Ignoring
from okrcli.model.objective import Objective
from okrcli.model.settings import LintSettings, Settings
from okrcli.model.source import Source, Step
from okrcli.model.workspace import Workspace
from okrcli.rules import RULES
from okrcli.rules.base import LintInput, LintRule, Rule, Subject
from okrcli.rules.choice import ignored_paths, severity_of
from okrcli.rules.ignoring import IgnoreRule, sift

S = TypeVar("S", bound=Subject)


def run(lint_input: LintInput, settings: Settings, known: Sequence[str] = ()) -> list[Finding]:
    """Find everything that the lint rules flag, in the order of path and place.

    What comments ask to ignore is left out. `known` are the names of rules beside lint's.
    """
    unclaimed = {problem.rule for problem in lint_input.problems} - {rule.name for rule in RULES}
    if unclaimed:
        raise LookupError(f"the reader reports under names that no rule has: {sorted(unclaimed)}")
    found = run_rules(_rules(of_ignores=False), lint_input, settings.lint)
    comments = lint_input.ignoring.comments
    if not comments:
        return found
    kept, used = sift(lint_input.located(found), comments)
    off = {rule.name for rule in RULES if severity_of(rule, settings.lint) is None}
    names = [*(rule.name for rule in RULES), *known]
    outcome = Ignoring(comments, used, frozenset((*off, *known)), names)
    after = LintInput(lint_input.workspace, ignoring=outcome)
    return in_order((*kept, *run_rules(_rules(of_ignores=True), after, settings.lint)))


def run_rules(rules: Iterable[Rule[S]], subject: S, settings: LintSettings) -> list[Finding]:
    """Find everything that some rules flag; what the settings switch off is not even looked for."""
    ignored = ignored_paths(settings.per_path)
    places = _Places(subject.workspace)
    found: list[Finding] = []
    for rule in rules:
        severity = severity_of(rule, settings)
        if severity is None:
            continue
        names = {rule.name, rule.family}
        found.extend(
            places.placed(finding, rule.family, severity)
            for finding in rule.check(subject)
            if names.isdisjoint(ignored(finding.source.path))
        )
    return in_order(found)


def _rules(*, of_ignores: bool) -> Sequence[LintRule]:
    return [rule for rule in RULES if isinstance(rule, IgnoreRule) is of_ignores]


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings by path and place: the one in the text where it is known."""
    return sorted(findings, key=_order)


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

"""The rule `missing-field`."""

from collections.abc import Iterator

from okrcli.analysis.spelling import near
from okrcli.model.finding import Finding
from okrcli.model.key_result import KeyResult, Kind
from okrcli.model.source import Source
from okrcli.rules.base import FormRule, LintInput
from okrcli.rules.new_ids import with_unique_ids

MEASURES = ("baseline", "target", "stretch", "plan", "at_least", "at_most", "milestones", "done")
BASELINE_HINT = (
    "add `baseline`, the number that it starts from; while it is being measured:"
    " `baseline: unknown`"
)
KINDS_HINT = (
    "give `baseline` and `target` (a metric), `at_least` or `at_most`, `milestones`,"
    " or `done: false`"
)


class MissingField(FormRule):
    """Flag what must be said and is not.

    ## What it checks

    The required fields of each document; that a key result says how it is measured; that a metric
    has both its ends; and that the tree of teams has one root.

    ## Why it matters

    A goal without an owner is nobody's, and a key result without a baseline and a target cannot be
    checked. Source: John Doerr, Measure What Matters (2018): an objective is what, key results are
    how we know.

    ## Problem

    ```yaml
    - id: day7
      title: More new shops list a second product within a week
      baseline: 31
    ```

    ## Remedy

    Add the field. A baseline that is still being measured is written `baseline: unknown`.
    """

    name = "missing-field"
    practices = (2,)

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield what is missing; the ids that would mend it are unique."""
        yield from with_unique_ids(super().check(subject), subject.workspace)

    def look(self, lint: LintInput) -> Iterator[Finding]:
        """Yield key results that cannot be measured, and roots beyond the first."""
        yield from self._unmeasurable(lint)
        yield from self._roots(lint)

    def _unmeasurable(self, lint: LintInput) -> Iterator[Finding]:
        for source, _, key_result in lint.workspace.key_results():
            if len(key_result.fields_by_kind) > 1:
                continue  # `mixed-kinds` says so
            message, hint = _lack(key_result)
            if message and not _explained(lint, source):
                yield self.finding(source, message, hint)

    def _roots(self, lint: LintInput) -> Iterator[Finding]:
        teams = lint.workspace.organization.teams
        source = lint.workspace.organization_source
        roots = [index for index, team in enumerate(teams) if team.id and team.parent is None]
        if source is None or len(roots) < 2:  # noqa: PLR2004 - the first is the root
            return
        first = teams[roots[0]].id
        for index in roots[1:]:
            place = source.at("teams", index)
            if not lint.problems_at(place.at("parent")):
                yield self.finding(
                    place,
                    f"team '{teams[index].id}' has no parent, and neither has '{first}'",
                    "exactly one team, the root, has no `parent`",
                    related=(source.at("teams", roots[0]),),
                )


def _explained(lint: LintInput, source: Source) -> bool:
    """Tell whether the reader has refused what is missing, or a misspelt name of it."""
    fields = (problem.source.keys[len(source.keys) :] for problem in lint.problems_at(source))
    return any(near(str(below[0]), MEASURES) for below in fields if below)


def _lack(key_result: KeyResult) -> tuple[str | None, str | None]:
    name = f"key result '{key_result.id}'"
    given = key_result.kind_fields
    if not given:
        return f"nothing says when {name} is reached", KINDS_HINT
    match key_result.kind:
        case Kind.METRIC if "target" not in given:
            return f"{name} has no target", "add `target`, the number that it is to reach"
        case Kind.METRIC if "baseline" not in given:
            return f"{name} has no baseline", BASELINE_HINT
        case Kind.MAINTAIN if "at_least" not in given and "at_most" not in given:
            return f"{name} has no bound to keep", "add `at_least`, `at_most`, or both"
        case Kind.MILESTONES if not key_result.milestones:
            return f"{name} has no milestones", "list at least one"
        case _:
            return None, None

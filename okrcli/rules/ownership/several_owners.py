"""The rule `several-owners`."""

from collections.abc import Iterator

from okrcli.analysis.owners import Named, names_in
from okrcli.model.finding import Finding, Severity
from okrcli.model.source import Source
from okrcli.rules.accountable import accountable
from okrcli.rules.base import LintInput, LintRule, quoted


class SeveralOwners(LintRule):
    """Flag an owner that is not one person.

    ## What it checks

    The owners of objectives, key results, KPIs and actions, and the leads of teams: no list, no
    "and", no team's name, no "everyone". Who is among the people of organization.yaml is one
    person, whatever the name.

    ## Why it matters

    What two people own is done by the other one. Many may work on a goal; one answers for it.
    Source: John Doerr, Measure What Matters (2018), on accountability; Apple's "directly
    responsible individual" is the same idea.

    ## Problem

    ```yaml
    - id: first-minute
      title: New shops love us from the first minute
      owner: ana and bo
    ```

    ## Remedy

    Name the one who answers for it: `owner: ana`. The other may own one of its key results.
    """

    name = "several-owners"
    family = "ownership"
    severity = Severity.ERROR
    practices = (5,)

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield the lists that the reader has found, then the texts that name no single person."""
        yield from (problem for problem in subject.problems if problem.rule == self.name)
        for source, name in accountable(subject.workspace):
            named = Named.PERSON if name is None else subject.owners.named(name)
            if name is None or named is Named.PERSON:
                continue
            yield self.finding(source, _message(name, named), _remedy(subject, source, name, named))


def _message(name: str, named: Named) -> str:
    match named:
        case Named.SEVERAL:
            count = len(names_in(name))
            return f"{quoted(name)} names {count} people, and one has to answer for it"
        case Named.TEAM:
            return f"{quoted(name)} is a team, and one person has to answer for it"
    return f"{quoted(name)} is nobody in particular, and one person has to answer for it"


def _remedy(lint: LintInput, source: Source, name: str, named: Named) -> str:
    """Say whom to write: the first of several, or a team's lead."""
    field = source.keys[-1]
    if named is Named.SEVERAL:
        remedy = f"name the one, for example `{field}: {names_in(name)[0]}`"
        of_objective = source.keys[:1] == ("objectives",) and "key_results" not in source.keys
        return f"{remedy}; the others may own a key result" if of_objective else remedy
    lead = lint.owners.lead(name)
    return f"name one person: `{field}: {lead}` leads it" if lead else "name one person"

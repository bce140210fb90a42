"""The rule `check-in-by-outsider`."""

from collections.abc import Iterator

from okrcli.model.finding import Finding, Severity
from okrcli.rules.audit_input import AuditInput, AuditRule
from okrcli.rules.audit_steps import Said
from okrcli.rules.audit_words import told
from okrcli.rules.check_in_days import others, together


class CheckInByOutsider(AuditRule):
    """Flag a check-in by somebody who does not belong to it.

    ## What it checks

    A check-in is committed by the owner of the key result or of its objective, or by the team's
    lead or members. Whose e-mail address organization.yaml does not know is shown by the name in
    git. Teams of which no address is known are not looked at, and neither is the commit that
    creates a key result.

    ## Why it matters

    The confidence is the owner's belief, and nobody else's. Source: U.S. Food and Drug
    Administration, Data Integrity and Compliance With Drug CGMP (2018): records are attributable.

    ## Problem

    ```yaml
    # organization.yaml; the check-in was committed by cleo
    teams:
      - {id: growth, name: Growth, lead: ana, members: [bo]}
    ```

    ## Remedy

    Let the owner check in. Who does it regularly belongs to `members`, and a second e-mail address
    of the same person to `emails`.
    """

    name = "check-in-by-outsider"
    family = "integrity"
    severity = Severity.ADVICE
    practices = (5,)
    of_changes = True

    def check(self, subject: AuditInput) -> Iterator[Finding]:
        """Yield each commit and team with such check-ins."""
        known = {person.id for person in subject.goals.organization.people if person.emails}
        found = (said for said in subject.check_ins() if _is_foreign(said, subject, known))
        for group in together(found, lambda said: said.check_in.author):
            first = group[0]
            said = first.check_in
            yield self.about(
                first.key,
                subject.place(first.key, "current"),
                f"the check-in of {said.date}{others(group)} is by {said.author}, who is neither"
                f" its owner nor in the team '{first.key.team}' ({told(first.version.commit)})",
                "let the owner check in, or add the person to `members`",
                commit=first.version.commit,
                related=[subject.place(said.key, "current") for said in group[1:]],
            )


def _is_foreign(said: Said, subject: AuditInput, known: set[str]) -> bool:
    objective, author = said.version.objective, said.check_in.author
    if said.before is None or objective is None or author is None:
        return False
    team = subject.goals.organization.team(said.key.team)
    insiders = {team.lead, *team.members, objective.owner, said.check_in.state.owner} - {None}
    return author not in insiders and bool(insiders & known)

"""The rule `unconfirmed-dependency`."""

from collections.abc import Iterator
from itertools import islice

from okrcli.analysis.alignment.alignment import Link
from okrcli.analysis.alignment.doubts import Doubt, Promises
from okrcli.model.finding import Finding, Severity
from okrcli.model.reference import Key
from okrcli.rules.base import LintInput, LintRule


class UnconfirmedDependency(LintRule):
    """Flag a dependency that cannot be counted on.

    ## What it checks

    What an open key result `needs` is published, was neither dropped nor deferred, and is due no
    later than the key result itself, unless it is reached already. An objective is due with the
    last of its key results.

    ## Why it matters

    Who waits for something that nobody has promised in time finds out at the end. The talk about
    it is worth most before the cycle begins. Source: John Doerr, Measure What Matters (2018), on
    dependencies between teams.

    ## Problem

    ```yaml
    # growth/first-minute; platform/fast/p95 is due on 2026-12-31
    - id: day7
      due: 2026-11-30
      needs: [platform/fast/p95]
    ```

    ## Remedy

    Agree with the other owner on what is needed and by when, and let both files say so. Where
    there is no agreement, take it out of `needs` and plan without it.
    """

    name = "unconfirmed-dependency"
    family = "alignment"
    severity = Severity.WARNING
    practices = (3,)

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield each dependency on what is not promised, or too late."""
        alignment = subject.alignment
        promises = Promises(alignment, subject.workspace.settings.calendar)
        for link in alignment.needs:
            objective = alignment.objectives[link.holder.of_objective]
            if objective.close or alignment.key_results[link.holder].close:
                continue
            for doubt in islice(promises.doubts(link), 1):
                place = subject.places[link.holder].at("needs", link.position)
                yield self.finding(place, *_told(subject, promises, link, doubt))


def _told(lint: LintInput, promises: Promises, link: Link, doubt: Doubt) -> tuple[str, str]:
    """Say why something that is needed cannot be counted on, and what to do."""
    target = link.target
    ref = f"'{target.seen_from(link.holder.cycle)}'"
    owner = _owner(lint, target)
    match doubt:
        case Doubt.DROPPED:
            remedy = "plan without it: take it out of `needs`"
            return f"{ref} is needed, and it was given up", remedy
        case Doubt.DRAFT:
            return (
                f"{ref} is needed, and it is still a draft",
                f"agree on it with {owner}, and publish it before you count on it",
            )
        case Doubt.LATE:
            needed, due = promises.last_day(link.holder), promises.last_day(target)
            return (
                f"{ref} is needed by {needed}, and it is due on {due}",
                f"agree on a day with {owner}, or let this one end later: `due: {due}`",
            )


def _owner(lint: LintInput, key: Key) -> str:
    objective = lint.alignment.objectives[key.of_objective]
    owner = objective.owner
    if key.key_result:
        owner = objective.owner_of(lint.alignment.key_results[key])
    return f"the team '{key.team}'" if owner is None else f"{owner}, its owner"

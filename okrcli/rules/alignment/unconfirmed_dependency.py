"""The rule `unconfirmed-dependency`."""

from collections.abc import Iterator
from datetime import date

from okrcli.analysis.alignment import Link
from okrcli.analysis.final import final_progress
from okrcli.model.finding import Finding, Severity
from okrcli.model.key_result import SLACK, KeyResult, Kind
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
        for link in alignment.needs:
            objective = alignment.objectives[link.holder.of_objective]
            if objective.close or alignment.key_results[link.holder].close:
                continue
            found = _doubt(subject, link)
            if found is not None:
                place = subject.places[link.holder].at("needs", link.position)
                yield self.finding(place, *found)


def _doubt(lint: LintInput, link: Link) -> tuple[str, str] | None:
    """Say why something that is needed cannot be counted on, and what to do."""
    target = link.target
    ref = f"'{target.seen_from(link.holder.cycle)}'"
    owner = _owner(lint, target)
    if lint.alignment.is_dropped(target):
        return f"{ref} is needed, and it was given up", "plan without it: take it out of `needs`"
    if _is_open_question(lint, link):
        return (
            f"{ref} is needed, and it is still a draft",
            f"agree on it with {owner}, and publish it before you count on it",
        )
    needed, due = _last_day(lint, link.holder), _last_day(lint, target)
    if needed is None or due is None or due <= needed or not _open_results(lint, target):
        return None
    return (
        f"{ref} is needed by {needed}, and it is due on {due}",
        f"agree on a day with {owner}, or let this one end later: `due: {due}`",
    )


def _is_open_question(lint: LintInput, link: Link) -> bool:
    """Tell whether a draft is needed by others than its own team's drafts, published with it."""
    known = lint.alignment.objectives
    together = known[link.holder.of_objective].draft and link.holder.team == link.target.team
    return known[link.target.of_objective].draft and not together


def _last_day(lint: LintInput, key: Key) -> date | None:
    """Give the day by which something is promised; what is reached already asks for no time."""
    cycle = lint.workspace.cycle(key.cycle)
    if cycle is None:
        return None
    if key.key_result:
        return lint.alignment.key_results[key].time(cycle).last_day
    days = [each.time(cycle).last_day for each in _open_results(lint, key)]
    return max(days, default=cycle.period.last_day)


def _open_results(lint: LintInput, key: Key) -> list[KeyResult]:
    """Give what is still to be reached of a key result or an objective."""
    alignment = lint.alignment
    if key.key_result:
        found = [alignment.key_results[key]]
    else:
        found = list(alignment.objectives[key].key_results)
    return [each for each in found if not (each.close or _is_reached(each))]


def _is_reached(key_result: KeyResult) -> bool:
    """Tell whether nothing is left to do; a bound has to be kept to the end."""
    progress = final_progress(key_result)
    reached = progress is not None and progress >= 1 - SLACK
    return reached and key_result.kind is not Kind.MAINTAIN


def _owner(lint: LintInput, key: Key) -> str:
    objective = lint.alignment.objectives[key.of_objective]
    owner = objective.owner
    if key.key_result:
        owner = objective.owner_of(lint.alignment.key_results[key])
    return f"the team '{key.team}'" if owner is None else f"{owner}, its owner"

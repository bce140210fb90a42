"""The rule `stale-check-in`."""

from collections.abc import Iterator

from okrcli.analysis.progress.cadence import silence_allowed
from okrcli.model.finding import Finding, Severity
from okrcli.model.reference import Key
from okrcli.rules.audit_input import AuditInput, AuditRule
from okrcli.rules.audit_words import days


class StaleCheckIn(AuditRule):
    """Flag a key result that was checked in once and has been silent for too long.

    ## What it checks

    The days since the last check-in of a key result under way, against `every_days` (for a team
    with its own rhythm, `check_in_days`) and `grace_days`. Days in `pauses` do not count.

    ## Why it matters

    A number of last month is no number: what goes wrong in between is seen when it can no longer be
    mended. Source: John Doerr, Measure What Matters (2018), chapter 10, on tracking.

    ## Problem

    ```yaml
    # on 2026-11-22
    - {id: answer-time, baseline: 60, target: 25, current: 49, updated: 2026-10-14}
    ```

    ## Remedy

    Check in: write the present `current` and `confidence`, also where nothing has moved. What
    nobody follows any more is ended with `close`.
    """

    name = "stale-check-in"
    family = "rhythm"
    severity = Severity.WARNING
    practices = (4,)

    def check(self, subject: AuditInput) -> Iterator[Finding]:
        """Yield each key result that fell silent."""
        for _, item in subject.key_results():
            last = item.last_check_in
            if not item.stale or last is None:
                continue
            since = max(last.date, item.time.start)
            rules = subject.settings.check_ins
            silent = rules.days_between(since, subject.now)
            author = "" if last.author is None else f" by {last.author}"
            found = self.about(
                item.key,
                subject.place(item.key, "current"),
                f"no check-in since that of {last.date}{author}: {days(silent)} of"
                f" silence, and {_allowed(subject, item.key)} are fine",
                "check in, or end it with `close`",
            )
            yield found._replace(commit=last.commit)


def _allowed(subject: AuditInput, key: Key) -> int:
    team = subject.goals.organization.team(key.team)
    return silence_allowed(team, subject.settings.check_ins)

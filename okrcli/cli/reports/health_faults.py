"""What the rules of lint and audit flag, as far as it says something of the process."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.reports.reviewing import shown_files
from okrcli.cli.session import Opened, Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from okrcli.analysis.reports.health import Fault
    from okrcli.analysis.reports.retrospectives import Looked
    from okrcli.cli.reading.reporting import Asked
    from okrcli.model.cycle import Cycle
    from okrcli.model.finding import Finding
    from okrcli.rules.audit_input import AuditInput


class Checked(NamedTuple):
    """What was flagged in some cycles, and what teams wrote when they were over.

    `steady` gives, for each cycle, a day from which on the same is flagged whatever the day.
    """

    faults: "Sequence[Fault]"
    looks: "Sequence[Looked]"
    steady: "Sequence[date]"


def checked(session: Session, found: "Asked", at: str | None, cycles: "Sequence[Cycle]") -> Checked:
    """Let the rules look at the files that are shown, and at some cycles."""
    from okrcli.analysis.reports.retrospectives import looked_back
    from okrcli.rules.ambition.sandbagging import heard_by

    files = _opened(session, found, at)
    subject = _subject(found, files, cycles)
    return Checked(
        [*_lint(files), *_audit(subject, files)],
        looked_back(each.content for each in files.loaded.workspace.documents),
        [heard_by(subject, cycle) for cycle in cycles],
    )


def _subject(found: "Asked", files: Opened, cycles: "Sequence[Cycle]") -> "AuditInput":
    from okrcli.cli.checking.audited import Held, story
    from okrcli.rules.audit_input import AuditInput

    loaded = files.loaded
    held = Held(loaded.workspace, loaded.texts, frozenset(files.lint_input().unread))
    return AuditInput(loaded.workspace, found.goals, story(found.recorded, held), cycles)


def _opened(session: Session, found: "Asked", at: str | None) -> Opened:
    """Read the files that are shown, as lint does."""
    from okrcli.history.whereabouts import whereabouts
    from okrcli.store.loader import load_contents

    settings = found.recorded.settings
    loaded = load_contents(shown_files(session, found.recorded, at), settings)
    return Opened(whereabouts(session.folder, at).folder, settings, loaded)


def _lint(opened: Opened) -> "Iterator[Fault]":
    from okrcli.model.finding import Severity

    grave = (each for each in opened.findings() if each.severity is not Severity.ADVICE)
    return _faults(grave, lambda _: "")


def _audit(subject: "AuditInput", files: Opened) -> "Iterator[Fault]":
    """Let the rules of an audit that say something of the process look."""
    from okrcli.analysis.reports.health import EDITED, LATE, MOVED, SURE
    from okrcli.rules.audit_rules import AUDIT_RULES, settings_for
    from okrcli.rules.ignoring import sift
    from okrcli.rules.runner import run_rules

    loaded, names = files.loaded, LATE | EDITED | MOVED | SURE
    rules = [rule for rule in AUDIT_RULES if rule.name in names]
    flagged = run_rules(rules, subject, settings_for(files.settings.lint))
    if loaded.ignores:
        flagged, _ = sift(loaded.located(flagged), loaded.ignores)
    return _faults(flagged, lambda finding: finding.rule)


def _faults(findings: "Iterable[Finding]", rule: "Callable[[Finding], str]") -> "Iterator[Fault]":
    from okrcli.analysis.reports.health import Fault
    from okrcli.model.reference import Key, parse_reference

    for each in findings:
        named = None if each.ref is None else parse_reference(each.ref)
        if named is not None and named.cycle is not None and named.team is not None:
            key = Key(named.cycle, named.team, named.objective, named.key_result)
            yield Fault(rule(each), key)

"""`okr report health`: several cycles, and what the rules of lint and audit say of them."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from functools import partial
from typing import TYPE_CHECKING

from okrcli.cli.reading.reporting import Question
from okrcli.cli.reports.remembering import remembered
from okrcli.cli.reports.reports import Made, Wanted
from okrcli.cli.reports.reviewing import of_a_team, one, shown_files
from okrcli.cli.session import Opened, Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from okrcli.analysis.reports.health import Fault, Health
    from okrcli.cli.reading.reporting import Asked
    from okrcli.model.cycle import Cycle
    from okrcli.model.finding import Finding

CYCLES = 5  # a year of quarters, and the one that runs


def report_health(session: Session, wanted: Wanted) -> Made:
    """Measure the process over the cycle that is named, else runs, and those like it before."""
    from okrcli.analysis.reports.health import Health
    from okrcli.render.reports.health_json import health_json
    from okrcli.render.reports.health_page import health_page

    facts, _ = remembered(session, wanted, Health, _health)
    return Made(partial(health_page, facts), partial(health_json, facts))


def _health(session: Session, wanted: Wanted) -> "tuple[Health, Asked]":
    from okrcli.analysis.cycle.cycle_choice import ending_first, up_to
    from okrcli.analysis.landscape.landscape import Landscape
    from okrcli.analysis.progress.summary import all_cycles
    from okrcli.analysis.reports.health import health
    from okrcli.analysis.reports.retrospectives import looked_back

    question = Question(wanted.about, wanted.cycle, wanted.at, whole=True, everything=True)
    found = of_a_team(session, question)
    cycles = up_to(one(ending_first(found.cycles)), all_cycles(found.goals))[-CYCLES:]
    files = _opened(session, found, wanted.at)
    facts = health(
        Landscape(found.goals),
        cycles,
        found.wanted.team,
        [*_lint(files), *_audit(found, files, cycles)],
        looked_back(each.content for each in files.loaded.workspace.documents),
    )
    return facts, found


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


def _audit(found: "Asked", files: Opened, cycles: "Sequence[Cycle]") -> "Iterator[Fault]":
    """Let the rules of an audit that say something of the process look at some cycles."""
    from okrcli.analysis.reports.health import EDITED, LATE, MOVED, SURE
    from okrcli.cli.checking.audited import Held, story
    from okrcli.rules.audit_input import AuditInput
    from okrcli.rules.audit_rules import AUDIT_RULES, settings_for
    from okrcli.rules.ignoring import sift
    from okrcli.rules.runner import run_rules

    loaded = files.loaded
    held = Held(loaded.workspace, loaded.texts, frozenset(files.lint_input().unread))
    subject = AuditInput(loaded.workspace, found.goals, story(found.recorded, held), cycles)
    names = LATE | EDITED | MOVED | SURE
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

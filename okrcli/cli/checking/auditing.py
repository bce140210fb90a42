"""How an audit is put together: the state, its past, the rules, and what was asked for."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.checking.audited import Held, change, held, story
from okrcli.cli.checking.places import located, prefix, shown
from okrcli.cli.reading.reporting import goals_of, recorded
from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.history.ranges import Range
    from okrcli.history.recorded import Recorded
    from okrcli.history.whereabouts import Whereabouts
    from okrcli.model.cycle import Cycle
    from okrcli.model.finding import Finding
    from okrcli.render.findings.findings import Audited, Findings
    from okrcli.rules.audit_input import AuditInput

_GUESSED = "where the branch began cannot be told, so it is compared with its base itself"


class AuditQuestion(NamedTuple):
    """What an audit is asked for: a range of commits, or cycles at a moment."""

    range: str | None = None
    cycle: str | None = None
    at: str | None = None
    team: str | None = None


def audit(session: Session, question: AuditQuestion) -> "Findings":
    """Audit some cycles, or what a branch changes; say on standard error what cannot be known."""
    from okrcli.render.findings.findings import Findings
    from okrcli.rules.choice import check_names
    from okrcli.rules.runner import in_order

    place = _place(session, question)
    with session.working("reading the history"):
        found, within = _read(session, place, question)
        check_names(found.settings)
        files = held(place, found, committed=within is not None or question.at is not None)
        subject = _subject(place, found, within, question, files)
    _warn(session, found, within)
    findings, places = located(_found(subject, files, question.team), files.texts)
    return Findings(
        in_order(findings),
        _audited(subject, question.team),
        files.texts,
        places,
        shown(session.folder, place.folder, findings),
        prefix(place.folder) if place.stored is None else place.stored.prefix,
        sorted(files.texts),
        command="audit",
        facts=_facts(found, within, subject),
    )


def _place(session: Session, question: AuditQuestion) -> "Whereabouts":
    from okrcli.history.ranges import ends
    from okrcli.history.whereabouts import whereabouts

    at = question.at if question.range is None else ends(question.range)[1]
    return whereabouts(session.folder, at)


def _read(
    session: Session, place: "Whereabouts", question: AuditQuestion
) -> "tuple[Recorded, Range | None]":
    """Read the history: for a range, up to its end."""
    if question.range is None:
        return recorded(session, question.at), None
    from okrcli.history.at import past
    from okrcli.history.ranges import find_range

    if question.at is not None:
        raise UsageError("a range says what is looked at, so --at does not go with it")
    git = place.git
    within = find_range(git, question.range)
    return past(git, within.head), within


def _subject(
    place: "Whereabouts",
    found: "Recorded",
    within: "Range | None",
    question: AuditQuestion,
    files: Held,
) -> "AuditInput":
    from okrcli.rules.audit_input import AuditInput

    past = story(found, files)
    goals = goals_of(found)
    teams = {key.team for key in past.versions} | {team.id for team in goals.organization.teams}
    if question.team is not None and question.team not in teams:
        from okrcli.analysis.spelling import did_you_mean

        raise UsageError(
            f"there is no team {question.team} here", did_you_mean(question.team, teams)
        )
    everything = AuditInput(files.workspace, goals, past)
    if within is not None:
        everything.change = change(place.git, found, within)
    everything.cycles = _cycles(everything, question.cycle)
    return everything


def _cycles(subject: "AuditInput", name: str | None) -> "Sequence[Cycle]":
    """Choose the cycles: the one that is named, all that a branch may touch, else the current.

    A cycle from which everything vanished is one, too.
    """
    from okrcli.analysis.progress.summary import all_cycles, current_cycles

    goals = subject.goals
    gone = [
        version.objective
        for versions in subject.story.versions.values()
        for version in versions[-2:]
        if version.objective is not None
    ]
    ever = goals._replace(objectives=[*goals.objectives, *gone])
    if name is not None:
        known = all_cycles(ever)
        named = [cycle for cycle in known if cycle.name == name]
        if not named:
            listed = ", ".join(cycle.name for cycle in known) or "none yet"
            raise UsageError(f"there are no OKRs in a cycle {name}", f"cycles with OKRs: {listed}")
        return named
    return all_cycles(ever) if subject.change is not None else current_cycles(ever)


def _found(subject: "AuditInput", files: Held, team: str | None) -> "Sequence[Finding]":
    """Find everything, less what comments in the files ask to ignore and what is of other teams."""
    from okrcli.rules.audit_rules import rules_for, settings_for
    from okrcli.rules.ignoring import sift
    from okrcli.rules.runner import run_rules

    found: Sequence[Finding] = run_rules(
        rules_for(subject), subject, settings_for(subject.settings.lint)
    )
    ignores = files.ignores()
    if ignores:
        found, _ = sift(located(found, files.texts)[0], ignores)
    if team is None:
        return found
    ours = {
        document.source.path
        for document in files.workspace.documents
        if document.content.team == team
    }
    return [finding for finding in found if _is_of(finding, team, ours)]


def _is_of(finding: "Finding", team: str, files: set[str]) -> bool:
    if finding.ref is None:
        return finding.source.path in files
    return finding.ref.rpartition(":")[2].partition("/")[0] == team


def _audited(subject: "AuditInput", team: str | None) -> "Audited":
    """Count what was looked at."""
    from okrcli.render.findings.findings import Audited

    def ours(its: str) -> bool:
        return team in {None, its}

    if subject.change is not None:
        steps = [step for step in subject.steps if ours(step.key.team)]
        cycles = {step.cycle.name for step in steps}
        touched = {step.key for step in steps}
        commits = sum(map(subject.holds, (each.commit for each in subject.story.commits)))
        return Audited(len(cycles), len(touched), commits)
    key_results = sum(ours(item.key.team) for _, item in subject.key_results())
    if not subject.cycles:
        return Audited()
    return Audited(len(subject.cycles), key_results, subject.goals.history.commits)


def _facts(
    found: "Recorded", within: "Range | None", subject: "AuditInput"
) -> Mapping[str, object]:
    """Give what JSON says besides the findings."""
    return {
        "as_of": found.now,
        "revision": found.revision,
        "history": {"complete": found.facts.complete, "commits": found.facts.commits},
        "range": None if within is None else {"base": within.base, "head": within.head},
        "cycles": [cycle.name for cycle in subject.cycles] if within is None else None,
    }


def _warn(session: Session, found: "Recorded", within: "Range | None") -> None:
    """Say what could not be seen."""
    if found.facts.gap is not None:
        session.warn(found.facts.gap)
    if within is not None and within.guessed:
        session.warn(_GUESSED)
    for path in found.timeline.unreadable:
        session.warn(f"{path} cannot be read; what it last said is audited", "run `okr lint`")

"""The review of a cycle in sentences: what matters, what was won, what needs attention."""

from collections.abc import Iterator, Sequence

from okrcli.analysis.progress.outcome import Outcome
from okrcli.analysis.progress.report import KeyResultReport, Status
from okrcli.analysis.reports.cycle import CycleReview
from okrcli.analysis.story.moved_goalposts import Moved
from okrcli.render.numbers import percent
from okrcli.render.pages.lines import Called, line, score
from okrcli.render.pages.page import Item, Paragraph, Tone, Words
from okrcli.render.words import count

MOST_NAMED = 3
MOST_WINS = 8
_WELL_AHEAD = 0.1
_HELP = frozenset((Status.AT_RISK, Status.BEHIND))
FINE = frozenset((Status.ON_TRACK, Status.ACHIEVED))


def lead(review: CycleReview) -> Iterator[Paragraph]:
    """Say the one sentence that matters, and how to read the scores."""
    counted = [each for each in review.outcomes() if each.counts]
    if not counted:
        yield Paragraph(line("No objectives were set for this cycle."))
        return
    reached = sum(each.report.status is Status.ACHIEVED for each in counted)
    if review.over:
        words = f"{reached} of {count(len(counted), 'objective')} reached"
        yield Paragraph(line(Words(f"{words}.", Tone.STRONG), f" {_apart(review)}"))
        yield Paragraph(line(_scores(review)))
        return
    fine = sum(each.report.status in FINE for each in counted)
    words = f"{fine} of {count(len(counted), 'objective')} on track or reached"
    yield Paragraph(line(Words(f"{words}.", Tone.STRONG), _trouble(counted)))


def wins(review: CycleReview) -> list[Item]:
    """List what was reached, with thanks to who answered for it."""
    called = Called(review.organization)
    found = [each for each in review.outcomes() if each.report.status is Status.ACHIEVED]
    whole = {each.report.key for each in found}
    parts = [
        part
        for each in review.outcomes()
        if each.counts and each.report.key not in whole
        for part in each.report.key_results
        if part.status is Status.ACHIEVED
    ]
    told = [_won(each, called) for each in found]
    told += [_ahead(each, called) for each in ahead(review)]
    if len(told) < MOST_WINS:
        told += [_won_part(each, called) for each in parts[: MOST_WINS - len(told)]]
    return told


def ahead(review: CycleReview) -> list[Outcome]:
    """Give the open objectives that are well ahead of what was expected, the furthest first."""
    found = [
        each
        for each in review.outcomes()
        if each.report.status is Status.ON_TRACK and _gap(each) <= -_WELL_AHEAD
    ]
    return sorted(found, key=_gap)


def in_need(review: CycleReview) -> list[Outcome]:
    """Give the objectives that are at risk or behind, the furthest behind first."""
    found = [each for each in review.outcomes() if each.report.status in _HELP]
    return sorted(found, key=lambda each: (each.report.status is Status.BEHIND, -_gap(each)))


def missed(review: CycleReview) -> list[Outcome]:
    """Give the objectives that ended without success, the furthest from it first."""
    failed = {Status.MISSED, Status.PARTIAL}
    found = [each for each in review.outcomes() if each.report.status in failed]
    return sorted(found, key=lambda each: -_short_of(each, review))


def unclosed(review: CycleReview) -> list[Outcome]:
    """Give the objectives about which nobody has decided yet."""
    return [each for each in review.outcomes() if each.report.objective.close is None]


def unexplained(review: CycleReview) -> list[Moved]:
    """Give the goalposts that were moved without a reason."""
    return [each for each in review.moved if not each.goalpost.explained]


def silent_teams(review: CycleReview) -> Sequence[str]:
    """Name the teams that have written no retrospective."""
    spoken = {each.team for each in review.retrospectives}
    teams = [each.report.team for each in review.teams]
    return [each.name or each.id for each in teams if each.id not in spoken]


def about_objective(each: Outcome, called: Called) -> Sequence[Words]:
    """Name an objective and who answers for it."""
    objective = each.report.objective
    named = Words(objective.title or objective.id, Tone.STRONG)
    return line(named, f" ({called.person(objective.owner)})")


def _trouble(outcomes: Sequence[Outcome]) -> str:
    statuses = [each.report.status for each in outcomes]
    told = [
        f"{statuses.count(each)} {'is' if statuses.count(each) == 1 else 'are'} {words}"
        for each, words in (
            (Status.AT_RISK, "at risk"),
            (Status.BEHIND, "behind"),
            (Status.OUTDATED, "without news"),
        )
        if each in statuses
    ]
    return f" {', '.join(told)}." if told else ""


def _apart(review: CycleReview) -> str:
    parts = [
        f"{each.reached} of {each.objectives} {words}"
        for each, words in (
            (review.committed, "that were committed to"),
            (review.stretch, "that were a stretch"),
        )
        if each.objectives
    ]
    return f"{', and '.join(parts)}."


def _scores(review: CycleReview) -> str:
    return " ".join(
        f"{name} score {score(each.score)} on average; {meant}."
        for each, name, meant in (
            (review.committed, "Committed objectives", "1.00 was promised"),
            (
                review.stretch,
                "Stretch objectives",
                f"{score(review.successful)} of a stretch is a success",
            ),
        )
        if each.score is not None
    )


def _won(each: Outcome, called: Called) -> Item:
    thanks = f": thank you, {called.person(each.report.objective.owner)}"
    title = each.report.objective.title or each.report.key.objective
    return Item(line(Words(title, Tone.GOOD), thanks if each.report.objective.owner else ""))


def _ahead(each: Outcome, called: Called) -> Item:
    report = each.report
    numbers = f", at {percent(report.progress or 0.0)} where {percent(report.expected or 0.0)}"
    return Item([*about_objective(each, called), *line(f" is ahead{numbers} was expected by now")])


def _won_part(each: KeyResultReport, called: Called) -> Item:
    thanks = f": thank you, {called.person(each.owner)}" if each.owner else ""
    title = each.key_result.title or each.key_result.id
    return Item(line(Words(title, Tone.GOOD), f" (a key result){thanks}"))


def _gap(each: Outcome) -> float:
    report = each.report
    return (report.expected or 0.0) - (report.progress or 0.0)


def _short_of(each: Outcome, review: CycleReview) -> float:
    meant = review.successful if each.report.objective.aspirational else 1.0
    return meant - (each.score or 0.0)

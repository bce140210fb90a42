"""The review of a cycle in sentences: what matters, what was won, what needs attention."""

from collections.abc import Iterator, Sequence

from okrcli.analysis.moved_goalposts import Moved
from okrcli.analysis.outcome import Outcome
from okrcli.analysis.report import KeyResultReport, Status
from okrcli.analysis.report_cycle import CycleReview
from okrcli.analysis.retrospectives import actions_done
from okrcli.render.numbers import percent
from okrcli.render.page import Item, Paragraph, Tone, Words
from okrcli.render.page_lines import Called, line, score
from okrcli.render.words import count, open_blocker, status_word

MOST_NAMED = 3
MOST_WINS = 8
_WELL_AHEAD = 0.1
_HELP = frozenset((Status.AT_RISK, Status.BEHIND))
_FINE = frozenset((Status.ON_TRACK, Status.ACHIEVED))


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
    fine = sum(each.report.status in _FINE for each in counted)
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


def attention(review: CycleReview) -> list[Item]:
    """List the things that need attention, the most urgent first, each kind once."""
    called = Called(review.organization)
    kinds = _after_the_end if review.over else _on_the_way
    return list(kinds(review, called))[:MOST_NAMED]


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


def _after_the_end(review: CycleReview, called: Called) -> Iterator[Item]:
    short = missed(review)
    if short:
        told = [_ended(each, called) for each in short[:MOST_NAMED]]
        words = f"{count(len(short), 'objective')} ended short of what was meant"
        yield _kind(words, told, len(short))
    still = unclosed(review)
    if still:
        told = [about_objective(each, called) for each in still[:MOST_NAMED]]
        words = f"{count(len(still), 'objective')} {_waits(len(still))} for a decision (`close`)"
        yield _kind(words, told, len(still))
    if review.failing:
        yield _dependencies(review, "a dependency was missed", "dependencies were missed")
    yield from _goalposts(review)
    quiet = silent_teams(review)
    if quiet:
        yield Item(line(Words("No retrospective yet", Tone.STRONG), f": {', '.join(quiet)}"))
    done, actions = actions_done(review.retrospectives)
    if done < actions:
        words = f"{actions - done} of {count(actions, 'action')} from the retrospectives still open"
        yield Item(line(Words(words, Tone.STRONG)))


def _on_the_way(review: CycleReview, called: Called) -> Iterator[Item]:
    needy = in_need(review)
    if needy:
        told = [_stands(each, called) for each in needy[:MOST_NAMED]]
        words = f"{count(len(needy), 'objective')} at risk or behind"
        yield _kind(words, told, len(needy))
    blocked = [
        (part, blocker)
        for each in review.outcomes()
        for part in each.report.key_results
        if (blocker := open_blocker(part)) is not None
    ]
    if blocked:
        told = [
            line(f"{part.key_result.title or part.key_result.id}: ", Words(blocker, Tone.QUIET))
            for part, blocker in blocked[:MOST_NAMED]
        ]
        yield _kind(f"{count(len(blocked), 'key result')} blocked", told, len(blocked))
    if review.failing:
        yield _dependencies(review, "a dependency is in danger", "dependencies are in danger")
    silent = [part for each in review.outcomes() for part in each.report.key_results if part.stale]
    if silent:
        told = [
            line(f"{part.key_result.title or part.key_result.id} ({called.person(part.owner)})")
            for part in silent[:MOST_NAMED]
        ]
        words = f"{count(len(silent), 'key result')} without news for too long"
        yield _kind(words, told, len(silent))
    yield from _goalposts(review)


def _kind(words: str, told: Sequence[Sequence[Words]], amount: int) -> Item:
    below = [Item(each) for each in told]
    if amount > len(told):
        below.append(Item(line(Words(f"and {amount - len(told)} more", Tone.QUIET))))
    return Item(line(Words(words, Tone.STRONG)), below)


def _ended(each: Outcome, called: Called) -> Sequence[Words]:
    close = each.report.objective.close
    why = f". {close.why}" if close is not None and close.why else ""
    ended = f" ended at {score(each.score)}{why}"
    return [*about_objective(each, called), *line(ended)]


def _stands(each: Outcome, called: Called) -> Sequence[Words]:
    report = each.report
    words = f" {status_word(report.status)}"
    if report.progress is not None and report.expected is not None:
        words += f", at {percent(report.progress)} of {percent(report.expected)} expected by now"
    if each.forecast is not None:
        words += f"; {percent(each.forecast)} likely at the end"
    return [*about_objective(each, called), *line(words)]


def _dependencies(review: CycleReview, single: str, plural: str) -> Item:
    amount = len(review.failing)
    told = [
        line(
            f"{each.holder.title or each.holder.key.ref} waits for ",
            each.target.title if each.target is not None else each.text,
        )
        for each in review.failing[:MOST_NAMED]
    ]
    return _kind(single.capitalize() if amount == 1 else f"{amount} {plural}", told, amount)


def _goalposts(review: CycleReview) -> Iterator[Item]:
    found = unexplained(review)
    if found:
        told = [
            line(f"{each.entry.title}: {each.goalpost.kind.value} on {each.entry.commit.dated}")
            for each in found[:MOST_NAMED]
        ]
        words = f"{count(len(found), 'goalpost')} moved without a reason"
        yield _kind(words, told, len(found))


def _gap(each: Outcome) -> float:
    report = each.report
    return (report.expected or 0.0) - (report.progress or 0.0)


def _short_of(each: Outcome, review: CycleReview) -> float:
    meant = review.successful if each.report.objective.aspirational else 1.0
    return meant - (each.score or 0.0)


def _waits(amount: int) -> str:
    return "waits" if amount == 1 else "wait"

"""What needs attention in a cycle: after its end, or while something can still be done."""

from collections.abc import Iterator, Sequence

from okrcli.analysis.progress.outcome import Outcome
from okrcli.analysis.reports.cycle import CycleReview
from okrcli.analysis.reports.retrospectives import actions_done
from okrcli.render.numbers import percent
from okrcli.render.pages.lines import Called, line, score
from okrcli.render.pages.page import Item, Tone, Words
from okrcli.render.reports.cycle_words import (
    MOST_NAMED,
    about_objective,
    in_need,
    missed,
    silent_teams,
    unclosed,
    unexplained,
)
from okrcli.render.words import count, open_blocker, status_word


def attention(review: CycleReview) -> list[Item]:
    """List the things that need attention, the most urgent first, each kind once."""
    called = Called(review.organization)
    kinds = _after_the_end if review.over else _on_the_way
    return list(kinds(review, called))[:MOST_NAMED]


def _after_the_end(review: CycleReview, called: Called) -> Iterator[Item]:
    short = missed(review)
    if short:
        told = [_ended(each, called) for each in short[:MOST_NAMED]]
        words = f"{count(len(short), 'objective')} ended short of what was meant"
        yield _kind(words, told, len(short))
    still = unclosed(review)
    if still:
        told = [about_objective(each, called) for each in still[:MOST_NAMED]]
        words = f"{count(len(still), 'objective')} {_waits(len(still))} for a decision"
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


def _waits(amount: int) -> str:
    return "waits" if amount == 1 else "wait"

"""What was decided, changed and learned in a cycle, and what to talk about at its review."""

from collections.abc import Iterator, Sequence

from okrcli.analysis.progress.outcome import Outcome
from okrcli.analysis.reports.cycle import CycleReview
from okrcli.analysis.reports.retrospectives import Looked
from okrcli.analysis.story.moved_goalposts import Moved
from okrcli.model.objective import Action
from okrcli.render.glyphs import glyphs
from okrcli.render.goalpost_words import goalpost_words
from okrcli.render.needs.words import decision, reasons
from okrcli.render.pages.lines import Called, bullets, line, say, score, team_name
from okrcli.render.pages.page import Bullets, Item, Line, Section, Tone, Words
from okrcli.render.reports.cycle_words import (
    MOST_NAMED,
    in_need,
    missed,
    silent_teams,
    unclosed,
    unexplained,
)
from okrcli.render.words import count

_GLYPHS = glyphs(ascii_only=False)
_FOLD = 12


def decisions(review: CycleReview) -> Iterator[Section]:
    """Yield what was decided about each objective, and the lessons."""
    closed = [each for each in review.outcomes() if each.report.objective.close is not None]
    if closed:
        yield Section("Decisions and lessons", [Bullets([_decision(each) for each in closed])])


def retrospectives(review: CycleReview) -> Iterator[Section]:
    """Yield what each team looked back at."""
    called = Called(review.organization)
    if review.retrospectives:
        entries = [_looked(each, review, called) for each in review.retrospectives]
        yield Section("Retrospectives", [Bullets(entries)])


def goalposts(review: CycleReview) -> Iterator[Section]:
    """Yield what was promised otherwise than at first, eased promises first."""
    if review.moved:
        entries = [_moved(each) for each in review.moved]
        yield Section("Goalposts that moved", [bullets(entries)], folded=len(entries) > _FOLD)


def dependencies(review: CycleReview) -> Iterator[Section]:
    """Yield what was needed and did not come, or may not."""
    if not review.failing:
        return
    title = "Dependencies missed" if review.over else "Dependencies in danger"
    entries = []
    for each in review.failing:
        needed = each.target.title if each.target is not None else each.text
        told = line(Words(each.holder.title, Tone.STRONG), " needs ", Words(needed, Tone.STRONG))
        said = [*reasons(each), *([step] if (step := decision(each)) else [])]
        entries.append(Item(told, [Item(line(words)) for words in said]))
    yield Section(title, [Bullets(entries)])


def agenda(review: CycleReview) -> Section:
    """Give what to talk about when people meet, with minutes for an hour."""
    if review.over:
        return Section("Agenda of the review", [bullets(_after(review), ordered=True)])
    opening = say("An hour, half-way: what is learned now can still change the end.")
    return Section(
        "Agenda of the mid-cycle review", [opening, bullets(_between(review), ordered=True)]
    )


def _decision(each: Outcome) -> Item:
    objective = each.report.objective
    close = objective.close
    if close is None:
        return Item(line(objective.title))
    told = f": {close.decision}, {score(each.score)}"
    why = f". {close.why}" if close.why else ""
    lessons = [Item(line(Words("lesson: ", Tone.QUIET), text)) for text in close.lessons]
    return Item(line(Words(objective.title or objective.id, Tone.STRONG), told, why), lessons)


def _looked(look: Looked, review: CycleReview, called: Called) -> Item:
    its = look.retrospective
    below = [
        *(Item(line(Words("went well: ", Tone.GOOD), text)) for text in its.went_well),
        *(Item(line(Words("went badly: ", Tone.BAD), text)) for text in its.went_badly),
        *(Item(_action(each, called)) for each in its.change_next),
    ]
    name = team_name(review.organization.team(look.team))
    return Item(line(Words(name, Tone.STRONG)), below)


def _action(action: Action, called: Called) -> Line:
    owner = f" ({called.person(action.owner)})" if action.owner else ""
    state = Words(" done", Tone.GOOD) if action.done else Words(" open", Tone.WARNING)
    return line(Words("change next: ", Tone.QUIET), f"{action.action}{owner},", state)


def _moved(moved: Moved) -> Line:
    entry = moved.entry
    words = goalpost_words(moved.goalpost, entry.key_result, _GLYPHS)
    silent = "" if moved.goalpost.explained else Words(" (no reason given)", Tone.WARNING)
    place = Words(f" ({entry.key.ref}, {entry.commit.dated})", Tone.QUIET)
    return line(Words(entry.title, Tone.STRONG), place, f": {words}", silent)


def _after(review: CycleReview) -> Iterator[Line]:
    yield _point("Celebrate", 10, "thank the people behind the wins above")
    short = missed(review)
    if short:
        names = _titles(short)
        yield _point("Understand what fell short", 20, names)
    moved = unexplained(review)
    if moved:
        words = f"{count(len(moved), 'goalpost')} moved without a reason"
        yield _point("Say why promises changed", 5, words)
    if review.failing:
        yield _point("Repair what teams promise one another", 10, _waits(review))
    still = unclosed(review)
    if still:
        yield _point("Decide: go on, change or stop", 10, _titles(still))
    quiet = silent_teams(review)
    retros = f"still missing: {', '.join(quiet)}" if quiet else "read every team's one sentence"
    yield _point("Learn", 10, retros)
    yield _point("Choose one thing to do differently", 5, "write it down with an owner")


def _between(review: CycleReview) -> Iterator[Line]:
    yield _point("Celebrate", 5, "thank the people behind the wins above")
    needy = in_need(review)
    if needy:
        yield _point("Help", 25, _titles(needy))
    if review.failing:
        yield _point("Agree on dependencies", 10, _waits(review))
    moved = unexplained(review)
    if moved:
        words = f"{count(len(moved), 'goalpost')} moved without a reason"
        yield _point("Say why promises changed", 5, words)
    yield _point("Focus", 10, "what would you stop today, to finish the rest?")
    yield _point("Say who does what until next week", 5, "one name for each")


def _point(what: str, minutes: int, about: str) -> Line:
    return line(Words(what, Tone.STRONG), f" ({minutes} min): {about}")


def _titles(outcomes: Sequence[Outcome]) -> str:
    named = [each.report.objective.title or each.report.key.objective for each in outcomes]
    more = f"; and {len(named) - MOST_NAMED} more" if len(named) > MOST_NAMED else ""
    return "; ".join(named[:MOST_NAMED]) + more


def _waits(review: CycleReview) -> str:
    amount = len(review.failing)
    return "1 dependency" if amount == 1 else f"{amount} dependencies"

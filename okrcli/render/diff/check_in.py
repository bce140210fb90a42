"""What a check-in changed, in words; texts are still as they are in the files."""

from collections.abc import Iterator

from okrcli.analysis.changes.changes import CheckedIn, Numbers
from okrcli.analysis.progress.report import Status
from okrcli.model.key_result import KeyResult, Kind
from okrcli.render.glyphs import Glyphs
from okrcli.render.numbers import number, out_of_ten, percent, with_unit
from okrcli.render.words import status_word


def check_in_facts(checked: CheckedIn, glyphs: Glyphs) -> list[str]:
    """Say in short what a check-in changes: value, progress, status, confidence."""
    found = (
        value_words(checked, glyphs),
        *numbers_words(checked.before, checked.after, glyphs),
        confidence_words(checked, glyphs),
    )
    return [each for each in found if each]


def value_words(checked: CheckedIn, glyphs: Glyphs) -> str:
    """Say what was measured before and now: 36.5 → 38 %; nothing where it measures nothing."""
    was, now = checked.was, checked.now
    match now.kind:
        case Kind.MILESTONES:
            done = turned(glyphs, str(_done(was)), str(_done(now)))
            return f"{done} of {len(now.milestones)} done"
        case Kind.BINARY:
            old, new = ("done" if each.done else "not done" for each in (was, now))
            return turned(glyphs, old, new)
    if now.current is None:
        return "" if was.current is None else f"no value, was {with_unit(was.current, was.unit)}"
    after = with_unit(now.current, now.unit)
    if was.current is None or was.current == now.current:
        return after
    return f"{number(was.current)} {glyphs.arrow} {after}"


def numbers_words(before: Numbers | None, after: Numbers | None, glyphs: Glyphs) -> list[str]:
    """Say progress and status before and after."""
    if before is None and after is None:
        return []
    was, now = (each and each.status for each in (before, after))
    return [f"progress {progress_words(before, after, glyphs)}", status_words(was, now, glyphs)]


def progress_words(before: Numbers | None, after: Numbers | None, glyphs: Glyphs) -> str:
    """Say the progress before and after: 39% → 50%, or the one where it is the same."""
    was, now = (share(each and each.progress) for each in (before, after))
    return turned(glyphs, was, now)


def status_words(before: Status | None, after: Status | None, glyphs: Glyphs) -> str:
    """Say the status before and after: behind → on track."""
    was, now = ("" if each is None else status_word(each) for each in (before, after))
    return turned(glyphs, was, now)


def confidence_words(checked: CheckedIn, glyphs: Glyphs) -> str:
    """Say the confidence where it is another one."""
    was, now = checked.was.confidence, checked.now.confidence
    if was == now:
        return ""
    old, new = ("none" if each is None else out_of_ten(each) for each in (was, now))
    return f"confidence {turned(glyphs, old, new)}"


def check_in_remarks(checked: CheckedIn) -> Iterator[tuple[str, bool]]:
    """Yield what a check-in says beside its numbers, and whether somebody should act on it."""
    was, now = checked.was, checked.now
    done, undone = finished(now, was), finished(was, now)
    if done:
        yield f"done: {', '.join(done)}", False
    if undone:
        yield f"no longer done: {', '.join(undone)}", True
    if now.note and now.note != was.note:
        yield now.note, False
    if now.blocker != was.blocker:
        yield (f"blocked: {now.blocker}", True) if now.blocker else ("no longer blocked", False)
    if now.updated != was.updated and now.updated is not None:
        yield f"measured on {now.updated}", False


def finished(state: KeyResult, other: KeyResult) -> list[str]:
    """Give the titles of the milestones that are done in one state and not in another."""
    names = {step.name for step in other.milestones if step.done}
    return [step.title for step in state.milestones if step.done and step.name not in names]


def share(progress: float | None) -> str:
    """Write a progress."""
    return "not measured" if progress is None else percent(progress)


def turned(glyphs: Glyphs, was: str, now: str) -> str:
    """Say what became of something; the one word where nothing did."""
    return now if was in {"", now} else f"{was} {glyphs.arrow} {now or 'none'}"


def _done(state: KeyResult) -> int:
    return sum(bool(each.done) for each in state.milestones)

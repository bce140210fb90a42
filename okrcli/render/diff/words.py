"""What a change says in words; texts are still as they are in the files."""

from collections.abc import Collection, Iterator
from datetime import date

from okrcli.analysis.changes.changes import Edit, Fate, Turn, Value
from okrcli.model.key_result import Close
from okrcli.render.diff.check_in import share
from okrcli.render.glyphs import Glyphs
from okrcli.render.goalpost_words import goalpost_words, promise_words
from okrcli.render.numbers import number
from okrcli.render.words import count

NO_REASON = "no entry in `revised` says why"
_TURNS = {
    Turn.ADDED: "added",
    Turn.DRAFTED: "added as a draft",
    Turn.PUBLISHED: "published",
    Turn.WITHDRAWN: "made a draft again",
    Turn.REMOVED: "deleted",
}


def fate_words(fate: Fate, glyphs: Glyphs) -> str:
    """Say what became of an objective or a key result."""
    if fate.goalpost is not None:
        return _closed(fate, glyphs)
    if fate.old is not None:
        old = fate.old.key_result if fate.key.key_result else fate.old.objective
        if fate.turn is Turn.RENAMED:
            return f"renamed from {old}"
        return f"moved from {fate.old.seen_from(fate.key.cycle)}"
    return ", ".join([_TURNS[fate.turn], *_promise(fate, glyphs)])


def _promise(fate: Fate, glyphs: Glyphs) -> Iterator[str]:
    """Yield what somebody promises or promised with it."""
    if fate.key_result is not None:
        yield from filter(None, [promise_words(fate.key_result, glyphs)])
        return
    objective = fate.objective
    yield objective.ambition or "committed"
    if objective.owner:
        yield f"owner {objective.owner}"
    yield count(len(objective.key_results), "key result")


def _closed(fate: Fate, glyphs: Glyphs) -> str:
    """Say how it ended, with the computed score where no other is given."""
    goalpost = fate.goalpost
    if goalpost is None:
        return ""
    words = goalpost_words(goalpost._replace(reason=None), fate.key_result, glyphs)
    close = goalpost.now
    progress = fate.after and fate.after.progress
    if (
        isinstance(close, Close)
        and not close.drops
        and close.score is None
        and progress is not None
    ):
        words += f", computed score {number(round(progress, 2))}"
    return f"{words}. {goalpost.reason}" if goalpost.reason else words


def edit_words(edit: Edit, glyphs: Glyphs) -> str:
    """Say which field is another one."""
    if not edit.field:
        return f"removed: {edit.was}" if edit.now is None else f"added: {edit.now}"
    field = edit.field.replace("_", " ")
    if isinstance(edit.was, tuple) or isinstance(edit.now, tuple):
        return f"{field}: {_listed(edit.was, edit.now)}"
    was, now = (_text(each) for each in (edit.was, edit.now))
    sign = ":" if " " in f"{was}{now}" else ""
    if edit.was is None:
        return f"{field} added: {now}" if sign else f"{field} set to {now}"
    if edit.now is None:
        return f"{field} taken away, was{sign} {was}"
    return f"{field}{sign} {was} {glyphs.arrow} {now}"


def _listed(was: Value, now: Value) -> str:
    old, new = (_entries(each) for each in (was, now))
    come = [f"+ {each}" for each in new if each not in old]
    gone = [f"- {each}" for each in old if each not in new]
    return ", ".join([*come, *gone]) or "in another order"


def _entries(value: Value) -> Collection[str]:
    if isinstance(value, tuple):
        return [str(each) for each in value]
    return [] if value is None else [str(value)]


def _text(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return number(value)
        case date():
            return value.isoformat()
    return str(value)


def effect_words(before: float | None, after: float | None, glyphs: Glyphs) -> str:
    """Say a number before and after, also where the change is too small to see."""
    return f"{share(before)} {glyphs.arrow} {share(after)}"

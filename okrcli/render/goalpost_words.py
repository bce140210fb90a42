"""What a moved goalpost says in words."""

from collections.abc import Callable, Sequence

from okrcli.analysis.story.goalposts import Goalpost, Move, Value
from okrcli.model.key_result import Close, KeyResult, Kind
from okrcli.render.glyphs import Glyphs
from okrcli.render.numbers import number, percent, with_unit

_FIELDS = {"target": "target", "at_least": "lower bound", "at_most": "upper bound"}
_DECISIONS = {"drop": "dropped", "defer": "deferred"}
_SHARES = frozenset({"kept"})


def goalpost_words(goalpost: Goalpost, key_result: KeyResult | None, glyphs: Glyphs) -> str:
    """Say what moved, and the reason that was given; texts are still as they are in the file.

    `key_result` is the one that it is of, as it is since; None where it is of an objective.
    """
    words = _SENTENCES[goalpost.kind](goalpost, key_result, glyphs)
    if not goalpost.reason:
        return words
    closed = goalpost.kind is Move.CLOSED
    return f"{words}{'.' if closed else ':'} {goalpost.reason}"


def _added(_: Goalpost, key_result: KeyResult | None, glyphs: Glyphs) -> str:
    promise = "" if key_result is None else promise_words(key_result, glyphs)
    return f"added: {promise}" if promise else "added"


def promise_words(key_result: KeyResult, glyphs: Glyphs) -> str:
    """Say what a key result promises: from where to where, or which bound."""
    unit = key_result.unit
    match key_result.kind:
        case Kind.METRIC if key_result.target is not None:
            begin = "?" if key_result.baseline is None else number(key_result.baseline)
            return f"{begin} {glyphs.arrow} {with_unit(key_result.target, unit)}"
        case Kind.MAINTAIN:
            bounds = ((glyphs.at_least, key_result.at_least), (glyphs.at_most, key_result.at_most))
            known = [
                f"{sign} {with_unit(value, unit)}" for sign, value in bounds if value is not None
            ]
            return " and ".join(known)
        case Kind.MILESTONES:
            amount = len(key_result.milestones)
            return f"{amount} milestone{'' if amount == 1 else 's'}"
    return ""


def _turned(goalpost: Goalpost, key_result: KeyResult | None, _: Glyphs) -> str:
    """Say that a number became easier, harder or another one."""
    field, unit = goalpost.field, None if key_result is None else key_result.unit
    if field == "ambition":
        return f"{goalpost.kind.value} to {goalpost.now or 'committed'}"
    name = "share to keep" if field in _SHARES else _FIELDS.get(field, field)
    was, now = (_amount(each, field, unit) for each in (goalpost.was, goalpost.now))
    if was is None:
        return f"{name} set to {now}"
    if now is None:
        return f"{name} taken away, was {was}"
    verb = "changed" if goalpost.kind is Move.RETARGETED else goalpost.kind.value
    return f"{name} {verb} from {_bare(goalpost.was, field) or was} to {now}"


def _amount(value: Value, field: str, unit: str | None) -> str | None:
    if not isinstance(value, int | float):
        return None
    return percent(value) if field in _SHARES else with_unit(value, unit)


def _bare(value: Value, field: str) -> str | None:
    """Write the first of two amounts, whose unit the second one has."""
    return number(value) if isinstance(value, int | float) and field not in _SHARES else None


def _measured(goalpost: Goalpost, key_result: KeyResult | None, _: Glyphs) -> str:
    return f"baseline measured: {_amount(goalpost.now, 'baseline', key_result and key_result.unit)}"


def _rebased(goalpost: Goalpost, key_result: KeyResult | None, _: Glyphs) -> str:
    was = _bare(goalpost.was, "baseline")
    now = _amount(goalpost.now, "baseline", key_result and key_result.unit)
    return f"baseline rewritten from {was} to {now or 'unknown'}"


def _remeasured(goalpost: Goalpost, _: KeyResult | None, __: Glyphs) -> str:
    if goalpost.field == "kind":
        return f"measured in another way: {goalpost.now}, was {goalpost.was}"
    return f"unit changed from {goalpost.was or 'none'} to {goalpost.now or 'none'}"


def _rescoped(goalpost: Goalpost, _: KeyResult | None, __: Glyphs) -> str:
    gone, come = map(_listed, (goalpost.was, goalpost.now))
    parts = (("milestone added", come), ("milestone taken away", gone))
    return "; ".join(f"{words}: {', '.join(titles)}" for words, titles in parts if titles)


def _reweighted(goalpost: Goalpost, _: KeyResult | None, __: Glyphs) -> str:
    was, now = (_amount(each, "weight", None) for each in (goalpost.was, goalpost.now))
    of = f" of {goalpost.item}" if goalpost.item is not None else ""
    return f"weight{of} changed from {was} to {now}"


def _rescheduled(goalpost: Goalpost, _: KeyResult | None, __: Glyphs) -> str:
    if goalpost.field == "plan":
        return "plan changed"
    was = "" if goalpost.was is None else f", was {goalpost.was}"
    if goalpost.item is not None:
        now = "without a day" if goalpost.now is None else f"rescheduled to {goalpost.now}"
        return f"{goalpost.item} {now}{was}"
    if goalpost.field == "starts":
        return f"start moved to {goalpost.now or 'that of the cycle'}{was}"
    return f"rescheduled to {goalpost.now or 'the end of the cycle'}{was}"


def _reworded(goalpost: Goalpost, _: KeyResult | None, __: Glyphs) -> str:
    return f"reworded, was: {goalpost.was}" if goalpost.was else "reworded"


def _reowned(goalpost: Goalpost, _: KeyResult | None, glyphs: Glyphs) -> str:
    return f"owner {goalpost.was or 'nobody'} {glyphs.arrow} {goalpost.now or 'nobody'}"


def _realigned(goalpost: Goalpost, _: KeyResult | None, __: Glyphs) -> str:
    was, now = (", ".join(_listed(each)) or "nothing" for each in (goalpost.was, goalpost.now))
    return f"supports {now}, before {was}"


def _closed(goalpost: Goalpost, _: KeyResult | None, __: Glyphs) -> str:
    close = goalpost.now
    if not isinstance(close, Close):
        return "closed"
    score = "" if close.score is None else f", score {number(close.score)}"
    if close.drops:
        return _DECISIONS.get(close.decision, close.decision) + score
    return f"closed: {close.decision}{score}"


def _listed(value: Value) -> Sequence[str]:
    return [str(each) for each in value] if isinstance(value, list | tuple) else []


def _says(words: str) -> "_Sentence":
    return lambda goalpost, _, __: words.format(was=goalpost.was, now=goalpost.now)


_Sentence = Callable[[Goalpost, KeyResult | None, Glyphs], str]
_SENTENCES: dict[Move, _Sentence] = {
    Move.ADDED: _added,
    Move.REMOVED: _says("removed from the file"),
    Move.RETURNED: _says("came back"),
    Move.RENAMED: _says("renamed from {was}"),
    Move.MOVED: _says("moved from {was}"),
    Move.EASED: _turned,
    Move.RAISED: _turned,
    Move.RETARGETED: _turned,
    Move.MEASURED: _measured,
    Move.REBASED: _rebased,
    Move.REMEASURED: _remeasured,
    Move.RESCOPED: _rescoped,
    Move.REWEIGHTED: _reweighted,
    Move.RESCHEDULED: _rescheduled,
    Move.REWORDED: _reworded,
    Move.REOWNED: _reowned,
    Move.REALIGNED: _realigned,
    Move.DROPPED: _closed,
    Move.CLOSED: _closed,
    Move.REOPENED: _says("opened again"),
}

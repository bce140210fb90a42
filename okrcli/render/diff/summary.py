"""A comparison in short: what is compared, what differs, and what could not be seen."""

from collections.abc import Iterator, Sequence

from okrcli.analysis.changes.changes import Changes, Diff, Fate, Moved, Turn
from okrcli.analysis.story.goalposts import Move
from okrcli.render.glyphs import Glyphs
from okrcli.render.words import count

_ID = 7  # of a commit's id
_TURNS = (
    (Turn.ADDED, "added"),
    (Turn.PUBLISHED, "published"),
    (Turn.DRAFTED, "drafted"),
    (Turn.CLOSED, "closed"),
    (Turn.DROPPED, "dropped"),
    (Turn.REOPENED, "reopened"),
    (Turn.WITHDRAWN, "withdrawn"),
    (Turn.RENAMED, "renamed"),
    (Turn.MOVED, "moved"),
    (Turn.REMOVED, "deleted"),
)


def summary_words(diff: Diff) -> str:
    """Say in one line what differs."""
    parts = list(_counts(diff.changes))
    if not parts:
        return "Only comments or formatting differ." if diff.alike else "No goal differs."
    words = ", ".join(parts)
    return f"{words[0].upper()}{words[1:]}"


def ends_words(diff: Diff, glyphs: Glyphs) -> str:
    """Say what is compared."""
    ends = ((diff.base_name, diff.base), (diff.head_name, diff.head))
    return f" {glyphs.arrow} ".join(_end(*end) for end in ends)


def warnings(diff: Diff) -> Iterator[str]:
    """Yield what could not be seen."""
    if not diff.history.complete:
        yield f"history is incomplete: {diff.history.gap or 'some of it could not be seen'}"
    if diff.guessed:
        yield (
            f"where {diff.base_name} and {diff.head_name} parted cannot be seen,"
            f" so {diff.base_name} itself is compared"
        )
    for path in diff.unreadable:
        yield f"{path} cannot be read; what it last said, if anything, is compared"


def _end(name: str, commit: str | None) -> str:
    if commit is None or commit.startswith(name):
        return name if commit is None else commit[:_ID]
    return f"{name} ({commit[:_ID]})"


def _counts(changes: Changes) -> Iterator[str]:
    yield from _goalposts(changes.goalposts)
    yield from _fates(changes.fates)
    for amount, noun, rest in (
        (len(changes.check_ins), "check-in", ""),
        (len(changes.links), "change", " of owners and links"),
        (len(changes.fields), "other field", ""),
        (len(changes.workspace), "change", " of organization, KPIs and settings"),
    ):
        if amount:
            yield count(amount, noun) + rest


def _goalposts(goalposts: Sequence[Moved]) -> Iterator[str]:
    eased = sum(each.goalpost.kind is Move.EASED for each in goalposts)
    unexplained = sum(each.unexplained for each in goalposts)
    without = f" ({unexplained} without a reason)" if unexplained else ""
    if eased and eased == len(goalposts):
        yield f"{count(eased, 'goalpost')} eased{without}"
    elif goalposts:
        among = f", {eased} of them eased" if eased else ""
        yield f"{count(len(goalposts), 'goalpost')} moved{among}{without}"


def _fates(fates: Sequence[Fate]) -> Iterator[str]:
    for turn, word in _TURNS:
        its = [each for each in fates if each.turn is turn]
        objectives = {each.key for each in its if each.key_result is None}
        alone = sum(each.key.of_objective not in objectives for each in its)
        for noun, amount in (("objective", len(objectives)), ("key result", alone)):
            if amount:
                yield f"{count(amount, noun)} {word}"

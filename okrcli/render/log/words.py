"""What a log says in words: of whom it is, a value, and how far it came since the last one."""

from collections.abc import Iterator

from okrcli.analysis.story.log_entry import Log, LogEntry, Said
from okrcli.model.key_result import KeyResult, Kind
from okrcli.model.reference import Key
from okrcli.model.series import CommitRef
from okrcli.render.numbers import number, percent, with_unit
from okrcli.render.words import count, done_words

UNCOMMITTED = "uncommitted"
_ROUND = 10  # digits: 36.5 - 36.4 is 0.1


def about_words(log: Log) -> str:
    """Say what the log is of."""
    match log.about:
        case None:
            return "everything"
        case Key():
            return log.about.seen_from("")
    return f"team {log.about}"


def title_words(log: Log) -> str | None:
    """Give the title of what the log is of, as it is last; None where it has none."""
    if not isinstance(log.about, Key):
        return None
    of_key_result = log.about.key_result is not None
    entries = (entry for chapter in log.chapters for entry in chapter.entries)
    fitting = (entry for entry in entries if not of_key_result or entry.key_result is not None)
    entry = next(fitting, None)
    if entry is None:
        return None
    return entry.title if of_key_result else entry.objective.title


def history_words(log: Log) -> str:
    """Say how much history was read."""
    commits = count(log.history.commits, "commit")
    return commits if log.revision else f"{commits} + uncommitted"


def cut_words(log: Log) -> str | None:
    """Say that there is more than is shown; None where there is not."""
    shown = len(log.chapters)
    return None if shown == log.found else f"the newest {shown} of {count(log.found, 'commit')}"


def author_words(commit: CommitRef) -> str:
    """Say who made a commit."""
    return commit.author or UNCOMMITTED


def value_words(said: Said, key_result: KeyResult) -> str:
    """Say what a check-in measured; nothing where it measured nothing."""
    if key_result.kind in {Kind.MILESTONES, Kind.BINARY}:
        return done_words(key_result)
    return "" if said.value is None else with_unit(said.value, key_result.unit)


def short_value(said: Said, key_result: KeyResult, room: int) -> str:
    """Say what a check-in measured, without its unit where there is no room for it."""
    words = value_words(said, key_result)
    if len(words) <= room or said.value is None or not key_result.unit:
        return words
    return number(said.value)


def delta_words(said: Said, key_result: KeyResult) -> str:
    """Say how far a value came: +1.5, and +1 for a milestone."""
    if key_result.kind is Kind.BINARY:
        return ""
    if key_result.kind is Kind.MILESTONES:
        steps = len(said.done) - len(said.undone)
        return f"{steps:+d}" if steps else ""
    delta = said.delta
    if delta is None:
        return ""
    delta = round(delta, _ROUND)
    return "=" if not delta else f"{'+' if delta > 0 else ''}{number(delta)}"


def progress_words(said: Said, key_result: KeyResult) -> str:
    """Say how much of the way was done, or whether a bound was kept."""
    if said.progress is None:
        return ""
    if key_result.kind is Kind.MAINTAIN:
        return "kept" if said.progress else "out"
    return percent(said.progress)


def one_cycle(log: Log) -> str:
    """Name the cycle of all that is shown; nothing where there are several."""
    names = {entry.key.cycle for chapter in log.chapters for entry in chapter.entries}
    return names.pop() if len(names) == 1 else ""


def remarks(entry: LogEntry) -> Iterator[tuple[str, bool]]:
    """Yield what a check-in says beside its numbers, and whether somebody should act on it."""
    said = entry.said
    if said is None:
        return
    measured = _measured(said, entry.commit)
    if measured:
        yield measured, False
    if said.done:
        yield f"done: {', '.join(said.done)}", False
    if said.undone:
        yield f"no longer done: {', '.join(said.undone)}", False
    if said.note:
        yield said.note, False
    if said.blocker:
        yield f"blocked: {said.blocker}", True
    if said.freed:
        yield "no longer blocked", False


def _measured(said: Said, commit: CommitRef) -> str | None:
    """Say when and by whom it was measured, where that is not when and by whom committed."""
    on = f" of {said.date}" if said.date != commit.dated else ""
    by = f" by {said.author}" if said.author and said.author != commit.author else ""
    return f"check-in{on}{by}" if on or by else None

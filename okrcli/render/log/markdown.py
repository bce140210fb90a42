"""A log in GitHub flavoured Markdown: to paste where people talk."""

from collections.abc import Iterator

from okrcli.analysis.story.log_entry import Chapter, Log, LogEntry
from okrcli.render.glyphs import glyphs
from okrcli.render.goalpost_words import goalpost_words
from okrcli.render.log.words import (
    about_words,
    author_words,
    cut_words,
    delta_words,
    history_words,
    one_cycle,
    progress_words,
    remarks,
    title_words,
    value_words,
)
from okrcli.render.markdown.head import incomplete_markdown
from okrcli.render.markdown.text import markdown_text
from okrcli.render.numbers import out_of_ten

_GLYPHS = glyphs(ascii_only=False)
_ID = 7  # of a commit's id


def log_markdown(log: Log) -> str:
    """Write a log as a document: a heading for each commit, a list beneath."""
    return "\n\n".join(_blocks(log)) + "\n"


def _blocks(log: Log) -> Iterator[str]:
    title = title_words(log)
    yield f"# Log of {markdown_text(about_words(log))}" + (
        f": {markdown_text(title)}" if title else ""
    )
    yield from incomplete_markdown(log.history)
    facts = [f"as of {log.now}", f"history: {history_words(log)}", cut_words(log)]
    yield " · ".join(fact for fact in facts if fact)
    cycle = one_cycle(log)
    for chapter in log.chapters:
        yield _heading(chapter)
        yield "\n".join(line for entry in chapter.entries for line in entry_markdown(entry, cycle))
    if not log.chapters:
        yield "Nothing is on record."


def _heading(chapter: Chapter) -> str:
    commit = chapter.commit
    named = "" if commit.id is None else f" · `{commit.id[:_ID]}`"
    return f"## {commit.dated} · {markdown_text(author_words(commit))}{named}"


def entry_markdown(entry: LogEntry, cycle: str, *, dated: bool = False) -> Iterator[str]:
    """Write an entry as an item of a list, with its day and author where that is asked for."""
    when = f"{entry.commit.dated}, {markdown_text(author_words(entry.commit))}: " if dated else ""
    ref = markdown_text(entry.key.seen_from(cycle))
    numbers = markdown_text(_numbers(entry))
    yield f"- {when}**{markdown_text(entry.title)}** ({ref})" + (f": {numbers}" if numbers else "")
    for goalpost in entry.goalposts:
        words = markdown_text(goalpost_words(goalpost, entry.key_result, _GLYPHS))
        yield f"  - **Changed:** {words}"
    for text, _ in remarks(entry):
        yield f"  - {markdown_text(text)}"


def _numbers(entry: LogEntry) -> str:
    said, key_result = entry.said, entry.key_result
    if said is None or key_result is None:
        return ""
    delta = delta_words(said, key_result)
    confidence = "" if said.confidence is None else f"confidence {out_of_ten(said.confidence)}"
    value = value_words(said, key_result)
    parts = (
        f"{value} ({delta})" if value and delta else value,
        progress_words(said, key_result),
        confidence,
    )
    return ", ".join(part for part in parts if part)

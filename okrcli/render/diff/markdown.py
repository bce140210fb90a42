"""A comparison as a comment of a pull request: GitHub flavoured Markdown within its limit."""

import re
from collections.abc import Iterator

from okrcli.analysis.changes.changes import Diff
from okrcli.render.diff.sections import Item, Section, sections
from okrcli.render.diff.summary import ends_words, summary_words, warnings
from okrcli.render.glyphs import glyphs
from okrcli.render.markdown.text import markdown_text
from okrcli.render.terminal.fit import cut
from okrcli.render.words import count

MARKER = "<!-- okr diff -->"  # by which a bot finds the comment that it wrote before
LIMIT = 65_536  # of GitHub, in characters; here in bytes, which are never fewer
_GLYPHS = glyphs(ascii_only=False)
_FOLDED_FROM = 9  # items of a section
_LONGEST = 600  # letters of one text
_BLOCK = re.compile(r"^(\d*)([#+.)=-])")  # how a heading, a list or a rule would begin
_RESERVE = 400  # bytes for the sentence that tells what was left out


def diff_markdown(diff: Diff) -> str:
    """Write a comparison: a marker, a line that says it all, then section by section."""
    head = "\n\n".join(_head(diff))
    page = _Page(LIMIT - _RESERVE - _size(head))
    for section in sections(diff, _GLYPHS):
        page.add(section)
    blocks = [head, *page.blocks, *page.ending()]
    return "\n\n".join(blocks) + "\n"


def _head(diff: Diff) -> Iterator[str]:
    facts = (ends_words(diff, _GLYPHS), diff.cycle, f"as of {diff.now}")
    shown = " · ".join(_text(each) for each in facts if each)
    yield f"{MARKER}\n**OKRs: {_text(summary_words(diff))}**"
    yield f"<sub>{shown}</sub>"
    for warning in warnings(diff):
        yield f"> **Note:** {_text(warning)}"


class _Page:
    """Sections as long as there is room for them; `left` counts the changes without any."""

    def __init__(self, room: int) -> None:
        self.blocks: list[str] = []
        self._room = room
        self._left = 0

    def add(self, section: Section) -> None:
        """Add a section, folded where it is long, with as many of its items as fit."""
        folded = len(section.items) >= _FOLDED_FROM
        opening, closing = _frame(section, folded=folded)
        room = self._room - _size(opening) - _size(closing)
        lines: list[str] = []
        for number, item in enumerate(section.items):
            text = "\n".join(_item(item))
            room -= _size(text)
            if room < 0:
                self._left += len(section.items) - number
                self._room = 0
                break
            lines.append(text)
        if lines:
            self.blocks += [opening, "\n".join(lines), *([closing] if closing else [])]
            self._room = min(self._room, room)

    def ending(self) -> Iterator[str]:
        """Say what had no room."""
        if self._left:
            left = count(self._left, "change")
            yield f"{left} more had no room here; `okr diff` shows all."


def _frame(section: Section, *, folded: bool) -> tuple[str, str]:
    amount = sum(not item.inner for item in section.items)
    if folded:
        heading = f"<b>{section.heading}</b> ({amount})"
        return f"<details>\n<summary>{heading}</summary>", "</details>"
    return f"#### {section.heading}", ""


def _item(item: Item) -> Iterator[str]:
    """Write a change as an item of a list."""
    indent = "  " if item.inner else ""
    named = (
        f"**{_text(item.title)}** ({_text(item.ref)})" if item.title else f"**{_text(item.ref)}**"
    )
    facts = " · ".join(_text(each) for each in item.facts if each)
    yield f"{indent}- {named}" + (f": {facts}" if facts else "")
    for text, urgent in item.remarks:
        words = f"**{_text(text)}**" if urgent else _text(text)
        yield f"{indent}  - {words}"


def _text(text: str) -> str:
    """Write a text from a file: one line, no markup, no mention, not endless."""
    line = markdown_text(cut(" ".join(text.split()), _LONGEST, _GLYPHS.ellipsis))
    return _BLOCK.sub(r"\1\\\2", line)


def _size(text: str) -> int:
    """Count the bytes that a block takes with the empty line behind it."""
    return len(text.encode("utf-8", "surrogatepass")) + 2

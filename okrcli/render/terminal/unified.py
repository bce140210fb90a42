"""A change of a text as a unified diff, for the eyes of a person and for `git apply`."""

from collections.abc import Iterator
from difflib import unified_diff

from okrcli.render.terminal.style import Style
from okrcli.render.text import clean

_NO_END = "\\ No newline at end of file"
_STYLES = {"+": "good", "-": "error", "@": "hint"}
_MARK = "\ufeff"


def unified(path: str, before: bytes | None, after: bytes | None, style: Style) -> str:
    """Write how a file changes; None is a file that is not there.

    A byte order mark and carriage returns stay, or git would not find the lines.
    """
    lines = unified_diff(
        _lines(before),
        _lines(after),
        "/dev/null" if before is None else f"a/{clean(path)}",
        "/dev/null" if after is None else f"b/{clean(path)}",
    )
    return "".join(f"{line}\n" for line in _painted(lines, style))


def _lines(content: bytes | None) -> list[str]:
    """Give the lines with their ends, as git parts them: behind line feeds and nowhere else."""
    lines = (content or b"").decode("utf-8", "replace").split("\n")
    return [*(f"{line}\n" for line in lines[:-1]), *filter(None, lines[-1:])]


def _painted(lines: Iterator[str], style: Style) -> Iterator[str]:
    for at, line in enumerate(lines):
        text = line.removesuffix("\n")
        name = "strong" if at < 2 else _STYLES.get(text[:1])  # noqa: PLR2004 - the lines of the head
        yield style.paint(_shown(text), name) if name is not None else _shown(text)
        if text == line:
            yield _NO_END


def _shown(text: str) -> str:
    """Make a line harmless; a mark at its start and a return at its end are in their place."""
    mark = _MARK if text[1:2] == _MARK else ""
    body = text[:1] + text[1:].removeprefix(_MARK).removesuffix("\r")
    return body[:1] + mark + clean(body[1:]) + "\r" * text.endswith("\r")

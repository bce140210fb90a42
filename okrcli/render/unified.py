"""A change of a text as a unified diff, for the eyes of a person and for `git apply`."""

from collections.abc import Iterator
from difflib import unified_diff

from okrcli.render.style import Style
from okrcli.render.text import clean

_NO_END = "\\ No newline at end of file"
_STYLES = {"+": "good", "-": "error", "@": "hint"}


def unified(path: str, before: bytes | None, after: bytes | None, style: Style) -> str:
    """Write how a file changes; None is a file that is not there."""
    lines = unified_diff(
        _lines(before),
        _lines(after),
        "/dev/null" if before is None else f"a/{path}",
        "/dev/null" if after is None else f"b/{path}",
        lineterm="",
    )
    return "".join(f"{line}\n" for line in _painted(lines, style))


def _lines(content: bytes | None) -> list[str]:
    """Give the lines with their ends, or without one where the file has none."""
    return (content or b"").decode("utf-8", "replace").replace("\r\n", "\n").splitlines(True)  # noqa: FBT003


def _painted(lines: Iterator[str], style: Style) -> Iterator[str]:
    for at, line in enumerate(lines):
        text, end, _ = line.partition("\n")
        if at < 2:  # noqa: PLR2004 - the two lines that name the files
            yield style.paint(clean(text), "strong")
            continue
        name = _STYLES.get(text[:1])
        yield style.paint(clean(text), name) if name is not None else clean(text)
        if not end and not text.startswith("@@"):
            yield _NO_END

"""What changes in files, as a unified diff that git applies."""

from collections.abc import Iterator
from difflib import unified_diff

from okrcli.render.style import Style
from okrcli.render.text import clean

_TONES = {"+": "good", "-": "error", "@": "hint"}
_NO_BREAK = "\\ No newline at end of file"


def diff(path: str, old: str, new: str, style: Style) -> str:
    """Render what changes in a file; carriage returns stay, other controls are shown."""
    lines = unified_diff(_lines(old), _lines(new), f"a/{clean(path)}", f"b/{clean(path)}")
    return "".join(f"{line}\n" for line in _shown(lines, style))


def _lines(text: str) -> list[str]:
    """Part a text as git does: behind each line feed and nowhere else."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + lines[-1:] * bool(lines[-1])


def _shown(lines: Iterator[str], style: Style) -> Iterator[str]:
    for number, line in enumerate(lines):
        ended = line.removesuffix("\n")
        shown = clean(ended.removesuffix("\r")) + "\r" * ended.endswith("\r")
        tone = "strong" if number < 2 else _TONES.get(line[0])  # noqa: PLR2004 - the head's lines
        yield style.paint(shown, tone) if tone else shown
        if ended == line:
            yield _NO_BREAK

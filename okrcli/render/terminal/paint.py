"""Turn lines of styled text into what is printed: with colours, or without a single escape."""

from collections.abc import Iterable
from io import StringIO

from rich.console import Console
from rich.text import Text


def paint(lines: Iterable[Text], *, color: bool) -> str:
    """Write lines without trailing spaces; colours are those of the terminal's own theme."""
    if not color:
        return "".join(f"{line.plain.rstrip()}\n" for line in lines)
    out = StringIO()
    console = Console(
        file=out,
        force_terminal=True,
        color_system="standard",
        no_color=False,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        width=80,
        height=25,
    )
    for line in lines:
        line.rstrip()
        console.print(line, soft_wrap=True)
    return out.getvalue()

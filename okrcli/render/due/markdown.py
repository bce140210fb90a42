"""Who owes a check-in in GitHub flavoured Markdown: to paste, or for a scheduled job to post."""

from collections.abc import Iterator

from okrcli.analysis.loads.dues import Dues, Owed
from okrcli.render.due.rhythm_words import strip, strip_legend
from okrcli.render.due.words import home, left_out, shown, state_words, summary_words
from okrcli.render.glyphs import glyphs
from okrcli.render.markdown.head import incomplete_markdown, opening_markdown
from okrcli.render.markdown.table import markdown_table
from okrcli.render.markdown.text import markdown_text

_COLUMNS = ("Key result", "", "Owner", "Last check-in", "Next check-in", "Rhythm")
_GLYPHS = glyphs(ascii_only=False)


def due_markdown(dues: Dues) -> str:
    """Write it as a document with a table."""
    return "\n\n".join(_blocks(dues)) + "\n"


def _blocks(dues: Dues) -> Iterator[str]:
    whose = "" if dues.whose is None else f" of {markdown_text(dues.whose)}"
    yield f"# Check-ins{whose}: {summary_words(dues)}"
    yield from incomplete_markdown(dues.moment.history)
    yield opening_markdown(dues.moment)
    yield from left_out(dues)
    cycle = home(dues)
    rows = [_row(each, dues, cycle) for each in shown(dues)]
    if rows:
        yield markdown_table(_COLUMNS, rows)
        yield "Rhythm: " + " · ".join(strip_legend(_GLYPHS))


def _row(owed: Owed, dues: Dues, cycle: str) -> list[str]:
    return [
        f"**{markdown_text(owed.key.seen_from(cycle))}**",
        markdown_text(owed.title),
        markdown_text(owed.owner or ""),
        "never" if owed.last is None else str(owed.last),
        state_words(owed, dues.moment.now),
        strip(owed.rhythm, _GLYPHS),
    ]

"""How every report for people says that it could not see all of the history."""

from collections.abc import Iterator

from rich.text import Text

from okrcli.model.series import HistoryFacts
from okrcli.render import palette
from okrcli.render.fit import wrap
from okrcli.render.glyphs import Glyphs
from okrcli.render.markdown_text import markdown_text

_LINES = 8
_SOME = "some of it could not be seen"


def incomplete_lines(history: HistoryFacts, width: int, glyphs: Glyphs) -> Iterator[Text]:
    """Warn on a terminal, where there is a reason to."""
    if not history.complete:
        warning = f"! history is incomplete: {glyphs.say(history.gap or _SOME)}"
        for line in wrap(warning, width, _LINES, glyphs.ellipsis):
            yield Text(line, palette.WARNING)


def incomplete_markdown(history: HistoryFacts) -> Iterator[str]:
    """Warn in a Markdown document, where there is a reason to."""
    if not history.complete:
        yield f"> **History is incomplete:** {markdown_text(history.gap or _SOME)}"

"""A rhythm in a few signs, the oldest window first, and in words."""

from collections.abc import Iterator, Sequence

from okrcli.analysis.progress.report import Status
from okrcli.analysis.progress.rhythm import Beat, Window, kept
from okrcli.render.glyphs import Glyphs

WEEKS = 8  # as many windows as people are shown


def strip(windows: Sequence[Window], glyphs: Glyphs) -> str:
    """Draw the last windows, a sign for each."""
    return "".join(_sign(each.beat, glyphs) for each in windows[-WEEKS:])


def strip_legend(glyphs: Glyphs) -> Iterator[str]:
    """Explain the signs."""
    for beat in Beat:
        yield f"{_sign(beat, glyphs)} {beat.value.replace('-', ' ')}"


def _sign(beat: Beat, glyphs: Glyphs) -> str:
    like = {
        Beat.ON_TIME: Status.ACHIEVED,
        Beat.LATE: Status.PARTIAL,
        Beat.MISSED: Status.MISSED,
    }
    return glyphs.status[like[beat]] if beat in like else glyphs.dot


def share_on_time(windows: Sequence[Window]) -> str:
    """Say how many check-ins came in time."""
    on_time, over = kept(windows)
    return f"{on_time} of {over} on time" if over else ""

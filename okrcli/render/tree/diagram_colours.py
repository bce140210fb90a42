"""The colours of boxes: white letters are read on each of them, on light and on dark pages."""

from collections.abc import Mapping

from okrcli.analysis.progress.report import Status
from okrcli.render.tree.diagram import PILLAR, TEAM, VISION
from okrcli.render.tree.words import DRAFT

_GREY = "#57606a"

FILLS: Mapping[str, str] = {
    Status.AT_RISK: "#b42318",
    Status.BEHIND: "#8a5a00",
    Status.OUTDATED: "#7a3e9d",
    Status.ON_TRACK: "#1a7f37",
    Status.ACHIEVED: "#0f5323",
    Status.PARTIAL: "#8a5a00",
    Status.MISSED: "#8c1d18",
    Status.CLOSING: "#0b6477",
    Status.NOT_STARTED: _GREY,
    Status.NOT_MEASURED: _GREY,
    Status.DROPPED: _GREY,
    DRAFT: _GREY,
    VISION: "#1f3a5f",
    PILLAR: "#2f5d8a",
    TEAM: "#2f5d8a",
}
DASHED = frozenset({Status.DROPPED.value, DRAFT})
EDGE = "#8c959f"  # a line that is seen on light and on dark

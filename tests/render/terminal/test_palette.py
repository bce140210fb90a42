"""Every status has its colour."""

from rich.style import Style

from okrcli.analysis.progress.report import Status
from okrcli.render.terminal import palette
from okrcli.render.terminal.bars import Part


def test_every_status_has_a_style_that_rich_understands() -> None:
    assert set(palette.STATUS) == set(Status)
    assert all(Style.parse(style) for style in palette.STATUS.values())


def test_the_done_part_of_a_bar_has_the_colour_of_its_status() -> None:
    assert palette.of_bar(Part.DONE, "red") == "red"
    assert {palette.of_bar(part, "red") for part in Part} == {"red", "bold", "dim"}

"""Lines become what is printed."""

from rich.text import Text

from okrcli.render.terminal.paint import paint


def _lines() -> list[Text]:
    return [Text().append("red", "red").append("   ", "dim"), Text(), Text("[b]x[/b] :tada: " * 20)]


def test_without_colour_there_is_no_escape_and_no_trailing_space() -> None:
    assert paint(_lines(), color=False) == "red\n\n" + ("[b]x[/b] :tada: " * 20).rstrip() + "\n"


def test_colours_are_the_terminal_s_own_and_nothing_is_broken_or_read_as_markup() -> None:
    painted = paint(_lines(), color=True)
    assert painted.startswith("\x1b[31mred\x1b[0m\n\n")
    assert painted.endswith(("[b]x[/b] :tada: " * 20).rstrip() + "\n")

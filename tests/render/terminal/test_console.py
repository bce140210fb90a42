"""What an environment says of colour, width and encoding."""

from collections.abc import Mapping

import pytest

from okrcli.render.terminal.console import Terminal, terminal


@pytest.mark.parametrize(
    ("environ", "isatty", "color"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"TERM": "dumb"}, True, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "3", "TERM": "dumb"}, False, True),
        ({"FORCE_COLOR": "0"}, True, False),
        ({"FORCE_COLOR": "false"}, True, False),
        ({"FORCE_COLOR": ""}, True, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
    ],
)
def test_colour_is_for_terminals_and_for_who_asks(
    environ: Mapping[str, str], *, isatty: bool, color: bool
) -> None:
    assert terminal(environ, isatty, 80, "utf-8").color is color


@pytest.mark.parametrize(
    ("columns_variable", "columns", "width"),
    [
        ("", 100, 100),
        ("120", 100, 120),
        ("0", 100, 100),
        ("x", 100, 100),
        ("²", 0, 80),
        ("", 0, 80),
    ],
)
def test_the_width_is_columns_else_the_terminal_s_else_80(
    columns_variable: str, columns: int, width: int
) -> None:
    assert terminal({"COLUMNS": columns_variable}, True, columns, "utf-8").width == width  # noqa: FBT003 - as stdout


@pytest.mark.parametrize(
    ("encoding", "ascii_only"),
    [
        ("utf-8", False),
        ("UTF8", False),
        ("utf-16", False),
        ("ascii", True),
        ("cp1252", True),
        ("?", True),
    ],
)
def test_an_encoding_without_line_drawing_gets_ascii(encoding: str, *, ascii_only: bool) -> None:
    assert terminal({}, True, 80, encoding) == Terminal(80, color=True, ascii_only=ascii_only)  # noqa: FBT003 - as stdout

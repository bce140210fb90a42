"""What changes, as a diff."""

from okrcli.render.diff import diff
from okrcli.render.style import Style


def test_a_diff_names_the_file_and_shows_the_lines_around() -> None:
    assert diff("okrs/a.yaml", "a: 1\nb: 2\n", "a: 1\nb: 3\n", Style()) == (
        "--- a/okrs/a.yaml\n+++ b/okrs/a.yaml\n@@ -1,2 +1,2 @@\n a: 1\n-b: 2\n+b: 3\n"
    )


def test_nothing_changed_is_no_diff() -> None:
    assert diff("a.yaml", "a: 1\n", "a: 1\n", Style()) == ""


def test_carriage_returns_and_a_missing_line_break_stay_and_other_controls_are_shown() -> None:
    shown = diff("a\x1b.yaml", "a: 1\r\nb", "a: \x1b[2J\r\nb\n", Style())
    assert shown.splitlines(keepends=True)[:2] == ["--- a/a\\x1b.yaml\n", "+++ b/a\\x1b.yaml\n"]
    assert "-a: 1\r\n-b\n\\ No newline at end of file\n+a: \\x1b[2J\r\n+b\n" in shown


def test_a_terminal_gets_colours() -> None:
    shown = diff("a", "1\n", "2\n", Style(colour=True))
    assert "\x1b[1;31m-1\x1b[0m" in shown
    assert "\x1b[32m+2\x1b[0m" in shown

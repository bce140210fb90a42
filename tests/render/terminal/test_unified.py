"""A change as a unified diff."""

from okrcli.render.terminal.style import Style
from okrcli.render.terminal.unified import unified


def test_a_diff_names_the_file_and_shows_the_lines_around() -> None:
    assert unified("okrs/a.yaml", b"a: 1\nb: 2\n", b"a: 1\nb: 3\n", Style()) == (
        "--- a/okrs/a.yaml\n+++ b/okrs/a.yaml\n@@ -1,2 +1,2 @@\n a: 1\n-b: 2\n+b: 3\n"
    )


def test_nothing_changed_is_no_diff() -> None:
    assert unified("a.yaml", b"a: 1\n", b"a: 1\n", Style()) == ""


def test_a_file_that_comes_or_goes_is_named_so() -> None:
    assert unified("a", None, b"1\n", Style()).startswith("--- /dev/null\n+++ b/a\n")
    assert unified("a", b"1\n", None, Style()).startswith("--- a/a\n+++ /dev/null\n")


def test_what_git_needs_stays_and_what_does_harm_is_shown() -> None:
    shown = unified("a\x1b.yaml", b"a: 1\r\nb", b"a: \x1b[2J\r\nb\n", Style())
    assert shown.split("\n")[:2] == ["--- a/a\\x1b.yaml", "+++ b/a\\x1b.yaml"]
    assert "-a: 1\r\n-b\n\\ No newline at end of file\n+a: \\x1b[2J\r\n+b\n" in shown
    marked = unified("a", b"\xef\xbb\xbfa\nb\n", b"\xef\xbb\xbfa\nc\xef\xbb\xbf\n", Style())
    assert " \ufeffa\n-b\n+c\\ufeff\n" in marked


def test_a_terminal_gets_colours() -> None:
    shown = unified("a", b"1\n", b"2\n", Style(colour=True))
    assert "\x1b[1;31m-1\x1b[0m" in shown
    assert "\x1b[32m+2\x1b[0m" in shown

"""Texts from files stay texts in Markdown."""

import pytest

from okrcli.render.markdown.text import markdown_text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Plain words, 36.5% (and more)", "Plain words, 36.5% (and more)"),
        ("a | b", r"a \| b"),
        ("`code` *bold* ~~gone~~", r"\`code\` \*bold\* \~\~gone\~\~"),
        ("[text](url)", r"\[text\](url)"),
        ("<script>&amp;", "&lt;script&gt;&amp;amp;"),
        ("@ana", "@&#8203;ana"),
        ("see #12, the #first", "see #&#8203;12, the #first"),
        ("snake_case _slanted_", r"snake_case \_slanted\_"),
        ("two\nlines\r\n", "two lines"),
        ("\x1b[31m", r"\\x1b\[31m"),
        ("$x$", r"\$x\$"),
    ],
)
def test_nothing_in_a_text_is_markup(text: str, written: str) -> None:
    assert markdown_text(text) == written

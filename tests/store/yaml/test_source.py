"""Reading YAML: the values, and every limit with its name."""

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.model.source import Span
from okrcli.store.yaml.source import Document, Unreadable, read_plain, read_strict, text_of


def refused(text: str | bytes) -> Unreadable:
    data = text.encode() if isinstance(text, str) else text
    start = time.perf_counter()
    with pytest.raises(Unreadable) as caught:
        read_strict(data)
    assert time.perf_counter() - start < 2
    return caught.value


def test_a_document_is_its_text_and_its_value() -> None:
    assert read_strict(b"a: 1\nb: [x, 2.5]\n") == ("a: 1\nb: [x, 2.5]\n", {"a": 1, "b": ["x", 2.5]})


@pytest.mark.parametrize("word", ["no", "on", "yes", "12:30", "2026-11-17", "5%", "~x"])
def test_what_yaml_1_1_took_for_something_else_is_text(word: str) -> None:
    assert read_strict(f"a: {word}".encode()).value == {"a": word}


def test_a_byte_order_mark_and_crlf_are_fine() -> None:
    assert read_strict(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n") == ("a: 1\r\nb: 2\r\n", {"a": 1, "b": 2})


def test_an_empty_file_holds_nothing() -> None:
    assert read_strict(b"").value is None
    assert read_strict(b"# only a comment\n").value is None


def test_a_leading_document_mark_is_fine() -> None:
    assert read_strict(b"---\na: 1\n").value == {"a": 1}


def test_a_list_is_one_document() -> None:
    assert read_strict(b"- a\n- b\n").value == ["a", "b"]
    assert read_strict(b"---\n- a\n").value == ["a"]


def test_several_documents_are_refused_at_the_second() -> None:
    error = refused("a: 1\n---\nb: 2\n")
    assert "2 YAML documents" in error.message
    assert error.span == Span(2, 1, 2, 4)


def test_a_large_file_is_refused() -> None:
    error = refused(b"a: " + b"x" * 10_000_000)
    assert error.rule == "unreadable-file"
    assert "256 KiB" in error.message


def test_a_file_at_the_limit_is_read() -> None:
    assert read_strict(b"a: " + b"x" * (256 * 1024 - 3)).value


def test_bytes_that_are_no_utf8_are_named_with_their_place() -> None:
    error = refused(b"a: 1\nb: caf\xe9\n")
    assert error.rule == "unreadable-file"
    assert error.message == "byte 11 (0xE9) is not UTF-8"
    assert error.span == Span(2, 7, 2, 8)


def test_the_byte_is_counted_with_the_byte_order_mark() -> None:
    assert "byte 6 (" in refused(b"\xef\xbb\xbfa: \xff").message


def test_utf16_is_called_by_its_name() -> None:
    assert "UTF-16" in refused("a: 1".encode("utf-16")).message


@pytest.mark.parametrize("code", [0, 7, 0x1B, 0x7F, 0x85, 0x9F, 0x202E, 0x2066, 0x2028, 0xFEFF])
def test_characters_that_deceive_a_reader_are_refused_at_their_place(code: int) -> None:
    error = refused(f"a: 1\nb: x{chr(code)}y\n")
    assert f"U+{code:04X}" in error.message
    assert error.span == Span(2, 5, 2, 6)


def test_an_escape_for_a_control_character_is_refused() -> None:
    error = refused('a: 1\nb: "x\\u001b[31m"\n')
    assert "control character" in error.message
    assert error.span == Span(2, 4, 2, 17)


def test_other_scripts_and_emoji_are_fine() -> None:
    assert read_strict("a: Ünïcödé 目標 🚀\u00a0x".encode()).value


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", ">>>>>>> topic", "=======", "||||||| base"])
def test_merge_conflict_marks_are_called_by_their_name(mark: str) -> None:
    error = refused(f"a: 1\n{mark}\nb: 2\n")
    assert "merge conflict" in error.message
    assert error.span == Span(2, 1, 2, len(mark) + 1)


def test_a_line_of_a_text_that_looks_like_a_conflict_mark_is_fine() -> None:
    assert read_strict(b"a: |\n  =======\n  <<<<<<< x\n").value


def test_32_levels_are_fine_and_33_are_not() -> None:
    assert read_strict(b"a: " + b"[" * 31 + b"]" * 31).value
    error = refused("a: " + "[" * 32 + "]" * 32)
    assert "32 deep" in error.message
    assert error.span is not None


@pytest.mark.parametrize(
    "bomb",
    [
        "[" * 100_000,
        "{" * 100_000,
        "[" * 100_000 + "]" * 100_000,
        "- " * 100_000,
        "? " * 100_000,
        "- ? " * 60_000,
        "-\t" * 100_000,
        "{a: " * 60_000,
        "\r".join("- " * 100 for _ in range(100)),
        "".join(" " * n + "a:\n" for n in range(700)),
        "".join("- " * n + "\n" for n in range(1, 500)),
    ],
    ids=lambda text: text[:8],
)
def test_deep_nesting_neither_crashes_nor_hangs(bomb: str) -> None:
    assert "32 deep" in refused(bomb).message
    read_plain(bomb.encode())


def test_deep_nesting_does_not_overflow_a_small_stack() -> None:
    code = (
        "import sys, threading\n"
        "from okrcli.store.yaml.source import read_plain, spans\n"
        "threading.stack_size(512 * 1024)\n"
        "texts = ['- ' * 120_000, '? ' * 49 + '\\n' + '? ' * 49, '[' * 254 + ']' * 254]\n"
        "texts += [''.join(' ' * n + 'a:\\n' for n in range(99)) + ' ' * 99 + '[' * 254]\n"
        "def work():\n"
        "    for text in texts:\n"
        "        read_plain(text.encode())\n"
        "        spans(text, [((), False)])\n"
        "thread = threading.Thread(target=work)\n"
        "thread.start(); thread.join(); print('alive')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout == "alive\n"


def test_long_rows_of_dashes_in_a_text_are_no_nesting() -> None:
    row = "- " * 60
    assert read_strict(f"a: |\n  {row}\n  {'-' * 200}\n".encode()).value


@pytest.mark.parametrize(
    ("text", "name", "span"),
    [
        ("a: &x 1\n", "anchor", Span(1, 4, 1, 5)),
        ("a: &x 1\nb: *x\n", "anchor", Span(1, 4, 1, 5)),
        ("# &c\na: 1\nb: [2, &x 3]\n", "anchor", Span(3, 8, 3, 9)),
        ("- &a x\n", "anchor", Span(1, 3, 1, 4)),
        ("a: !!str 1\n", "tag", Span(1, 4, 1, 5)),
        ("a: !\n", "tag", Span(1, 4, 1, 5)),
        ("a:\n  !x\n  b: 1\n", "tag", Span(2, 3, 2, 4)),
        ('{"a":!x 1}\n', "tag", Span(1, 6, 1, 7)),
        ("%YAML 1.2\n---\na: 1\n", "directive", Span(1, 1, 1, 2)),
        ("<<: {a: 1}\n", "merge key", Span(1, 1, 1, 3)),
    ],
)
def test_what_reaches_beyond_plain_values_is_refused(text: str, name: str, span: Span) -> None:
    error = refused(text)
    assert name in error.message
    assert error.span == span


def test_an_alias_bomb_is_refused_at_once() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]" for n in range(1, 20))]
    assert "anchor" in refused("\n".join(lines)).message
    start = time.perf_counter()
    assert read_plain("\n".join(lines).encode()) is None
    assert time.perf_counter() - start < 2


def test_a_merge_bomb_is_refused_at_once() -> None:
    lines = [
        "a0: &a0 {x: 1}",
        *(f"a{n}: &a{n}\n  <<: [*a{n - 1}, *a{n - 1}]" for n in range(1, 25)),
    ]
    refused("\n".join(lines))
    start = time.perf_counter()
    read_plain("\n".join(lines).encode())
    assert time.perf_counter() - start < 2


def test_indicators_inside_texts_and_comments_are_fine() -> None:
    text = (
        "a: R&D, &c * d ! # &x *y !z\n"
        "b: Wow, *this* works\n"
        "c: '&x'\n"
        'd: ["*y", "!z", 50%]\n'
        "e: |\n  * one\n  * two\n  !three\n  %four\n"
        "f: >\n  &five\n"
    )
    value = read_strict(text.encode()).value
    assert isinstance(value, dict)
    assert value["e"] == "* one\n* two\n!three\n%four\n"


@pytest.mark.parametrize("key", ["1", "true", "~", "1.5", "[a]", "{a: 1}"])
def test_a_key_that_is_no_text_is_refused(key: str) -> None:
    assert "not text" in refused(f"? {key}\n: x\n").message


def test_a_key_may_be_a_number_without_end() -> None:
    assert "not text" in refused(f"? {'9' * 5000}\n: x\n").message


@pytest.mark.parametrize("number", [".inf", "-.INF", ".nan", "1e400", "9" * 400])
def test_a_number_that_is_not_finite_is_refused_at_its_place(number: str) -> None:
    error = refused(f"a:\n  - b: {number}\n")
    assert "not finite" in error.message
    assert error.span == Span(2, 8, 2, 8 + len(number))


def test_a_repeated_key_is_refused_at_its_second_place() -> None:
    error = refused("a: 1\nb:\n  - c: 1\n    d: 2\n    c: 3\n")
    assert error.rule == "duplicate-key"
    assert error.message == "`c` is there already, in line 3"
    assert error.span == Span(5, 5, 5, 6)


@pytest.mark.parametrize(
    ("text", "message", "hint", "line"),
    [
        ("a:\n\tb: 1", "a tab in the indentation", "spaces", 2),
        ("title: Cut: time", "`: ` in it is not in quotes", 'title: "Cut: time"', 1),
        ("- title: Cut: time", "`: ` in it is not in quotes", 'title: "Cut: time"', 1),
        ("a: b\n  c: d", "a field where none can begin", "indent", 2),
        ("a:\n  b: 1\n c: 2", "does not fit the indentation", "indent", 3),
        ("a: 'x", "a quote is opened", "close it", 1),
        ("a: [1, 2", "a bracket is opened", "close it", 1),
        ("a: ]", "closes nothing", "quotes", 1),
        ("unit: %", "cannot begin with `%`", '"%"', 1),
        ("a: @ana", "cannot begin with `@`", '"@ana"', 1),
        ("a: `x`", "cannot begin with ```", '"`x`"', 1),
        ("a: 'it's'", "after the closing quote", "''", 1),
        ("a: - b", "`-` does not begin its own line", "next line", 1),
        ('a: "\\q"', "a backslash", "twice", 1),
        ("a: *x", "begins with `&` or `*`", "quotes", 1),
        ("- a\nb: 1", "neither an entry", "- ", 2),
    ],
)
def test_a_mistake_is_told_in_one_sentence(text: str, message: str, hint: str, line: int) -> None:
    error = refused(text)
    assert error.rule == "invalid-yaml"
    assert message in error.message
    assert hint in (error.hint or "")
    assert error.span is not None
    assert error.span.line == line


PIECES = st.sampled_from(
    [
        "a",
        "b: ",
        "- ",
        "\n",
        "  ",
        "[",
        "]",
        "{",
        "}",
        '"',
        "'",
        "&a ",
        "*a",
        "!t ",
        "|\n",
        "? ",
        ": ",
        "#",
        "%",
        "\t",
        "\r\n",
        "---\n",
        "...\n",
        "\\u0000",
        "1",
        ".nan",
        "\x00",
        "\u2028",
    ]
)


def outcome(data: bytes) -> Document | Unreadable:
    try:
        return read_strict(data)
    except Unreadable as error:
        return error


@given(st.binary(max_size=300) | st.lists(PIECES, max_size=40).map(lambda p: "".join(p).encode()))
def test_any_bytes_end_in_a_value_or_unreadable(data: bytes) -> None:
    plain = read_plain(data)
    result = outcome(data)
    if isinstance(result, Unreadable):
        assert result.rule in {"invalid-yaml", "duplicate-key", "unreadable-file"}
        assert result.message
    else:
        assert isinstance(result.value, list) or plain == result.value


def test_history_is_read_leniently() -> None:
    assert read_plain(b"a: &x 1\nb: *x\n") == {"a": 1, "b": 1}
    assert read_plain(b"\xef\xbb\xbfa: \x1b\n") == {"a": "\x1b"}


@pytest.mark.parametrize(
    "data", [b"a: 1\na: 2\n", b"a: 1\n---\nb: 2\n", b"\xff", b"a: [", b"a: 1\x00b", b"x" * 300_000]
)
def test_history_has_nothing_for_what_is_no_document(data: bytes) -> None:
    assert read_plain(data) is None


def test_the_text_of_a_refused_file_is_there_for_an_excerpt() -> None:
    assert text_of(b"\xef\xbb\xbfa: caf\xe9\n") == "a: caf\ufffd\n"


def test_lists_that_hold_the_same_as_several_documents_are_told_apart() -> None:
    assert read_strict(b"- [a]\n").value == [["a"]]
    assert read_strict(b"[]\n").value == []
    assert "documents" in refused("a\n--- |\n  x\n... \n--- b\n").message


def test_a_merge_key_in_a_list_of_mappings_has_its_place() -> None:
    assert refused("a:\n  - b: 1\n  - <<: {c: 2}\n").span == Span(3, 5, 3, 7)

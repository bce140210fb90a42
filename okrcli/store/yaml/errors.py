"""What is wrong with a YAML text, in one sentence, from the parser's own words."""

import re

from okrcli.model.source import Span
from okrcli.store.yaml.limits import Unreadable, too_deep

_PLACE = re.compile(r"YAML parse error at line (\d+), column (\d+)")
_FORBIDDEN_START = re.compile(r"unexpected character: `(.)'")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")

_SENTENCES = (
    (
        "unclosed bracket",
        "a bracket is opened here and never closed",
        "close it; a text that begins with a bracket needs quotes",
    ),
    (
        "unclosed quote",
        "a quote is opened here and never closed",
        "close it; a text with a quote in it needs the other kind around it",
    ),
    ("tabs disallowed", "a tab in the indentation", "indent with spaces"),
    (
        "mapping keys are not allowed",
        "a text begins with `?` here",
        "put the text in quotes",
    ),
    (
        "block sequence entries are not allowed",
        "a list's `-` does not begin its own line",
        'begin the list on the next line; a text that begins with "- " needs quotes',
    ),
    (
        '"-" is only valid inside a block',
        "a `-` between brackets",
        "separate the entries by commas, or begin each with `- ` on a line of its own",
    ),
    (
        "invalid trailing content after double-quoted scalar",
        "there is more after the closing quote",
        "put the whole text in quotes; a quote inside is written \\\" in \"...\", and '' in '...'",
    ),
    (
        "unknown escape character",
        "a backslash inside double quotes that escapes nothing",
        "write it twice, or use single quotes",
    ),
    ("surrogate", "an escape inside double quotes that is no character", None),
    (
        "misplaced bracket",
        "a closing bracket that closes nothing",
        "delete it, or put the text in quotes",
    ),
    (
        "comments must be separated",
        "a `#` with no space before it",
        "put a space before a comment; a text with `#` in it needs quotes",
    ),
    (
        "did not find expected '-' indicator",
        "this line is neither an entry of the list above nor beside it",
        "begin it with `- `, or indent it as the lines that it belongs to",
    ),
    (
        "did not find expected key",
        "this line does not fit the indentation of the lines above",
        "indent it as the lines that it belongs to",
    ),
    (
        "flow sequence",
        "a list in brackets is not written as `[a, b]`",
        "separate its entries by one comma each",
    ),
    (
        "flow mapping",
        "a mapping in braces is not written as `{a: 1, b: 2}`",
        "separate its fields by one comma each",
    ),
    (
        "document start",
        "there is more after the end of the document",
        "a file holds one mapping; indent what belongs to a field",
    ),
    (
        "anchor",
        "a text begins with `&` or `*` here",
        "put the text in quotes; anchors and aliases are not allowed",
    ),
    ("tag", "a text begins with `!` here", "put the text in quotes; tags are not allowed"),
)


def explain(error: str, text: str) -> Unreadable:
    """Turn the parser's message into a finding at the place that it names."""
    reason = error.rstrip().rsplit("\n", 1)[-1]
    if reason == "recursion limit exceeded":
        return too_deep()
    place = _PLACE.match(error)
    if place is None:
        return Unreadable("invalid-yaml", f"the file is not YAML: {reason}")
    line, column = int(place[1]), int(place[2])
    written = _line(text, line)
    message, hint = _sentence(reason, written, column)
    return Unreadable("invalid-yaml", message, hint, _span(line, column, written))


def _sentence(reason: str, written: str, column: int) -> tuple[str, str | None]:
    start = _FORBIDDEN_START.match(reason)
    if start is not None:
        rest = written[column - 1 :].strip()
        quoted = f": {_quoted(rest)}" if 0 < len(rest) <= 60 else ""  # noqa: PLR2004 - fits a line
        return f"a text cannot begin with `{start[1]}`", f"put it in quotes{quoted}"
    if "mapping values are not allowed" in reason:
        return _colon(written, column)
    for words, message, hint in _SENTENCES:
        if words in reason:
            return message, hint
    return f"not YAML: {reason}", None


def _colon(written: str, column: int) -> tuple[str, str | None]:
    """Tell a text with a colon in it from a line that is indented too far."""
    field = re.match(r"\s*(?:- +)*([^\s:][^:]*): +(.+)", written[: column - 1])
    if field is None:
        return (
            "a field where none can begin",
            "indent it as its neighbours; the field above has a value already",
        )
    value = written[field.start(2) :].strip()
    hint = f"put the text in quotes: {field[1]}: {_quoted(value)}"
    return "a text with `: ` in it is not in quotes", hint if len(hint) <= 120 else hint[:24]  # noqa: PLR2004 - fits a line


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _line(text: str, number: int) -> str:
    lines = _LINE_BREAK.split(text)
    return lines[number - 1] if number <= len(lines) else ""


def _span(line: int, column: int, written: str) -> Span:
    return Span(line, column, line, max(column + 1, len(written.rstrip()) + 1))

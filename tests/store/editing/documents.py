"""Documents in every style that people write: one value, many ways to spell it."""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml_rs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from okrcli.model.source import Step

Path = tuple[Step, ...]
TEXTS = (
    "Half of new shops",
    "no",
    "12:30",
    "a: b",
    "x # y",
    "it's",
    'say "hi"',
    "ünï 😀",
    "- dash",
    "50%",
    "~",
    "null",
    "1_000",
    "007",
    "0x1F",
    "[x]",
    "a, b",
    "{x}",
    "@home",
    "*star",
    "&and",
    "!bang",
    "trailing ",
    " leading",
    "ends:",
    "back\\slash",
    "2026-11-17",
    "true",
    "=",
    "<<",
    "...",
    "---",
    "6/10",
    "https://x.example/a?b=c#d",
    "",
)
LONG = (
    "first\nsecond",
    "first\n\n  third\n",
    "a: b\n# no comment\n",
    "x\n\n",
    " lead\nx",
    "\ttab\ny\n",
)
NUMBERS = (0, 5, -3, 36.5, 45.0, 0.1, 1e20, -1.5e-7, 1234567, 10**20)

texts = st.sampled_from(TEXTS)
scalars = st.one_of(
    texts,
    st.sampled_from(NUMBERS),
    st.booleans(),
    st.sampled_from(LONG),
    st.text("ab:# -'\"\n", max_size=8),
)


class Sample(NamedTuple):
    """A document, the value it has, and the places that its comments belong to."""

    content: bytes
    value: Any


@st.composite
def samples(draw: DrawFn) -> Sample:
    """Draw a document."""
    value = draw(_okr_files())
    return Sample(_Speller(draw).document(value), value)


def paths(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Yield every place of a value, and what is there."""
    if path:
        yield path, value
    below = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for step, item in below:
        yield from paths(item, (*path, step))


@st.composite
def _okr_files(draw: DrawFn) -> dict[str, object]:
    made: dict[str, object] = {"team": "growth", "cycle": draw(st.sampled_from(["2026-Q4", 2026]))}
    made["objectives"] = draw(st.lists(_objectives(), min_size=0, max_size=3))
    if draw(st.booleans()):
        made["x-own"] = draw(scalars)
    return made


@st.composite
def _objectives(draw: DrawFn) -> dict[str, object]:
    fields: dict[str, Any] = {"id": st.just("goal"), "title": texts, "owner": st.just("ana")}
    fields["why"] = scalars
    fields["supports"] = st.lists(texts, max_size=3)
    fields["key_results"] = st.lists(_key_results(), max_size=3)
    return draw(_some(fields))


@st.composite
def _key_results(draw: DrawFn) -> dict[str, object]:
    fields: dict[str, Any] = {
        "id": st.just("day7"),
        "title": texts,
        "unit": texts,
        "current": scalars,
        "note": scalars,
    }
    fields["milestones"] = st.lists(
        texts | _some({"title": texts, "done": st.booleans()}), max_size=3
    )
    fields["plan"] = st.lists(_some({"by": texts, "value": scalars}), max_size=2)
    return draw(_some(fields))


@st.composite
def _some(draw: DrawFn, fields: dict[str, st.SearchStrategy[Any]]) -> dict[str, object]:
    names = [name for name in fields if draw(st.integers(0, 3))] or [next(iter(fields))]
    if draw(st.integers(0, 4)) == 0:
        names = draw(st.permutations(names))
    return {name: draw(fields[name]) for name in names}


class _Speller:
    """Writes values down, choosing among all styles."""

    def __init__(self, draw: DrawFn) -> None:
        self.draw = draw
        self.step = draw(st.sampled_from([2, 2, 4, 3]))
        self.dash = draw(st.sampled_from([0, 2, 2, 4]))
        self.after_dash = draw(st.sampled_from([1, 1, 3]))
        self.chatty = draw(st.sampled_from([0, 0, 2]))
        self.brackets = draw(st.sampled_from([0, 1, 3]))

    def document(self, value: dict[str, object]) -> bytes:
        """Write a whole file."""
        lines = ["# head", ""] if self._maybe(self.chatty) else []
        lines += ["---"] if self._maybe(1) else []
        lines += self._mapping(value, 0, ())
        lines += ["..."] if self._maybe(1) else []
        line_break = self.draw(st.sampled_from(["\n", "\n", "\r\n"]))
        text = line_break.join(lines) + (line_break if self._maybe(8) else "")
        return (b"\xef\xbb\xbf" if self._maybe(1) else b"") + text.encode()

    def _maybe(self, tenths: int) -> bool:
        return bool(tenths) and self.draw(st.integers(0, 9)) < tenths

    def _mapping(self, value: dict[str, object], column: int, path: Path) -> list[str]:
        lines: list[str] = []
        for name, item in value.items():
            lines += self._above(column, (*path, name)) if lines else []
            key = f'"{name}"' if self._maybe(self.brackets) else name
            head, body = self._value(item, column, (*path, name), column + self.dash)
            lines += [
                f"{' ' * column}{key}:{' ' * (1 + self._maybe(1)) if head else ''}{head}",
                *body,
            ]
        return lines

    def _value(self, value: object, column: int, path: Path, dashes: int) -> tuple[str, list[str]]:
        """Write what follows a colon: the rest of its line, and the lines below."""
        comment = self._comment(path)
        if isinstance(value, dict | list) and (not value or self._maybe(self.brackets)):
            return self._flow(value) + comment, []
        if isinstance(value, dict):
            return comment, self._mapping(value, column + self.step, path)
        if isinstance(value, list):
            return comment, self._list(value, dashes, path)
        if isinstance(value, str) and _is_literal(value) and self._maybe(7):
            mark = "|" if value.endswith("\n") else "|-"
            body = value.removesuffix("\n").split("\n")
            return mark + comment, [
                " " * (column + self.step) + line if line else "" for line in body
            ]
        return self._scalar(value) + comment, []

    def _list(self, value: list[object], column: int, path: Path) -> list[str]:
        lines: list[str] = []
        for at, item in enumerate(value):
            here = (*path, at)
            lines += self._above(column, here)
            inner = column + 1 + self.after_dash
            if isinstance(item, dict) and item and not self._maybe(self.brackets):
                below = self._mapping(item, inner, here)
                below[0] = " " * column + "-" + " " * self.after_dash + below[0].lstrip(" ")
                lines += below
            else:
                head = self._flow(item) if isinstance(item, dict | list) else self._scalar(item)
                lines.append(
                    " " * column + "-" + " " * self.after_dash + head + self._comment(here)
                )
        return lines

    def _above(self, column: int, path: Path) -> list[str]:
        blank = [""] if self._maybe(self.chatty) else []
        return blank + (
            [" " * column + f"# above {said(path)}"] if self._maybe(self.chatty) else []
        )

    def _comment(self, path: Path) -> str:
        if self._maybe(1):
            return "  "
        return f"   #\tat {said(path)}" if self._maybe(self.chatty) else ""

    def _flow(self, value: object) -> str:
        gap = self.draw(st.sampled_from(["", " "]))
        if isinstance(value, dict):
            inner = [f"{name}: {self._flow(item)}" for name, item in value.items()]
            return "{" + gap + ", ".join(inner) + gap + "}"
        if isinstance(value, list):
            return "[" + gap + ", ".join(self._flow(item) for item in value) + gap + "]"
        return self._scalar(value, in_flow=True)

    def _scalar(self, value: object, *, in_flow: bool = False) -> str:
        if not isinstance(value, str):
            return json.dumps(value)
        styles = self.draw(st.permutations(['"', "'", ""]))
        for style in styles:
            if style == "'" and not re.search(r"[\n\t]", value):
                return "'" + value.replace("'", "''") + "'"
            if style == "" and _is_plain(value, in_flow=in_flow):
                return value
        return json.dumps(value, ensure_ascii=False)


def said(path: Path) -> str:
    """Write a path for a comment."""
    return "/".join(map(str, path)) + "/"


def _is_literal(value: str) -> bool:
    return bool(value.strip()) and value[0] not in " \t\n" and not value.endswith("\n\n")


def _is_plain(value: str, *, in_flow: bool) -> bool:
    if not re.fullmatch(r"[A-Za-z0-9 %/.@,'\"😀-🙏ü:_-]*", value) or value[:1] in "-@\"'%,: ":
        return False
    if value.endswith((" ", ":")) or ": " in value or (in_flow and re.search("[-,:]", value)):
        return False
    return bool(value) and yaml_rs.loads(f"x: {value}", parse_datetime=False) == {"x": value}

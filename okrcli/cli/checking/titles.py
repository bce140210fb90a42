"""How bare titles are judged: from the command line or from standard input, without a workspace."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.cli.finding_options import TitleKind
    from okrcli.model.finding import Finding
    from okrcli.render.findings.findings import Findings
    from okrcli.rules.words import WordRule

_FROM_INPUT = "-"


class Titles(NamedTuple):
    """Titles, one a line: where they come from, and what stands there."""

    name: str
    text: str

    @property
    def lines(self) -> Iterator[tuple[int, str]]:
        """Yield each title with the number of its line; empty lines are none."""
        for number, line in enumerate(self.text.split("\n"), 1):
            if line.strip():
                yield number, line


def titles(texts: Sequence[str], *of_files: object) -> Titles:
    """Take the title that was given, else those on standard input.

    `of_files` are options that only have a meaning for files; none of them may be set.
    """
    if any(of_files):
        raise UsageError("--title judges no files", "leave out --baseline and --changed")
    if len(texts) > 1:
        raise UsageError("--title judges one title", "put it in quotes, or write one a line to -")
    if texts and texts[0] != _FROM_INPUT:
        return Titles("<title>", texts[0])
    text = sys.stdin.buffer.read().decode("utf-8-sig", errors="replace")
    return Titles("<stdin>", text.replace("\r\n", "\n").replace("\r", "\n"))


def judge(
    kind: "TitleKind", given: Titles, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> "Findings":
    """Judge titles by the rules of words alone; their severities are the defaults."""
    from okrcli.render.findings.findings import Checked, Findings
    from okrcli.rules.runner import in_order

    rules = _rules(kind, select, ignore)
    lines = list(given.lines)
    found = [finding for line in lines for finding in _found(rules, given.name, *line)]
    counts = (len(lines), 0) if kind == "objective" else (0, len(lines))
    return Findings(
        in_order(found), Checked(*counts, files=1), {given.name: given.text}, files=[given.name]
    )


def _rules(kind: "TitleKind", select: Sequence[str], ignore: Sequence[str]) -> "Sequence[WordRule]":
    from okrcli.model.settings import Settings
    from okrcli.rules import RULES
    from okrcli.rules.choice import chosen, severity_of
    from okrcli.rules.words import About, WordRule

    settings = chosen(Settings(), select, ignore).lint
    judging = (rule for rule in RULES if isinstance(rule, WordRule) and rule.about is About(kind))
    return [rule for rule in judging if severity_of(rule, settings) is not None]


def _found(rules: "Sequence[WordRule]", name: str, number: int, line: str) -> "Iterator[Finding]":
    """Yield what some rules say of one title, each with its place in the line."""
    from okrcli.analysis.wording.title import read
    from okrcli.model.source import Source, Span
    from okrcli.rules.words import Judged

    title = line.strip()
    begin = line.index(title) + 1
    span = Span(number, begin, number, begin + len(title))
    judged = Judged(read(title))
    for rule in rules:
        remark = rule.judge(judged) if judged.title.english else None
        if remark is not None:
            place = Source(name, (number - 1,))
            yield rule.finding(place, *remark)._replace(span=span)

"""Workflow commands, and the summary of the job."""

import re

import pytest

from okrcli.render.findings.findings import Findings
from okrcli.render.findings.github import findings_github
from okrcli.render.findings.markdown import findings_markdown
from tests.render.views import hostile, ordinary
from tests.running import Golden

COMMAND = re.compile(r"::(error|warning|notice) ((?:\w+=[^,:]*,?)+)::([^\r\n]*)")


def test_the_whole_output(golden: Golden) -> None:
    golden("findings/ordinary.github.txt", findings_github(ordinary()))
    golden("findings/ordinary.md", findings_markdown(ordinary()))


@pytest.mark.parametrize("view", [ordinary(), hostile()])
def test_each_finding_is_one_command_and_nothing_else_is(view: Findings) -> None:
    *commands, summary = findings_github(view).splitlines()
    assert len(commands) == len(view.findings)
    for command in commands:
        found = COMMAND.fullmatch(command)
        assert found is not None
        names = [pair.partition("=")[0] for pair in found[2].split(",")]
        assert names[:2] == ["file", "line"]
        assert names[-1] == "title"
    assert not summary.startswith("::")


def test_foreign_text_stays_what_it_is() -> None:
    text = findings_github(hostile())
    assert not set(text) & {"\x1b", "\x07", "\u202e"}
    assert "%250A" in text
    assert "\\x0a%3A%3Aerror%3A%3Aa" in text


def test_the_summary_is_a_table_that_foreign_text_cannot_leave() -> None:
    text = findings_markdown(hostile())
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert len(rows) == len(hostile().findings) + 2
    for row in rows:
        assert len(re.findall(r"(?<!\\)\|", row)) == 5
    assert "<script" not in text
    assert not re.search(r"(?<!\\)\]\(", text)


def test_a_long_list_is_cut_in_the_summary() -> None:
    view = ordinary()
    many = view._replace(findings=[view.findings[0]] * 1_502)
    text = findings_markdown(many)
    assert text.count("this is a link") == 500
    assert "1,002 more are in the log." in text


def test_no_findings_are_a_sentence() -> None:
    assert findings_markdown(Findings()).endswith("nothing was checked\n")

"""The tree as a nested list in GitHub flavoured Markdown."""

from collections.abc import Iterator

from okrcli.analysis.landscape.teams_report import TeamLine, TeamsTree
from okrcli.analysis.landscape.tree import Line, ObjectiveLine, Section, Tree
from okrcli.analysis.progress.report import Dated
from okrcli.render.markdown.text import markdown_text
from okrcli.render.numbers import percent
from okrcli.render.progress.markdown import SIGNS
from okrcli.render.tree.words import (
    IDLE,
    circle_words,
    counts,
    gap_phrase,
    heading,
    links_of,
    owner_of,
    state_of,
    title_of,
)
from okrcli.render.words import count, cycle_clock, history_phrase, status_word


def tree_markdown(tree: Tree | TeamsTree) -> str:
    """Write a tree as a document: the vision, and a list for each section."""
    blocks = _team_blocks(tree) if isinstance(tree, TeamsTree) else _blocks(tree)
    return "\n\n".join(blocks) + "\n"


def _blocks(tree: Tree) -> Iterator[str]:
    about = tree.about if tree.up is None else tree.up
    title = tree.organization.vision or tree.organization.name or "Objectives"
    if about is not None:
        title = about if isinstance(about, str) else about.ref
    yield f"# {markdown_text(title)}"
    yield from _opening(tree)
    several = len({line.key.cycle for line in tree.lines()}) > 1
    for section in tree.sections:
        words = heading(section, tree)
        if words is not None:
            yield f"## {markdown_text(words)}"
        yield "\n".join(_section(section, several=several)) or f"*{IDLE}*"
    if not any(section.lines for section in tree.sections):
        yield "No objectives to show."
    for circle in tree.circles:
        yield f"**A circle, cut where it begins:** {markdown_text(circle_words(circle))}"
    yield " · ".join(counts(tree))


def _opening(tree: Dated) -> Iterator[str]:
    if not tree.history.complete:
        gap = markdown_text(tree.history.gap or "some of it could not be seen")
        yield f"> **History is incomplete:** {gap}"
    cycles = [
        f"**{markdown_text(each.name)}** · {cycle_clock(each, tree.now)}" for each in tree.cycles
    ]
    yield " · ".join([*cycles, f"as of {tree.now}", f"history: {history_phrase(tree)}"])


def _section(section: Section, *, several: bool) -> Iterator[str]:
    least = min((line.level for line in section.lines), default=0)
    for line in section.lines:
        indent = "  " * (line.level - least)
        notes = links_of(line) if isinstance(line, ObjectiveLine) and not line.passing else ()
        told = (f"*{markdown_text(note)}*" for note in notes)
        yield f"{indent}- {'; '.join([_line(line, several=several), *told])}"


def _line(line: Line, *, several: bool) -> str:
    whole = isinstance(line, ObjectiveLine)
    title = markdown_text(title_of(line))
    name = line.key.key_result or ""
    if whole:
        name = line.key.seen_from("" if several else line.key.cycle)
    about = ", ".join(markdown_text(fact) for fact in (name, owner_of(line)) if fact)
    words = f"**{title}** ({about})" if whole else f"{title} ({about})"
    if line.passing:
        return words
    return f"{words}: {', '.join(_state(line))}"


def _state(line: Line) -> Iterator[str]:
    report = line.report
    sign = "" if report is None else f"{SIGNS[report.status]} "
    if report is not None and report.progress is not None:
        yield _measured(report.progress, report.expected)
    yield sign + (state_of(line) or "no numbers")
    if isinstance(line, ObjectiveLine):
        if line.support.progress is not None:
            gap = gap_phrase(line.support)
            apart = "" if gap is None else f" (**{gap}**)"
            yield f"supporters {percent(line.support.progress)}{apart}"
        if line.hidden:
            yield f"{line.hidden} below"


def _measured(progress: float, expected: float | None) -> str:
    return percent(progress) + ("" if expected is None else f" of {percent(expected)}")


def _team_blocks(tree: TeamsTree) -> Iterator[str]:
    yield f"# {markdown_text(tree.organization.name or 'Teams')}"
    yield from _opening(tree)
    yield "\n".join("  " * line.level + f"- {_team(line)}" for line in tree.lines) or "No teams."


def _team(line: TeamLine) -> str:
    report, team = line.report, line.report.team
    lead = "" if team.lead is None else f" ({markdown_text(team.lead)})"
    facts = [count(report.objectives, "objective")]
    facts += [
        f"{SIGNS[status]} {amount} {status_word(status)}"
        for status, amount in report.by_status.items()
    ]
    if report.progress is not None:
        facts.insert(0, _measured(report.progress, report.expected))
    if line.hidden:
        facts.append(f"{count(line.hidden, 'team')} below")
    return f"**{markdown_text(team.name or team.id)}**{lead}: {', '.join(facts)}"

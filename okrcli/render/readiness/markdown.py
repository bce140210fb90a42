"""What stands between drafts and the start of their cycle in GitHub flavoured Markdown."""

from collections.abc import Iterator

from okrcli.analysis.cycle.readiness import Obstacle, Readiness, TeamReadiness
from okrcli.model.finding import Finding
from okrcli.render.markdown.table import markdown_table
from okrcli.render.markdown.text import markdown_text
from okrcli.render.readiness.words import (
    clock_words,
    has_words,
    last_words,
    notes,
    state_words,
)

_COLUMNS = (*("Team", "State", "Has", "Errors", "Unaligned", "Dependencies", "Limits", "Warnings"),)
_COUNTED = (
    *(Obstacle.ERRORS, Obstacle.UNALIGNED, Obstacle.DEPENDENCIES),
    *(Obstacle.LIMITS, Obstacle.WARNINGS),
)
_STEP = "&nbsp;&nbsp;"


def readiness_markdown(readiness: Readiness) -> str:
    """Write it as a document: a table, and what stands in the way of each team."""
    return "\n\n".join(_blocks(readiness)) + "\n"


def _blocks(readiness: Readiness) -> Iterator[str]:
    yield f"# {markdown_text(readiness.cycle.name)}: {markdown_text(last_words(readiness))}"
    yield f"{clock_words(readiness)} · as of {readiness.now} · the files on disk"
    top = min((each.depth for each in readiness.teams), default=0)
    rows = [_row(each, each.depth - top) for each in readiness.teams]
    yield markdown_table(_COLUMNS, rows) if rows else "No team has any OKRs."
    for team in readiness.teams:
        if team.obstacles:
            yield f"## {markdown_text(team.team.name or team.team.id)}"
            yield "\n".join(_line(each) for each in team.obstacles)
    yield markdown_text("; ".join(notes(readiness)))


def _row(team: TeamReadiness, depth: int) -> list[str]:
    counts = (team.count(obstacle) for obstacle in _COUNTED)
    return [
        _STEP * depth + f"**{markdown_text(team.team.name or team.team.id)}**",
        state_words(team),
        has_words(team),
        *(str(number) if number else "" for number in counts),
    ]


def _line(finding: Finding) -> str:
    hint = "" if finding.hint is None else f" ({markdown_text(finding.hint)})"
    where = markdown_text(finding.ref or finding.source.path)
    return f"- [ ] **{where}** {markdown_text(finding.message)}{hint}"

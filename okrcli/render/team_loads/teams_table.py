"""The tree of teams for terminals and CI logs."""

from collections.abc import Iterator

from rich.text import Text

from okrcli.analysis.landscape.teams_report import TeamLine, TeamsTree
from okrcli.analysis.progress.report import Status
from okrcli.render.glyphs import glyphs
from okrcli.render.progress.rows import Rows
from okrcli.render.terminal import palette
from okrcli.render.terminal.fit import flow
from okrcli.render.terminal.guides import Guides
from okrcli.render.terminal.layout import layout
from okrcli.render.terminal.moment_head import opening
from okrcli.render.terminal.paint import paint
from okrcli.render.tree.rows import TreeRows, tree_layout
from okrcli.render.words import count, status_word

_BLANK = Text()


def teams_table(tree: TeamsTree, *, width: int, color: bool, ascii_only: bool = False) -> str:
    """Write the teams so that lines fit into `width` cells (from 20 on)."""
    rows = Rows(tree_layout(layout(width, glyphs(ascii_only=ascii_only))), tree.now)
    return paint(_lines(tree, rows), color=color)


def _lines(tree: TeamsTree, rows: Rows) -> Iterator[Text]:
    yield from opening(tree, rows.layout)
    yield _BLANK
    written = TreeRows(rows)
    guides = written.guides([line.level for line in tree.lines])
    for line, guide in zip(tree.lines, guides, strict=True):
        yield from _team(line, guide, rows, written)
    yield _BLANK if tree.lines else Text("No teams to show.")
    if tree.hidden:
        words = f"{tree.hidden} more below: name a team, or say how deep (--depth N)"
        yield from (Text(line, palette.STRONG) for line in rows.layout.paragraph(words, 0, 4))
    yield from _legend(tree, rows)


def _team(line: TeamLine, guide: Guides, rows: Rows, written: TreeRows) -> Iterator[Text]:
    facts, say = line.report, rows.layout.glyphs.say
    team = facts.team
    words = Text(say(team.name or team.id), palette.STRONG)
    told = [say(team.lead) if team.lead else "no lead"] if line.listed else ["in no list of teams"]
    if not facts.objectives:
        told.append("no objectives")
    if line.hidden:
        told.append(f"{count(line.hidden, 'team')} below")
    words.append("".join(f" {rows.layout.glyphs.dot} {fact}" for fact in told), palette.DIM)
    signs = Text(" ").join(
        Text(f"{rows.layout.glyphs.status[status]} {amount}", palette.STATUS[status])
        for status, amount in facts.by_status.items()
    )
    meter = rows.meter(facts.progress, facts.expected) if facts.objectives else Text()
    yield from written.row(guide, [words], [[meter, signs]])


def _legend(tree: TeamsTree, rows: Rows) -> Iterator[Text]:
    glyphs = rows.layout.glyphs
    seen = {status for line in tree.lines for status in line.report.by_status}
    signs = [f"{glyphs.mark} expected by now", "objectives by status"]
    signs += [f"{glyphs.status[each]} {status_word(each)}" for each in Status if each in seen]
    items = (Text(sign, palette.DIM) for sign in signs)
    yield from flow(items, rows.layout.width, f" {glyphs.dot} ", glyphs.ellipsis)

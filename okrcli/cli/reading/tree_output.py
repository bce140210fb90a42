"""Where a tree goes: a format, to standard output or to a file."""

# ruff: noqa: PLC0415 - only the renderer that is asked for is imported

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Option

from okrcli.cli.options import TreeFormat
from okrcli.cli.session import Session

if TYPE_CHECKING:
    from okrcli.analysis.landscape.teams_report import TeamsTree
    from okrcli.analysis.landscape.tree import Tree
    from okrcli.render.terminal.console import Terminal

TreeFile = Annotated[
    Path | None, Option("--output", "-o", metavar="FILE", help="Write it to a file.")
]
_WIDTH_OF_A_FILE = 100
_DRAWN = frozenset({TreeFormat.MERMAID, TreeFormat.SVG})


def put(
    session: Session, tree: "Tree | TeamsTree", output_format: TreeFormat, file: Path | None
) -> None:
    """Write a tree to standard output, or to a file."""
    from okrcli.render.terminal.console import Terminal

    if output_format in _DRAWN and tree.history.gap is not None:  # a drawing has no place for it
        session.warn(tree.history.gap)
    if file is None:
        session.emit(_text(tree, output_format, session.terminal()))
        return
    from okrcli.store.replace import replace_file

    plain = Terminal(_WIDTH_OF_A_FILE, color=False, ascii_only=False)
    replace_file(session.folder / file, _text(tree, output_format, plain))


def _text(tree: "Tree | TeamsTree", output_format: TreeFormat, terminal: "Terminal") -> str:
    match output_format:
        case TreeFormat.TABLE:
            return _table(tree, terminal)
        case TreeFormat.JSON:
            from okrcli.render.tree.json import tree_json

            return tree_json(tree)
        case TreeFormat.MERMAID:
            from okrcli.render.tree.mermaid import tree_mermaid

            return tree_mermaid(tree)
        case TreeFormat.SVG:
            from okrcli.render.tree.svg import tree_svg

            return tree_svg(tree)
        case TreeFormat.MARKDOWN:
            from okrcli.render.tree.markdown import tree_markdown

            return tree_markdown(tree)


def _table(tree: "Tree | TeamsTree", terminal: "Terminal") -> str:
    from okrcli.analysis.landscape.tree import Tree

    width, color, ascii_only = terminal
    if isinstance(tree, Tree):
        from okrcli.render.tree.table import tree_table

        return tree_table(tree, width=width, color=color, ascii_only=ascii_only)
    from okrcli.render.team_loads.teams_table import teams_table

    return teams_table(tree, width=width, color=color, ascii_only=ascii_only)

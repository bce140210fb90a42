"""Where a page goes: a format, to standard output or to a file."""

# ruff: noqa: PLC0415 - only the renderer that is asked for is imported

from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from okrcli.cli.reports.reports import Made
from okrcli.cli.session import Session

if TYPE_CHECKING:
    from okrcli.render.terminal.console import Terminal

_WIDTH_OF_A_FILE = 100


class OutputForm(StrEnum):
    """How a page is written."""

    TABLE = "table"
    MARKDOWN = "markdown"
    JSON = "json"
    HTML = "html"
    SLACK = "slack"
    TEXT = "text"


def put(session: Session, made: Made, form: OutputForm, file: Path | None) -> None:
    """Write a report to standard output, or to a file."""
    from okrcli.render.terminal.console import Terminal

    if file is None:
        session.emit(_text(made, form, session.terminal()))
        return
    from okrcli.store.replace import replace_file

    plain = Terminal(_WIDTH_OF_A_FILE, color=False, ascii_only=False)
    replace_file(session.folder / file, _text(made, form, plain))


def _text(made: Made, form: OutputForm, terminal: "Terminal") -> str:
    """Write it by `okrcli.render.pages.FORM.page_FORM`; JSON has the facts, not the words."""
    if form is OutputForm.JSON:
        return made.json()
    render: Any = getattr(import_module(f"okrcli.render.pages.{form}"), f"page_{form}")
    if form is not OutputForm.TABLE:
        return str(render(made.page()))
    width, color, ascii_only = terminal
    return str(render(made.page(), width=width, color=color, ascii_only=ascii_only))

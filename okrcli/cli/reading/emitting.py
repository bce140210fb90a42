"""How a report is written: by the renderer of its name and format, imported only then."""

from importlib import import_module
from typing import Any

from okrcli.cli.options import ReportFormat
from okrcli.cli.session import Session


def emit(session: Session, name: str, form: str, report: object) -> None:
    """Write a report by `okrcli.render.NAME.FORM.NAME_FORM`; a table as wide as the terminal."""
    render: Any = getattr(import_module(f"okrcli.render.{name}.{form}"), f"{name}_{form}")
    if form != ReportFormat.TABLE:
        session.emit(render(report))
        return
    terminal = session.terminal()
    session.emit(
        render(
            report,
            width=terminal.width,
            color=terminal.color,
            ascii_only=terminal.ascii_only,
        )
    )

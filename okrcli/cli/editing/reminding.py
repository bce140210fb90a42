"""Lessons that are shown before something new is written."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

import sys

from okrcli.cli.session import Opened, Session


def remind(session: Session, opened: Opened, about: str) -> None:
    """Show on standard error what was learned before that is most related to a text.

    That is what the files on disk say, for which no history has to be read; where nothing is
    related, nothing is shown.
    """
    from okrcli.analysis.reports.recalling import recalled, related

    known = recalled(each.content for each in opened.loaded.workspace.documents)
    found = related(known, about) if known else ()
    if found:
        from okrcli.render.lessons.reminder import lessons_reminder

        shown = session.terminal(sys.stderr)
        color, ascii_only = shown.color, shown.ascii_only
        sys.stderr.write(
            lessons_reminder(found, width=shown.width, color=color, ascii_only=ascii_only)
        )

"""`okr lint`."""

# ruff: noqa: PLC0415 - only the renderer that is asked for is imported

from okrcli.cli.linting import check
from okrcli.cli.options import FailOn, FindingsAs, FindingsFormat, Paths
from okrcli.cli.session import Session
from okrcli.model.finding import Severity


def lint(
    paths: Paths = None,
    output_format: FindingsAs = FindingsFormat.FULL,
    fail_on: FailOn = Severity.ERROR,
) -> int:
    """Check the OKR files and say what is wrong, where, and what to do.

    The same files give the same findings on any day and in any clone. The whole workspace is
    always read, so that links between files are checked; PATHS only choose what is shown.
    """
    session = Session.here()
    view = check(session, paths or [])
    style = session.style()
    match output_format:
        case FindingsFormat.FULL:
            from okrcli.render.findings_full import findings_full as full

            session.emit(full(view, style))
        case FindingsFormat.CONCISE:
            from okrcli.render.findings_concise import findings_concise as concise

            session.emit(concise(view, style))
        case FindingsFormat.JSON:
            from okrcli.render.findings_json import findings_json as as_json

            session.emit(as_json(view))
    return int(view.fails(fail_on))

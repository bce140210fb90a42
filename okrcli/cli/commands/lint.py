"""`okr lint`."""

# ruff: noqa: PLC0415 - what few runs need is imported there

from typing import TYPE_CHECKING

from okrcli.cli.checking.findings_output import Wanted, show
from okrcli.cli.checking.linting import Question, check, write_baseline
from okrcli.cli.finding_options import (
    BaselineFile,
    ChangedSince,
    Diff,
    ExitZero,
    FailOn,
    FindingsAs,
    Fix,
    IgnoreRules,
    OutputFile,
    Paths,
    Select,
    Statistics,
    Title,
    WriteBaseline,
    listed,
)
from okrcli.cli.session import Session
from okrcli.errors import UsageError
from okrcli.model.finding import Severity

if TYPE_CHECKING:
    from okrcli.render.findings.findings import Findings


def lint(
    *,
    paths: Paths = None,
    output_format: FindingsAs = None,
    output: OutputFile = None,
    fail_on: FailOn = Severity.ERROR,
    exit_zero: ExitZero = False,
    select: Select = None,
    ignore: IgnoreRules = None,
    baseline: BaselineFile = None,
    write: WriteBaseline = False,
    changed: ChangedSince = None,
    statistics: Statistics = False,
    title: Title = None,
    fix: Fix = False,
    diff: Diff = False,
) -> int:
    """Find what is wrong in the OKR files.

    It says where, and what to do. The same files give the same findings on any day and in any
    clone. The whole workspace is always read, so that links between files are checked; PATHS only
    choose what is shown.
    """
    session = Session.here()
    if (fix or diff) and (write or title is not None):
        raise UsageError("--fix and --diff go neither with --title nor with --write-baseline")
    if title is not None:
        from okrcli.cli.checking.titles import judge, titles

        texts = [path.as_posix() for path in paths or ()]
        view = judge(title, titles(texts, baseline, changed, write), listed(select), listed(ignore))
        show(session, view, Wanted(output_format, output, fail_on, statistics))
        return int(view.fails(fail_on) and not exit_zero)
    question = Question(paths or (), listed(select), listed(ignore), baseline, changed)
    if write:
        session.emit(write_baseline(session, question))
        return 0
    if diff:
        from okrcli.cli.checking.fixing import preview

        return preview(session, question)
    view = _fixed(session, question) if fix else check(session, question)
    show(session, view, Wanted(output_format, output, fail_on, statistics))
    return int(view.fails(fail_on) and not exit_zero)


def _fixed(session: Session, question: Question) -> "Findings":
    from okrcli.cli.checking.fixing import fixed

    return fixed(session, question)

"""`okr lint`."""

# ruff: noqa: PLC0415 - what few runs need is imported there

from okrcli.cli.findings_output import Wanted, show
from okrcli.cli.linting import Question, check, write_baseline
from okrcli.cli.options import (
    BaselineFile,
    ChangedSince,
    ExitZero,
    FailOn,
    FindingsAs,
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
from okrcli.model.finding import Severity


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
) -> int:
    """Find what is wrong in the OKR files.

    It says where, and what to do. The same files give the same findings on any day and in any
    clone. The whole workspace is always read, so that links between files are checked; PATHS only
    choose what is shown.
    """
    session = Session.here()
    if title is not None:
        from okrcli.cli.titles import judge, titles

        texts = [path.as_posix() for path in paths or ()]
        view = judge(title, titles(texts, baseline, changed, write), listed(select), listed(ignore))
        show(session, view, Wanted(output_format, output, fail_on, statistics))
        return int(view.fails(fail_on) and not exit_zero)
    question = Question(paths or (), listed(select), listed(ignore), baseline, changed)
    if write:
        session.emit(write_baseline(session, question))
        return 0
    view = check(session, question)
    show(session, view, Wanted(output_format, output, fail_on, statistics))
    return int(view.fails(fail_on) and not exit_zero)

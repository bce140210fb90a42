"""`okr demo`."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from okrcli.cli.checking.linting import check
from okrcli.cli.reading.progressing import progress
from okrcli.cli.reading.reporting import TODAY, Question, clock
from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.analysis.progress.report import Report

_MOST_SHOWN = 12  # teams whose progress still reads as one table

Folder = Annotated[Path, Argument(metavar="[DIR]", help="A new or empty folder.")]
Teams = Annotated[
    int, Option("--teams", metavar="N", min=8, max=800, help="How many teams it has.")
]
Weeks = Annotated[
    int, Option("--weeks", metavar="N", min=1, max=200, help="How many weeks of check-ins.")
]
Commits = Annotated[
    int | None,
    Option("--commits", metavar="N", min=1, help="About how many commits, whatever the rhythm."),
]
Seed = Annotated[
    int, Option("--seed", metavar="N", min=0, help="Another number tells another story.")
]
Today = Annotated[
    str | None, Option("--today", metavar="DATE", help="The day on which the history ends.")
]


def demo(
    folder: Folder = Path("okr-demo"),
    teams: Teams = 8,
    weeks: Weeks = 20,
    commits: Commits = None,
    seed: Seed = 1,
    today: Today = None,
) -> int:
    """Make a company with a history, to try okr on.

    It is a git repository; it is linted, and its progress shown. The same options and the same day
    give the same commit ids.
    """
    from okrcli.demo.stream import fast_import_stream
    from okrcli.history.plumbing.write import import_history

    here = Session.here()
    day = clock(here)(UTC) if today is None else _day(today)
    stream = fast_import_stream(today=day, teams=teams, weeks=weeks, seed=seed, commits=commits)
    with here.working("writing the history"):
        import_history(here.folder / folder, stream)
    _look_around(here, folder, day, "company" if teams > _MOST_SHOWN else None)
    return 0


def _day(written: str) -> date:
    try:
        return datetime.strptime(written, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError:
        raise UsageError(f"--today wants a date (YYYY-MM-DD), not {written}") from None


def _look_around(here: Session, folder: Path, day: date, about: str | None) -> None:
    """Show what a user would look at first, by the commands that show it."""
    from okrcli.render.findings.full import findings_full
    from okrcli.render.progress.table import progress_table

    there = Session(here.folder / folder, {**here.environ, TODAY: day.isoformat()})
    with here.working("linting"):
        findings = check(there)
    here.emit(f"$ cd {folder}\n\n$ okr lint\n{findings_full(findings, here.style())}\n")
    report: Report = progress(there, Question(about))
    terminal = here.terminal()
    table = progress_table(
        report, width=terminal.width, color=terminal.color, ascii_only=terminal.ascii_only
    )
    command = " ".join(filter(None, ("okr progress", about)))
    here.emit(f"$ {command}\n{table}\n{_parting(folder, report)}")


def _parting(folder: Path, report: "Report") -> str:
    return (
        f"The demo company is in {folder}{'/' if not str(folder).endswith('/') else ''}: "
        f"a git repository with {report.history.commits} commits to its goals. Look around:\n"
        f"  cd {folder}\n"
        "  okr progress growth        one team\n"
        "  okr progress --at HEAD~50  everything as it was 50 commits ago\n"
        "  okr log growth             what was said, by whom, and when\n"
        "  okr audit                  what the files alone do not show\n"
    )

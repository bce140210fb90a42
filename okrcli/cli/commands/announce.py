"""`okr announce`."""

# ruff: noqa: PLC0415 - what `--help` does not need

from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from okrcli.cli.options import At, CycleName, NoCache, Owner
from okrcli.cli.report_options import ReportName, Since, Team, Whose, named, refuse_unfollowed
from okrcli.cli.reports.addressing import VARIABLE, Source, refuse_addresses
from okrcli.cli.reports.announcing import Effort, Way
from okrcli.cli.reports.announcing import announce as send
from okrcli.cli.reports.reports import Wanted
from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

DUE = "due"
_REPORTS = (*(each.value for each in ReportName), DUE)
_SERVICES = ("slack", "teams", "mattermost", "json")

# Texts and no choices: an address in their place would be quoted by the error.
Name = Annotated[
    str, Argument(metavar="REPORT", help="week, due, board, cycle, plan, person or health.")
]
To = Annotated[
    str,
    Option(
        "--to", metavar="SERVICE", help="slack, teams, mattermost, or json for a program of yours."
    ),
]
Variable = Annotated[
    str | None,
    Option(
        "--url-env",
        metavar="NAME",
        help=f"The variable that holds the webhook's address. Left out: {VARIABLE}.",
        show_default=False,
    ),
]
File = Annotated[
    Path | None,
    Option(
        "--url-file",
        metavar="FILE",
        help="A file that holds the address instead; - for standard input.",
    ),
]
DryRun = Annotated[
    bool, Option("--dry-run", "-n", help="Show the messages as JSON, and send nothing.")
]
Timeout = Annotated[
    float,
    Option(
        "--timeout",
        metavar="SECONDS",
        min=0.1,
        max=600,
        help="The time for sending a message once.",
    ),
]
Retries = Annotated[
    int,
    Option("--retries", metavar="N", min=0, max=20, help="How often a message may be tried again."),
]
Deadline = Annotated[
    float,
    Option(
        "--deadline",
        metavar="SECONDS",
        min=0.1,
        max=86_400,
        help="The time for all, with every wait.",
    ),
]


def announce(
    name: Name,
    about: Whose = None,
    *,
    to: To,
    team: Team = None,
    owner: Owner = None,
    cycle: CycleName = None,
    at: At = None,
    since: Since = None,
    variable: Variable = None,
    file: File = None,
    dry_run: DryRun = False,
    timeout: Timeout = 10,
    retries: Retries = 3,
    deadline: Deadline = 120,
    no_cache: NoCache = False,
) -> int:
    """Send a report to where people talk.

    To an incoming webhook of Slack, Microsoft Teams, Mattermost or a program of yours: any page
    of `okr report`, and `due`, which reminds of check-ins and stays silent where none is owed.
    The address is a secret: it comes from the environment or a file that git does not have, and
    is never shown. A long page becomes several messages. It is tried again where the service is
    busy, out of order or out of reach, and never where a message may have arrived.
    """
    refuse_addresses((name, about, to, team, owner, cycle, at, since, variable, str(file)))
    _check(name, to, since)
    refuse_unfollowed(name, since=since, owner=owner)
    if isnan(timeout + deadline):  # which is neither above nor below a bound
        raise UsageError("nan is no time", "give a number of seconds")
    from okrcli.connect.service import Service

    way = Way(Service(to), Source(variable, file), Effort(timeout, retries, deadline), dry_run)
    wanted = Wanted(*named(name, about, team), owner, cycle, at, since, cached=not no_cache)
    send(Session.here(), name, wanted, way)
    return 0


def _check(name: str, to: str, since: str | None) -> None:
    _known("report", name, _REPORTS)
    _known("service", to, _SERVICES)
    if name == DUE and since is not None:
        raise UsageError("--since goes with week and person", f"leave it out of {DUE}")


def _known(what: str, word: str, known: "Sequence[str]") -> None:
    """Insist on a word that is known."""
    if word not in known:
        from okrcli.analysis.spelling import near

        close = near(word, known, 1)
        hint = f"did you mean {close[0]}?" if close else f"there are: {', '.join(known)}"
        raise UsageError(f"there is no {what} {word}", hint)

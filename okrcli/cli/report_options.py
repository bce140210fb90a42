"""The options and arguments of reports, however they leave."""

from enum import StrEnum
from typing import Annotated

from typer import Argument, Option

from okrcli.errors import UsageError


class ReportName(StrEnum):
    """What is reported on."""

    WEEK = "week"
    BOARD = "board"
    CYCLE = "cycle"
    PLAN = "plan"
    PERSON = "person"
    HEALTH = "health"


_OF_CYCLES = frozenset((ReportName.CYCLE, ReportName.PLAN, ReportName.HEALTH))

Whose = Annotated[
    str | None,
    Argument(
        metavar="[TEAM|PERSON]",
        help="Of this team and those below it; for person: of whom.",
        show_default=False,
    ),
]
Team = Annotated[
    str | None, Option("--team", metavar="TEAM", help="Of this team and those below it.")
]
Since = Annotated[
    str | None,
    Option(
        "--since",
        metavar="DATE",
        help="For week: the first day that is new (YYYY-MM-DD); for person: all cycles since.",
    ),
]


def refuse_unfollowed(name: str, *, since: str | None, owner: str | None) -> None:
    """Refuse an option that a report would not follow."""
    for option, value in (("--since", since), ("--owner", owner)):
        if value is not None and name in _OF_CYCLES:
            raise UsageError(f"{option} goes with week and person", f"leave it out of {name}")


def named(name: str, about: str | None, team: str | None) -> tuple[str | None, str | None]:
    """Tell which team is meant, and which person; the argument is one or the other."""
    if name == ReportName.PERSON:
        return team, about
    if about is not None and team is not None and about != team:
        raise UsageError(f"two teams: {about} and {team}", "name one, with --team or without")
    return team or about, None

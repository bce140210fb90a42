"""How reports about teams and people are put together."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.reading.reporting import Question, asked
from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from okrcli.analysis.loads.dues import Dues, Owed
    from okrcli.analysis.loads.owner_loads import OwnerLoads
    from okrcli.analysis.loads.team_loads import TeamLoads
    from okrcli.analysis.progress.moment import Moment
    from okrcli.analysis.progress.report import ObjectiveReport
    from okrcli.analysis.progress.summary import Goals
    from okrcli.cli.reading.reporting import Asked
    from okrcli.model.organization import Organization


class Scope(NamedTuple):
    """Of which cycle and of when; `cached` tells whether the cache may be used."""

    cycle: str | None = None
    at: str | None = None
    cached: bool = False


class Whose(NamedTuple):
    """Whose check-ins: those of a team, of a person, or `mine`."""

    team: str | None = None
    owner: str | None = None
    mine: bool = False


def teams(session: Session, team: str | None, scope: Scope) -> "TeamLoads":
    """Gather what the teams have taken on."""
    from okrcli.analysis.loads.team_loads import team_loads

    found = _asked(session, scope, Whose(team))
    return team_loads(found.goals, found.cycles, found.wanted.team)


def owners(session: Session, person: str | None, scope: Scope) -> "OwnerLoads":
    """Gather what people answer for."""
    from okrcli.analysis.loads.owner_loads import owner_loads

    found = _asked(session, scope, Whose(owner=person))
    return owner_loads(found.goals, found.cycles, found.wanted.owner)


class Owing(NamedTuple):
    """The next check-ins of somebody, `whose` says of whom, and the objectives they are in."""

    organization: "Organization"
    moment: "Moment"
    objectives: "Sequence[ObjectiveReport]"
    owed: "Sequence[Owed]"
    whose: str | None


def owing(session: Session, whose: Whose, scope: Scope) -> Owing:
    """Gather the next check-ins of a team, of a person, of the user, or of all."""
    from okrcli.analysis.loads.dues import owed
    from okrcli.analysis.progress.moment import Moment
    from okrcli.analysis.progress.summary import reports_of

    if whose.mine and whose.owner is not None:
        raise UsageError("--mine and --owner are two people", "leave one of them out")
    read = _asked(session, scope, whose)
    goals, cycles, wanted = read.goals, read.cycles, read.wanted
    owner = _me(session, goals) if whose.mine else wanted.owner
    objectives = reports_of(goals, cycles)
    found = [
        each
        for each in owed(objectives, goals)
        if wanted.team in {None, each.key.team} and owner in {None, each.owner}
    ]
    named = " in ".join(filter(None, (owner, wanted.team))) or None
    moment = Moment.of(goals, cycles)
    return Owing(goals.organization, moment, objectives, found, named)


def dues(session: Session, whose: Whose, scope: Scope, *, everything: bool) -> "Dues":
    """Gather who owes a check-in."""
    return dues_of(owing(session, whose, scope), everything=everything)


def dues_of(found: Owing, *, everything: bool) -> "Dues":
    """Give check-ins that are owed as reports show them."""
    from okrcli.analysis.loads.dues import Dues

    return Dues(found.moment, found.owed, found.whose, everything)


def _asked(session: Session, scope: Scope, whose: Whose) -> "Asked":
    found = asked(session, Question(whose.team, scope.cycle, scope.at, whose.owner, scope.cached))
    if found.wanted.key is not None:
        raise UsageError(f"{whose.team} is no team", f"see `okr show {whose.team}`")
    return found


def _me(session: Session, goals: "Goals") -> str:
    """Find who the user is, by the e-mail address that git knows them by."""
    from okrcli.history.plumbing.git import user_email

    email = user_email(session.folder)
    if not email:
        raise UsageError(
            "git does not know your e-mail address",
            "tell it: `git config user.email YOU@EXAMPLE`; or say who: --owner PERSON",
        )
    for person in goals.organization.people:
        if email.casefold() in {each.casefold() for each in person.emails}:
            return person.id
    raise UsageError(
        f"nobody in organization.yaml has the e-mail address {email}",
        "add it to your `emails` under `people`; or say who: --owner PERSON",
    )

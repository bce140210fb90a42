"""What a new objective says besides its title: as given, and asked for where it can be."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from okrcli.cli.editing.asking import ask, can_ask, choose
from okrcli.cli.session import Opened
from okrcli.errors import UsageError

_AMBITIONS = {"committed": "all of it is promised", "aspirational": "70% of it is a success"}


class Goal(NamedTuple):
    """A new objective as it was given; what is None was not said."""

    title: str
    id: str | None = None
    owner: str | None = None
    ambition: str | None = None
    why: str | None = None
    supports: Sequence[str] = ()
    standalone: str | None = None
    pillar: str | None = None


def described(
    opened: Opened, home: tuple[str, str], goal: Goal, *, questions: bool
) -> Mapping[str, object]:
    """Give the fields of a new objective, with what was not given asked for if it is wished."""
    team, _ = home
    lead = opened.loaded.workspace.organization.team(team).lead
    if questions and can_ask():
        goal = _asked(goal, lead)
    owner = goal.owner or lead
    if owner is None:
        raise UsageError(f"{team} has no lead who could own it", "say --owner PERSON")
    fields = {**goal._replace(owner=owner)._asdict(), "supports": list(goal.supports)}
    return {name: value for name, value in fields.items() if value}


def _asked(goal: Goal, lead: str | None) -> Goal:
    """Ask for what everybody has to say of an objective."""
    if goal.owner is None:
        goal = goal._replace(owner=ask("Who is accountable?", default=lead or "", check=_some))
    if goal.ambition is None:
        goal = goal._replace(ambition=choose("How ambitious is it?", _AMBITIONS, "committed"))
    if not goal.supports and goal.standalone is None:
        named = ask("What does it serve? (team/objective, with commas; may be left empty)")
        supports = [each.strip() for each in named.split(",") if each.strip()]
        goal = goal._replace(supports=supports)
    if goal.why is None:
        goal = goal._replace(why=ask("Why does it matter now? (may be left empty)") or None)
    return goal


def _some(text: str) -> str | None:
    return None if text.strip() else "this one is needed"

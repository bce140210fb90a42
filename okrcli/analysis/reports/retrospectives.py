"""What teams wrote down about a cycle when it was over."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from okrcli.model.objective import Action, OkrFile, Retrospective


class Looked(NamedTuple):
    """A team's look back at a cycle."""

    cycle: str
    team: str
    retrospective: Retrospective


class Decided(NamedTuple):
    """What a team decided to do differently after a cycle."""

    cycle: str
    team: str
    action: Action


def looked_back(files: Iterable[OkrFile]) -> list[Looked]:
    """Gather the retrospectives; what a team spread over several files is one."""
    found: dict[tuple[str, str], Retrospective] = {}
    for file in files:
        if file.retrospective is not None:
            key = (file.cycle, file.team)
            found[key] = _joined(found.get(key, Retrospective()), file.retrospective)
    return [Looked(cycle, team, each) for (cycle, team), each in found.items()]


def decided(looks: Iterable[Looked]) -> list[Decided]:
    """List what was decided, in the order of the retrospectives."""
    return [
        Decided(look.cycle, look.team, action)
        for look in looks
        for action in look.retrospective.change_next
    ]


def actions_done(looks: Iterable[Looked]) -> tuple[int, int]:
    """Count the actions that were done, and all."""
    actions = [each.action for each in decided(looks)]
    return sum(each.done for each in actions), len(actions)


def _joined(one: Retrospective, other: Retrospective) -> Retrospective:
    def both(first: Sequence[str], second: Sequence[str]) -> Sequence[str]:
        return (*first, *second)

    return Retrospective(
        both(one.went_well, other.went_well),
        both(one.went_badly, other.went_badly),
        (*one.change_next, *other.change_next),
    )

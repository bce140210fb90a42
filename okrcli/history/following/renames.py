"""Who had another id at the first end of a comparison, by what `formerly` says."""

from collections.abc import Mapping, Sequence

from okrcli.history.following.identity import Identities
from okrcli.history.following.snapshot import Claim
from okrcli.history.following.timeline import ancestors
from okrcli.model.cycle import Calendar
from okrcli.model.objective import Objective
from okrcli.model.reference import Key

Renames = Mapping[Key, Key]


def renamed(before: Sequence[Objective], after: Sequence[Objective], calendar: Calendar) -> Renames:
    """Give the old id of each key result that has another one, as the history would tell it."""
    was, now = _claims(before), _claims(after)
    identities = Identities(ancestors({key.cycle for key in (*was, *now)}, calendar))
    identities.step(0, was, was.get)
    touched = {key for key in (*was, *now) if was.get(key) != now.get(key)}
    identities.step(1, touched, now.get)
    found = ((key, track.stages[0]) for key, track in identities.tracks.items())
    return {key: first.key for key, first in found if first.at == 0 and first.key != key}


def _claims(objectives: Sequence[Objective]) -> dict[Key, Claim]:
    return {
        objective.key._replace(key_result=key_result.id): Claim(
            objective._replace(key_results=()), key_result
        )
        for objective in objectives
        for key_result in objective.key_results
    }

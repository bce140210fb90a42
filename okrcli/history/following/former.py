"""The ids that a key result had before, as files say it."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from okrcli.history.following.snapshot import Claim
from okrcli.model.reference import Key, parse_reference

Ancestors = Callable[[str], Iterable[str]]


def former_keys(key: Key, claim: Claim, ancestors: Ancestors) -> Sequence[Key]:
    """List the keys that a key result had, by its own `formerly`, then by its objective's.

    A bare id is one in the same place. A full reference may be anywhere; without a cycle it is one
    of the same cycle, else of the cycles around it, nearest first.
    """
    if not (claim.objective.formerly or claim.key_result.formerly):
        return ()
    found: list[Key] = []
    homes = [key.of_objective]
    for text in claim.objective.formerly:
        if _is_bare(text):
            homes.append(key.of_objective._replace(objective=text))
        else:
            homes.extend(_elsewhere(text, key, ancestors))
    for text in claim.key_result.formerly:
        if _is_bare(text):
            found.extend(home._replace(key_result=text) for home in homes)
        else:
            found.extend(_elsewhere(text, key, ancestors))
    found.extend(home._replace(key_result=key.key_result) for home in homes[1:])
    return [former for former in dict.fromkeys(found) if former.key_result and former != key]


def _is_bare(text: str) -> bool:
    return "/" not in text and ":" not in text


def _elsewhere(text: str, key: Key, ancestors: Ancestors) -> Iterator[Key]:
    """Yield what a full reference may mean, seen from a key result."""
    reference = parse_reference(text)
    if reference is None or reference.team is None:
        return
    cycles = (key.cycle, *ancestors(key.cycle)) if reference.cycle is None else (reference.cycle,)
    for cycle in cycles:
        yield Key(cycle, reference.team, reference.objective, reference.key_result)

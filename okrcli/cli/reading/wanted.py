"""What a question wants: the cycles, teams, people and goals that it names."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.analysis.references import Resolver
    from okrcli.analysis.sheets.selection import Filter
    from okrcli.analysis.sheets.sheet import Names
    from okrcli.model.cycle import Cycle
    from okrcli.model.reference import Key


def wanted(
    about: str | None,
    owner: str | None,
    names: "Names",
    cycles: "Sequence[Cycle]",
    resolver: "Callable[[], Resolver]",
) -> "tuple[Filter, Sequence[Cycle]]":
    """Find what to show, and the cycles of it: a reference may name one that is not running."""
    from okrcli.analysis.sheets.selection import Filter

    if owner is not None and owner not in names.people:
        raise UsageError(f"nobody here is called {owner}", _meant(owner, names.people))
    if about is None:
        return Filter(owner=owner), cycles
    if about in names.teams:
        return Filter(team=about, owner=owner), cycles
    key = _key(about, names, cycles, resolver())
    if key is None:
        close = (text for cycle in cycles for text in resolver().resolve(about, cycle.name).close)
        hint = _meant(about, names.teams) or _meant(about, close)
        raise UsageError(f"{about} is neither a team nor a reference here", hint)
    named = [cycle for cycle in names.cycles if cycle.name == key.cycle]
    return Filter(key=key, owner=owner), named or cycles


def _key(
    about: str, names: "Names", cycles: "Sequence[Cycle]", resolver: "Resolver"
) -> "Key | None":
    """Find what a reference names: in the cycles shown, else in any."""
    for scope in (cycles, names.cycles):
        found = resolver.resolve_in(about, [cycle.name for cycle in scope])
        if found.ambiguous:
            listed = ", ".join(sorted(key.seen_from("") for key in found.candidates))
            raise UsageError(f"{about} names several things", f"say which: {listed}")
        if found.key is not None:
            return found.key
    return None


def _meant(word: str, known: Iterable[str]) -> str | None:
    from okrcli.analysis.spelling import near

    close = near(word, known, 1)
    return f"did you mean {close[0]}?" if close else None

"""Give something another name or place: its new key, and the references that have to follow."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from okrcli.analysis.references import Resolver
from okrcli.errors import UsageError
from okrcli.model.finding import Finding
from okrcli.model.reference import Key, parse_reference
from okrcli.model.source import Source
from okrcli.model.workspace import Workspace


class Mended(NamedTuple):
    """A reference that has to be written otherwise."""

    source: Source
    text: str


class Move(NamedTuple):
    """Something that goes from one key and place to another one."""

    old: Key
    new: Key
    source: Source
    target: Source

    def follow(self, finding: Finding) -> Finding:
        """Give a finding of before as it is afterwards: it may be about what moves."""
        return finding._replace(source=self._place(finding.source), ref=self._ref(finding.ref))

    def _place(self, place: Source) -> Source:
        depth = len(self.source.keys)
        if (place.path, place.keys[:depth]) != self.source[:2]:
            return place
        return Source(self.target.path, self.target.keys + place.keys[depth:], place.of_key)

    def _ref(self, ref: str | None) -> str | None:
        old = self.old.seen_from("")
        if ref is None or not f"{ref}/".startswith(f"{old}/"):
            return ref
        return self.new.seen_from("") + ref.removeprefix(old)


class _Written(NamedTuple):
    source: Source
    text: str
    holder: Key


def destination(old: Key, text: str, keys: Iterable[Key]) -> Key:
    """Read where something is to go: an id in its place, or a reference to another place.

    Raises UsageError where that is no reference, is taken, or has no place to be in.
    """
    reference = parse_reference(text)
    if reference is None:
        raise UsageError(
            f"'{text}' is no id and no reference",
            "an id has a-z, 0-9 and -, and begins with a letter",
        )
    known = frozenset(keys)
    cycle, team = reference.cycle or old.cycle, reference.team or old.team
    if reference.team is None and reference.cycle is None and old.key_result is not None:
        new = old._replace(key_result=reference.objective)
    elif old.key_result is not None:
        new = Key(cycle, team, reference.objective, reference.key_result or old.key_result)
        if new.of_objective not in known:
            name = new.of_objective.seen_from(old.cycle)
            raise UsageError(f"there is no objective {name}", "make it first, or name another one")
    elif reference.key_result is not None:
        raise UsageError(f"{old.ref} is an objective; '{text}' would be a key result", None)
    else:
        new = Key(cycle, team, reference.objective)
    if new == old:
        raise UsageError(f"{old.ref} is called so already", None)
    if new in known:
        raise UsageError(f"there is a {new.seen_from(old.cycle)} already", "choose another name")
    return new


def mended(workspace: Workspace, old: Key, new: Key) -> list[Mended]:
    """Give the references that would no longer name what they name, with what to write instead.

    They are written as briefly as before where that is clear.
    """
    calendar = workspace.settings.calendar
    keys = workspace.keys()
    before = Resolver(keys, calendar)
    after = Resolver({_moved(key, old, new) for key in keys}, calendar)
    found = []
    for source, text, holder in (*_references(workspace), *_links(workspace)):
        target = before.resolve(text, holder.cycle).key
        if target is None:
            continue
        wanted, cycle = _moved(target, old, new), _moved(holder, old, new).cycle
        if after.resolve(text, cycle).key != wanted:
            found.append(Mended(source, _brief(wanted, text, cycle, after)))
    return found


def names_of(workspace: Workspace, key: Key) -> list[str]:
    """Name what refers to a thing, or to a key result of it, from outside."""
    resolver = Resolver(workspace.keys(), workspace.settings.calendar)
    found: dict[str, None] = {}
    for _, text, holder in _references(workspace):
        target = resolver.resolve(text, holder.cycle).key
        if target is None or key not in {target, target.of_objective}:
            continue
        if key not in {holder, holder.of_objective}:
            found[holder.seen_from(key.cycle)] = None
    return list(found)


def former_name(old: Key, new: Key) -> str:
    """Write what a thing was called: its id alone where it stayed in its place."""
    return old.seen_from(new.cycle) if is_elsewhere(old, new) else old.key_result or old.objective


def is_elsewhere(old: Key, new: Key) -> bool:
    """Tell whether a thing leaves the list that it is in."""
    if old.key_result is not None:
        return old.of_objective != new.of_objective
    return old[:2] != new[:2]


def _moved(key: Key, old: Key, new: Key) -> Key:
    if key == old:
        return new
    if old.key_result is None and key.of_objective == old:
        return new._replace(key_result=key.key_result)
    return key


def _references(workspace: Workspace) -> Iterator[_Written]:
    for source, objective in workspace.objectives():
        for at, text in enumerate(objective.supports):
            yield _Written(source.at("supports", at), text, objective.key)
    for source, objective, key_result in workspace.key_results():
        holder = objective.key._replace(key_result=key_result.id)
        for at, text in enumerate(key_result.needs):
            yield _Written(source.at("needs", at), text, holder)


def _links(workspace: Workspace) -> Iterator[_Written]:
    """Yield the initiatives that are written as references: with a team, as one word is a word."""
    for source, objective in workspace.objectives():
        for at, text in enumerate(objective.initiatives):
            reference = parse_reference(text)
            if reference is not None and reference.team is not None:
                yield _Written(source.at("initiatives", at), text, objective.key)


def _brief(wanted: Key, before: str, cycle: str, resolver: Resolver) -> str:
    """Write a reference as it was written, else with more in front of it."""
    shapes = [wanted.ref, f"{wanted.cycle}:{wanted.ref}"]
    if "/" not in before and wanted.key_result is None:
        shapes.insert(0, wanted.objective)
    if ":" in before:
        shapes = shapes[-1:]
    return next(
        (each for each in shapes if resolver.resolve(each, cycle).key == wanted), shapes[-1]
    )

"""How a cycle begins with what goes on from the one before."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import TYPE_CHECKING, NamedTuple, cast

from okrcli.cli.editing.naming import written
from okrcli.cli.editing.placing import content_of, list_of
from okrcli.cli.editing.writing import Changes, Files
from okrcli.cli.session import Opened
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from okrcli.analysis.cycle.carrying import Carried, Left
    from okrcli.model.cycle import Cycle
    from okrcli.store.editing.edits import Value


class Begun(NamedTuple):
    """What goes on in a cycle, what stays behind, and what that changes in the files."""

    old: "Cycle"
    new: "Cycle"
    carried: "Sequence[Carried]"
    left: "Sequence[Left]"
    changes: Changes

    def lines(self) -> "Iterator[str]":
        """Say what goes on and what stays behind."""
        amount = len(self.carried)
        begin = "objective begins" if amount == 1 else "objectives begin"
        if self.carried:
            yield f"{amount} {begin} anew in {self.new.name}, as drafts:"
        else:
            yield f"nothing of {self.old.name} goes on in {self.new.name}"
        for one in self.carried:
            yield f"  {one.objective.key.ref}"
        if self.left:
            yield "left behind:"
        for each in self.left:
            yield f"  {each.ref}: {each.why}"


def begun(opened: Opened, name: str, origin: str | None) -> Begun:
    """Carry over what goes on from a cycle, else from the last one before; nothing is written."""
    new = opened.settings.calendar.cycle(name)
    if new is None:
        raise UsageError(f"{name} is no cycle", "write 2026, 2026-H2, 2026-Q4 or 2026-11")
    old = _origin(opened, new, origin)
    going, left = _parted(opened, old, new)
    files = Files(opened)
    for each in going:
        _add(opened, files, each, new)
    left = [*left, *(one for each in going for one in each.left)]
    return Begun(old, new, going, left, files.changes())


def _add(opened: Opened, files: Files, one: "Carried", new: "Cycle") -> None:
    """Put an objective at the end of its team's file, which is made a draft where it is new."""
    from okrcli.store.editing.edits import Insert

    team = one.objective.team
    path, keys, _ = list_of(opened, files, team, new.name, draft=True)
    fields = dict(one.fields)
    if not content_of(files, path).draft:
        fields = {"id": fields["id"], "title": fields["title"], "draft": True, **fields}
    files.edit(path, [Insert(keys, cast("Mapping[str, Value]", fields))])


def _parted(
    opened: Opened, old: "Cycle", new: "Cycle"
) -> "tuple[Sequence[Carried], Sequence[Left]]":
    """Tell what goes on from what stays behind."""
    from okrcli.analysis.cycle.carrying import Carried, Left, carried, with_links
    from okrcli.analysis.references import Resolver

    workspace = opened.loaded.workspace
    there = workspace.keys()
    going: list[Carried] = []
    left: list[Left] = []
    for source, objective in workspace.objectives():
        if objective.cycle != old.name:
            continue
        fields = cast("Mapping[str, object]", written(opened, source))
        one = carried(objective, fields)
        if isinstance(one, Carried) and objective.key._replace(cycle=new.name) in there:
            one = Left(objective.key.ref, f"is in {new.name} already")
        if isinstance(one, Carried):
            going.append(one)
        else:
            left.append(one)
    keys = {*there, *(key for each in going for key in each.keys(new.name))}
    known = dict(_cycles(opened, {key.cycle for key in keys}))
    resolver = Resolver(frozenset(keys), opened.settings.calendar)
    return [with_links(each, new, resolver, known) for each in going], left


def _origin(opened: Opened, new: "Cycle", name: str | None) -> "Cycle":
    """Find the cycle to carry over from: the one named, else the last of its length before."""
    names = {each.content.cycle for each in opened.loaded.workspace.documents}
    cycles = dict(_cycles(opened, names))
    if name is not None:
        if name not in cycles:
            known = ", ".join(sorted(cycles)) or "none yet"
            raise UsageError(f"there are no OKRs in a cycle {name}", f"cycles with OKRs: {known}")
        return cycles[name]
    before = [each for each in cycles.values() if each.end <= new.start]
    if not before:
        raise UsageError(
            f"there is no cycle before {new.name} to carry over from",
            f"begin it with an objective: `okr new objective TEAM --cycle {new.name}`",
        )
    days = new.period.days
    return min(before, key=lambda each: (-each.end.toordinal(), abs(each.period.days - days)))


def _cycles(opened: Opened, names: set[str]) -> "Iterator[tuple[str, Cycle]]":
    for name in sorted(names):
        cycle = opened.settings.calendar.cycle(name)
        if cycle is not None:
            yield name, cycle

"""How something gets another name or place: the files that change, all of them or none."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.editing.naming import Found, place_of
from okrcli.cli.editing.placing import list_of
from okrcli.cli.editing.writing import Changes, Files
from okrcli.cli.session import Opened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from okrcli.analysis.cycle.moving import Mended, Move
    from okrcli.model.reference import Key
    from okrcli.model.source import Source, Step
    from okrcli.store.editing.edits import Edit


class Moved(NamedTuple):
    """What a move changes: files, and the references in them that follow it."""

    move: "Move"
    changes: Changes
    mended: "Sequence[Mended]"


def moved(opened: Opened, found: Found, text: str) -> Moved:
    """Give what changes in the files; nothing is written."""
    from okrcli.analysis.cycle.moving import Move, destination, former_name, is_elsewhere, mended
    from okrcli.store.editing.edits import Insert, Set

    workspace = opened.loaded.workspace
    new = destination(found.key, text, workspace.keys())
    references = mended(workspace, found.key, new)
    files = Files(opened)
    edits: dict[str, list[Edit]] = defaultdict(list)
    for each in references:
        edits[each.source.path].append(Set(each.source.keys, each.text))
    for path, wanted in edits.items():
        files.edit(path, wanted)
    place = found.source
    if is_elsewhere(found.key, new):
        place = _carried(opened, files, found, new)
    files.edit(
        place.path,
        [
            Set((*place.keys, "id"), new.key_result or new.objective),
            Insert((*place.keys, "formerly"), former_name(found.key, new)),
        ],
    )
    move = Move(found.key, new, found.source, place)
    return Moved(move, files.changes(move.follow), references)


def _carried(opened: Opened, files: Files, found: Found, new: "Key") -> "Source":
    """Carry the lines of something to another list, and give its new place."""
    from okrcli.store.editing.edited import lifted_entry
    from okrcli.store.editing.edits import Insert, Remove

    old = found.source
    entry = lifted_entry(files.content(old.path), old.keys, old.path)
    target, keys, length = _list_for(opened, files, new)
    files.edit(target, [Insert(keys, entry)])
    files.edit(old.path, [Remove(old.keys)])
    return old._replace(path=target, keys=(*keys, length))


def _list_for(opened: Opened, files: Files, new: "Key") -> "tuple[str, tuple[Step, ...], int]":
    """Find the list that something is to be in, and its length; a missing file is made."""
    if new.key_result is not None:
        objective = place_of(opened, new.of_objective)
        size = len(objective.objective.key_results)
        return objective.source.path, (*objective.source.keys, "key_results"), size
    return list_of(opened, files, new.team, new.cycle)

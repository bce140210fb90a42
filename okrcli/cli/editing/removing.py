"""How something is given up, or taken out of its file."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from okrcli.cli.editing.naming import Found
from okrcli.cli.editing.writing import Changes, edit_files
from okrcli.cli.session import Opened
from okrcli.errors import UsageError


def dropped(opened: Opened, found: Found, decision: str, why: str) -> Changes:
    """Give what changes where something is closed before its end, with the reason."""
    from okrcli.store.editing.edits import Set

    subject = found.key_result or found.objective
    if subject.close is not None:
        raise UsageError(f"{found.key.ref} was closed already ({subject.close.decision})")
    if not why.strip():
        raise UsageError("a promise is given up for a reason", "say it with --why")
    place = (*found.source.keys, "close")
    edits = [Set(place, {"decision": decision, "why": why})]
    return edit_files(opened, {found.source.path: edits})


def deleted(opened: Opened, found: Found) -> Changes:
    """Give what changes where something is taken out of its file; nothing may name it."""
    from okrcli.analysis.cycle.moving import names_of
    from okrcli.store.editing.edits import Remove

    names = names_of(opened.loaded.workspace, found.key)
    if names:
        raise UsageError(
            f"{found.key.ref} is named by {', '.join(names)}",
            "take these references away first, or drop it: leave --delete out",
        )
    if found.key_result is not None and len(found.objective.key_results) == 1:
        raise UsageError(
            f"{found.key.ref} is the only key result of its objective", "delete the objective"
        )
    return edit_files(opened, {found.source.path: [Remove(found.source.keys)]})

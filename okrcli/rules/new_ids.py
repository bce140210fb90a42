"""Ids for what has none: made of titles by the reader, made unique by who knows all the others."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import count

from okrcli.model.finding import Finding, Fix
from okrcli.model.key_result import KeyResult
from okrcli.model.objective import Objective
from okrcli.model.source import Source
from okrcli.model.workspace import Workspace

_Scope = tuple[object, ...]


def with_unique_ids(findings: Iterable[Finding], workspace: Workspace) -> Iterator[Finding]:
    """Number the ids that fixes would add where another has them, or had them."""
    taken: dict[_Scope, set[str]] | None = None
    for finding in findings:
        if not isinstance(finding.fix, Fix) or finding.fix.keys[-1:] != ("id",):
            yield finding
            continue
        taken = _taken(workspace) if taken is None else taken
        scope = _scope(workspace, finding.source)
        made = unused(str(finding.fix.value), taken[scope])
        taken[scope].add(made)
        yield finding._replace(fix=Fix(finding.fix.keys, made))


def _taken(workspace: Workspace) -> dict[_Scope, set[str]]:
    """Gather all ids, also within objectives that have none themselves."""
    taken: dict[_Scope, set[str]] = defaultdict(set)
    for source, file in workspace.documents:
        for index, objective in enumerate(file.objectives):
            taken[file.team, file.cycle] |= _names(objective)
            for key_result in objective.key_results:
                taken[source.path, "objectives", index] |= _names(key_result)
    return taken


def _names(named: Objective | KeyResult) -> set[str]:
    return {named.id, *(name.rpartition("/")[2] for name in named.formerly)}


def _scope(workspace: Workspace, source: Source) -> _Scope:
    """Give what an id must be unique in: a team and its cycle, or an objective."""
    path, keys, _ = source
    if len(keys) > 2:  # noqa: PLR2004 - below an objective
        return path, *keys[:2]
    for document in workspace.documents:
        if document.source.path == path:
            return document.content.team, document.content.cycle
    return (path,)


def unused(name: str, taken: Collection[str]) -> str:
    """Number a name where something has it already."""
    numbered = (f"{name}-{number}" for number in count(2))
    return name if name not in taken else next(each for each in numbered if each not in taken)

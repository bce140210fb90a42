"""What was said in some cycles, version by version: remembered of the same state, else read.

It is the same on any day, as long as nothing is uncommitted. The core packs it, the history keeps
pages of text: here the two meet, as in `chronicle`.
"""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.reading.caching import caches
from okrcli.cli.reading.reporting import Asked, Question, asked, here
from okrcli.cli.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from okrcli.history.memory.notebook import Notebook
    from okrcli.model.cycle import Cycle
    from okrcli.model.reference import Key
    from okrcli.model.series import CommitRef, Version

    Versions = Mapping[Key, Sequence[Version]]

_LINE = "line"
_MOST = 64_000_000  # bytes of all cycles of a state


class Retold(NamedTuple):
    """What is asked for, and the versions of each key result that was ever in some cycles.

    `commits` are those of the line, oldest first.
    """

    asked: Asked
    versions: "Versions"
    commits: "Sequence[CommitRef]"


def retold(
    session: Session, question: Question, cycles: "Callable[[Asked], Sequence[Cycle]]"
) -> Retold:
    """Find what is asked for, and what was ever said in the cycles that it is about."""
    notes = _notes(session, question)
    if notes is not None and notes.read(_LINE) is not None:
        found = asked(session, question)
        remembered = _remembered(notes, found, [each.name for each in cycles(found)])
        if remembered is not None:
            notes.refresh()
            return remembered
    found = asked(session, question._replace(cached=False))
    names = [each.name for each in cycles(found)]
    past = found.recorded.timeline.past
    versions, commits = past.versions(), [each.commit for each in past.commits()]
    by_cycle = {name: _in_cycle(versions, name) for name in names}
    if notes is not None and found.recorded.revision and found.recorded.facts.complete:
        _write(notes, by_cycle, commits)
    return Retold(found, _joined(by_cycle.values()), commits)


def _notes(session: Session, question: Question) -> "Notebook | None":
    """Find the notebook of what stands now, of any day."""
    folder = caches(session) if question.cached and question.at is None else None
    if folder is None:
        return None
    from okrcli.history.memory.notebook import notebook

    return notebook(folder, here(session)._replace(now=date.min), "versions")


def _in_cycle(versions: "Versions", name: str) -> "Versions":
    return {
        key: its
        for key, its in versions.items()
        if key.cycle == name or any(version.key.cycle == name for version in its)
    }


def _joined(cycles: "Iterable[Versions]") -> "Versions":
    return {key: its for versions in cycles for key, its in versions.items()}


def _remembered(notes: "Notebook", found: Asked, names: "Sequence[str]") -> Retold | None:
    """Give what was written down of some cycles; None where one of them is missing."""
    from pydantic_core import from_json

    from okrcli.model.version_packing import unpack_commits, unpack_versions

    pages = [notes.read(name) for name in (_LINE, *map(_page, names))]
    line, *told = [from_json(page) for page in pages if page is not None]
    if len(told) < len(names):
        return None
    commits = unpack_commits(line)
    return Retold(found, _joined(unpack_versions(each, commits) for each in told), commits)


def _write(
    notes: "Notebook", by_cycle: "Mapping[str, Versions]", commits: "Sequence[CommitRef]"
) -> None:
    from pydantic_core import to_json

    from okrcli.model.packing import UnpackableError
    from okrcli.model.version_packing import pack_commits, pack_versions

    try:
        packed = {_page(name): pack_versions(its, commits) for name, its in by_cycle.items()}
        packed[_LINE] = pack_commits(commits)
        pages = {name: to_json(page, inf_nan_mode="constants") for name, page in packed.items()}
    except (UnpackableError, ValueError):
        return
    notes.write(pages, _MOST)


def _page(cycle: str) -> str:
    return f"cycle {cycle}"

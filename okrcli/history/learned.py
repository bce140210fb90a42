"""What was learned, out of every file that a history ever had."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from okrcli.history.contents import Line
from okrcli.history.snapshot import Content
from okrcli.history.witness import Witness
from okrcli.model.key_result import Close
from okrcli.model.lesson import Kind, Learned
from okrcli.model.objective import OkrFile, Retrospective
from okrcli.model.reference import Key


class _Said(NamedTuple):
    """Words in a file; who is renamed says the same as before."""

    cycle: str
    team: str
    kind: Kind
    text: str


def learned(line: Line, tree: Mapping[str, Content] | None, witness: Witness) -> list[Learned]:
    """Give what stands in the files, and what stood in those that are gone; oldest first.

    What somebody took out of a file that is there is no longer said.
    """
    first: dict[_Said, tuple[int, Key | None]] = {}
    last: dict[str, OkrFile] = {}
    gone: dict[str, OkrFile] = {}
    for at, path, content in _steps(line, tree):
        if isinstance(content, OkrFile):
            for said, key in _words(content):
                first[said] = first.get(said, (at, key))[0], key
            last[path] = content
            gone.pop(path, None)
        elif path in last:
            gone[path] = last.pop(path)
    here = {said: key for content in last.values() for said, key in _words(content)}
    homes = {(content.cycle, content.team) for content in last.values()}
    lost = {
        said: key
        for content in gone.values()
        if (content.cycle, content.team) not in homes
        for said, key in _words(content)
    }
    return [
        Learned(said.cycle, said.team, key, said.kind, said.text, witness.commit(at))
        for said, (at, key) in first.items()
        if said in here or said in lost
    ]


def _steps(line: Line, tree: Mapping[str, Content] | None) -> Iterator[tuple[int, str, Content]]:
    """Yield each change of a file; those of the working tree come after the last commit."""
    paths: set[str] = set()
    for at, commit in enumerate(line.commits):
        for path, _, blob in commit.changes:
            content = line.contents.get(blob or "")
            if blob is None or content is not None:  # one that cannot be read says what it said
                yield at, path, content
            paths.add(path)
    if tree is not None:
        for path in sorted({*paths, *tree}):
            content = tree.get(path)
            if path not in tree or content is not None:
                yield len(line.commits), path, content


def _words(content: OkrFile) -> Iterator[tuple[_Said, Key | None]]:
    for objective in content.objectives:
        if not objective.id:
            continue
        yield from _of_close(content, objective.key, objective.close)
        for each in objective.key_results:
            yield from _of_close(content, objective.key._replace(key_result=each.id), each.close)
    for kind, text in _of_retrospective(content.retrospective or Retrospective()):
        yield _Said(content.cycle, content.team, kind, text), None


def _of_close(
    content: OkrFile, key: Key, close: Close | None
) -> Iterator[tuple[_Said, Key | None]]:
    if close is not None:
        texts = [(Kind.LESSON, text) for text in close.lessons]
        for kind, text in [*texts, *([(Kind.WHY, close.why)] if close.why else [])]:
            yield _Said(content.cycle, content.team, kind, text), key


def _of_retrospective(held: Retrospective) -> Iterator[tuple[Kind, str]]:
    yield from ((Kind.WENT_WELL, text) for text in held.went_well)
    yield from ((Kind.WENT_BADLY, text) for text in held.went_badly)
    yield from ((Kind.CHANGE_NEXT, each.action) for each in held.change_next)

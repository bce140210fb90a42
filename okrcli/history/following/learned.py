"""What was learned, out of every file that a history ever had."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from okrcli.history.following.contents import Line
from okrcli.history.following.snapshot import Content
from okrcli.history.following.witness import Witness
from okrcli.model.lesson import Learned, Saying, sayings
from okrcli.model.objective import OkrFile

if TYPE_CHECKING:
    from okrcli.model.reference import Key


def learned(line: Line, tree: Mapping[str, Content] | None, witness: Witness) -> list[Learned]:
    """Give what stands in the files, and what stood in those that are gone; oldest first.

    What somebody took out of a file that is there is no longer said.
    """
    first: dict[Saying, tuple[int, Key | None]] = {}
    last: dict[str, OkrFile] = {}
    gone: dict[str, OkrFile] = {}
    for at, path, content in _steps(line, tree):
        if isinstance(content, OkrFile):
            for said, key in sayings(content):
                first[said] = first.get(said, (at, key))[0], key
            last[path] = content
            gone.pop(path, None)
        elif path in last:
            gone[path] = last.pop(path)
    here = {said: key for content in last.values() for said, key in sayings(content)}
    homes = {(content.cycle, content.team) for content in last.values()}
    lost = {
        said: key
        for content in gone.values()
        if (content.cycle, content.team) not in homes
        for said, key in sayings(content)
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

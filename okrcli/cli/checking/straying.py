"""Whether a file differs in anything but the lines of some values: in comments, in its form."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from okrcli.model.source import Step
    from okrcli.store.yaml.blocks import Blocks


def strays(path: str, before: bytes, after: bytes, values: "Sequence[tuple[Step, ...]]") -> bool:
    """Tell whether a line differs that is not of one of the values, or any comment does.

    So does a comment of which okr takes notice (`# okr: ignore[...]`) where a line that it covers
    differs. Blank lines and line endings do not count. In doubt something strays.
    """
    from okrcli.analysis.line_changes import changed_lines
    from okrcli.store.yaml.blocks import blocks
    from okrcli.store.yaml.comments import comments
    from okrcli.store.yaml.ignores import ignores
    from okrcli.store.yaml.source import text_of

    was, now = text_of(before), text_of(after)
    old, new = blocks(was), blocks(now)
    if old is None or new is None or comments(was, old) != comments(now, new):
        return True
    for text, held, lines in (
        (was, old, changed_lines(now, was)),
        (now, new, changed_lines(was, now)),
    ):
        covered = {line for each in ignores(text, path) for line in _lines(each.first, each.last)}
        if lines & covered or not lines <= _of_values(held, values):
            return True
    return False


def _of_values(held: "Blocks", values: "Iterable[tuple[Step, ...]]") -> set[int]:
    """Give the lines of some values; of one that is not there, the one line it would stand in."""
    found: set[int] = set()
    for keys in values:
        lines = held.exactly(keys)
        if lines is None:
            around = held.of(keys)
            lines = around if around.first == around.last else None
        if lines is not None:
            found.update(_lines(*lines))
    return found


def _lines(first: int, last: int) -> range:
    return range(first, last + 1)

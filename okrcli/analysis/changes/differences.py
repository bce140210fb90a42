"""Where two documents of plain data differ: the paths of the values that are not the same."""

from collections.abc import Iterator, Mapping

from okrcli.model.source import Step

Path = tuple[Step, ...]


def differences(was: object, now: object, at: Path = ()) -> Iterator[Path]:
    """Yield the path of each value that differs, came or went.

    Lists of another length differ as a whole: nothing says which of their entries is which. The
    order of keys is no difference.
    """
    if isinstance(was, Mapping) and isinstance(now, Mapping):
        for name in dict.fromkeys((*was, *now)):
            if name in was and name in now:
                yield from differences(was[name], now[name], (*at, name))
            else:
                yield (*at, name)
    elif isinstance(was, list) and isinstance(now, list) and len(was) == len(now):
        for number, (old, new) in enumerate(zip(was, now, strict=True)):
            yield from differences(old, new, (*at, number))
    elif not _same(was, now):
        yield at


def _same(was: object, now: object) -> bool:
    """Tell whether two values are one: 5 is 5.0, and 1 is not true."""
    return was == now and isinstance(was, bool) == isinstance(now, bool)

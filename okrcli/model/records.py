"""Named tuples out of JSON, by the types of their fields.

`pydantic_core.to_json` writes them as lists. What JSON has no type for (a day, an enumeration, a
named tuple in another) is told by the annotations of the classes, so that nothing is made that
they do not name.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import cache, partial
from types import NoneType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Reader = Callable[[Any], Any]

day = cache(date.fromisoformat)


class Records:
    """Makes named tuples of what JSON gives back.

    `mended` says of a class what is still to be done with what was made of it, where annotations
    leave open what something is: a text or a day.
    """

    def __init__(self, mended: Mapping[type, Reader] | None = None) -> None:
        """Take what annotations do not tell."""
        self._mended = mended or {}
        self._known: dict[object, Reader | None] = {date: day}

    def read(self, kind: type[T], given: Sequence[Any]) -> T:
        """Make a named tuple of a kind."""
        reader = self._reader(kind)
        return cast("T", given if reader is None else reader(given))

    def _reader(self, hint: Any) -> Reader | None:  # noqa: ANN401 - an annotation
        """Find what reads values of a type; None where JSON gives them back as they were."""
        if hint not in self._known:
            self._known[hint] = self._made(hint)
        return self._known[hint]

    def _made(self, hint: Any) -> Reader | None:  # noqa: ANN401 - as above
        inner = [each for each in get_args(hint) if each is not NoneType]
        origin = get_origin(hint)
        if origin is None:
            return self._of_class(hint)
        if not isinstance(origin, type) or not issubclass(origin, Mapping | Sequence):
            return self._of_union(inner)
        if issubclass(origin, Mapping):
            return _mapping(*map(self._reader, inner))
        if origin is tuple and Ellipsis not in inner:
            return _row(map(self._reader, inner), tuple)
        return _sequence(self._reader(inner[0]))

    def _of_class(self, kind: type) -> Reader | None:
        if issubclass(kind, Enum):
            return {each.value: each for each in kind}.__getitem__
        if not issubclass(kind, tuple):
            return None
        made = _row(map(self._reader, get_type_hints(kind).values()), partial(tuple.__new__, kind))
        mend = self._mended.get(kind)
        return made if mend is None else lambda given: mend(made(given))

    def _of_union(self, inner: Sequence[Any]) -> Reader | None:
        if len(inner) == 1:
            return self._reader(inner[0])
        if date in inner and str not in inner:
            return lambda given: day(given) if isinstance(given, str) else given
        return None


def _row(readers: Iterable[Reader | None], make: Callable[[list[Any]], Any]) -> Reader:
    """Read what has a type for each place; what is nothing, or empty, is left as it is."""
    typed = [(place, each) for place, each in enumerate(readers) if each is not None]

    def read(given: list[Any]) -> Any:  # noqa: ANN401 - of the class that is made
        for place, reader in typed:
            value = given[place]
            if value:
                given[place] = reader(value)
        return make(given)

    return read


def _sequence(reader: Reader | None) -> Reader | None:
    return None if reader is None else lambda given: list(map(reader, given))


def _mapping(key: Reader | None, value: Reader | None) -> Reader:
    def read(given: Mapping[str, Any]) -> Mapping[Any, Any]:
        return {
            name if key is None else key(name): each if value is None else value(each)
            for name, each in given.items()
        }

    return read

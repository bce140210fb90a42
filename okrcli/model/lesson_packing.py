"""What was learned, as text that can be kept, and back."""

from collections.abc import Sequence
from datetime import date

from pydantic_core import from_json, to_json

from okrcli.model.lesson import Kind, Learned
from okrcli.model.reference import Key
from okrcli.model.series import CommitRef


def pack_learned(learned: Sequence[Learned]) -> bytes:
    """Pack some things that were learned."""
    return to_json(learned)


def unpack_learned(page: bytes) -> list[Learned]:
    """Unpack them."""
    return [
        Learned(cycle, team, key and Key(*key), Kind(kind), text, _commit(*commit))
        for cycle, team, key, kind, text, commit in from_json(page)
    ]


def _commit(name: str | None, dated: str, authored: str, author: str | None) -> CommitRef:
    return CommitRef(name, date.fromisoformat(dated), date.fromisoformat(authored), author)

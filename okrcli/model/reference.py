"""References: how one objective or key result names another."""

import re
from typing import NamedTuple

ID = r"[a-z][a-z0-9-]*"
_REFERENCE = re.compile(
    rf"((?P<cycle>[^:\s/]+):)?((?P<team>{ID})/)?(?P<objective>{ID})(/(?P<key_result>{ID}))?"
)


class Key(NamedTuple):
    """The identity of an objective, or of a key result where that is given."""

    cycle: str
    team: str
    objective: str
    key_result: str | None = None

    @property
    def of_objective(self) -> "Key":
        """Give the objective's own key."""
        return Key(self.cycle, self.team, self.objective)

    @property
    def ref(self) -> str:
        """Write it as a reference from within its own cycle."""
        tail = f"/{self.key_result}" if self.key_result is not None else ""
        return f"{self.team}/{self.objective}{tail}"

    def seen_from(self, cycle: str) -> str:
        """Write it as a reference from a cycle: with its own cycle where that differs."""
        return self.ref if self.cycle == cycle else f"{self.cycle}:{self.ref}"


class Reference(NamedTuple):
    """A reference as it is written: an objective's id, and what was given around it."""

    objective: str
    team: str | None = None
    key_result: str | None = None
    cycle: str | None = None


def parse_reference(text: str) -> Reference | None:
    """Read `[cycle:][team/]objective[/key-result]`; None where the text is no reference.

    Two parts are a team and an objective; a key result needs all three.
    """
    match = _REFERENCE.fullmatch(text)
    if match is None:
        return None
    parts = match.groupdict()
    if parts["key_result"] is not None and parts["team"] is None:
        parts["team"], parts["objective"] = parts["objective"], parts["key_result"]
        parts["key_result"] = None
    return Reference(**parts)

"""A new key result as somebody says it, and the fields that it gets in its file."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from okrcli.analysis.cycle.check_in import number_of
from okrcli.errors import UsageError
from okrcli.model.key_result import Kind

WAYS = {
    Kind.METRIC: "a number that goes from a baseline to a target",
    Kind.MAINTAIN: "a number that must not cross a bound",
    Kind.MILESTONES: "steps that are done one after the other",
    Kind.BINARY: "done, or not done",
}
_HOW = "say --baseline and --target, --at-least or --at-most, --milestone, or --done"
_UNKNOWN = "unknown"


class Promise(NamedTuple):
    """What somebody promises; numbers are as typed, and what is None was not said."""

    title: str | None = None
    id: str | None = None
    owner: str | None = None
    unit: str | None = None
    baseline: str | None = None
    target: str | None = None
    at_least: str | None = None
    at_most: str | None = None
    milestones: Sequence[str] = ()
    done: bool = False
    due: date | None = None

    def kinds(self) -> list[Kind]:
        """Give the kinds of which something was said."""
        said = {
            Kind.METRIC: self.baseline or self.target,
            Kind.MAINTAIN: self.at_least or self.at_most,
            Kind.MILESTONES: self.milestones,
            Kind.BINARY: self.done,
        }
        return [kind for kind, words in said.items() if words]

    def check(self) -> None:
        """Raise UsageError where it is not said how it is measured, or in two ways."""
        kinds = self.kinds()
        if not kinds:
            raise UsageError(f"nothing says how '{self.title}' is measured", _HOW)
        if len(kinds) > 1:
            names = " and as ".join(kind.value for kind in kinds)
            raise UsageError(f"'{self.title}' is measured as {names}", "keep one way")
        if kinds == [Kind.METRIC] and not (self.baseline and self.target):
            missing = "--target" if self.baseline else "--baseline (a number, or unknown)"
            raise UsageError(
                f"a metric goes from a baseline to a target: '{self.title}'", f"say {missing}"
            )

    def fields(self, made: str) -> dict[str, object]:
        """Give the fields of the key result, under an id that was made for it."""
        self.check()
        found = {"id": self.id or made, "title": self.title, "owner": self.owner, "unit": self.unit}
        return {
            **{name: value for name, value in found.items() if value},
            **dict(self._measure()),
            **({} if self.due is None else {"due": self.due}),
        }

    def _measure(self) -> Iterator[tuple[str, object]]:
        for name in ("baseline", "target", "at_least", "at_most"):
            text = getattr(self, name)
            if text:
                yield name, self._number(name, text)
        if self.milestones:
            yield "milestones", list(self.milestones)
        if self.done:
            yield "done", False

    def _number(self, name: str, text: str) -> Decimal | str:
        return (
            _UNKNOWN
            if (name, text.strip()) == ("baseline", _UNKNOWN)
            else number_of(text, self.unit)
        )

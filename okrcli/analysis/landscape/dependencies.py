"""Dependencies between teams: what waits for what, and the risk that spreads along the chain.

Risk is a level, and what waits has at least that of everything it waits for, directly or through
others. So a dependency more never lowers a risk, and circles, which are named, change nothing else:
what can be reached by going round is reached once.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import IntEnum, StrEnum
from functools import cached_property
from typing import NamedTuple

from okrcli.analysis.alignment.alignment import Alignment, Circle, Link
from okrcli.analysis.alignment.doubts import Doubt, Promises
from okrcli.analysis.alignment.ways import is_live
from okrcli.analysis.landscape.landscape import Landscape
from okrcli.analysis.progress.report import Status
from okrcli.model.reference import Key


class Level(IntEnum):
    """How much a dependency is in danger."""

    FINE = 0
    WATCH = 1  # behind, or nobody says how it stands
    RISK = 2
    BROKEN = 3  # it cannot be counted on


class Trouble(StrEnum):
    """What is the matter with something that is needed; the gravest first."""

    MISSING = "missing"  # the reference names nothing
    DROPPED = "dropped"
    CLOSED = "closed"  # its time is over, or it was ended, and it was not reached
    DRAFT = "draft"
    CIRCLE = "circle"  # it waits for the one who waits for it
    LATE = "late"  # it is due after it is needed
    AT_RISK = "at-risk"
    BEHIND = "behind"
    OUTDATED = "outdated"

    @property
    def level(self) -> Level:
        """Tell how grave it is."""
        if self is Trouble.AT_RISK:
            return Level.RISK
        return Level.WATCH if self in {Trouble.BEHIND, Trouble.OUTDATED} else Level.BROKEN


_OF_STATUS: Mapping[Status | None, Trouble] = {
    Status.AT_RISK: Trouble.AT_RISK,
    Status.BEHIND: Trouble.BEHIND,
    Status.OUTDATED: Trouble.OUTDATED,
}
_OF_DOUBT = {
    Doubt.DROPPED: Trouble.DROPPED,
    Doubt.DRAFT: Trouble.DRAFT,
    Doubt.LATE: Trouble.LATE,
}
_ACHIEVED = "achieved"  # the decision to close
_FAILED = frozenset((Status.MISSED, Status.PARTIAL))
_SETTLED = _FAILED | {Status.ACHIEVED, Status.DROPPED}


class Risk(NamedTuple):
    """Something that is the matter, and the way to it from what waits, which is not on it.

    The last of the way is what the trouble is with; a reference that names nothing has none.
    """

    trouble: Trouble
    way: Sequence[Key]

    @property
    def rank(self) -> tuple[int, int, int]:
        """Order risks, the gravest and nearest first."""
        return -self.trouble.level, len(self.way), list(Trouble).index(self.trouble)


class Waits:
    """Who waits for what among all objectives of a moment, drafts and dropped ones too."""

    def __init__(self, landscape: Landscape) -> None:
        """Take the objectives with their links and numbers."""
        self._landscape = landscape
        self.links: Alignment = landscape.alignment
        self.promises = Promises(self.links, landscape.goals.settings.calendar)

    def status(self, key: Key) -> Status | None:
        """Tell how an objective or a key result stands; None for a draft."""
        if key.key_result is None:
            report = self._landscape.report(key)
            return None if report is None else report.status
        part = self._landscape.key_result(key)
        return None if part is None else part.status

    def is_settled(self, key: Key) -> bool:
        """Tell whether a key result waits for nothing any more, or does not yet."""
        objective = self.links.objectives[key.of_objective]
        ended = objective.close is not None or self.links.key_results[key].close is not None
        return ended or not is_live(objective) or self.status(key) in _SETTLED

    def is_there(self, key: Key) -> bool:
        """Tell whether what is needed has been reached, by its numbers or by its owner's word."""
        named = self.links.key_results[key] if key.key_result else self.links.objectives[key]
        said = named.close is not None and named.close.decision == _ACHIEVED
        return said or self.status(key) is Status.ACHIEVED

    @cached_property
    def circles(self) -> Sequence[Circle]:
        """Give the circles of key results that wait for one another."""
        return self.links.need_circles(is_live, lambda key: not self.is_settled(key))

    def risks(self, link: Link) -> list[Risk]:
        """Give all that is the matter with what a link names, the gravest and nearest first.

        What it waits for itself must not be due after the day by which the first one needs it.
        """
        needed = self.promises.last_day(link.holder)
        found: dict[Risk, None] = {}
        for way, each in self._chain(link):
            found.update((Risk(trouble, way), None) for trouble in self.troubles(each))
            due = self._due(each.target)
            if needed is not None and due is not None and due > needed:
                found[Risk(Trouble.LATE, way)] = None
        if Risk(Trouble.CIRCLE, (link.target,)) in found:  # all of the circle would say the same
            told = [risk for risk in found if len(risk.way) > 1 and risk.trouble is Trouble.CIRCLE]
            for risk in told:
                del found[risk]
        return sorted(found, key=lambda risk: risk.rank)

    def troubles(self, link: Link) -> Iterator[Trouble]:
        """Yield what is the matter with what a link names, without what that waits for."""
        target = link.target
        if self._is_given_up(target):
            yield Trouble.DROPPED
        elif self._is_over(target):
            yield Trouble.CLOSED
        elif not self.is_there(target):
            yield from (_OF_DOUBT[doubt] for doubt in self.promises.doubts(link))
            if self._goes_round(link):
                yield Trouble.CIRCLE
            trouble = _OF_STATUS.get(self.status(target))
            if trouble is not None:
                yield trouble

    def ready(self, link: Link) -> date | None:
        """Give the day by which what is needed can be there: when all that it waits for is."""
        ends = (self._due(each.target) for _, each in self._chain(link))
        return max(filter(None, ends), default=None)

    def _due(self, key: Key) -> date | None:
        """Give the day by which something is to come; None where it is there or will not come."""
        return self.promises.last_day(key) if self._is_open(key) else None

    def _is_coming(self, key: Key) -> bool:
        return not (self.is_there(key) or self._is_given_up(key) or self._is_over(key))

    def _is_given_up(self, key: Key) -> bool:
        return self.links.is_dropped(key) or self.status(key) is Status.DROPPED

    def _is_over(self, key: Key) -> bool:
        """Tell whether something has ended, by a word or by its day, and was not reached."""
        objective = self.links.objectives[key.of_objective]
        parts = [self.links.key_results[key]] if key.key_result else objective.key_results
        closed = objective.close or (parts and all(part.close for part in parts))
        return self.status(key) in _FAILED or bool(closed and not self.is_there(key))

    def _chain(self, first: Link) -> Iterator[tuple[Sequence[Key], Link]]:
        """Yield a link and those of all that is waited for behind it, each with the way to it."""
        ahead: list[tuple[Sequence[Key], Link]] = [((first.target,), first)]
        seen = {(first.holder, first.target)}
        while ahead:
            yield from ahead
            beyond = [
                ((*way, link.target), link) for way, each in ahead for link in self._next(each)
            ]
            ahead = []
            for way, link in beyond:
                if (link.holder, link.target) not in seen:
                    seen.add((link.holder, link.target))
                    ahead.append((way, link))

    def _next(self, link: Link) -> Iterator[Link]:
        """Yield what the target of a link waits for; nothing where it will not or need not come."""
        target = link.target
        if not self._is_coming(target):
            return
        for each in self._waiting.get(target.of_objective, ()):
            if target.key_result in {None, each.holder.key_result} and self._is_open(each.holder):
                yield each

    def _is_open(self, key: Key) -> bool:
        return self._is_coming(key) and any(self.promises.open(key))

    @cached_property
    def _waiting(self) -> Mapping[Key, Sequence[Link]]:
        """Give the links of the key results of each objective."""
        found: dict[Key, list[Link]] = {}
        for link in self.links.needs:
            found.setdefault(link.holder.of_objective, []).append(link)
        return found

    def _goes_round(self, link: Link) -> bool:
        return any(
            link.holder in each.tangle and link.target in each.tangle for each in self.circles
        )

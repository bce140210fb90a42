"""The lines of the tree: from some tops downward, each objective with what hangs beneath it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from okrcli.analysis.landscape.cascade import Cascade
from okrcli.analysis.landscape.landscape import Landscape
from okrcli.analysis.landscape.tree import KeyResultLine, Line, ObjectiveLine
from okrcli.analysis.landscape.tree_selection import Wanted
from okrcli.analysis.progress.report import ObjectiveReport
from okrcli.analysis.progress.support import support
from okrcli.model.key_result import KeyResult
from okrcli.model.objective import Objective
from okrcli.model.reference import Key

_FEW = 40  # objectives that people read at a glance
_BRIEF = 2


class Branches:
    """Writes lines; `shown` tells which objectives are there, and whether one is asked for."""

    def __init__(
        self, landscape: Landscape, placed: Cascade, shown: Mapping[Key, bool], wanted: Wanted
    ) -> None:
        """Take what is placed where, and what of it is shown."""
        self._landscape = landscape
        self._placed = placed
        self._shown = shown
        self._wanted = wanted
        brief = wanted.brief and wanted.depth is None and len(shown) > _FEW
        self._depth = _BRIEF if brief else wanted.depth

    def lines(self, tops: Iterable[Key], level: int) -> Iterator[Line]:
        """Yield the tops and all beneath them, each line before those that hang on it."""
        ahead: list[tuple[Line | Key, int, int]] = [
            (key, level, 1) for key in reversed(list(tops)) if key in self._shown
        ]
        while ahead:
            item, at, depth = ahead.pop()
            if not isinstance(item, Key):
                yield item
                continue
            deeper = self._depth is None or depth < self._depth
            yield self._objective(item, at, 0 if deeper else self._count_below(item))
            ahead.extend(reversed(list(self._beneath(item, at + 1, depth + 1, deeper=deeper))))

    def _beneath(
        self, key: Key, level: int, depth: int, *, deeper: bool
    ) -> Iterator[tuple[Line | Key, int, int]]:
        """Yield the key results, each with what supports it, then what supports the whole."""
        for own, part in self._key_results(key).items():
            below = self._below(own) if deeper else []
            if below or self._is_named(own) or self._wanted.key_results:
                yield self._key_result(own, part, level), level, depth
            yield from ((low, level + 1, depth) for low in below)
        if deeper:
            yield from ((low, level, depth) for low in self._below(key))

    def _is_named(self, key: Key) -> bool:
        return key in {self._wanted.about, self._wanted.up}

    def _key_results(self, key: Key) -> Mapping[Key, KeyResult]:
        """Give the key results of an objective; where one of them is asked for, that one."""
        asked = self._wanted.about
        only = asked.key_result if isinstance(asked, Key) and asked.of_objective == key else None
        found: dict[Key, KeyResult] = {}
        for part in self._landscape.alignment.objectives[key].key_results:
            if part.id and only in {None, part.id}:
                found.setdefault(key._replace(key_result=part.id), part)
        return found

    def _key_result(self, key: Key, part: KeyResult, level: int) -> KeyResultLine:
        whole = key.of_objective
        owner = self._landscape.alignment.objectives[whole].owner_of(part)
        report = self._landscape.key_result(key)
        return KeyResultLine(key, level, part, owner, report, passing=not self._shown[whole])

    def _objective(self, key: Key, level: int, hidden: int) -> ObjectiveLine:
        objective = self._landscape.alignment.objectives[key]
        report = self._landscape.report(key)
        links, place = self._placed.links[key], self._placed.places[key]
        beneath = None if place is None else place.target
        around = [link.target for link in links if link in self._placed.cut]
        all_up = dict.fromkeys(
            link.target for link in self._landscape.alignment.links_up.get(key, ())
        )
        return ObjectiveLine(
            key=key,
            level=level,
            objective=objective,
            report=report,
            support=support(report, self._supporters(key)),
            beneath=beneath,
            also=[target for target in all_up if target != beneath and target not in around],
            around=around,
            unknown=self._unknown(objective),
            passing=not self._shown[key],
            hidden=hidden,
        )

    def _supporters(self, key: Key) -> Iterator[ObjectiveReport]:
        """Yield the reports of what directly supports an objective, in the cycles shown."""
        cycles = self._wanted.cycles
        children = self._landscape.alignment.children(key)
        for low in sorted(children, key=lambda each: each[:3]):  # no sum depends on the files
            report = self._landscape.report(low) if low != key and low.cycle in cycles else None
            if report is not None:
                yield report

    def _unknown(self, objective: Objective) -> Sequence[str]:
        resolve = self._landscape.resolver.resolve
        return [text for text in objective.supports if not resolve(text, objective.cycle).found]

    def _below(self, key: Key) -> Sequence[Key]:
        return [low for low in self._placed.below(key) if low in self._shown]

    def _count_below(self, key: Key) -> int:
        count, ahead = 0, [key]
        while ahead:
            at = ahead.pop()
            parts = self._landscape.alignment.objectives[at].key_results
            targets = [at, *(at._replace(key_result=part.id) for part in parts)]
            low = [each for target in targets for each in self._below(target)]
            count += len(low)
            ahead.extend(low)
        return count

"""Everything about one objective or key result: its numbers, its links, its story."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from okrcli.analysis.alignment.alignment import Link
from okrcli.analysis.landscape.landscape import Landscape
from okrcli.analysis.progress.burnup import BurnUp, burn_up, objective_burn_up
from okrcli.analysis.progress.report import KeyResultReport, ObjectiveReport, Status
from okrcli.analysis.progress.status import Frame
from okrcli.analysis.progress.summary import Goals
from okrcli.analysis.story.goalposts import Move
from okrcli.analysis.story.log_entry import Chapter, LogEntry
from okrcli.model.organization import Organization
from okrcli.model.reference import Key
from okrcli.model.series import HistoryFacts


class Neighbour(NamedTuple):
    """What is linked with it, and in how many steps (0: directly); `title` may be empty."""

    key: Key
    title: str
    owner: str | None
    progress: float | None
    status: Status
    depth: int = 0


class Detail(NamedTuple):
    """An objective, or a key result of it, from all sides; lists are the newest or nearest first.

    `up` leads to the root; the first of a key result is its objective. `moved` are the entries
    whose goalposts moved after the beginning.
    """

    now: date
    revision: str | None
    history: HistoryFacts
    organization: Organization
    objective: ObjectiveReport
    key_result: KeyResultReport | None
    burn_up: BurnUp
    up: Sequence[Neighbour]
    down: Sequence[Neighbour]
    needs: Sequence[Neighbour]
    needed_by: Sequence[Neighbour]
    check_ins: Sequence[LogEntry]
    moved: Sequence[LogEntry]

    @property
    def key(self) -> Key:
        """Give what it is about."""
        return self.objective.key if self.key_result is None else self.key_result.key


def detail(goals: Goals, key: Key, chapters: Iterable[Chapter]) -> Detail | None:
    """Gather everything about a key; None where it is not there. `chapters` are its own."""
    landscape = Landscape(goals)
    report, part = landscape.report(key), landscape.key_result(key)
    if report is None or (part is None and key.key_result is not None):
        return None
    frame = Frame(report.objective, report.cycle, goals.now, goals.settings)
    links = _Links(landscape)
    entries = [entry for chapter in chapters for entry in chapter.entries]
    return Detail(
        now=goals.now,
        revision=goals.revision,
        history=goals.history,
        organization=goals.organization,
        objective=report,
        key_result=part,
        burn_up=objective_burn_up(report, frame) if part is None else burn_up(part, frame),
        up=list(links.up(key)),
        down=list(links.down(key)),
        needs=links.needs(key),
        needed_by=links.needed_by(key),
        check_ins=[entry for entry in entries if entry.said is not None],
        moved=[entry for each in entries if (entry := _moved(each)).goalposts],
    )


def _moved(entry: LogEntry) -> LogEntry:
    kept = [each for each in entry.goalposts if each.kind is not Move.ADDED]
    return entry._replace(goalposts=kept)


class _Links:
    """Follows the links of one key, and knows how what it finds stands."""

    def __init__(self, landscape: Landscape) -> None:
        self._landscape = landscape
        self._alignment = landscape.alignment

    def up(self, key: Key) -> Iterator[Neighbour]:
        own = key.of_objective
        if key.key_result is not None:
            yield from self._neighbours([own], 0)
        yield from self._above(own, 1 if key.key_result is not None else 0, {own})

    def _above(self, key: Key, depth: int, seen: set[Key]) -> Iterator[Neighbour]:
        for link in self._alignment.links_up.get(key, ()):
            target = link.target.of_objective
            if target not in seen:
                seen.add(target)
                yield from self._neighbours([link.target], depth)
                yield from self._above(target, depth + 1, seen)

    def down(self, key: Key) -> Iterator[Neighbour]:
        own = key.of_objective
        links = self._alignment.links_down.get(own, ())
        fitting = (link for link in links if key.key_result is None or link.target == key)
        yield from self._below(fitting, 0, {own})

    def _below(self, links: Iterable[Link], depth: int, seen: set[Key]) -> Iterator[Neighbour]:
        for link in links:
            if link.holder not in seen:
                seen.add(link.holder)
                yield from self._neighbours([link.holder], depth)
                below = self._alignment.links_down.get(link.holder, ())
                yield from self._below(below, depth + 1, seen)

    def needs(self, key: Key) -> list[Neighbour]:
        targets = (link.target for link in self._alignment.needs if _is_of(link.holder, key))
        return list(self._neighbours(dict.fromkeys(targets), 0))

    def needed_by(self, key: Key) -> list[Neighbour]:
        """Give who waits for it: whoever needs an objective needs its key results, too."""
        holders = (
            link.holder
            for link in self._alignment.needs
            if _is_of(link.target, key) or link.target == key.of_objective
        )
        return list(self._neighbours(dict.fromkeys(holders), 0))

    def _neighbours(self, keys: Iterable[Key], depth: int) -> Iterator[Neighbour]:
        for key in keys:
            report = self._landscape.report(key)
            if report is None:
                continue
            part = self._landscape.key_result(key)
            if part is None:
                named = report.objective
                yield Neighbour(
                    key, named.title, named.owner, report.progress, report.status, depth
                )
            else:
                title = part.key_result.title
                yield Neighbour(key, title, part.owner, part.progress, part.status, depth)


def _is_of(key: Key, whole: Key) -> bool:
    return whole in {key, key.of_objective}

"""The sections of a comparison, for people: what they are called, and what stands in them."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from okrcli.analysis.changes.changes import CheckedIn, Diff, Edit, Effect, Fate, Moved
from okrcli.model.reference import Key
from okrcli.render.diff.check_in import (
    check_in_facts,
    check_in_remarks,
    numbers_words,
    status_words,
)
from okrcli.render.diff.words import NO_REASON, edit_words, effect_words, fate_words
from okrcli.render.glyphs import Glyphs
from okrcli.render.goalpost_words import goalpost_words

_SHORT = 36  # letters; several such facts are read side by side


class Item(NamedTuple):
    """One change: what it is of, in short words, and what is to be said beneath.

    A remark is told with whether somebody should act on it. `inner`: part of the item above.
    """

    ref: str
    title: str
    facts: Sequence[str]
    remarks: Sequence[tuple[str, bool]] = ()
    inner: bool = False


class Section(NamedTuple):
    """Changes of one kind under a heading."""

    heading: str
    items: Sequence[Item]


def sections(diff: Diff, glyphs: Glyphs) -> list[Section]:
    """Lay out all that differs; a section without any change is left out."""
    changes, writing = diff.changes, _Writing(glyphs, diff.cycle)
    found = [
        Section("Goalposts moved", [writing.moved(each) for each in changes.goalposts]),
        Section("Objectives and key results", list(writing.fates(changes.fates))),
        Section("Check-ins", [writing.checked_in(each) for each in changes.check_ins]),
        Section("Owners and links", list(writing.edits(changes.links))),
        Section("Other fields", list(writing.edits(changes.fields))),
        Section("Organization, KPIs and settings", list(writing.edits(changes.workspace))),
        Section("Only comments or formatting", [Item(path, "", ()) for path in diff.alike]),
        Section("Effect on teams and company", [writing.effect(each) for each in changes.effects]),
    ]
    return [section for section in found if section.items]


class _Writing(NamedTuple):
    """How changes are written: with which signs, and from within which cycle."""

    glyphs: Glyphs
    cycle: str

    def moved(self, moved: Moved) -> Item:
        """Write a goalpost."""
        numbers = ", ".join(numbers_words(moved.before, moved.after, self.glyphs))
        remarks = [(numbers, False)] if numbers and moved.before != moved.after else []
        if moved.unexplained:
            remarks.append((NO_REASON, True))
        words = goalpost_words(moved.goalpost, moved.key_result, self.glyphs)
        return Item(self._ref(moved.key), moved.title, [words], remarks)

    def fates(self, fates: Sequence[Fate]) -> Iterator[Item]:
        """Write what became of goals; what goes with its objective stands beneath it."""
        homes = {(each.key, each.turn) for each in fates if each.key_result is None}
        for fate in fates:
            inner = (fate.key.of_objective, fate.turn) in homes and fate.key_result is not None
            words = fate_words(fate, self.glyphs)
            yield Item(self._ref(fate.key), fate.title, [words], inner=inner)

    def checked_in(self, checked: CheckedIn) -> Item:
        """Write a check-in."""
        remarks = list(check_in_remarks(checked))
        facts = check_in_facts(checked, self.glyphs)
        return Item(self._ref(checked.key), checked.title, facts, remarks)

    def edits(self, edits: Sequence[Edit]) -> Iterator[Item]:
        """Write fields, those of one thing together."""
        for about, group in groupby(edits, lambda edit: edit.about):
            its = list(group)
            words = [edit_words(each, self.glyphs) for each in its]
            key, title = its[0].key, its[0].title
            name = about if key is None else self._ref(key)
            draft = ["draft"] if its[0].draft else []
            if len(words) == 1 or all(len(each) <= _SHORT for each in words):
                yield Item(name, title, [*draft, *words])
            else:
                yield Item(name, title, draft, [(each, False) for each in words])

    def effect(self, effect: Effect) -> Item:
        """Write the number of a team or an objective."""
        words = effect_words(effect.before, effect.after, self.glyphs)
        if effect.objective is None:
            return Item(f"{effect.name}, {effect.cycle}", "", [words])
        status = status_words(effect.was, effect.now, self.glyphs)
        return Item(self._ref(effect.objective), effect.name, [words, status])

    def _ref(self, key: Key) -> str:
        return key.seen_from(self.cycle)

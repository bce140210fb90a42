"""What the rules share that judge the words of a title."""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import ClassVar, NamedTuple

from okrcli.analysis.wording.key_result import Fields
from okrcli.analysis.wording.title import Title, read
from okrcli.model.finding import Finding
from okrcli.model.key_result import KeyResult, Kind
from okrcli.model.source import Source
from okrcli.rules.base import LintInput, LintRule
from okrcli.rules.placeholders import is_placeholder

NO_LANGUAGE = "none"


class About(StrEnum):
    """What a title is the title of."""

    OBJECTIVE = "objective"
    KEY_RESULT = "key-result"


class Judged(NamedTuple):
    """A title to be judged, with the key result around it where there is one."""

    title: Title
    key_result: KeyResult | None = None

    @property
    def fields(self) -> Fields:
        """Tell what stands beside the title."""
        if self.key_result is None:
            return Fields.NONE
        numbers = self.key_result.kind in {Kind.METRIC, Kind.MAINTAIN}
        return Fields.NUMBERS if numbers and self.key_result.kind_fields else Fields.STEPS


class Remark(NamedTuple):
    """What is wrong with a title, and what to write instead."""

    message: str
    hint: str


class WordRule(LintRule):
    """A rule that judges a title by its words; a setting switches all of them off."""

    about: ClassVar[About]

    @abstractmethod
    def judge(self, judged: Judged) -> Remark | None:
        """Say what is wrong with a title; None where nothing is."""

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield each title that the rule has something to say about."""
        if subject.workspace.settings.lint.language == NO_LANGUAGE:
            return
        for source, judged in _english(subject, self.about):
            remark = self.judge(judged)
            if remark is not None:
                yield self.finding(source, *remark)


@lru_cache(maxsize=len(About))
def _english(lint: LintInput, about: About) -> Sequence[tuple[Source, Judged]]:
    """Read the titles that can be judged, once for all rules."""
    return [each for each in _titles(lint, about) if each[1].title.english]


def _titles(lint: LintInput, about: About) -> Iterator[tuple[Source, Judged]]:
    """Yield titles that were read and mean something; what was dropped is not judged."""
    for source, objective in lint.workspace.objectives():
        if objective.dropped:
            continue
        if about is About.OBJECTIVE:
            yield from _judged(source, objective.title, None)
            continue
        for index, key_result in enumerate(objective.key_results):
            if key_result.id and not (key_result.close and key_result.close.drops):
                place = source.at("key_results", index)
                yield from _judged(place, key_result.title, key_result)


def _judged(
    source: Source, title: str, key_result: KeyResult | None
) -> Iterator[tuple[Source, Judged]]:
    if title and not is_placeholder(title):
        yield source.at("title"), Judged(read(title), key_result)

"""The story as a whole: everything that happens, in order, as commits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from okrcli.demo.cast import Cast, cast_of
from okrcli.demo.chapters import Chapters, chapters_of, closings, plannings
from okrcli.demo.company import Person, organization_document, settings_text
from okrcli.demo.days import WEEK, moment, working_day_until
from okrcli.demo.dice import Dice
from okrcli.demo.events import MAIN, MERGE, Document, Event
from okrcli.demo.monthly import KpiFile, monthly
from okrcli.demo.rhythm import check_ins
from okrcli.demo.side_branch import TEAM, side_branch
from okrcli.demo.spread import spread_check_ins
from okrcli.demo.turns import turns
from okrcli.demo.yaml_text import yaml_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

_HALF_PAST_EIGHT = 17 * 1800
_FOUNDER = "maren"


@dataclass(frozen=True, slots=True)
class Plan:
    """What kind of story is wanted."""

    today: date
    teams: int
    weeks: int
    seed: int
    commits: int | None

    @property
    def first_day(self) -> date:
        """Return the day of the first commit."""
        return working_day_until(self.today - self.weeks * WEEK)


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit, ready to be written."""

    when: int
    author: str
    message: str
    files: list[tuple[str, str]]
    line: str = MAIN


@dataclass(frozen=True, slots=True)
class Story:
    """The commits in their order, and the people who make them by id."""

    people: Mapping[str, Person]
    commits: Iterator[Commit]


@dataclass(frozen=True, slots=True)
class _Page:
    """A document that never changes."""

    path: str
    content: str

    def text(self) -> str:
        """Return what stands in it."""
        return self.content


def tell(plan: Plan) -> Story:
    """Return the whole story, told lazily; raise ValueError where it cannot be told."""
    if plan.weeks < 1:
        raise ValueError(f"a history needs at least one week, not {plan.weeks}")
    dice = Dice(plan.seed)
    cast = cast_of(plan.teams, dice)
    people = {person.id: person for person in cast.people}
    return Story(people, _commits(plan, cast, dice))


def _commits(plan: Plan, cast: Cast, dice: Dice) -> Iterator[Commit]:
    """Yield the first commit with all that was before it, then one for each event."""
    kpis = KpiFile(plan.first_day, dice)
    begin = moment(plan.first_day, _HALF_PAST_EIGHT)
    events = sorted(_events(plan, cast, kpis, dice), key=lambda event: event.when)
    earlier = [event for event in events if event.when < begin]
    documents = _first_documents(plan, cast, kpis)
    for event in earlier:
        documents.update((document.path, document) for document in event.act())
    files = [(document.path, document.text()) for document in documents.values()]
    yield Commit(begin, _FOUNDER, "Keep our OKRs in git", files)
    for event in events[len(earlier) :]:
        files = [(document.path, document.text()) for document in event.act()]
        if files or event.line == MERGE:
            yield Commit(event.when, event.author, event.message, files, event.line)


def _events(plan: Plan, cast: Cast, kpis: KpiFile, dice: Dice) -> Iterator[Event]:
    """Yield everything that happens, in no particular order."""
    chapters = chapters_of(cast, plan.today, dice)
    growth = [chapter for chapter in chapters if chapter.team.id == TEAM]
    fixed = [
        *plannings(chapters, dice),
        *closings(chapters, plan.today, dice),
        *turns({chapter.team.id: chapter for chapter in chapters.now}, plan.today, dice),
        *monthly(kpis, plan.first_day, plan.today, dice),
        *side_branch(growth, plan.first_day, plan.today, dice),
    ]
    yield from fixed
    yield from _rhythm(plan, chapters, fixed, dice)


def _rhythm(plan: Plan, chapters: Chapters, fixed: list[Event], dice: Dice) -> Iterator[Event]:
    """Yield the check-ins: as people do them, or as many as were asked for."""
    if plan.commits is None:
        for chapter in chapters:
            yield from check_ins(chapter, plan.today, dice)
        return
    begin = moment(plan.first_day, _HALF_PAST_EIGHT)
    others = 1 + sum(event.when >= begin for event in fixed)
    wanted = max(plan.commits - others, 0)
    yield from spread_check_ins(chapters, plan.first_day, plan.today, wanted, dice)


def _first_documents(plan: Plan, cast: Cast, kpis: KpiFile) -> dict[str, Document]:
    """Return what is there from the first commit on, by path."""
    organization = yaml_text(organization_document(cast.teams, cast.people))
    documents: list[Document] = [
        _Page("okr.toml", settings_text(plan.today.year)),
        _Page("okrs/organization.yaml", organization),
        kpis,
    ]
    return {document.path: document for document in documents}

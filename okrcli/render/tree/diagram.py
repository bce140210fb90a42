"""A tree as boxes and the lines between them, for every format that draws."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from okrcli.analysis.landscape.teams_report import TeamsTree
from okrcli.analysis.landscape.tree import Line, ObjectiveLine, Section, Standing, Tree
from okrcli.analysis.progress.report import Status
from okrcli.render.numbers import percent
from okrcli.render.tree.words import (
    DRAFT,
    IDLE,
    gap_phrase,
    heading,
    links_of,
    owner_of,
    state_of,
    title_of,
)
from okrcli.render.words import count, status_word

if TYPE_CHECKING:
    from okrcli.model.reference import Key

VISION, PILLAR, TEAM = "vision", "pillar", "team"
KINDS = (*(status.value for status in Status), DRAFT, VISION, PILLAR, TEAM)


class Box(NamedTuple):
    """One thing: `parent` is the place of what it hangs on, `kind` one of KINDS.

    `notes` are links that no line may show. A `faint` one is only the way to something else.
    """

    title: str
    facts: Sequence[str]
    kind: str
    parent: int | None = None
    progress: float | None = None
    expected: float | None = None
    measured: bool = False
    notes: Sequence[str] = ()
    faint: bool = False


class Diagram(NamedTuple):
    """Boxes, each after its parent; `others` are pairs that are linked besides."""

    name: str
    boxes: Sequence[Box]
    others: Sequence[tuple[int, int]] = ()


def diagram(tree: Tree | TeamsTree) -> Diagram:
    """Draw a tree: the vision first, then what hangs beneath it."""
    name = tree.organization.name or "Objectives"
    if isinstance(tree, TeamsTree):
        return Diagram(name, list(_teams(tree)))
    drawing = _Drawing(tree)
    for section in tree.sections:
        drawing.add(section)
    return Diagram(name, drawing.boxes, list(drawing.others()))


class _Drawing:
    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self.boxes: list[Box] = []
        self._places: dict[Key, int] = {}
        aligned = any(section.standing is Standing.ALIGNED for section in tree.sections)
        vision = tree.organization.vision if tree.about is None and aligned else None
        if vision is not None:
            self.boxes.append(Box(vision, [], VISION))
        self._vision = None if vision is None else 0

    def add(self, section: Section) -> None:
        over = self._vision if section.standing is Standing.ALIGNED else None
        if section.pillar is not None:
            facts = [] if section.lines else [IDLE]
            self.boxes.append(Box(heading(section, self._tree) or "", facts, PILLAR, over))
            over = len(self.boxes) - 1
        for line in section.lines:
            self._places[line.key] = len(self.boxes)
            self.boxes.append(_box(line, self._parent(line, over)))

    def _parent(self, line: Line, over: int | None) -> int | None:
        if isinstance(line, ObjectiveLine):
            return over if line.beneath is None else self._places[line.beneath]
        return self._places[line.key.of_objective]

    def others(self) -> Iterator[tuple[int, int]]:
        """Yield the links besides; where a key result is not drawn, its objective stands for it."""
        for edge in self._tree.edges:
            target = edge.link.target
            above = self._places.get(target, self._places.get(target.of_objective))
            low = self._places.get(edge.link.holder)
            if not edge.drawn and above is not None and low is not None:
                yield above, low


def _box(line: Line, parent: int | None) -> Box:
    whole = isinstance(line, ObjectiveLine)
    names = [line.key.seen_from("") if whole else line.key.key_result, owner_of(line)]
    facts = [" · ".join(filter(None, names))]
    state = state_of(line)
    report = line.report
    if state is not None:
        facts.append(" · ".join([*_measured(line), state]))
    if isinstance(line, ObjectiveLine):
        facts.extend(_below(line))
    return Box(
        title=title_of(line),
        facts=facts,
        kind=DRAFT if report is None else report.status.value,
        parent=parent,
        progress=None if report is None else report.progress,
        expected=None if report is None else report.expected,
        measured=True,
        notes=list(links_of(line)) if isinstance(line, ObjectiveLine) else [],
        faint=line.passing,
    )


def _measured(line: Line) -> Iterator[str]:
    report = line.report
    if report is not None and report.progress is not None:
        by_now = "" if report.expected is None else f" of {percent(report.expected)}"
        yield percent(report.progress) + by_now


def _below(line: ObjectiveLine) -> Iterator[str]:
    if line.support.progress is not None:
        gap = gap_phrase(line.support)
        words = f"supporters {percent(line.support.progress)}"
        yield words if gap is None else f"{words}, {gap}"
    if line.hidden:
        yield f"{line.hidden} below"


def _teams(tree: TeamsTree) -> Iterator[Box]:
    over: dict[int, int] = {}
    for place, line in enumerate(tree.lines):
        report, team = line.report, line.report.team
        over[line.level] = place
        facts = [" · ".join(filter(None, [team.id, team.lead]))]
        counted = [f"{amount} {status_word(status)}" for status, amount in report.by_status.items()]
        facts.append(" · ".join([count(report.objectives, "objective"), *counted]))
        if report.progress is not None and report.expected is not None:
            facts.append(f"{percent(report.progress)} of {percent(report.expected)}")
        yield Box(
            title=team.name or team.id,
            facts=facts,
            kind=TEAM,
            parent=over[line.level - 1] if line.level else None,
            progress=report.progress,
            expected=report.expected,
            measured=True,
        )

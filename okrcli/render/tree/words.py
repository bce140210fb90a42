"""What the tree says in words: what an objective supports, and how its supporters stand."""

from collections.abc import Iterator, Sequence

from okrcli.analysis.landscape.tree import (
    KeyResultLine,
    Line,
    ObjectiveLine,
    Section,
    Standing,
    Tree,
)
from okrcli.analysis.progress.support import Support
from okrcli.model.reference import Key
from okrcli.render.words import count, status_with_reason, status_word

DRAFT = "draft"
IDLE = "no objective serves it"
_STANDINGS = {
    Standing.STANDALONE: "Stand alone",
    Standing.ORPHAN: "On no way to the vision",
}
_MOST_NAMED = 3


def title_of(line: Line) -> str:
    """Give the title of an objective or a key result, else its id."""
    if isinstance(line, ObjectiveLine):
        return line.objective.title or line.objective.id
    return line.key_result.title or line.key_result.id


def state_of(line: Line) -> str | None:
    """Say how a line stands; None where nothing is known."""
    if isinstance(line, ObjectiveLine) and line.objective.draft:
        return DRAFT
    if line.report is None:
        return None
    if isinstance(line, ObjectiveLine):
        return status_word(line.report.status)
    return status_with_reason(line.report) if line.report else None


def links_of(line: ObjectiveLine) -> Iterator[str]:
    """Say what an objective supports besides what it is drawn beneath."""
    also = "also supports" if line.beneath is not None else "supports"
    seen_from = line.key.cycle
    if line.also:
        yield f"{also} {', '.join(key.seen_from(seen_from) for key in line.also)}"
    if line.around:
        around = ", ".join(key.seen_from(seen_from) for key in line.around)
        yield f"supports {around}: a circle"
    if line.unknown:
        yield f"supports {', '.join(line.unknown)}, which names nothing"
    if line.beneath is None and line.objective.standalone:
        yield f"stands alone: {line.objective.standalone}"


def gap_phrase(support: Support) -> str | None:
    """Say how far apart an objective and its supporters are, where that is too far."""
    if support.gap is None or support.difference is None:
        return None
    points = round(abs(support.difference) * 100)
    return f"{points} pts {'ahead' if support.difference > 0 else 'behind'}"


def heading(section: Section, tree: Tree) -> str | None:
    """Head a section; None where the vision itself does."""
    if section.pillar is not None:
        return section.pillar.title or section.pillar.id
    if section.standing is Standing.ASKED:
        about = tree.about
        team = tree.organization.team(about) if isinstance(about, str) else None
        return None if team is None else team.name or team.id
    if section.standing is Standing.ALIGNED:
        return "Of no pillar" if tree.organization.pillars else None
    return _STANDINGS[section.standing]


def counts(tree: Tree) -> Iterator[str]:
    """Count the objectives that are shown, by what they are to the vision."""
    asked = [line for line in tree.objectives() if not line.passing]
    yield count(len(asked), "objective")
    for section in tree.sections:
        tops = [
            line
            for line in section.lines
            if isinstance(line, ObjectiveLine) and line.beneath is None and not line.passing
        ]
        if tops and section.standing is Standing.STANDALONE:
            yield f"{len(tops)} {'stands' if len(tops) == 1 else 'stand'} alone"
        if tops and section.standing is Standing.ORPHAN:
            yield f"{len(tops)} on no way to the vision"
    apart = sum(line.support.gap is not None for line in asked)
    if apart:
        yield f"{apart} far from what supports {'it' if apart == 1 else 'them'}"


def circle_words(circle: Sequence[Key]) -> str:
    """Name a circle, from where it is cut and back."""
    way = [*circle, circle[0]]
    return " supports ".join(key.seen_from(circle[0].cycle) for key in way)


def faults(tree: Tree, unplaced: Sequence[str]) -> Iterator[str]:
    """Say what in the files keeps the tree from being whole; `unplaced` are unknown cycles."""
    for circle in tree.circles:
        yield f"a circle: {circle_words(circle)}"
    unknown = [f"{text} (in {line.key.ref})" for line in tree.objectives() for text in line.unknown]
    if unknown:
        yield f"{_some(unknown)} {'names' if len(unknown) == 1 else 'name'} nothing"
    if not tree.organization.teams:
        yield "no file lists the teams"
    if unplaced:
        yield f"{_some(unplaced)} {'is' if len(unplaced) == 1 else 'are'} no cycle"


def _some(names: Sequence[str]) -> str:
    more = len(names) - _MOST_NAMED
    listed = ", ".join(names[:_MOST_NAMED])
    return f"{listed} and {more} more" if more > 0 else listed


def owner_of(line: Line) -> str | None:
    """Give who is accountable."""
    return line.owner if isinstance(line, KeyResultLine) else line.objective.owner

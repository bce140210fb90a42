"""How an alignment report is put together: the goals, their links, and who set them first."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.reading.reporting import Asked, Question, asked
from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from okrcli.analysis.alignment.aligned import AlignmentReport
    from okrcli.analysis.alignment.origins import Author
    from okrcli.analysis.landscape.landscape import Landscape
    from okrcli.model.cycle import Cycle
    from okrcli.model.reference import Key


class Scene(NamedTuple):
    """What is looked at: all goals with their links, the cycles, and a team or everything."""

    landscape: "Landscape"
    cycles: "Sequence[Cycle]"
    team: str | None
    asked: Asked


def aligned(session: Session, question: Question) -> "AlignmentReport":
    """Report on alignment, and say on standard error what names nothing."""
    from okrcli.analysis.alignment.origins import Origins
    from okrcli.analysis.landscape.alignment_report import alignment_report

    landscape, cycles, team, found = scene(session, question)
    authors = _authors(session, found, landscape, cycles)
    origins = Origins(landscape.alignment, landscape.goals.organization, landscape.teams, authors)
    report = alignment_report(landscape, cycles, team, origins.origin)
    warn_of_broken_links(session, len(report.unknown), len(report.circles), "support")
    return report


def scene(session: Session, question: Question, *, drafts: bool = False) -> Scene:
    """Find what is asked for; a cycle that is named is looked at with all that it contains."""
    from okrcli.analysis.landscape.landscape import Landscape
    from okrcli.analysis.progress.summary import all_cycles

    found = asked(session, question._replace(whole=True))
    if found.wanted.key is not None:
        raise UsageError(f"{question.about} is no team", "see `okr show` for one goal")
    cycles = found.cycles
    if question.cycle is not None:
        (named,) = cycles
        within = [each for each in all_cycles(found.goals) if named.contains(each)]
        cycles = [named, *within]
    return Scene(Landscape(found.goals, drafts=drafts), cycles, found.wanted.team, found)


def warn_of_broken_links(session: Session, unknown: int, circles: int, of: str) -> None:
    """Say what stands in the way of the whole picture."""
    parts = [
        f"{amount} {noun if amount == 1 else f'{noun}s'}{more}"
        for amount, noun, more in (
            (unknown, "unresolved reference", ""),
            (circles, "circle", f" of {of}"),
        )
        if amount
    ]
    if parts:
        session.warn(f"{' and '.join(parts)}; what can be known is shown", "run `okr lint`")


def _authors(
    session: Session, found: Asked, landscape: "Landscape", cycles: "Sequence[Cycle]"
) -> "Mapping[Key, Author]":
    """Look up who first committed the objectives of some cycles, and what those support."""
    from okrcli.analysis.alignment.origins import Author, beginning_of
    from okrcli.history.beginnings import first_commits
    from okrcli.store.discovery import find_workspace

    begun = found.recorded.timeline.past.beginnings()
    names = {cycle.name for cycle in cycles}
    links = landscape.alignment
    own = [key for key in links.objectives if key.cycle in names]
    keys = {*own, *(parent for key in own for parent in links.parents(key))}
    beginnings = {
        key: beginning
        for key in sorted(keys)
        if (beginning := beginning_of(links.objectives[key], begun)) is not None
    }
    firsts = first_commits(find_workspace(session.folder), found.recorded, beginnings)
    return {key: Author(first.place, first.author) for key, first in firsts.items()}

"""What reports about whole cycles are made of: their story, and what teams wrote about them."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import TYPE_CHECKING

from okrcli.cli.reading.reporting import Asked, Question, answered, asked
from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from okrcli.analysis.landscape.tree import Tree
    from okrcli.analysis.reports.retrospectives import Looked
    from okrcli.analysis.story.log_entry import Chapter
    from okrcli.history.recorded import Recorded
    from okrcli.model.cycle import Cycle
    from okrcli.model.reference import Key
    from okrcli.model.series import CommitRef, Version


def of_a_team(session: Session, question: Question) -> Asked:
    """Find what a report about all, or about a team, is asked for."""
    return about_teams(asked(session, question), question)


def about_teams(found: Asked, question: Question) -> Asked:
    """Insist on a question about all, or about a team."""
    if found.wanted.key is not None:
        raise UsageError(f"{question.about} is no team", f"see `okr show {question.about}`")
    return found


def one(cycle: "Cycle | None") -> "Cycle":
    """Insist on a cycle."""
    if cycle is None:
        raise UsageError("there are no OKRs to report on yet", "see `okr init` and `okr demo`")
    return cycle


def chapters_of(
    versions: "Mapping[Key, Sequence[Version]]",
    commits: "Sequence[CommitRef]",
    cycles: "Iterable[Cycle]",
    authors: "Collection[str] | None" = None,
) -> "Sequence[Chapter]":
    """Tell the story of what was ever in some cycles; with `authors`, of what they checked in."""
    from okrcli.analysis.story.story import story

    names = {cycle.name for cycle in cycles}
    told = {
        key: its
        for key, its in versions.items()
        if key.cycle in names or any(version.key.cycle in names for version in its)
        if authors is None or any(_is_by(version, authors) for version in its)
    }
    return story(told, commits)


def _is_by(version: "Version", authors: "Collection[str]") -> bool:
    return version.check_in is not None and version.check_in.author in authors


def retrospectives(found: "Recorded") -> "list[Looked]":
    """Give what teams wrote when the cycles that were read were over."""
    from okrcli.analysis.reports.retrospectives import looked_back

    files = found.timeline.files
    return looked_back(files[path] for path in sorted(files))


def drawn(session: Session, question: Question, found: Asked | None, cycle: "Cycle") -> "Tree":
    """Draw who works for what in a cycle; what is not at hand is looked for again."""
    from okrcli.analysis.landscape.landscape import Landscape
    from okrcli.analysis.landscape.tree_report import tree
    from okrcli.analysis.landscape.tree_selection import Wanted

    found = found or answered(session, question)
    wanted = Wanted(frozenset({cycle.name}), about=found.wanted.team)
    return tree(Landscape(found.goals, drafts=question.drafts), [cycle], wanted)


def shown_files(session: Session, found: "Recorded", at: str | None) -> "Mapping[str, bytes]":
    """Read the files of the state that is shown: those of the commit, or those on disk."""
    from okrcli.history.plumbing.trees import files_at
    from okrcli.history.whereabouts import whereabouts
    from okrcli.store.contents import file_contents

    place = whereabouts(session.folder, at)
    if at is not None and found.revision is not None:
        return files_at(place.git, found.revision, found.settings)
    return file_contents(place.folder, found.settings)

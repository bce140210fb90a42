"""What reports about whole cycles are made of: their story, and what teams wrote about them."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import TYPE_CHECKING

from okrcli.cli.reporting import Asked, Question, asked
from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from okrcli.analysis.log_entry import Chapter
    from okrcli.analysis.retrospectives import Looked
    from okrcli.history.recorded import Recorded
    from okrcli.model.cycle import Cycle
    from okrcli.model.series import Version

_WRITTEN = b"retrospective"


def of_a_team(session: Session, question: Question) -> Asked:
    """Find what a report about all, or about a team, is asked for."""
    found = asked(session, question)
    if found.wanted.key is not None:
        raise UsageError(f"{question.about} is no team", f"see `okr show {question.about}`")
    return found


def one(cycle: "Cycle | None") -> "Cycle":
    """Insist on a cycle."""
    if cycle is None:
        raise UsageError("there are no OKRs to report on yet", "see `okr init` and `okr demo`")
    return cycle


def chapters_of(
    found: "Recorded", cycles: "Iterable[Cycle]", authors: "Collection[str] | None" = None
) -> "Sequence[Chapter]":
    """Tell the story of what was ever in some cycles; with `authors`, of what they checked in."""
    from okrcli.analysis.story import story

    names = {cycle.name for cycle in cycles}
    past = found.timeline.past
    versions = {
        key: its
        for key, its in past.versions().items()
        if key.cycle in names or any(version.key.cycle in names for version in its)
        if authors is None or any(_is_by(version, authors) for version in its)
    }
    return story(versions, [each.commit for each in past.commits()])


def _is_by(version: "Version", authors: "Collection[str]") -> bool:
    return version.check_in is not None and version.check_in.author in authors


def retrospectives(session: Session, found: "Recorded", at: str | None) -> "list[Looked]":
    """Read what teams wrote when cycles were over; other files need not be read for it."""
    from okrcli.analysis.retrospectives import looked_back
    from okrcli.history.contents import decode
    from okrcli.model.objective import OkrFile

    texts = (data for data in shown_files(session, found, at).values() if _WRITTEN in data)
    files = (decode(data) for data in texts)
    return looked_back(each for each in files if isinstance(each, OkrFile))


def shown_files(session: Session, found: "Recorded", at: str | None) -> "Mapping[str, bytes]":
    """Read the files of the state that is shown: those of the commit, or those on disk."""
    from okrcli.history.trees import files_at
    from okrcli.history.whereabouts import whereabouts
    from okrcli.store.contents import file_contents

    place = whereabouts(session.folder, at)
    if at is not None and found.revision is not None:
        return files_at(place.git, found.revision, found.settings)
    return file_contents(place.folder, found.settings)

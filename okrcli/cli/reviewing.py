"""What reports about whole cycles are made of: their story, and what teams wrote about them."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import TYPE_CHECKING

from okrcli.cli.reporting import Asked, Question, asked
from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from okrcli.analysis.log_entry import Chapter
    from okrcli.analysis.retrospectives import Looked
    from okrcli.history.recorded import Recorded
    from okrcli.model.cycle import Cycle


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


def chapters_of(found: "Recorded", cycles: "Iterable[Cycle]") -> "Sequence[Chapter]":
    """Tell the story of what was ever in some cycles."""
    from okrcli.analysis.story import story

    names = {cycle.name for cycle in cycles}
    past = found.timeline.past
    versions = {
        key: its
        for key, its in past.versions().items()
        if key.cycle in names or any(version.key.cycle in names for version in its)
    }
    return story(versions, [each.commit for each in past.commits()])


def retrospectives(session: Session, found: "Recorded", at: str | None) -> "list[Looked]":
    """Read what teams wrote when cycles were over, in the state that is shown."""
    from okrcli.analysis.retrospectives import looked_back
    from okrcli.cli.audited import held
    from okrcli.history.whereabouts import whereabouts

    files = held(whereabouts(session.folder, at), found, committed=at is not None)
    return looked_back(each.content for each in files.workspace.documents)

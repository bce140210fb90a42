"""How everything about one thing is put together."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import TYPE_CHECKING

from okrcli.cli.reading.reporting import goals_of, recorded, warn_of_unreadable
from okrcli.cli.reading.telling import find, unknown
from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.analysis.detail import Detail


def shown(session: Session, ref: str, cycle: str | None, at: str | None) -> "Detail":
    """Gather what is asked for, and say on standard error what could not be seen."""
    from okrcli.analysis.detail import detail
    from okrcli.analysis.story.log_selection import Wanted, around, chosen
    from okrcli.analysis.story.story import story

    found = recorded(session, at)
    warn_of_unreadable(session, found.timeline.unreadable)
    timeline = found.timeline
    versions = timeline.past.versions()
    resolution = find(ref, found, versions, cycle)
    key = resolution.key
    if key is None:
        raise unknown(ref, "no objective and no key result here", (), resolution.close)
    commits = [each.commit for each in timeline.past.commits()]
    gathered = detail(
        goals_of(found), key, chosen(story(around(versions, key), commits), Wanted(key=key))
    )
    if gathered is None:
        raise UsageError(f"{ref} is in no file any more", f"see `okr log {key.seen_from('')}`")
    return gathered

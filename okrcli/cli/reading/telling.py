"""How a story is put together: the history, what was asked for, what is shown of it."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.reading.reporting import no_such_cycle, recorded, warn_of_unreadable
from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.analysis.references import Resolution
    from okrcli.analysis.story.log_entry import Chapter, Log
    from okrcli.analysis.story.log_selection import Wanted
    from okrcli.history.recorded import Recorded
    from okrcli.model.reference import Key
    from okrcli.model.series import Version

    Versions = Mapping[Key, Sequence[Version]]


class LogQuestion(NamedTuple):
    """What a log is asked for; `about` is a team or a reference.

    `limit` is the most commits that are shown, 0: all; without it `usual`, unless one objective or
    key result is asked for.
    """

    about: str | None = None
    cycle: str | None = None
    at: str | None = None
    since: str | None = None
    author: str | None = None
    limit: int | None = None
    usual: int = 0


def told(session: Session, question: LogQuestion) -> "Log":
    """Tell the story that is asked for, and say on standard error what could not be seen."""
    from okrcli.analysis.story.log_entry import Log
    from okrcli.analysis.story.log_selection import around, chosen
    from okrcli.analysis.story.story import story

    found = recorded(session, question.at)
    warn_of_unreadable(session, found.timeline.unreadable)
    past = found.timeline.past
    versions, commits = past.versions(), [each.commit for each in past.commits()]
    wanted = _wanted(question, found, versions)
    needed = versions if wanted.key is None else around(versions, wanted.key)
    chapters = story(needed, commits)
    wanted = wanted._replace(
        author=_author(question.author, found, chapters),
        seen=seen(session, question.since, question.at, [each.id for each in commits]),
    )
    shown = chosen(chapters, wanted)
    usual = question.usual if wanted.key is None else 0
    limit = usual if question.limit is None else question.limit
    return Log(
        now=found.now,
        revision=found.revision,
        history=found.facts,
        about=wanted.team if wanted.key is None else wanted.key,
        chapters=shown[: limit or None],
        found=len(shown),
    )


def find(about: str, found: "Recorded", versions: "Versions", cycle: str | None) -> "Resolution":
    """Find what a reference names: in the running cycles, else in any that ever was."""
    from okrcli.analysis.references import Resolution, Resolver
    from okrcli.analysis.story.log_selection import last_keys

    last = last_keys(versions)
    calendar = found.settings.calendar
    names = sorted({key.cycle for key in last})
    known = (each for name in names if (each := calendar.cycle(name)) is not None)
    running = [each.name for each in known if each.period.holds(found.now)]
    resolver = Resolver(frozenset(last), calendar)
    resolution = Resolution()
    for scope in [[cycle]] if cycle is not None else [running, names]:
        resolution = resolver.resolve_in(about, scope, last)
        if resolution.candidates:
            listed = ", ".join(sorted(key.seen_from("") for key in resolution.candidates))
            raise UsageError(f"{about} names several things", f"say which: {listed}")
        if resolution.key is not None:
            break
    return resolution


def unknown(about: str, kind: str, known: Collection[str], close: Sequence[str] = ()) -> UsageError:
    """Say that something is not known here, and what may have been meant."""
    from okrcli.analysis.spelling import near, question

    return UsageError(f"{about} is {kind}", question(near(about, known) or close))


def _wanted(question: LogQuestion, found: "Recorded", versions: "Versions") -> "Wanted":
    from okrcli.analysis.story.log_selection import Wanted

    cycles = {key.cycle for key in versions}
    if question.cycle is not None and question.cycle not in cycles:
        raise no_such_cycle(question.cycle, sorted(cycles))
    about = question.about
    wanted = Wanted(cycle=question.cycle, since=since_day(question.since))
    if about is None:
        return wanted
    teams = {key.team for key in versions} | {each.id for each in found.timeline.organization.teams}
    if about in teams:
        return wanted._replace(team=about)
    resolution = find(about, found, versions, question.cycle)
    if resolution.key is None:
        raise unknown(about, "neither a team nor a reference here", teams, resolution.close)
    return wanted._replace(key=resolution.key)


def seen(
    session: Session, since: str | None, at: str | None, line: Sequence[str | None]
) -> Sequence[str | None]:
    """Give the commits of a line that are behind a revision; none where that is a day."""
    from okrcli.history.seen import seen_at
    from okrcli.history.whereabouts import whereabouts

    if since is None or since_day(since) is not None:
        return ()
    return seen_at(whereabouts(session.folder, at).git, since, line)


def since_day(written: str | None) -> date | None:
    """Give the day that is meant; None where it is no date but a revision."""
    try:
        return None if written is None else date.fromisoformat(written)
    except ValueError:
        return None


def _author(asked: str | None, found: "Recorded", chapters: "Sequence[Chapter]") -> str | None:
    """Find how a person is called in the story: by the id, else by the name in git."""
    if asked is None:
        return None
    people = found.timeline.organization.people
    names = {each.name.casefold(): each.id for each in people if each.name}
    names |= {each.id.casefold(): each.id for each in people}
    said = (entry.who for chapter in chapters for entry in chapter.entries)
    names |= {who.casefold(): who for who in said if who}
    who = names.get(asked.casefold())
    if who is None:
        raise unknown(asked, "nobody who checked in here", sorted(names.values()))
    return who

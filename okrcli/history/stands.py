"""What stood at both ends of a comparison, with as much of the history as that takes.

Where everybody who was there at the first end is there at the second, and that came after it on one
line, the series of the first are those of the second up to there: one history is read, and of the
files those around the changes. Else all of both is read.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, tzinfo
from pathlib import Path
from typing import IO, NamedTuple, cast

from okrcli.history.changed_files import ChangedFiles, Contents, Place
from okrcli.history.ends import End
from okrcli.history.following.contents import read_line
from okrcli.history.following.renames import Renames, renamed
from okrcli.history.following.snapshot import Snapshot
from okrcli.history.following.timeline import Timeline, timeline
from okrcli.history.plumbing.git import Git
from okrcli.history.plumbing.log import day_of
from okrcli.history.plumbing.moment import moment, time_zone
from okrcli.history.recorded import facts_of, present
from okrcli.model.cycle import Cycle
from okrcli.model.objective import Objective, Retrospective
from okrcli.model.organization import Kpi, Organization
from okrcli.model.reference import Key
from okrcli.model.series import HistoryFacts, Series
from okrcli.model.settings import Settings


class Stand(NamedTuple):
    """What is said at an end; what both ends say alike may be left out.

    `unreadable` are the files that cannot be read there; they are taken as they last could.
    """

    settings: Settings
    objectives: Sequence[Objective]
    drafts: Sequence[Objective]
    organization: Organization
    series: Mapping[Key, Series]
    kpis: Mapping[str, Kpi] = {}
    retrospectives: Mapping[Place, Retrospective] = {}
    unreadable: Sequence[str] = ()


class Stands(NamedTuple):
    """Both ends, seen on one day.

    `renamed` gives who had another id before; `alike` are files whose text differs and says the
    same.
    """

    before: Stand
    after: Stand
    now: date
    facts: HistoryFacts
    renamed: Renames
    alike: Sequence[str]


class Looking(NamedTuple):
    """How a workspace is looked at: which day it is, which cycles are usual, the caches."""

    root: Path
    git: Git
    today: Callable[[tzinfo], date]
    usual: Callable[[date, Cycle], bool]
    caches: Path | None


class _Told(NamedTuple):
    timeline: Timeline
    now: date
    facts: HistoryFacts


def stands(looking: Looking, before: End, after: End) -> Stands:
    """Read what stood at both ends."""
    files = ChangedFiles(before, after)
    quick = _is_one_line(looking.git, before, after) and files.everyone_stays()
    was, now, told = (_quickly if quick else _thoroughly)(looking, before, after, files)
    return Stands(
        was._replace(kpis=files.kpis(files.was), retrospectives=files.retrospectives(files.was)),
        now._replace(kpis=files.kpis(files.now), retrospectives=files.retrospectives(files.now)),
        told.now,
        told.facts,
        {} if quick else renamed(was.objectives, now.objectives, after.settings.calendar),
        files.alike(),
    )


def _is_one_line(git: Git, before: End, after: End) -> bool:
    base, head = before.commit, after.commit or git.head()
    return base is not None and head is not None and (base == head or git.is_on_line(base, head))


def _quickly(
    looking: Looking, before: End, after: End, files: ChangedFiles
) -> tuple[Stand, Stand, _Told]:
    """Read one history, and of the files what is around the changes."""
    places = files.places()
    around = files.around(places)
    told = _told(looking, after, {cycle for _, cycle in places})
    if told.timeline.unreadable:  # only the history knows what is shown instead
        return _thoroughly(looking, before, after, files)
    organization = told.timeline.organization
    now = _stand(after.settings, {**around, **files.now}, organization, told.timeline.series)
    new = _commits_since(looking.git, before, after)
    earlier = {key: _up_to(series, new) for key, series in told.timeline.series.items()}
    was = _stand(before.settings, {**around, **files.was}, organization, earlier)
    return was, now, told


def _thoroughly(
    looking: Looking, before: End, after: End, _: ChangedFiles
) -> tuple[Stand, Stand, _Told]:
    """Read both histories, and all files."""
    later = _told(looking, after, None)
    earlier = _told_at(looking.git, before, later.now)
    was, now = (
        Stand(
            end.settings,
            told.timeline.objectives,
            told.timeline.drafts,
            told.timeline.organization,
            told.timeline.series,
            unreadable=told.timeline.unreadable,
        )
        for end, told in ((before, earlier), (after, later))
    )
    return was, now, later if later.facts.gap else later._replace(facts=_joined(later, earlier))


def _joined(later: _Told, earlier: _Told) -> HistoryFacts:
    """Count the commits of the second end, and tell what could not be seen of either."""
    gap = earlier.facts.gap
    return later.facts._replace(complete=gap is None, gap=gap)


def _told(looking: Looking, end: End, cycles: set[str] | None) -> _Told:
    """Read the history of an end, of some cycles where they and the usual ones are enough."""
    if end.commit is not None:
        return _told_at(looking.git, end, None)

    def asked(now: date, cycle: Cycle) -> bool:
        return cycle.name in (cycles or ()) or looking.usual(now, cycle)

    now = moment(looking.root, end.settings, end.files, looking.today)
    found = present(now, None if cycles is None else asked, looking.caches)
    return _Told(found.timeline, found.now, found.facts)


def _told_at(git: Git, end: End, now: date | None) -> _Told:
    """Read the history of a commit; it is seen on a day, else on its own."""
    commit, zone = cast("str", end.commit), time_zone(end.settings)
    line = read_line(git, commit, end.settings, zone)
    day = now or max([day_of(git.committed_at(commit), zone), *line.days[-1:]])
    shown = timeline(line, now=day, zone=zone, settings=end.settings)
    return _Told(shown, day, facts_of(git, line))


def _stand(
    settings: Settings,
    contents: Contents,
    organization: Organization,
    series: Mapping[Key, Series],
) -> Stand:
    snapshot = Snapshot()
    for path, content in contents.items():
        snapshot.apply(path, content)
    return Stand(settings, snapshot.objectives(), snapshot.drafts(), organization, series)


def _commits_since(git: Git, before: End, after: End) -> frozenset[str]:
    head = after.commit or "HEAD"
    with git.start("rev-list", "--first-parent", head, f"^{before.commit}") as process:
        return frozenset(cast("IO[bytes]", process.stdout).read().decode("ascii").split())


def _up_to(series: Series, later: frozenset[str]) -> Series:
    """Give a series as it was before some commits and what is not committed."""
    kept = [each for each in series.check_ins if each.commit and each.commit not in later]
    return series._replace(check_ins=kept)

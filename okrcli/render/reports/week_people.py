"""Who was silent, what is due, and the rhythm of teams, in words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from okrcli.analysis.loads.dues import Owed
from okrcli.analysis.reports.week import Deadline, TeamWeek, Week
from okrcli.render.numbers import percent
from okrcli.render.pages.lines import Called, line
from okrcli.render.pages.page import Column, Item, Line, Meter, Table, Tone, Words
from okrcli.render.words import count


def silent_items(week: Week) -> Iterator[Item]:
    """Name who owes check-ins, those first who have been silent for longest."""
    called = Called(week.organization)
    for owner, owing in _by_owner(week.silent).items():
        about = f" about {count(len(owing), 'key result')}, {_silence(owing, week)}:"
        yield Item(line(Words(called.person(owner), Tone.STRONG), about), [_titles(owing)])


def _silence(owing: Sequence[Owed], week: Week) -> str:
    """Say for how long nothing was heard, at most."""
    heard = [each.last for each in owing if each.last is not None]
    if len(heard) < len(owing):
        return "not once yet"
    return f"for {count((week.moment.now - min(heard)).days, 'day')}"


def _titles(owing: Sequence[Owed]) -> Item:
    return Item([Words("; ".join(each.title or each.key.ref for each in owing), Tone.QUIET)])


def due_items(week: Week) -> Iterator[Item]:
    """Say what has to be finished, and who has to check in."""
    called, now = Called(week.organization), week.moment.now
    for deadline in week.deadlines:
        late = Words(" (late)", Tone.WARNING) if deadline.day < now else ""
        what = Words(f": {_what(deadline)}")
        yield Item(line(str(deadline.day), late, what, f" ({called.person(deadline.owner)})"))
    named = [
        f"{called.person(owner)} ({len(owing)})" for owner, owing in _by_owner(week.due).items()
    ]
    if named:
        yield Item(line(f"{count(len(week.due), 'check-in')}: {', '.join(named)}"))


def _what(deadline: Deadline) -> str:
    title = deadline.title or deadline.key.ref
    return title if deadline.milestone is None else f"{deadline.milestone}, of {title}"


def _by_owner(owing: Iterable[Owed]) -> Mapping[str | None, Sequence[Owed]]:
    found: dict[str | None, list[Owed]] = {}
    for each in owing:
        found.setdefault(each.owner, []).append(each)
    return found


def rhythm_table(teams: Sequence[TeamWeek]) -> Table:
    """Show how each team is doing, and how many of its check-ins came."""
    return Table(
        [
            Column("Team"),
            Column("Progress"),
            Column("Change", right=True),
            Column("Checked in", right=True),
            Column("On time", right=True),
        ],
        [_row(each) for each in teams],
    )


def _row(team: TeamWeek) -> Sequence[Line]:
    now, before = team.now.progress, team.before.progress
    change = "" if now is None or before is None else f"{round((now - before) * 100):+d} points"
    on_time = f"{percent(team.on_time / team.windows)}" if team.windows else ""
    return [
        line(team.now.team.name or team.now.team.id),
        [Meter(now, team.now.expected)],
        line(change),
        line(f"{team.checked} of {team.under_way}"),
        line(on_time),
    ]

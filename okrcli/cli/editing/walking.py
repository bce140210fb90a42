"""How somebody is walked through check-ins: a screen each, written as soon as it is answered."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

import sys
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.editing.asking import ask, must_ask
from okrcli.cli.editing.checking_in import changes, commit_wished
from okrcli.cli.editing.subject import Subject, standings, subject_of
from okrcli.cli.editing.writing import commit, write
from okrcli.cli.reading.peopling import Scope, Whose, owing
from okrcli.cli.session import Session
from okrcli.errors import OkrError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from okrcli.analysis.cycle.answers import Asked, Topic
    from okrcli.analysis.cycle.check_in import Saying
    from okrcli.analysis.cycle.walk import Stop
    from okrcli.model.reference import Key
    from okrcli.render.checking_in.changed import Said
    from okrcli.store.editing.changes import Change


class Move(StrEnum):
    """What is typed to go elsewhere, at any question."""

    SKIP = "s"
    BACK = "b"
    QUIT = "q"


_MOVES = frozenset(Move)


class Way(NamedTuple):
    """Whose check-ins are asked for, all of them or those that are due, and what is done then.

    `on` is the day of measuring where it is not today; `commit` is None for what is usual here.
    """

    whose: Whose
    scope: Scope
    everything: bool
    on: date | None
    commit: bool | None


def walk_through(session: Session, way: Way) -> None:
    """Ask for check-ins one after the other; what was answered is written, however it ends."""
    from okrcli.analysis.cycle.walk import walk
    from okrcli.render.checking_in.walk_summary import nothing_due

    must_ask("name a key result: `okr checkin REF VALUE`")
    owed = owing(session, way.whose, way.scope)
    found = walk(owed.objectives, owed.owed, everything=way.everything)
    if not found.stops:
        session.say(nothing_due(found, owed.whose))
        return
    trip = Trip(session, found.stops, owed.moment.now, way.on)
    try:
        trip.go()
    except KeyboardInterrupt:
        trip.end(commit_it=False)
        raise
    trip.end(commit_it=way.commit)


class Trip:
    """A walk under way: what is still to come, and what was written."""

    def __init__(
        self, session: Session, stops: "Sequence[Stop]", now: date, on: date | None
    ) -> None:
        """Begin before the first stop."""
        self._session = session
        self._terminal = session.terminal(sys.stderr)
        self._stops = stops
        self._now = now
        self._on = on
        self._said: dict[Key, Said] = {}
        self._changes: dict[str, Change] = {}

    def go(self) -> None:
        """Visit the stops, back and forth, until the last one is left or somebody quits."""
        at = 0
        while at < len(self._stops):
            match self._visit(at):
                case Move.BACK:
                    at = max(at - 1, 0)
                case Move.QUIT:
                    return
                case _:
                    at += 1

    def end(self, *, commit_it: bool | None) -> None:
        """Say what was written, and commit it where that is wished, or usual here."""
        from okrcli.render.checking_in.changed import check_in_message

        self._session.tell("")
        self._summarize()
        if not self._changes:
            return
        opened = self._session.open()
        if commit_wished(opened, wished=commit_it):
            commit(opened, self._changes, check_in_message(list(self._said.values())))
            self._session.tell("committed")
        else:
            self._session.tell(f"not committed yet: {', '.join(self._changes)}")

    def _visit(self, at: int) -> Move | None:
        """Show a stop, ask, and write what was answered; say where to go; None: on."""
        from okrcli.analysis.cycle.answers import Asked, saying

        stop = self._stops[at]
        try:
            about = subject_of(self._session, stop.key)
            self._show(about, at)
            asked = Asked(about.key_result, about.written, about.today, self._on)
            answers, move = self._answers(asked, stop)
            if move is None or any(answers.values()):
                self._write(about, stop, saying(asked, answers))
        except OkrError as error:
            self._session.warn(error.message, error.hint)
            return None
        return move

    def _show(self, about: Subject, at: int) -> None:
        from okrcli.render.checking_in.walk_screen import Screen, walk_screen

        screen = Screen(self._stops[at], about.key_result, at + 1, len(self._stops), self._now)
        terminal = self._terminal._asdict()
        sys.stderr.write(walk_screen(screen, **terminal))

    def _answers(self, asked: "Asked", stop: "Stop") -> "tuple[dict[Topic, str], Move | None]":
        """Ask topic after topic; None: all of them are answered."""
        from okrcli.analysis.cycle.answers import Topic

        topics = list(Topic)
        given: dict[Topic, str] = {}
        while len(given) < len(topics):
            topic = topics[len(given)]
            answer = self._ask(asked, topic, stop)
            if answer == Move.BACK and given:
                given.popitem()
            elif answer in _MOVES:
                return given, Move(answer)
            else:
                given[topic] = answer
        return given, None

    def _ask(self, asked: "Asked", topic: "Topic", stop: "Stop") -> str:
        from okrcli.analysis.cycle.answers import Topic, progress_of, wrong
        from okrcli.render.checking_in.walk_screen import outlook, question
        from okrcli.render.glyphs import glyphs

        def check(text: str) -> str | None:
            return None if text.strip() in _MOVES else wrong(asked, topic, text)

        def hint(text: str) -> str | None:
            measured = topic is Topic.MEASURE
            return outlook(stop.report, progress_of(asked, text)) if measured else None

        signs = glyphs(ascii_only=self._terminal.ascii_only)
        return ask(question(topic, asked.key_result, signs), check=check, hint=hint)

    def _write(self, about: Subject, stop: "Stop", said: "Saying") -> None:
        from okrcli.render.checking_in.changed import Said, in_one_line

        made = changes(about, said)
        write(about.opened, made)
        now = about.as_written(made)
        self._changes.update(made)
        earlier = self._said.get(stop.key)
        before = about.key_result if earlier is None else earlier.before
        self._said[stop.key] = Said(stop.key.ref, before, now)
        self._session.tell(f"written: {in_one_line(stop.key.ref, before, now)}")

    def _summarize(self) -> None:
        from okrcli.render.checking_in.changed import CheckedIn
        from okrcli.render.checking_in.walk_summary import Walked, walk_summary

        said = [stop for stop in self._stops if stop.key in self._said]
        after = standings(self._session, [stop.key for stop in said]) if said else ()
        found = [
            CheckedIn(stop.report, now or stop.report, None)
            for stop, now in zip(said, after, strict=True)
        ]
        terminal = self._session.terminal()._asdict()
        self._session.emit(walk_summary(Walked(found, len(self._stops)), **terminal))

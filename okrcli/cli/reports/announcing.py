"""How a report is announced: where to, what of, and what is said about it."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.reports.addressing import Source, address_from
from okrcli.cli.reports.reports import Wanted, made
from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from okrcli.connect.service import Message, Service


MOST_MESSAGES = 30


class Effort(NamedTuple):
    """How long to try, in seconds, and how often again."""

    timeout: float
    retries: int
    deadline: float


class Way(NamedTuple):
    """To which service, by which address; with `dry` the messages are shown instead."""

    to: "Service"
    source: Source
    effort: Effort
    dry: bool = False


def announce(session: Session, name: str, wanted: Wanted, way: Way) -> None:
    """Send a report, or show what would be sent; the address is read first."""
    from okrcli.connect.announcement import announcement
    from okrcli.connect.service import NAMES, messages
    from okrcli.render.json_text import json_text
    from okrcli.render.words import count

    address = None if way.dry else address_from(session, way.source)
    report = made(session, name, wanted)
    if report.nothing is not None:
        (session.tell if way.dry else session.say)(f"nothing sent: {report.nothing}")
        return
    found = messages(way.to, announcement(name, report.page(), report.json))
    if address is None:
        session.emit("".join(map(json_text, found)))
        return
    _refuse_flood(found, name)
    from okrcli.connect.delivery import Delivery, Patience

    with session.working(f"sending to {NAMES[way.to]}"):
        Delivery(address, way.to, Patience(*way.effort)).send(found)
    many = f" in {count(len(found), 'message')}" if len(found) > 1 else ""
    session.say(f"sent {name} to {NAMES[way.to]}{many}")


def _refuse_flood(messages: "Sequence[Message]", name: str) -> None:
    """Refuse so many messages that nobody in a channel would thank for them."""
    if len(messages) > MOST_MESSAGES:
        raise UsageError(
            f"{name} would be {len(messages)} messages, and {MOST_MESSAGES} are the most",
            "announce one team, or look at all of it with `okr report`",
        )

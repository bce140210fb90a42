"""What an outcome means: taken, to be tried again, or given up, and in which words."""

import re
from datetime import datetime
from http import HTTPStatus
from typing import NamedTuple

from okrcli.connect.address import Address
from okrcli.connect.exchange import Answer, Failure, Trouble
from okrcli.connect.retry_after import seconds_to_wait
from okrcli.connect.service import NAMES, Service, took
from okrcli.render.addresses import without_addresses
from okrcli.render.pages.breaking import shortened
from okrcli.render.text import clean

_QUOTED = 120  # letters of an answer
_GONE = frozenset({401, 403, 404, 410})
_LOOK = "look whether it arrived before you send it again"
_HINTS = {
    Trouble.SLOW: "try again later, or give it longer with --timeout",
    Trouble.UNKNOWN: "check the address, and whether this machine may reach the network",
    Trouble.UNREACHED: "check the address, and whether this machine may reach the network",
    Trouble.UNTRUSTED: "where your own authority signs, name its file in SSL_CERT_FILE",
    Trouble.PROXY: "check HTTPS_PROXY and NO_PROXY",
}


class Problem(NamedTuple):
    """Why a message was not taken. `again`: it may be tried again, after `wait` seconds if said."""

    message: str
    hint: str | None
    again: bool = False
    wait: float | None = None


def verdict(
    outcome: Answer | Failure, service: Service, address: Address, now: datetime
) -> Problem | None:
    """Judge an outcome; None where the message was taken.

    What was sent and not answered may have arrived: it is never tried again, lest it stand in the
    channel twice.
    """
    if isinstance(outcome, Failure):
        return _no_answer(outcome, service)
    if HTTPStatus.OK <= outcome.status < HTTPStatus.MULTIPLE_CHOICES:
        return None if took(service, outcome.text) else _not_taken(outcome, service)
    return _refused(outcome, service, address, now)


def _no_answer(failure: Failure, service: Service) -> Problem:
    name, why = NAMES[service], failure.trouble.value
    if failure.begun:
        return Problem(f"{name} may not have taken the message: {why}", _LOOK)
    again = failure.trouble not in {Trouble.UNTRUSTED, Trouble.UNSAFE, Trouble.OTHER}
    return Problem(f"{name} could not be reached: {why}", _HINTS.get(failure.trouble), again)


def _not_taken(answer: Answer, service: Service) -> Problem:
    said = f"it answered {answer.status}, but did not say that it took it"
    return Problem(f"{NAMES[service]} may not have taken the message: {said}", _LOOK)


def _refused(answer: Answer, service: Service, address: Address, now: datetime) -> Problem:
    name, status = NAMES[service], answer.status
    said = f"{status}{_quoted(answer.text, address)}"
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        wait = seconds_to_wait(answer.retry_after, now)
        return Problem(f"{name} takes no more messages now ({said})", None, again=True, wait=wait)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        wait = seconds_to_wait(answer.retry_after, now)
        return Problem(f"{name} is out of order ({said})", "try again later", again=True, wait=wait)
    return Problem(f"{name} refused the message ({said})", _remedy(status))


def _remedy(status: int) -> str:
    if status in _GONE:
        return "check the address; the webhook may have been switched off or deleted"
    if status < HTTPStatus.BAD_REQUEST:
        return "the address leads to another one, which is not followed; ask the service for it"
    return "see what is sent with --dry-run, and whether the address is of that service"


def _quoted(text: str, address: Address) -> str:
    """Quote the first line of an answer, if it has nothing of the address in it."""
    first = re.sub(r"\s+", " ", text.strip().partition("\n")[0])
    if not first or first.startswith("<") or address.is_told_by(text):
        return ""
    return f": {shortened(clean(without_addresses(first)), _QUOTED)}"

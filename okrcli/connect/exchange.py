"""One message sent, one answer read: bounded in time and size, and never quoting the address.

Exceptions of the client name the address, so that none of them leaves this module.
"""

import ssl
from collections.abc import Iterator
from enum import Enum
from threading import Lock, Thread
from typing import NamedTuple

from urllib3 import BaseHTTPResponse, Timeout
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    ProxyError,
    ReadTimeoutError,
    SSLError,
)

from okrcli import __version__
from okrcli.connect.address import Address
from okrcli.connect.proxy import BadProxyError, manager

MOST_BYTES = 64 * 1024
_HEADERS = {
    "Accept-Encoding": "identity",
    "Connection": "close",
    "Content-Type": "application/json; charset=utf-8",
    "User-Agent": f"okr/{__version__}",
}


class Trouble(Enum):
    """Why there is no answer."""

    SLOW = "it did not answer in time"
    UNKNOWN = "its name is not known to the network"
    UNREACHED = "there is no connection to it"
    UNTRUSTED = "its certificate is not trusted"
    UNSAFE = "no safe connection could be made"
    PROXY = "the proxy that the environment names does not lead there"
    CLOSED = "it closed the connection without an answer"
    OTHER = "the connection failed"


# The first that fits: some are kinds of others.
_TROUBLES: tuple[tuple[type[Exception] | tuple[type[Exception], ...], Trouble], ...] = (
    ((ProxyError, BadProxyError), Trouble.PROXY),
    (NameResolutionError, Trouble.UNKNOWN),
    (NewConnectionError, Trouble.UNREACHED),
    ((ConnectTimeoutError, ReadTimeoutError, TimeoutError), Trouble.SLOW),
    (ProtocolError, Trouble.CLOSED),
)


class Failure(NamedTuple):
    """An exchange without an answer; `begun`: some of the message was sent, maybe all of it."""

    trouble: Trouble
    begun: bool


class Answer(NamedTuple):
    """An answer: its status, the header `Retry-After`, and the beginning of its text."""

    status: int
    retry_after: str | None
    text: str


class _Sending:
    """A message on its way, of which one thread tells another how far it has come."""

    def __init__(self, body: bytes) -> None:
        self._body = body
        self._lock = Lock()
        self._given_up = False
        self.begun = False

    def chunks(self) -> Iterator[bytes]:
        """Give the message to the client, which asks for it once it is connected."""
        with self._lock:
            if self._given_up:
                raise TimeoutError
            self.begun = True
        yield self._body

    def give_up(self) -> bool:
        """See to it that nothing is sent any more; tell whether it was already."""
        with self._lock:
            self._given_up = True
            return self.begun


def exchange(address: Address, body: bytes, seconds: float) -> Answer | Failure:
    """Send a message and wait for the answer, no longer than some seconds in all.

    The client bounds only the time between two bytes, and looks names up without any bound. So it
    works in a thread, which is left behind when the time is over.
    """
    sending = _Sending(body)
    found: list[Answer | Failure] = []
    thread = Thread(
        target=lambda: found.append(_exchanged(address, sending, len(body), seconds)), daemon=True
    )
    thread.start()
    thread.join(seconds)
    if found:
        return found[0]
    return Failure(Trouble.SLOW, sending.give_up())


def _exchanged(
    address: Address, sending: _Sending, length: int, seconds: float
) -> Answer | Failure:
    try:
        with manager(address) as client:
            response = client.request(
                "POST",
                address.url,
                body=sending.chunks(),
                headers={**_HEADERS, "Content-Length": str(length)},
                timeout=Timeout(total=seconds),
                retries=False,
                redirect=False,
                preload_content=False,
                decode_content=False,
            )
            return Answer(response.status, response.headers.get("Retry-After"), _text(response))
    except Exception as error:  # noqa: BLE001 - whatever it is, its text may hold the address
        return Failure(_trouble(error), sending.begun)


def _text(response: BaseHTTPResponse) -> str:
    """Read the beginning of an answer; one that breaks off in it has none."""
    try:
        return response.read(MOST_BYTES).decode("utf-8", "replace")
    except (HTTPError, OSError):
        return ""


def _trouble(error: Exception) -> Trouble:
    if isinstance(error, SSLError):
        reason = error.args[0] if error.args else None
        untrusted = isinstance(reason, ssl.SSLCertVerificationError)
        return Trouble.UNTRUSTED if untrusted else Trouble.UNSAFE
    found = (trouble for kinds, trouble in _TROUBLES if isinstance(error, kinds))
    return next(found, Trouble.OTHER)

"""Messages sent one after the other, each again where that cannot do harm, within a time."""

import json
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from random import SystemRandom
from typing import NamedTuple

from okrcli.connect.address import Address
from okrcli.connect.exchange import Answer, Failure, exchange
from okrcli.connect.service import Message, Service
from okrcli.connect.verdict import Problem, verdict
from okrcli.errors import SendError

_LONGEST_WAIT = 30.0
Post = Callable[[Address, bytes, float], Answer | Failure]


class Patience(NamedTuple):
    """How long to try, in seconds: each exchange, all of it, before the first retry.

    `pause` lies between two messages: Slack takes one a second, Teams four.
    """

    timeout: float
    retries: int
    deadline: float
    first_wait: float = 1.0
    pause: float = 1.0


class Clock(NamedTuple):
    """The passing of time."""

    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    random: Callable[[], float] = SystemRandom().random


class Delivery:
    """Sends the messages of one announcement."""

    def __init__(
        self,
        address: Address,
        service: Service,
        patience: Patience,
        clock: Clock | None = None,
        post: Post = exchange,
    ) -> None:
        """Begin: the time runs from here."""
        self._address = address
        self._service = service
        self._patience = patience
        self._clock = clock or Clock()
        self._post = post
        self._end = self._clock.monotonic() + patience.deadline

    def send(self, messages: Sequence[Message]) -> None:
        """Send messages in their order; after one that fails, none is sent."""
        for sent, message in enumerate(messages):
            if sent:
                self._clock.sleep(max(min(self._patience.pause, self._left()), 0.0))
            problem = self._sent(_body(message))
            if problem is not None:
                before = f"; {sent} of {len(messages)} messages were sent" if sent else ""
                raise SendError(f"{problem.message}{before}", problem.hint)

    def _sent(self, body: bytes) -> Problem | None:
        """Send one message; give what went wrong at last."""
        tries = 0
        while True:
            seconds = min(self._patience.timeout, self._left())
            if seconds <= 0:
                return self._late("a message was still to be sent")
            outcome = self._post(self._address, body, seconds)
            problem = verdict(outcome, self._service, self._address, datetime.now(UTC))
            tries += 1
            if problem is None or not problem.again:
                return problem
            if tries > self._patience.retries:
                return problem._replace(message=f"{problem.message}, after {_times(tries)}")
            wait = self._backoff(tries) if problem.wait is None else problem.wait
            if wait >= self._left():
                asked = "" if problem.wait is None else f" and asks to wait {wait:.0f} s"
                return self._late(f"{problem.message}{asked}")
            self._clock.sleep(wait)

    def _late(self, why: str) -> Problem:
        deadline = f"--deadline {self._patience.deadline:g}"
        hint = "send it later, or give it more time with --deadline"
        return Problem(f"{why}, but the time of {deadline} is over", hint)

    def _left(self) -> float:
        return self._end - self._clock.monotonic()

    def _backoff(self, tries: int) -> float:
        """Wait twice as long each time, less up to half of it at random, so that jobs part."""
        longest: float = min(self._patience.first_wait * 2 ** (tries - 1), _LONGEST_WAIT)
        return longest * (1 - self._clock.random() / 2)


def _times(tries: int) -> str:
    return f"{tries} tries" if tries > 1 else "one try"


def _body(message: Message) -> bytes:
    """Write a message as JSON; half a character, which UTF-8 cannot hold, stays escaped."""
    text = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace")

"""Messages in order, tried again where it does no harm, within a time."""

import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from okrcli.connect.address import Address
from okrcli.connect.delivery import Clock, Delivery, Patience
from okrcli.connect.service import Service
from okrcli.errors import SendError
from tests.connect.webhook import CLOSE, Reply, Webhook, answer, hang

_PATIENCE = Patience(timeout=5, retries=3, deadline=120)
_BUSY = answer("503 Service Unavailable", "")


class _Time:
    """Time that passes by sleeping alone."""

    def __init__(self, random: float = 0.0) -> None:
        self.now = 0.0
        self.slept: list[float] = []
        self.clock = Clock(lambda: self.now, self.sleep, lambda: random)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def _send(
    hook: Webhook,
    *replies: Reply,
    passing: _Time | None = None,
    patience: Patience = _PATIENCE,
    service: Service = Service.SLACK,
    messages: int = 1,
) -> _Time:
    hook.replies = replies or [answer()]
    passing = passing or _Time()
    delivery = Delivery(Address(hook.url), service, patience, passing.clock)
    delivery.send([{"text": f"message {each}"} for each in range(messages)])
    return passing


def _bodies(hook: Webhook) -> list[bytes]:
    return [each.body for each in hook.requests]


def test_messages_come_in_order_with_a_pause_between_them(hook: Webhook) -> None:
    assert _send(hook, messages=3).slept == [1.0, 1.0]
    assert _bodies(hook) == [b'{"text":"message %d"}' % each for each in range(3)]


@pytest.mark.parametrize("status", ["429 Too Many Requests", "500 Oops", "503 Busy", "504 Late"])
def test_who_is_busy_or_out_of_order_is_asked_again(status: str, hook: Webhook) -> None:
    passing = _send(hook, answer(status, ""), answer(status, ""), answer())
    assert passing.slept == [1.0, 2.0]
    assert _bodies(hook) == [b'{"text":"message 0"}'] * 3


def test_waiting_grows_to_a_bound_and_differs_by_half(hook: Webhook) -> None:
    patience = _PATIENCE._replace(retries=7, deadline=1000)
    passing = _send(hook, *[_BUSY] * 7, answer(), patience=patience)
    assert passing.slept == [1, 2, 4, 8, 16, 30, 30]
    hook.connections = 0
    passing = _send(hook, *[_BUSY] * 7, answer(), patience=patience, passing=_Time(random=1.0))
    assert passing.slept == [0.5, 1, 2, 4, 8, 15, 15]


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable"])
def test_the_time_that_a_service_asks_for_is_kept(status: str, hook: Webhook) -> None:
    assert _send(hook, answer(status, "", "Retry-After: 7"), answer()).slept == [7.0]


def test_the_time_may_be_a_date(hook: Webhook) -> None:
    then = format_datetime(datetime.now(UTC) + timedelta(seconds=40), usegmt=True)
    (slept,) = _send(hook, answer("429 X", "", f"Retry-After: {then}"), answer()).slept
    assert 30 < slept <= 40


def test_a_longer_time_than_there_is_is_not_waited_for(hook: Webhook) -> None:
    passing = _Time()
    busy = answer("429 X", "rate_limited", "Retry-After: 3600")
    with pytest.raises(SendError) as caught:
        _send(hook, busy, passing=passing)
    assert caught.value.message == (
        "Slack takes no more messages now (429: rate_limited) and asks to wait 3600 s, "
        "but the time of --deadline 120 is over"
    )
    assert passing.slept == []


def test_tries_are_counted(hook: Webhook) -> None:
    with pytest.raises(SendError, match=r"Slack is out of order \(503\), after 4 tries"):
        _send(hook, _BUSY)
    assert hook.connections == 4
    with pytest.raises(SendError, match="after one try"):
        _send(hook, _BUSY, patience=_PATIENCE._replace(retries=0))


@pytest.mark.parametrize("status", [300, 302, 308, 400, 401, 403, 404, 405, 410, 413, 418])
def test_a_refusal_is_final(status: int, hook: Webhook) -> None:
    with pytest.raises(SendError, match=rf"Slack refused the message \({status}: no\)"):
        _send(hook, answer(f"{status} X", "no"))
    assert hook.connections == 1


@pytest.mark.parametrize("reply", [CLOSE, hang(3)], ids=["closed", "silent"])
def test_what_may_have_arrived_is_not_sent_again(reply: Reply, hook: Webhook) -> None:
    with pytest.raises(SendError, match="Slack may not have taken the message") as caught:
        _send(hook, reply, patience=_PATIENCE._replace(timeout=0.4))
    assert hook.connections == 1
    assert caught.value.hint == "look whether it arrived before you send it again"


def test_where_nobody_listens_it_is_tried_again() -> None:
    passing = _Time()
    delivery = Delivery(Address("http://127.0.0.1:1/x"), Service.SLACK, _PATIENCE, passing.clock)
    with pytest.raises(SendError, match="Slack could not be reached: there is no connection"):
        delivery.send([{}])
    assert passing.slept == [1.0, 2.0, 4.0]


def test_a_failure_in_the_middle_says_how_many_were_sent(hook: Webhook) -> None:
    with pytest.raises(SendError, match=r"\(404: no_service\); 2 of 4 messages were sent"):
        _send(hook, answer(), answer(), answer("404 X", "no_service"), messages=4)
    assert hook.connections == 3


def test_all_of_it_has_a_time(hook: Webhook) -> None:
    patience = _PATIENCE._replace(deadline=2.5)
    with pytest.raises(SendError, match=r"time of --deadline 2.5 is over; 3 of 5 messages"):
        _send(hook, patience=patience, messages=5)


def test_an_exchange_takes_no_longer_than_all_of_it(hook: Webhook) -> None:
    hook.replies = [hang(5)]
    begin = time.monotonic()
    delivery = Delivery(Address(hook.url), Service.JSON, _PATIENCE._replace(deadline=0.5), Clock())
    with pytest.raises(SendError):
        delivery.send([{}])
    assert time.monotonic() - begin < 3


@pytest.mark.parametrize(
    ("service", "reply", "taken"),
    [
        (Service.SLACK, answer("200 OK", "ok"), True),
        (Service.SLACK, answer("200 OK", "<html>Log in to the guests' network</html>"), False),
        (Service.MATTERMOST, answer("200 OK", "ok\n"), True),
        (Service.MATTERMOST, answer("200 OK", '{"error": "x"}'), False),
        (Service.TEAMS, answer("202 Accepted", ""), True),
        (Service.TEAMS, answer("200 OK", "1"), True),
        (
            Service.TEAMS,
            answer("200 OK", "Webhook message delivery failed with error: HTTP error 413"),
            False,
        ),
        (Service.JSON, answer("200 OK", "anything"), True),
        (Service.JSON, answer("204 No Content", ""), True),
    ],
)
def test_what_each_service_says_of_a_message_that_it_took(
    service: Service,
    reply: Reply,
    taken: bool,  # noqa: FBT001
    hook: Webhook,
) -> None:
    if taken:
        _send(hook, reply, service=service)
        return
    with pytest.raises(SendError, match="may not have taken the message"):
        _send(hook, reply, service=service)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("invalid_blocks", ": invalid_blocks"),
        ("invalid\x1b[31m\u202e", ": invalid\\x1b[31m\\u202e"),
        ("first\nsecond", ": first"),
        ("x" * 500, f": {'x' * 119}…"),
        ("no such hook: /services/T0SECRET/B0SECRET/xxSECRETxx", ""),
        ("no such hook: xxsecretxx", ""),
        ("<!doctype html>", ""),
        ("ask admin@acme.example", ": ask [e-mail]"),
        ("", ""),
    ],
)
def test_an_answer_is_quoted_if_it_is_harmless(text: str, quoted: str, hook: Webhook) -> None:
    with pytest.raises(SendError) as caught:
        _send(hook, answer("400 Bad Request", text))
    assert caught.value.message == f"Slack refused the message (400{quoted})"

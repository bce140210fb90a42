"""One exchange with a real server on the loopback, whatever that does."""

import socket
import ssl
import subprocess
import time
from pathlib import Path

import pytest

from okrcli.connect.address import Address
from okrcli.connect.exchange import MOST_BYTES, Answer, Failure, Trouble, exchange
from tests.connect.webhook import (
    CLOSE,
    CLOSE_AT_ONCE,
    Reply,
    Webhook,
    answer,
    hang,
    raw,
    trickle,
    webhook,
)

_BODY = '{"text":"ü"}'.encode()


def _sent(hook: Webhook, seconds: float = 5.0) -> Answer | Failure:
    return exchange(Address(hook.url), _BODY, seconds)


def test_a_message_arrives_as_it_is(hook: Webhook) -> None:
    assert _sent(hook) == Answer(200, None, "ok")
    (request,) = hook.requests
    assert request.body == _BODY
    assert request.head.startswith("POST /services/T0SECRET/B0SECRET/xxSECRETxx HTTP/1.1\r\n")
    assert "Content-Type: application/json; charset=utf-8" in request.head
    assert "User-Agent: okr/" in request.head
    assert "chunked" not in request.head


def test_a_header_to_wait_is_given(hook: Webhook) -> None:
    hook.replies = [answer("429 Too Many Requests", "rate_limited", "Retry-After: 30")]
    assert _sent(hook) == Answer(429, "30", "rate_limited")


def test_a_redirect_is_not_followed(hook: Webhook) -> None:
    with webhook() as other:
        hook.replies = [answer("307 Temporary Redirect", "", f"Location: {other.url}")]
        assert _sent(hook) == Answer(307, None, "")
        assert other.connections == 0


def test_of_a_huge_answer_the_beginning_is_read(hook: Webhook) -> None:
    hook.replies = [answer("400 Bad Request", "x" * 5_000_000)]
    found = _sent(hook)
    assert isinstance(found, Answer)
    assert len(found.text) == MOST_BYTES


def test_an_answer_that_claims_to_be_packed_is_not_unpacked(hook: Webhook) -> None:
    hook.replies = [answer("200 OK", "ok", "Content-Encoding: gzip")]
    assert _sent(hook) == Answer(200, None, "ok")


@pytest.mark.parametrize(
    "reply",
    [
        hang(5),
        trickle(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500, 0.1),
        trickle(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n" + b"x" * 100, 0.1),
        trickle(b"HTTP/1.1 100 Continue\r\n\r\n" * 100, 0.1),
    ],
    ids=["silence", "headers drop by drop", "a body drop by drop", "for ever interim"],
)
def test_nobody_holds_us_longer_than_we_wait(reply: Reply, hook: Webhook) -> None:
    hook.replies = [reply]
    begin = time.monotonic()
    assert _sent(hook, 0.7) == Failure(Trouble.SLOW, begun=True)
    assert time.monotonic() - begin < 3


@pytest.mark.parametrize(
    "reply",
    [
        CLOSE,
        raw(b"SSH-2.0-OpenSSH_9.9\r\n"),
        raw(b"HTTP/1.1 abc Strange\r\n\r\n"),
        raw(b"\x00" * 100_000),
        raw(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n"),
    ],
    ids=["nothing", "another protocol", "no status", "zeros", "too many headers"],
)
def test_what_was_sent_and_got_no_answer_may_have_arrived(reply: Reply, hook: Webhook) -> None:
    hook.replies = [reply]
    found = _sent(hook)
    assert isinstance(found, Failure)
    assert found.begun
    assert found.trouble in {Trouble.CLOSED, Trouble.OTHER}


def test_one_that_closes_at_once_may_have_taken_it(hook: Webhook) -> None:
    hook.replies = [CLOSE_AT_ONCE]
    found = _sent(hook)
    assert isinstance(found, Failure)
    assert found.begun


def test_an_answer_that_breaks_off_has_its_status(hook: Webhook) -> None:
    hook.replies = [raw(b"HTTP/1.1 404 Not Found\r\nContent-Length: 50\r\n\r\nno_te")]
    found = _sent(hook)
    assert isinstance(found, Answer)
    assert found.status == 404


def test_headers_that_are_none_are_told_to_nobody(
    hook: Webhook, capfd: pytest.CaptureFixture[str]
) -> None:
    hook.replies = [raw(b"HTTP/1.1 200 OK\r\nno header\r\nContent-Length: 2\r\n\r\nok")]
    _sent(hook)
    assert capfd.readouterr() == ("", "")


def test_where_nobody_listens_nothing_was_sent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    found = exchange(Address(f"http://127.0.0.1:{port}/x"), _BODY, 5)
    assert found == Failure(Trouble.UNREACHED, begun=False)


def test_a_name_that_nobody_knows_got_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    _without_proxies(monkeypatch)
    found = exchange(Address("https://no-such-host.invalid/x"), _BODY, 5)
    assert isinstance(found, Failure)
    assert found.trouble in {Trouble.UNKNOWN, Trouble.SLOW}
    assert not found.begun


def test_a_connection_that_is_never_made_safe_got_nothing(hook: Webhook) -> None:
    hook.replies = [hang(5, at_once=True)]
    found = exchange(Address(hook.url.replace("http:", "https:")), _BODY, 0.5)
    assert found == Failure(Trouble.SLOW, begun=False)


def test_a_certificate_has_to_be_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    certificate = _certificate(tmp_path)
    trust = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    trust.load_cert_chain(certificate, tmp_path / "key.pem")
    with webhook(trust) as hook:
        assert _sent(hook) == Failure(Trouble.UNTRUSTED, begun=False)
        assert hook.requests == []
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert _sent(hook) == Answer(200, None, "ok")


def test_a_proxy_of_the_environment_is_asked(
    hook: Webhook, monkeypatch: pytest.MonkeyPatch
) -> None:
    _without_proxies(monkeypatch)
    monkeypatch.setenv("HTTPS_PROXY", f"http://me:pass%40word@127.0.0.1:{hook.port}")
    hook.replies = [Reply(lambda connection: connection.sendall(_FORBIDDEN), at_once=True)]
    found = exchange(Address("https://hooks.example/x"), _BODY, 5)
    assert found == Failure(Trouble.PROXY, begun=False)
    assert hook.connections == 1
    monkeypatch.setenv("HTTPS_PROXY", "socks5://127.0.0.1:1")
    found = exchange(Address("https://hooks.example/x"), _BODY, 5)
    assert found == Failure(Trouble.PROXY, begun=False)


def test_the_loopback_needs_no_proxy(hook: Webhook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    assert _sent(hook) == Answer(200, None, "ok")


_FORBIDDEN = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"


def _without_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)


def _certificate(folder: Path) -> Path:
    """Make a certificate for 127.0.0.1 that nobody has signed but itself."""
    certificate = folder / "certificate.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"),
            *("-keyout", str(folder / "key.pem"), "-out", str(certificate)),
        ],
        check=True,
        capture_output=True,
    )
    return certificate

"""A webhook on this machine, which behaves as it is told: well, badly, or not at all."""

import socket
import ssl
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import Thread
from typing import NamedTuple

SECRET = "/services/T0SECRET/B0SECRET/xxSECRETxx"  # noqa: S105 - it is one of nobody


class Request(NamedTuple):
    """What a client sent."""

    head: str
    body: bytes


class Reply(NamedTuple):
    """What is done with a connection: as soon as it is there, or once the request was read."""

    act: Callable[[socket.socket], None]
    at_once: bool = False


def answer(status: str = "200 OK", text: str = "ok", *headers: str) -> Reply:
    """Answer as HTTP has it."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(text.encode())}", *headers, "", text]
    return raw("\r\n".join(lines).encode())


def raw(data: bytes) -> Reply:
    """Answer with any bytes, and close."""
    return Reply(lambda connection: connection.sendall(data))


def trickle(data: bytes, seconds: float) -> Reply:
    """Answer byte by byte, with time between them."""

    def act(connection: socket.socket) -> None:
        for byte in data:
            connection.sendall(bytes([byte]))
            time.sleep(seconds)

    return Reply(act)


def hang(seconds: float, *, at_once: bool = False) -> Reply:
    """Say nothing."""
    return Reply(lambda _: time.sleep(seconds), at_once)


CLOSE = Reply(lambda _: None)
CLOSE_AT_ONCE = Reply(lambda _: None, at_once=True)


class Webhook:
    """A server that gives one reply for each connection, and the last one ever after."""

    def __init__(self, listener: socket.socket, trust: ssl.SSLContext | None) -> None:
        """Take what listens, and the certificate of a safe one."""
        self._listener = listener
        self._trust = trust
        self.replies: Sequence[Reply] = [answer()]
        self.requests: list[Request] = []
        self.connections = 0

    @property
    def url(self) -> str:
        """Give the address, with a secret in it."""
        scheme = "http" if self._trust is None else "https"
        return f"{scheme}://127.0.0.1:{self.port}{SECRET}"

    @property
    def port(self) -> int:
        """Give the port."""
        return int(self._listener.getsockname()[1])

    def run(self) -> None:
        """Serve one connection after the other, until the listener is closed."""
        with suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        reply = self.replies[min(self.connections, len(self.replies) - 1)]
        self.connections += 1
        with suppress(OSError), connection, self._safe(connection) as stream:
            stream.settimeout(20)
            if not reply.at_once:
                self.requests.append(_read(stream))
            reply.act(stream)
            with suppress(OSError):
                stream.shutdown(socket.SHUT_WR)
                while stream.recv(65536):
                    pass

    def _safe(self, connection: socket.socket) -> socket.socket:
        if self._trust is None:
            return connection
        return self._trust.wrap_socket(connection, server_side=True)


def _read(stream: socket.socket) -> Request:
    data = b""
    while b"\r\n\r\n" not in data:
        data += stream.recv(65536) or b"\r\n\r\n"
    head, _, body = data.partition(b"\r\n\r\n")
    text = head.decode("latin-1")
    (length,) = (
        int(line.partition(":")[2])
        for line in text.splitlines()
        if line.lower().startswith("content-length:")
    )
    while len(body) < length:
        body += stream.recv(65536)
    return Request(text, body)


@contextmanager
def webhook(trust: ssl.SSLContext | None = None) -> Iterator[Webhook]:
    """Open a webhook on a free port of this machine."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = Webhook(listener, trust)
        Thread(target=server.run, daemon=True).start()
        yield server
        with suppress(OSError):  # or the thread would go on waiting in `accept`
            listener.shutdown(socket.SHUT_RDWR)

"""Talk to a language server as an editor does: messages over standard input and output."""

import json
import queue
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, cast

Json = dict[str, Any]
PATIENCE = 20  # seconds


class LanguageServer:
    """A server that runs beside the test; `diagnostics` are those it sent last, by document."""

    def __init__(self, process: "subprocess.Popen[bytes]", settings: Mapping[str, Any]) -> None:
        """Begin to listen."""
        self._input, self._output = cast("IO[bytes]", process.stdin), process.stdout
        self._settings = settings
        self._answers: queue.Queue[Json] = queue.Queue()
        self.diagnostics: queue.Queue[Json] = queue.Queue()
        self._number = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def ask(self, method: str, parameters: Json) -> Any:  # noqa: ANN401 - any JSON
        """Send a request and wait for its result."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": parameters})
        while True:
            answer = self._answers.get(timeout=PATIENCE)
            if answer["id"] == self._number:
                assert "error" not in answer, answer
                return answer["result"]

    def tell(self, method: str, parameters: Json) -> None:
        """Send a notification."""
        self._send({"method": method, "params": parameters})

    def _send(self, message: Json) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._input.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._input.flush()

    def _listen(self) -> None:
        for message in _messages(cast("IO[bytes]", self._output)):
            method = message.get("method")
            if method == "workspace/configuration":
                sections = (each["section"] for each in message["params"]["items"])
                result = [self._settings.get(section, {}) for section in sections]
                self._send({"id": message["id"], "result": result})
            elif method == "textDocument/publishDiagnostics":
                self.diagnostics.put(message["params"])
            elif method and "id" in message:
                self._send({"id": message["id"], "result": None})
            elif not method:
                self._answers.put(message)


@contextmanager
def running(
    command: list[str], root: Path, settings: Mapping[str, Any]
) -> Iterator[LanguageServer]:
    """Start a server for a folder; end it afterwards."""
    process = subprocess.Popen(
        command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    try:
        server = LanguageServer(process, settings)
        can = {"workspace": {"configuration": True}}
        server.ask("initialize", {"processId": None, "rootUri": root.as_uri(), "capabilities": can})
        server.tell("initialized", {})
        server.tell("workspace/didChangeConfiguration", {"settings": dict(settings)})
        yield server
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            cast("IO[bytes]", pipe).close()


def _messages(stream: IO[bytes]) -> Iterator[Json]:
    while header := stream.readline():
        length = int(header.split(b":")[1])
        while stream.readline().strip():
            pass
        yield json.loads(stream.read(length))

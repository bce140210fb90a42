"""A real browser without a window, where this machine has one, spoken to over a pair of pipes.

The language is the DevTools protocol: https://chromedevtools.github.io/devtools-protocol/
"""

import json
import os
import shutil
from base64 import b64decode
from collections.abc import Iterator, Sequence
from pathlib import Path
from select import select
from typing import Any, NamedTuple

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-pipe",
)
_SECONDS = 120
_READS, _WRITES = 3, 4  # where the browser looks for its pipes
_FREE = 10  # the first number that no pipe of the browser has
_Said = dict[str, Any]


class Screen(NamedTuple):
    """How a page is looked at; `medium` is `screen` or `print`."""

    width: int = 1280
    height: int = 800
    dark: bool = False
    medium: str = "screen"


DESK = Screen()
PHONE = Screen(390, 844)


def program() -> str | None:
    """Find a browser that can be spoken to like that, which needs a system of the Unix kind."""
    if not hasattr(os, "posix_spawn"):
        return None
    return next(filter(None, map(shutil.which, _NAMES)), None)


class Browser:
    """A running browser; each file is opened in a tab of its own."""

    def __init__(self, name: str, folder: Path) -> None:
        """Start it, with a folder for its profile and its files."""
        self._folder = folder
        reading, self._write = map(_high, os.pipe())
        self._read, writing = map(_high, os.pipe())
        arguments = [name, *_QUIET, f"--user-data-dir={folder / 'profile'}"]
        quiet = os.O_WRONLY | os.O_CREAT
        actions = [
            (os.POSIX_SPAWN_DUP2, reading, _READS),
            (os.POSIX_SPAWN_DUP2, writing, _WRITES),
            (os.POSIX_SPAWN_OPEN, 2, str(folder / "log.txt"), quiet, 0o600),
        ]
        self._process = os.posix_spawn(name, arguments, os.environ, file_actions=actions)
        os.close(reading)
        os.close(writing)
        self._last = 0
        self._rest = b""
        self._heard: list[_Said] = []

    def close(self) -> None:
        """End it."""
        self.ask("Browser.close")
        os.waitpid(self._process, 0)
        os.close(self._read)
        os.close(self._write)

    def open(self, text: str, screen: Screen = DESK) -> "Tab":
        """Open a page, and wait until it is there."""
        page = self._folder / "page.html"
        page.write_text(text, encoding="utf-8")
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        tab = Tab(self, session, target)
        tab.load(page.as_uri(), screen)
        return tab

    def ask(self, method: str, session: str | None = None, **parameters: object) -> _Said:
        """Ask for something, and give the answer; what is told meanwhile is kept."""
        self._last += 1
        about = {} if session is None else {"sessionId": session}
        asked = {"id": self._last, "method": method, "params": parameters, **about}
        os.write(self._write, json.dumps(asked).encode() + b"\0")
        for said in self._said():
            if said.get("id") == self._last:
                assert "error" not in said, said
                return dict(said["result"])
            self._heard.append(said)
        raise AssertionError(method)

    def wait(self, event: str, session: str) -> None:
        """Wait until something happens in a tab."""
        if any(each["method"] == event for each in self.heard(session)):
            return
        for said in self._said():
            self._heard.append(said)
            if said.get("method") == event and said.get("sessionId") == session:
                return

    def heard(self, session: str) -> Sequence[_Said]:
        """Give what was told about a tab."""
        return [each for each in self._heard if each.get("sessionId") == session]

    def _said(self) -> Iterator[_Said]:
        while True:
            while b"\0" in self._rest:
                message, self._rest = self._rest.split(b"\0", 1)
                yield json.loads(message)
            ready, _, _ = select([self._read], [], [], _SECONDS)
            part = os.read(self._read, 1 << 20) if ready else b""
            assert part, "the browser is silent"
            self._rest += part


class Tab:
    """A page in the browser."""

    def __init__(self, browser: Browser, session: str, target: str) -> None:
        """Take the names by which the browser knows it."""
        self._browser, self._session, self._target = browser, session, target

    def load(self, address: str, screen: Screen) -> None:
        """Show an address on a screen."""
        for name in ("Page", "Runtime", "Log", "Network"):
            self._ask(f"{name}.enable")
        self.look(screen)
        self._ask("Page.navigate", url=address)
        self._browser.wait("Page.loadEventFired", self._session)

    def look(self, screen: Screen) -> None:
        """Look at the page on another screen."""
        size = {"width": screen.width, "height": screen.height, "deviceScaleFactor": 1}
        narrow = screen.width < 500
        self._ask("Emulation.setDeviceMetricsOverride", **size, mobile=narrow)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if screen.dark else "light"}
        self._ask("Emulation.setEmulatedMedia", media=screen.medium, features=[scheme])

    def value(self, script: str) -> Any:  # noqa: ANN401 - whatever the script gives
        """Compute something on the page."""
        found = self._ask("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def press(self, key: str) -> None:
        """Press a key and let it go."""
        letter = {"Enter": "\r"}.get(key, "")
        code = {"Tab": 9, "Enter": 13}[key]
        down = {"key": key, "code": key, "windowsVirtualKeyCode": code, "text": letter}
        self._ask("Input.dispatchKeyEvent", type="keyDown", **down)
        self._ask("Input.dispatchKeyEvent", type="keyUp", **down)

    def picture(self) -> bytes:
        """Give all of the page as a picture."""
        shot = self._ask("Page.captureScreenshot", captureBeyondViewport=True)
        return b64decode(shot["data"])

    def printed(self) -> bytes:
        """Print the page into a PDF, as large as it asks for."""
        self._ask("Emulation.setEmulatedMedia", media="")
        shot = self._ask("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        return b64decode(shot["data"])

    @property
    def complaints(self) -> list[str]:
        """Give what stands in the console."""
        self.value("0")  # so that what was on its way is here
        found = []
        for each in self._browser.heard(self._session):
            if each["method"] == "Log.entryAdded":
                found.append(each["params"]["entry"]["text"])
            if each["method"] in {"Runtime.consoleAPICalled", "Runtime.exceptionThrown"}:
                found.append(json.dumps(each["params"]))
        return found

    @property
    def fetched(self) -> list[str]:
        """Give the addresses that were asked for, the page's own aside."""
        self.value("0")
        asked = "Network.requestWillBeSent"
        heard = [each for each in self._browser.heard(self._session) if each["method"] == asked]
        return [each["params"]["request"]["url"] for each in heard][1:]

    def close(self) -> None:
        """Close the tab."""
        self._browser.ask("Target.closeTarget", targetId=self._target)

    def _ask(self, method: str, **parameters: object) -> _Said:
        return self._browser.ask(method, self._session, **parameters)


def _high(number: int) -> int:
    """Move a pipe's end to where it is in nobody's way."""
    import fcntl  # noqa: PLC0415 - not on Windows, where this module is imported as well

    moved = fcntl.fcntl(number, fcntl.F_DUPFD_CLOEXEC, _FREE)
    os.close(number)
    return moved

"""A real browser without a window, where this machine has one."""

import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

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
)


class Seen(NamedTuple):
    """What the browser made of a page, and what it wrote to its log."""

    output: str
    log: str

    @property
    def complaints(self) -> list[str]:
        """Give the lines of the page's console."""
        return [line for line in self.log.splitlines() if "CONSOLE" in line]


class Browser:
    """Opens files, each in a browser of its own."""

    def __init__(self, folder: Path) -> None:
        """Take a folder for files and profiles; skip the test where there is no browser."""
        found = next(filter(None, map(shutil.which, _NAMES)), None)
        if found is None:
            pytest.skip("there is no Chromium here")
        self._program = found
        self._folder = folder

    def open(self, text: str, *arguments: str) -> Seen:
        """Open a page."""
        page = self._folder / "page.html"
        page.write_text(text, encoding="utf-8")
        profile = f"--user-data-dir={self._folder / 'profile'}"
        logging = ("--enable-logging=stderr", "--v=0")
        done = subprocess.run(
            [self._program, *_QUIET, profile, *logging, *arguments, page.as_uri()],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=120,
            check=True,
        )
        return Seen(done.stdout, done.stderr)

    def printed(self, text: str) -> bytes:
        """Print a page into a PDF."""
        target = self._folder / "page.pdf"
        self.open(text, "--no-pdf-header-footer", f"--print-to-pdf={target}")
        return target.read_bytes()

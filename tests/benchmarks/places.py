"""Repositories that are large enough to tell how long reading a history takes."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.running import PROJECT

TODAY = "2026-11-22"
_FIRST = 1_735_722_000  # 2025-01-01, in seconds since 1970
_EVERY = 100


def demo(folder: Path, commits: int = 0, teams: int = 500) -> Path:
    """Make a large company if it is not there yet; without commits, the demo as it is usual."""
    if not folder.exists():
        size = ("--teams", str(teams), "--commits", str(commits)) if commits else ()
        command = [sys.executable, "-m", "okrcli", "demo", str(folder), *size, "--today", TODAY]
        subprocess.run(command, cwd=PROJECT, check=True, stdout=subprocess.DEVNULL)
    return folder


def clone(source: Path, folder: Path) -> Path:
    """Make a clone without links between the two, if it is not there yet."""
    if not folder.exists():
        command = ["git", "clone", "-q", "--no-hardlinks", str(source), str(folder)]
        subprocess.run(command, check=True)
    return folder


def monorepo(folder: Path, commits: int = 100_000) -> Path:
    """Make a repository of many commits, one in a hundred of which touches OKRs."""
    if not folder.exists():
        subprocess.run(["git", "init", "-q", "-b", "main", str(folder)], check=True)
        importing = subprocess.Popen(
            ["git", "-C", str(folder), "fast-import", "--quiet"], stdin=subprocess.PIPE
        )
        with importing.stdin or sys.stdout.buffer as pipe:
            for part in _stream(commits):
                pipe.write(part)
        importing.wait()
        subprocess.run(["git", "-C", str(folder), "reset", "-q", "--hard"], check=True)
    return folder


def _stream(commits: int) -> Iterator[bytes]:
    for place in range(commits):
        yield b"commit refs/heads/main\n"
        yield b"committer Ana <ana@acme.example> %d +0000\n" % (_FIRST + place * 590)
        yield b"data 0\n"
        if place % _EVERY == 0:
            name, text = b"okrs/2026-Q4/team-%d.yaml" % (place // _EVERY % 50), _okrs(place)
        else:
            name = b"src/part-%d/module-%d.py" % (place % 40, place % 997)
            text = b"# version %d\n" % place
        yield b"M 644 inline %s\ndata %d\n%s\n" % (name, len(text), text)


def _okrs(place: int) -> bytes:
    team = place // _EVERY % 50
    return (
        f"team: team-{team}\ncycle: 2026-Q4\nobjectives:\n  - id: love\n"
        "    title: Customers love us\n    owner: ana\n    key_results:\n"
        f"      - {{id: nps, title: More of them recommend us, baseline: 0, target: 1000,"
        f" current: {place // _EVERY}}}\n"
    ).encode()

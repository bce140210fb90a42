"""docs/cli.md shows every command as it explains itself; `--update-golden` writes it anew."""

from pathlib import Path

import pytest

from okrcli.cli.commands import COMMANDS as TOP
from tests.running import PROJECT, Okr

PAGE = PROJECT / "docs" / "cli.md"
BELOW = {"new": ("objective", "key-result", "team", "cycle")}
COMMANDS = [
    words for top in TOP for words in ((top,), *((top, each) for each in BELOW.get(top, ())))
]
INTRODUCTION = """\
# The commands

<!-- Written by `pytest tests/docs --update-golden`; what stands here is what `--help` says. -->

`okr` works on the workspace around the current folder: the nearest folder upward that holds
`okr.toml`, else the git root if it has a folder `okrs/`. The script is also installed as `okrcli`.

## Exit codes

| code | means |
|---|---|
| 0 | fine |
| 1 | findings at or above the failing severity |
| 2 | wrong use or settings |
| 3 | it could not run: no repository, git failed, a message could not be sent |
| 130 | interrupted |

Data goes to standard output, everything else to standard error. A failure is one line, with what to
do next below it.

## Environment

| variable | effect |
|---|---|
| `NO_COLOR` | no colour |
| `FORCE_COLOR` | colour also where there is no terminal; `FORCE_COLOR=0` for none |
| `COLUMNS` | the width of tables |
| `OKR_TODAY` | what day it is (YYYY-MM-DD), for tests and demonstrations |
| `OKR_CACHE_DIR` | the folder of the [cache](cache.md) |
| `OKR_WEBHOOK_URL` | where [`okr announce`](announce.md) sends to; a secret |
| `OKR_DEBUG` | `1`: show the traceback of a failure |
"""


def page(okr: Okr, folder: Path) -> str:
    """Write the page from the help of the real binary."""
    parts = [INTRODUCTION, section("okr", okr("--help", cwd=folder).stdout)]
    parts += [
        section(f"okr {' '.join(words)}", okr(*words, "--help", cwd=folder).stdout)
        for words in COMMANDS
    ]
    return "\n".join(parts)


def section(title: str, text: str) -> str:
    """Write the help of one command."""
    lines = "\n".join(line.rstrip() for line in text.strip("\n").splitlines())
    return f"## {title}\n\n```text\n{lines}\n```\n"


def test_the_page_shows_the_help_of_every_command(
    okr: Okr, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    written = page(okr, tmp_path)
    if request.config.getoption("--update-golden"):
        PAGE.write_text(written, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == written


@pytest.mark.parametrize("words", COMMANDS)
def test_every_option_says_what_it_does(okr: Okr, tmp_path: Path, words: tuple[str, ...]) -> None:
    shown = okr(*words, "--help", cwd=tmp_path).stdout
    options = [line for line in shown.splitlines() if line.lstrip().startswith(("-", "["))]
    assert options
    assert all(len(line.split("  ", 2)[-1].strip()) > 0 for line in options)


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "docs/format.md",
        "docs/numbers.md",
        "docs/cli.md",
        "docs/alignment.md",
        "docs/announce.md",
        "docs/reports.md",
    ],
)
def test_links_between_pages_lead_somewhere(name: str) -> None:
    source = PROJECT / name
    for part in source.read_text(encoding="utf-8").split("](")[1:]:
        target = part.split(")", 1)[0].split("#", 1)[0]
        if target and "://" not in target:
            assert (source.parent / target).exists(), target

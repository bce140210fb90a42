"""Pages show what the commands say of the demo company; `--update-golden` asks anew."""

import re
from pathlib import Path

import pytest

from tests.running import PROJECT, Okr

HISTORY, DIFF = (PROJECT / "docs" / name for name in ("history.md", "diff.md"))
_EXCERPT = re.compile(r"```console\n\$ okr (?P<command>.+)\n(?P<shown>(?:.*\n)+?)```")
_CUT = "[...]"
_ENV = {"OKR_TODAY": "2026-11-22", "COLUMNS": "80"}


@pytest.mark.parametrize("page", [HISTORY, DIFF], ids=lambda page: page.name)
def test_every_excerpt_is_what_the_command_says(
    page: Path, tmp_path: Path, okr: Okr, request: pytest.FixtureRequest
) -> None:
    place = tmp_path / "demo"
    okr("demo", str(place), "--today", "2026-11-22", cwd=tmp_path)

    def asked(excerpt: re.Match[str]) -> str:
        lines = okr(*excerpt["command"].split(), cwd=place, env=_ENV).stdout.splitlines()
        before = excerpt["shown"].splitlines()
        if before[-1] == _CUT:
            lines = [*lines[: len(before) - 1], _CUT]
        return "\n".join([f"```console\n$ okr {excerpt['command']}", *lines, "```"])

    fresh = _EXCERPT.sub(asked, page.read_text("utf-8"))
    if request.config.getoption("--update-golden"):
        page.write_text(fresh, "utf-8")
    assert page.read_text("utf-8") == fresh


def test_there_are_excerpts_of_each_command() -> None:
    found = _EXCERPT.finditer(HISTORY.read_text("utf-8"))
    assert {each["command"].split()[0] for each in found} == {"log", "show", "lessons"}
    assert _EXCERPT.search(DIFF.read_text("utf-8"))

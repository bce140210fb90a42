"""What was learned, found again."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.running import Golden, Okr

_ENV = {"OKR_TODAY": "2026-11-22"}
_QUESTIONS: dict[str, list[str]] = {
    "latest": [],
    "words": ["measuring", "early"],
    "missed": ["--outcome", "missed", "--team", "market"],
    "none": ["zeppelin"],
}


@pytest.fixture(scope="module")
def harbor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Name a folder for the demo company."""
    return tmp_path_factory.mktemp("lessons") / "harbor"


@pytest.fixture
def company(harbor: Path, okr: Okr) -> Path:
    """Give the demo company, made once."""
    if not harbor.exists():
        assert okr("demo", str(harbor), "--today", "2026-11-22", cwd=harbor.parent).code == 0
    return harbor


@pytest.mark.parametrize("form", ["table", "markdown", "json"])
@pytest.mark.parametrize("name", ["latest", "words", "missed", "none"])
def test_every_format(form: str, name: str, company: Path, okr: Okr, golden: Golden) -> None:
    run = okr("lessons", *_QUESTIONS[name], "--format", form, cwd=company, env=_ENV)
    assert (run.code, run.stderr) == (0, "")
    golden(f"lessons/{name}.{form}", run.stdout)


def test_what_is_remembered_is_what_is_read(company: Path, okr: Okr) -> None:
    runs = {
        okr("lessons", *options, "--format", "json", cwd=company, env=_ENV).stdout
        for options in ([], [], ["--no-cache"], ["--at", "2026-11-22"])
    }
    assert len(runs) == 1


def _git(folder: Path, *args: str) -> None:
    who = ("-c", "user.name=Ana", "-c", "user.email=ana@acme.example")
    subprocess.run(["git", *who, *args], cwd=folder, capture_output=True, check=True)


_FILE = """\
team: growth
cycle: 2026-Q3
objectives:
  - id: {id}
    title: New shops love us
    owner: ana
    key_results:
      - {{id: day7, title: More come back, unit: "%", baseline: 31, target: 45, current: 38}}
    close: {{decision: change, lessons: [{lesson}]}}
"""


def _texts(okr: Okr, folder: Path) -> list[tuple[str, str | None, str | None]]:
    run = okr("lessons", "--format", "json", cwd=folder, env=_ENV)
    found = json.loads(run.stdout)["lessons"]
    return [(each["text"], each["ref"], each["commit"] and each["commit"][:0]) for each in found]


def test_words_stay_with_their_first_commit_through_renames_and_deleted_files(
    tmp_path: Path, okr: Okr
) -> None:
    file = tmp_path / "okrs/growth.yaml"
    file.parent.mkdir()
    other = file.with_name("care.yaml")
    _git(tmp_path, "init", "-q")
    for text in (
        _FILE.format(id="first", lesson="Ship the measurement first"),
        _FILE.format(id="renamed", lesson="Ship the measurement first"),
        _FILE.format(id="renamed", lesson="Ship the measurement before the feature"),
    ):
        file.write_text(text, encoding="utf-8")
        care = _FILE.format(id="old", lesson="Ask sooner").replace("growth", "care")
        other.write_text(care.replace("2026-Q3", "2026-Q2"), encoding="utf-8")
        _git(tmp_path, "add", "-A")
        _git(tmp_path, "commit", "-qm", "it", "--allow-empty")
    other.unlink()
    _git(tmp_path, "commit", "-qam", "pruned")
    file.write_text(file.read_text(encoding="utf-8").replace("]}", ", Now]}"), encoding="utf-8")
    assert _texts(okr, tmp_path) == [
        ("Ship the measurement before the feature", "growth/renamed", ""),
        ("Now", "growth/renamed", None),
    ]
    run = okr("lessons", "sooner", "--format", "json", cwd=tmp_path, env=_ENV)
    assert [each["ref"] for each in json.loads(run.stdout)["lessons"]] == ["care/old"]


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["--team", "grwth"], "grwth is no team here", "did you mean growth?"),
        (["--cycle", "2031"], "2031 is no cycle with OKRs", "2026-Q4"),
        (["--outcome", "lost"], "no goal ends as 'lost'", "missed"),
    ],
)
def test_wrong_use(
    arguments: Sequence[str], message: str, hint: str, company: Path, okr: Okr
) -> None:
    run = okr("lessons", *arguments, cwd=company, env=_ENV)
    assert (run.code, run.stdout) == (2, "")
    assert message in run.stderr
    assert hint in run.stderr


@pytest.mark.parametrize("words", ['"', "AND OR", "* ( )", "a' OR 1=1 --", "NEAR(", "\x00x"])
def test_no_words_are_a_query_of_their_own(words: str, company: Path, okr: Okr) -> None:
    run = okr("lessons", "--", words.replace("\x00", ""), cwd=company, env=_ENV)
    assert run.code == 0


def test_words_that_say_little_find_nothing_beside_others(company: Path, okr: Okr) -> None:
    some, more = (
        okr("lessons", *words, "--format", "json", cwd=company, env=_ENV).stdout
        for words in (["people", "call"], ["people", "on", "our", "call"])
    )
    assert json.loads(some)["lessons"] == json.loads(more)["lessons"] != []

"""What a hostile repository is shown as, and what it can make okr do: nothing."""

import csv
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests.cli.hostile import GROWTH, LOUD, PLAIN, TEXT, hostile, name_programs
from tests.history.repositories import CLEAN, Repo, git
from tests.running import Okr, Run
from tests.setup.grounds import values

_ENV = {**CLEAN, "OKR_TODAY": "2026-11-22", "COLUMNS": "80", "GITHUB_ACTIONS": "true"}
_ACTING = {*map(chr, range(32)), "\x7f", "\x9b", "\u202e", "\u2066", "\u200b"} - {"\n"}
_FINDINGS = "full concise json sarif github gitlab junit rdjson"
_PAGES = "table markdown json html slack text"
_LISTS = "table json markdown csv"
_READERS = {
    "lint": _FINDINGS,
    "audit": _FINDINGS,
    "progress": _LISTS,
    "log": _LISTS,
    "due": _LISTS,
    "teams": _LISTS,
    "owners": _LISTS,
    "kpis": _LISTS,
    "show growth/first": "table json markdown",
    "diff main~2": "table json markdown",
    "lessons": "table json markdown",
    "needs": "table json markdown",
    "alignment": "table json markdown",
    "ready 2026-Q4": "table json markdown",
    "tree": "table json mermaid svg markdown",
    "report week": _PAGES,
    "report board": _PAGES,
    "report plan": _PAGES,
    "report cycle --cycle 2026-Q3": _PAGES,
    "report person bo": _PAGES,
    "report health": _PAGES,
}
_ASKED = [(words, form) for words, forms in _READERS.items() for form in forms.split()]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Repo:
    """Give the repository, made once; no test may change it."""
    return hostile(tmp_path_factory.mktemp("hostile") / "acme")


@pytest.fixture
def own(made: Repo, tmp_path: Path) -> Path:
    """Give a copy that lint can read, and that a test may change."""
    folder = shutil.copytree(made.folder, tmp_path / "acme", symlinks=True)
    git(folder, "symbolic-ref", "HEAD", f"refs/heads/{PLAIN}")
    git(folder, "reset", "-q", "--hard")
    git(folder, "config", "user.name", "Ana")
    git(folder, "config", "user.email", "ana@acme.example")
    return folder


def _harmless(run: Run) -> None:
    """Hold that nothing in what was said acts on a terminal, a log of CI or a reader's nerves."""
    said = run.stdout + run.stderr
    assert "Traceback" not in said
    assert not _ACTING & set(said)
    assert not [line for line in said.splitlines() if line.lstrip().startswith("::error::pwned")]
    assert "##[" not in said or "::error" in run.stdout
    assert len(said) < 200_000


@pytest.mark.parametrize(("words", "form"), _ASKED)
def test_what_is_foreign_is_only_text(words: str, form: str, made: Repo, okr: Okr) -> None:
    run = okr(*words.split(), "--format", form, cwd=made.folder, env=_ENV)
    assert run.code in {0, 1}, run.stderr
    _harmless(run)
    _CHECKS.get(form, str)(run.stdout)


@pytest.mark.parametrize("form", _FINDINGS.split())
def test_findings_about_it_are_only_text(form: str, own: Path, okr: Okr) -> None:
    run = okr("lint", "--format", form, cwd=own, env=_ENV)
    assert run.code in {0, 1}
    _harmless(run)
    _CHECKS.get(form, str)(run.stdout)


@pytest.mark.parametrize("report", ["week", "due"])
@pytest.mark.parametrize("service", ["slack", "teams", "mattermost", "json"])
def test_what_is_announced_is_only_text(service: str, report: str, made: Repo, okr: Okr) -> None:
    run = okr("announce", report, "--to", service, "--dry-run", cwd=made.folder, env=_ENV)
    assert (run.code, run.stderr) == (0, "")
    _harmless(run)
    for message in _messages(run.stdout):
        _ANNOUNCED[service](message)


def _messages(text: str) -> Iterator[Any]:
    """Give the objects of JSON that stand in a text one after the other."""
    while text.strip():
        message, end = json.JSONDecoder().raw_decode(text.strip())
        yield message
        text = text.strip()[end:]


def _cards(message: Any) -> None:  # noqa: ANN401 - any JSON
    """Hold that no text of cards is of the kind that is read as Markdown."""
    kinds = set(re.findall(r'"type": "(\w+)"', json.dumps(message)))
    assert "TextRun" in kinds
    assert not kinds & {"TextBlock", "FactSet", "Image"}
    assert not kinds & {each for each in kinds if each.startswith("Action")}


def _json(text: str) -> None:
    json.loads(text)


def _markdown(text: str) -> None:
    for each in ("<script", "<img", "<!c", "<!h", "<@", "](javascript", "![x]", "@acme", "<http"):
        assert each not in text.replace("\\[", "").replace("\\]", "")


def _slack(text: str) -> None:
    _chat(json.loads(text))


def _chat(message: Any) -> None:  # noqa: ANN401 - any JSON
    for each in (message["text"], *_marked(message["blocks"])):
        assert "<" not in each


def _marked(value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON
    if isinstance(value, dict) and value.get("type") == "mrkdwn":
        yield value["text"]
    for each in value.values() if isinstance(value, dict) else value:
        if isinstance(each, dict | list):
            yield from _marked(each)


def _csv(text: str) -> None:
    for cell in (cell for row in csv.reader(StringIO(text)) for cell in row):
        assert cell[:1] not in {"=", "+", "@", "\t", "\r"}
        assert cell[:1] != "-" or float(cell) < 0


def _xml(text: str) -> None:
    names = {each.tag.rpartition("}")[2] for each in ET.fromstring(text).iter()}  # noqa: S314 - our own
    assert not names & {"script", "img", "a", "foreignObject"}


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[tuple[str, tuple[tuple[str, str | None], ...]]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add((tag, tuple(attrs)))


def _html(text: str) -> None:
    assert "default-src &#39;none&#39;" in text
    tags = _Tags()
    tags.feed(text)
    assert not {tag for tag, _ in tags.found} & {"script", "img", "iframe", "object", "base"}
    attributes = [each for _, given in tags.found for each in given]
    assert not [name for name, _ in attributes if name.startswith("on") or name == "style"]
    assert not [value for _, value in attributes if value and value.startswith("javascript")]


_CHECKS: Mapping[str, Callable[[str], object]] = {
    **dict.fromkeys(("json", "sarif", "gitlab", "rdjson"), _json),
    **dict.fromkeys(("junit", "svg"), _xml),
    "markdown": _markdown,
    "mermaid": _markdown,
    "slack": _slack,
    "csv": _csv,
    "html": _html,
}


_ANNOUNCED: Mapping[str, Callable[[Any], object]] = {
    "slack": _chat,
    "teams": _cards,
    "mattermost": lambda message: _markdown(message["text"]),
    "json": lambda message: _markdown(message["markdown"]),
}

# --- what okr writes --------------------------------------------------------------------------

_SAID = f"Said: {''.join(each for each in TEXT if each.isprintable())}"
_WRITERS = [
    ("checkin", "growth/first/day7", "40", "--note", _SAID),
    ("revise", "growth/first/day7", "target", "90", "--why", _SAID),
    ("new", "key-result", "growth/first", "--title", _SAID, "--id", "new", "--done"),
    ("new", "objective", "growth", "--title", _SAID, "--id", "new", "--key-result", "It is so"),
    ("new", "team", "other", "--name", _SAID, "--parent", "growth"),
    ("mv", "growth/first", "growth/second"),
    ("close", "growth/first", "--decision", "drop", "--why", _SAID),
    ("rm", "growth/first/day7", "--why", _SAID),
]


@pytest.mark.parametrize("words", _WRITERS, ids=lambda words: " ".join(words[:2]))
def test_what_is_written_stays_text_and_is_committed_where_head_is(
    words: tuple[str, ...], own: Path, okr: Okr
) -> None:
    done = ("--done",) if words[1] == "objective" else ()
    run = okr(*words, *done, "--commit", cwd=own, env=_ENV)
    assert run.code == 0, run.stderr
    _harmless(run)
    assert not git(own, "status", "--porcelain")
    assert git(own, "rev-list", "--count", f"HEAD...refs/heads/{PLAIN}") == "0"
    texts = [each for file in (own / "okrs").rglob("*.yaml") for each in _texts(file)]
    assert (_SAID in texts) is (_SAID in words)


def _texts(file: Path) -> Iterator[str]:
    """Give all texts in a file, as a parser reads them."""
    ahead = [values(file.read_bytes())]
    while ahead:
        match ahead.pop():
            case str(text):
                yield text
            case dict(fields):
                ahead.extend(fields.values())
            case list(entries):
                ahead.extend(entries)


def test_a_cycle_to_which_nothing_goes_on_is_no_commit(own: Path, okr: Okr) -> None:
    head = git(own, "rev-parse", "HEAD")
    run = okr("new", "cycle", "2027-Q1", "--commit", cwd=own, env=_ENV)
    assert (run.code, run.stderr) == (0, "")
    assert git(own, "rev-parse", "HEAD") == head


@pytest.mark.parametrize(("forge", "place"), [("github", ".github"), ("gitlab", ".gitlab")])
def test_no_address_of_a_file_becomes_a_rule_of_owners(
    forge: str, place: str, own: Path, okr: Okr
) -> None:
    run = okr("setup", "--yes", "--forge", forge, cwd=own, env=_ENV)
    assert run.code == 0
    _harmless(run)
    lines = (own / place / "CODEOWNERS").read_text("utf-8").splitlines()
    rules = [line for line in lines if not line.startswith(("#", "[OKRs]"))]
    assert rules
    assert {line.split(" ", 1)[1] for line in rules} == {"ana@acme.example", "bo@acme.example"}


@pytest.mark.parametrize("form", ["csv", "jsonl", "sqlite"])
def test_what_is_exported_is_data(form: str, made: Repo, okr: Okr, tmp_path: Path) -> None:
    run = okr("export", "--format", form, "-o", str(tmp_path / "out"), cwd=made.folder, env=_ENV)
    assert run.code == 0, run.stderr
    _harmless(run)
    for file in tmp_path.rglob("*.csv"):
        _csv(file.read_text("utf-8"))
    for file in tmp_path.rglob("*.jsonl"):
        for line in file.read_text("utf-8").split("\n")[:-1]:
            _json(line)


# --- what the repository names -----------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")
def test_no_program_that_the_repository_names_is_run_by_a_reader(
    own: Path, okr: Okr, tmp_path: Path
) -> None:
    pwned = tmp_path / "pwned"
    commit = git(own, "rev-parse", "HEAD")
    git(own, "update-index", "--add", "--cacheinfo", f"160000,{commit},okrs/sub")
    (own / ".gitmodules").write_text(
        f'[submodule "x"]\n\tpath = okrs/sub\n\turl = "ext::sh -c touch% {pwned}"\n'
    )
    git(own, "add", ".gitmodules")
    git(own, "commit", "-qm", "a submodule")
    name_programs(own, pwned)
    export = f"export -o {tmp_path / 'out'}"
    for words in (*_READERS, export, "setup --list", "diff --classify main", "lint --changed main"):
        run = okr(*words.split(), cwd=own, env=_ENV)
        assert run.code in {0, 1}, (words, run.stderr)
        _harmless(run)
        assert not pwned.exists(), words


@pytest.mark.parametrize(
    "words",
    [
        ("diff", LOUD),
        ("diff", f"refs/heads/{LOUD}"),
        ("audit", f"refs/heads/{LOUD}..HEAD"),
        ("audit", f"{LOUD}..HEAD"),
        ("progress", f"--at={LOUD}"),
        ("report", "week", f"--at=refs/heads/{LOUD}"),
        ("lint", f"--changed={LOUD}"),
        ("diff", "--", "--output=x"),
        ("progress", "--at=--output=x"),
    ],
    ids=" ".join,
)
def test_a_branch_whose_name_is_an_option_is_a_branch(
    words: tuple[str, ...], own: Path, okr: Okr
) -> None:
    run = okr(*words, cwd=own, env=_ENV)
    assert run.code in {0, 1, 2}, run.stderr
    _harmless(run)
    assert not git(own, "status", "--porcelain")


# --- links out of the tree ---------------------------------------------------------------------


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """Give a folder that no command may read or write."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "growth.yaml").write_text("team: secret\n")
    (folder / "kept").write_text("kept")
    return folder


def _is_untouched(outside: Path) -> bool:
    names = sorted(each.name for each in outside.iterdir())
    return names == ["growth.yaml", "kept"] and (outside / "kept").read_text() == "kept"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("place", ["okrs/2026-Q4", GROWTH, "okrs", "okr.toml"])
def test_no_reader_follows_a_link_out_of_the_tree(
    place: str, own: Path, okr: Okr, outside: Path
) -> None:
    _linked(own / place, outside / "growth.yaml" if "." in place else outside)
    for words in ("lint", "progress", "report week", "tree", "audit"):
        run = okr(*words.split(), cwd=own, env=_ENV)
        assert "secret" not in run.stdout + run.stderr, words
        _harmless(run)
    for writer in _WRITERS[:2]:
        run = okr(*writer, cwd=own, env=_ENV)
        assert run.code in {1, 2, 3}
        _harmless(run)
    assert _is_untouched(outside)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize(
    ("place", "words"),
    [
        (".github", "setup --yes --forge github"),
        (".github/workflows", "setup ci --yes --forge github"),
        (".vscode", "setup editor --yes"),
        (".gitlab-ci.yml", "setup ci --yes --forge gitlab"),
        (".gitattributes", "setup merge-driver --yes"),
        ("folder", "export -o folder"),
        ("file", "export -o file --format sqlite"),
        ("file", "report week -o file"),
        ("file", "lint --format sarif -o file"),
        ("file.json", "lint --write-baseline --baseline file.json"),
    ],
)
def test_no_writer_follows_a_link_out_of_the_tree(
    place: str, words: str, own: Path, okr: Okr, outside: Path
) -> None:
    is_file = place.startswith((".gitlab", ".gita", "file"))
    _linked(own / place, outside / "kept" if is_file else outside)
    run = okr(*words.split(), cwd=own, env=_ENV)
    _harmless(run)
    assert _is_untouched(outside)


def _linked(place: Path, target: Path) -> None:
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    place.unlink(missing_ok=True)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(target)

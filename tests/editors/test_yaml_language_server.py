"""The real yaml-language-server with our schemas: completion, hover, a diagnostic.

`npm install --global yaml-language-server` puts it on the PATH; without it, this is skipped.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from okrcli.store.schemas import schema_text
from tests.editors.language_server import PATIENCE, LanguageServer, running
from tests.running import PROJECT

SERVER = shutil.which("yaml-language-server")
SETTINGS = {
    "yaml": {
        "schemas": {".okr.schema.json": "okrs/**/*.yaml"},
        "schemaStore": {"enable": False},
        "completion": True,
        "hover": True,
        "validate": True,
    }
}
TEXT = """\
team: growth
cycle: 2026-Q4
objectives:
  - id: first-minute
    title: New shops love us from the first minute
    owner: ana
    ambition: committed
    key_results:
      - id: day7
        title: More new shops list a second product within a week
        baseline: 31
        target: 45
        updated: 2026-11-17
        \n"""

pytestmark = pytest.mark.skipif(SERVER is None, reason="no yaml-language-server on the PATH")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a workspace with the schema saved in it."""
    made = tmp_path_factory.mktemp("workspace")
    (made / ".okr.schema.json").write_text(schema_text("any"))
    (made / "okrs").mkdir()
    return made


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[LanguageServer]:
    """Give a server that has read its settings and the schema."""
    with running([str(SERVER), "--stdio"], folder, SETTINGS) as started:
        while not _diagnostics(started, _open(started, folder / "okrs/first.yaml", "odd: 1\n")):
            continue
        yield started


def _open(server: LanguageServer, path: Path, text: str) -> dict[str, str]:
    document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
    server.tell("textDocument/didOpen", {"textDocument": document})
    return {"uri": path.as_uri()}


def _at(document: dict[str, str], line: int, character: int) -> dict[str, Any]:
    return {"textDocument": document, "position": {"line": line, "character": character}}


def _diagnostics(server: LanguageServer, document: dict[str, str]) -> list[dict[str, Any]]:
    while True:
        sent = server.diagnostics.get(timeout=PATIENCE)
        if sent["uri"] == document["uri"]:
            return list(sent["diagnostics"])


def test_keys_are_completed(server: LanguageServer, folder: Path) -> None:
    document = _open(server, folder / "okrs/keys.yaml", TEXT)
    answer = server.ask("textDocument/completion", _at(document, 13, 8))
    labels = {item["label"] for item in answer["items"]}
    assert {"confidence", "current", "milestones", "weight"} <= labels
    assert not {"target", "ambition", "teams"} & labels


def test_values_are_completed(server: LanguageServer, folder: Path) -> None:
    document = _open(server, folder / "okrs/values.yaml", TEXT.replace("committed", ""))
    answer = server.ask("textDocument/completion", _at(document, 6, 14))
    assert {item["label"] for item in answer["items"]} == {"aspirational", "committed"}


def test_the_first_key_of_a_new_file_is_completed(server: LanguageServer, folder: Path) -> None:
    document = _open(server, folder / "okrs/new.yaml", "\n")
    answer = server.ask("textDocument/completion", _at(document, 0, 0))
    assert {"team", "cycle", "objectives"} <= {item["label"] for item in answer["items"]}


def test_a_field_is_explained(server: LanguageServer, folder: Path) -> None:
    document = _open(server, folder / "okrs/hover.yaml", TEXT)
    answer = server.ask("textDocument/hover", _at(document, 10, 10))
    assert "while it is being measured" in answer["contents"]["value"]


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("target: 45", "target: lots", 11, "This must be a number."),
        ("ambition: committed", "ambition: comitted", 6, "`committed` or `aspirational`"),
        ("updated: 2026-11-17", "updaetd: 2026-11-17", 12, "Property updaetd is not allowed."),
        ("    owner: ana\n", "", 3, 'Missing property "owner".'),
        ("id: first-minute", "id: First Minute", 3, "an id (a-z, 0-9 and -, beginning with"),
    ],
)
def test_a_mistake_is_shown_where_it_is(  # noqa: PLR0913, PLR0917 - fixtures
    old: str, new: str, line: int, message: str, server: LanguageServer, folder: Path
) -> None:
    text = TEXT.replace(old, new)
    document = _open(server, folder / f"okrs/mistake-{line}-{len(new)}.yaml", text)
    found = _diagnostics(server, document)
    assert [each["range"]["start"]["line"] for each in found] == [line]
    assert message in found[0]["message"]


@pytest.mark.parametrize("path", sorted((PROJECT / "examples/okrs").rglob("*.yaml")), ids=str)
def test_the_example_company_has_no_mistakes(
    path: Path, server: LanguageServer, folder: Path
) -> None:
    inside = folder / "okrs" / path.relative_to(PROJECT / "examples/okrs")
    document = _open(server, inside, path.read_text("utf-8"))
    assert _diagnostics(server, document) == []

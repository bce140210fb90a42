"""`okr tree`: whole outputs of the example and the demo company, and what may be asked."""

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from okrcli.render.text import width
from tests.history.repositories import CLEAN, Repo
from tests.running import PROJECT, Golden, Okr, Run

TODAY = "2026-11-22"
FILES = {"json": "json", "markdown": "md", "mermaid": "mermaid.md", "svg": "svg"}
Ask = Callable[..., Run]


@pytest.fixture(scope="module")
def hedgerow(tmp_path_factory: pytest.TempPathFactory) -> Repo:
    """Give the example company with a history of one commit."""
    folder = PROJECT / "examples"
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    repo = Repo(tmp_path_factory.mktemp("tree") / "hedgerow")
    repo.commit(files, author="Ines Hartmann <ines@hedgerow.example>", date="2026-11-18")
    repo.checkout()
    return repo


@pytest.fixture(scope="module")
def harbor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Name the place of the demo company."""
    return tmp_path_factory.mktemp("tree") / "harbor"


@pytest.fixture
def ask(okr: Okr, hedgerow: Repo) -> Ask:
    """Give what asks for the tree of the example company."""

    def run(*arguments: str, **env: str) -> Run:
        return okr(
            "tree", *arguments, cwd=hedgerow.folder, env={**CLEAN, "OKR_TODAY": TODAY, **env}
        )

    return run


@pytest.fixture
def ask_demo(okr: Okr, harbor: Path) -> Ask:
    """Give what asks for the tree of the demo company, made once."""
    if not harbor.exists():
        assert okr("demo", str(harbor), "--today", TODAY, cwd=harbor.parent).code == 0

    def run(*arguments: str, **env: str) -> Run:
        return okr("tree", *arguments, cwd=harbor, env={"OKR_TODAY": TODAY, **env})

    return run


def nodes(run: Run) -> dict[str, dict[str, Any]]:
    assert (run.code, run.stderr) == (0, "")
    return {node["id"]: node for node in json.loads(run.stdout)["nodes"]}


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("all", ()),
        ("key-results", ("--key-results", "company/glad-towns")),
        ("team", ("--team", "fleet")),
        ("up", ("--up", "fleet/sound-bikes")),
        ("drafts", ("--drafts", "--status", "behind")),
        ("organization", ("--by", "organization")),
    ],
)
def test_the_example_company(
    name: str, arguments: Sequence[str], columns: int, ask: Ask, golden: Golden
) -> None:
    run = ask(*arguments, COLUMNS=str(columns))
    assert (run.code, run.stderr) == (0, "")
    assert max(map(width, run.stdout.splitlines())) <= columns
    golden(f"tree/example-{name}-{columns}.txt", run.stdout)


@pytest.mark.parametrize("output_format", FILES)
@pytest.mark.parametrize(
    ("name", "arguments"), [("all", ()), ("organization", ("--by", "organization"))]
)
def test_other_formats(
    name: str, arguments: Sequence[str], output_format: str, ask: Ask, golden: Golden
) -> None:
    if output_format == "svg":
        pytest.importorskip("pygraphviz")
    run = ask(*arguments, "--format", output_format)
    assert (run.code, run.stderr) == (0, "")
    golden(f"tree/example-{name}.{FILES[output_format]}", run.stdout)


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize(
    ("name", "arguments"), [("all", ()), ("organization", ("--by", "organization"))]
)
def test_the_demo_company(
    name: str, arguments: Sequence[str], columns: int, ask_demo: Ask, golden: Golden
) -> None:
    run = ask_demo(*arguments, COLUMNS=str(columns))
    assert (run.code, run.stderr) == (0, "")
    golden(f"tree/demo-{name}-{columns}.txt", run.stdout)


def test_a_terminal_without_line_drawing_gets_ascii(ask: Ask, golden: Golden) -> None:
    run = ask(COLUMNS="80", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert run.stdout.isascii()
    golden("tree/example-all-ascii.txt", run.stdout)


def test_colours_are_those_of_the_terminal(ask: Ask, golden: Golden) -> None:
    run = ask("--team", "care", NO_COLOR="", FORCE_COLOR="1", COLUMNS="80")
    golden("tree/example-team-colour.txt", run.stdout)


def test_nodes_carry_numbers_and_edges_lead_up(ask: Ask) -> None:
    run = ask("--format", "json")
    found = nodes(run)
    safe = found["2026:company/safe-home"]
    assert safe["supporters"]["gap"] == "supporters-behind"
    assert safe["supporters"]["difference"] == pytest.approx(
        safe["supporters"]["progress"] - safe["progress"]
    )
    edges = json.loads(run.stdout)["edges"]
    assert {edge["from"] for edge in edges} | {edge["to"] for edge in edges} <= set(found)
    assert {
        "from": "2026-Q4:streets/clear-pavements",
        "to": "2026:company/everyday-ride",
        "drawn": False,
        "circle": False,
    } in edges


def test_progress_is_that_of_okr_progress(ask: Ask, okr: Okr, hedgerow: Repo) -> None:
    run = okr(
        *("progress", "--format", "json"),
        cwd=hedgerow.folder,
        env={**CLEAN, "OKR_TODAY": TODAY},
    )
    told = {
        f"{each['cycle']}:{each['ref']}": (each["progress"], each["expected"], each["status"])
        for each in json.loads(run.stdout)["objectives"]
    }
    found = nodes(ask("--format", "json"))
    assert told == {
        name: (node["progress"], node["expected"], node["status"])
        for name, node in found.items()
        if node["kind"] == "objective"
    }


def test_a_cycle_that_is_over_hangs_on_what_goes_on(ask: Ask) -> None:
    found = nodes(ask("--cycle", "2026-Q3", "--format", "json"))
    assert found["2026-Q3:app/ride-together"]["status"] == "dropped"
    assert found["2026:company/everyday-ride"]["passing"] is True


def test_drafts_of_coming_cycles_are_shown_where_they_are_asked_for(ask: Ask) -> None:
    name = "2027-Q1:app/good-in-winter"
    assert name not in nodes(ask("--format", "json"))
    found = nodes(ask("--drafts", "--format", "json"))
    assert (found[name]["draft"], found[name]["status"]) == (True, None)
    assert ask("2027-Q1:app/good-in-winter", "--drafts").code == 0
    assert ask("2027-Q1:app/good-in-winter").code == 2


def test_at_shows_another_day(ask: Ask) -> None:
    run = ask("--at", "2026-12-20", "--format", "json")
    assert json.loads(run.stdout)["as_of"] == "2026-12-20"
    assert run.stdout == ask("--at", "2026-12-20", "--format", "json", "--no-cache").stdout


def test_it_may_be_written_to_a_file(ask: Ask, hedgerow: Repo) -> None:
    run = ask("--format", "mermaid", "--output", "tree.md")
    assert (run.code, run.stdout, run.stderr) == (0, "", "")
    file = hedgerow.folder / "tree.md"
    assert file.read_text(encoding="utf-8") == ask("--format", "mermaid").stdout
    file.unlink()


def test_the_drawing_is_well_formed_and_runs_nothing(ask: Ask) -> None:
    pytest.importorskip("pygraphviz")
    drawing = ET.fromstring(ask("--format", "svg").stdout)  # noqa: S314 - our own text
    tags = {re.sub(r"\{.*\}", "", each.tag) for each in drawing.iter()}
    assert tags == {"svg", "title", "style", "rect", "path", "g", "text"}


def test_without_the_library_it_says_how_to_get_it(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "pygraphviz.py").write_text("raise ImportError\n", encoding="utf-8")
    run = ask("--format", "svg", PYTHONPATH=f"{tmp_path}:{PROJECT}")
    assert (run.code, run.stdout) == (2, "")
    assert run.stderr == (
        "okr: error: an SVG drawing needs a library that is not installed\n"
        "  hint: pip install 'okrcli[svg]'\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["fleet/sound-bike"], "neither a team nor a reference", "fleet/sound-bikes"),
        (["--up", "fleet"], "--up begins at a goal", "name a goal"),
        (["fleet", "--up", "fleet/sound-bikes"], "two trees", "one of them"),
        (["--team", "flete"], "flete is no team here", "did you mean 'fleet'?"),
        (["--status", "behind,at-rsik"], "at-rsik is no status", "did you mean 'at-risk'?"),
        (["--cycle", "2026-Q9"], "no OKRs in a cycle 2026-Q9", "2026-Q4"),
        (["--by", "organization", "--status", "behind"], "has no --status", "leave out"),
        (["--by", "organization", "fleet/sound-bikes"], "is no team", "leave out --by"),
        (["--depth", "0"], "--depth", "okr tree --help"),
    ],
)
def test_wrong_use(arguments: Sequence[str], message: str, hint: str, ask: Ask) -> None:
    run = ask(*arguments)
    assert (run.code, run.stdout) == (2, "")
    assert message in run.stderr
    assert hint in run.stderr

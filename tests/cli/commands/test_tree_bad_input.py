"""`okr tree` on files that are wrong: what can be known, and one line on what cannot."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.history.repositories import CLEAN, Repo
from tests.running import Okr, Run

Ask = Callable[..., Run]
TEAMS = """\
organization: Acme
teams:
  - {id: company, name: Acme}
  - {id: growth, name: Growth, parent: company}
"""


def goals(team: str, *said: str, cycle: str = "2026-Q4") -> str:
    """Write a file of objectives, each as `id` or `id > what, it, supports`."""
    lines = [f"team: {team}", f"cycle: {cycle}", "objectives:"]
    for text in said:
        name, _, supports = text.partition(" > ")
        lines.append(f"  - id: {name}\n    title: The {name}\n    owner: ana")
        lines.append(f"    supports: [{supports}]" if supports else "    ambition: committed")
        lines.append("    key_results:")
        lines.append(f"      - {{id: kr, title: Of {name}, baseline: 0, target: 9, current: 3}}")
    return "\n".join(lines) + "\n"


@pytest.fixture
def ask(okr: Okr, tmp_path: Path) -> Ask:
    """Give what commits files and asks for their tree."""

    def run(files: dict[str, str], *arguments: str) -> Run:
        repo = Repo(tmp_path / "acme")
        repo.commit({f"okrs/{name}": text for name, text in files.items()}, date="2026-11-20")
        repo.checkout()
        env = {**CLEAN, "OKR_TODAY": "2026-11-22", "COLUMNS": "80"}
        return okr("tree", *arguments, cwd=repo.folder, env=env)

    return run


def test_a_circle_is_cut_and_named(ask: Ask) -> None:
    files = {
        "organization.yaml": TEAMS,
        "company.yaml": goals("company", "top > growth/low"),
        "growth.yaml": goals("growth", "low > company/top"),
    }
    run = ask(files)
    assert run.code == 0
    said = "a circle: company/top supports growth/low supports company/top"
    assert run.stderr == (
        f"okr: warning: {said}\n  hint: run `okr lint`, which tells where and what to do\n"
    )
    assert run.stdout.index("The top") < run.stdout.index("└── The low")
    assert "supports growth/low: a circle" in run.stdout


def test_all_that_is_wrong_is_said_in_one_line(ask: Ask) -> None:
    files = {
        "a.yaml": goals("growth", "one > company/gone"),
        "b.yaml": goals("care", "two > growth/one"),
        "c.yaml": goals("care", "three > 2026-Q9:growth/x", cycle="2026-Q9"),
    }
    run = ask(files, "--at", "2026-11-22", "--format", "json")
    assert run.code == 0
    assert [node["id"] for node in json.loads(run.stdout)["nodes"][::2]] == [
        "2026-Q4:growth/one",
        "2026-Q4:care/two",
    ]
    first, hint = run.stderr.splitlines()
    assert first == (
        "okr: warning: company/gone (in growth/one) names nothing; no file lists the teams;"
        " 2026-Q9 is no cycle"
    )
    assert "okr lint" in hint


@pytest.mark.parametrize("output_format", ["table", "json", "markdown", "mermaid", "svg"])
def test_an_empty_workspace_has_an_empty_tree(output_format: str, ask: Ask) -> None:
    if output_format == "svg":
        pytest.importorskip("pygraphviz")
    run = ask({"organization.yaml": TEAMS}, "--format", output_format)
    assert (run.code, run.stderr) == (0, "")
    assert run.stdout


@pytest.mark.parametrize("output_format", ["table", "markdown", "mermaid", "svg"])
def test_foreign_text_stays_text(output_format: str, ask: Ask) -> None:
    if output_format == "svg":
        pytest.importorskip("pygraphviz")
    hostile = goals("growth", "one").replace(
        "The one", '"</text><script>alert(1)</script>\\e[31m `x` ]] end"'
    )
    run = ask({"organization.yaml": TEAMS, "g.yaml": hostile}, "--format", output_format)
    assert run.code == 0
    assert "\x1b" not in run.stdout
    assert ("<script" in run.stdout) is (output_format == "table")


@pytest.mark.parametrize("output_format", ["table", "json", "markdown", "mermaid"])
def test_what_could_not_be_seen_is_told_in_every_format(
    output_format: str, okr: Okr, tmp_path: Path
) -> None:
    (tmp_path / "okrs").mkdir()
    (tmp_path / "okr.toml").touch()
    (tmp_path / "okrs/company.yaml").write_text(goals("company", "top"), encoding="utf-8")
    (tmp_path / "okrs/organization.yaml").write_text(TEAMS, encoding="utf-8")
    env = {**CLEAN, "OKR_TODAY": "2026-11-22", "GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
    run = okr("tree", "--format", output_format, cwd=tmp_path, env=env)
    assert run.code == 0
    assert "not in a git repository" in run.stdout + run.stderr
    assert ("warning" in run.stderr) is (output_format == "mermaid")

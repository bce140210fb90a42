"""Mermaid: labels in which nothing is markup, and diagrams that are split where they must be."""

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.analysis.landscape.tree import Tree
from okrcli.analysis.landscape.tree_report import tree
from okrcli.analysis.landscape.tree_selection import Wanted
from okrcli.model.objective import Objective
from okrcli.render.tree.mermaid import mermaid_text, tree_mermaid
from tests.analysis.cascades import CYCLE, goal, landscape
from tests.running import TESTS

MODULES = "OKR_TEST_NODE_MODULES"
PARSER = TESTS / "render/mermaid_parser.mjs"
HOSTILE = (
    '"]:::x',
    "1. a list",
    "- a list",
    "<img src=x onerror=alert(1)>",
    "%%{init: {}}%%",
    "`code` *em* _em_ fa:fa-car #35; end",
    "$$x^2$$ [a](b) {x} |y| \\n ~~s~~ @{shape: x}",
    "日本語 🎉",
)


def drawn(given: Sequence[Objective]) -> Tree:
    return tree(landscape(given), [], Wanted(frozenset({CYCLE})))


def wide(count: int) -> Sequence[Objective]:
    """Give two tops: one with many leaves, one with many branches of many leaves."""
    found = [goal("company/a"), goal("company/b")]
    found += [goal(f"growth/a{number}", "company/a") for number in range(count)]
    for branch in range(10):
        found.append(goal(f"product/b{branch}", "company/b"))
        found += [goal(f"growth/b{branch}-{n}", f"product/b{branch}") for n in range(count // 10)]
    return found


def blocks(text: str) -> list[str]:
    return re.findall(r"^```mermaid\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Plain words, 60% of it - (so) far.", "Plain words, 60% of it - (so) far."),
        ('Say "yes"', "Say #34;yes#34;"),
        ("1. first", "1#46; first"),
        ("fa:fa-car", "fa#58;fa-car"),
        ("2026-Q4:growth/a_b", "2026-Q4:growth/a_b"),
        ("_em_", "#95;em#95;"),
        ("%%{init}%%", "#37;#37;#123;init#125;#37;#37;"),
        ("two\nlines\x07", "two lines\\x07"),
    ],
)
def test_a_text_stays_a_text(text: str, written: str) -> None:
    assert mermaid_text(text) == written.replace("\\", "#92;")


@given(st.text())
def test_no_text_ends_a_label_or_begins_an_entity_of_its_own(text: str) -> None:
    written = mermaid_text(text)
    assert not re.search(r'["<>`\n]', written)
    assert re.sub(r"#\d+;", "", written).count("#") == 0


def test_what_fits_is_one_block() -> None:
    text = tree_mermaid(drawn(wide(20)))
    assert len(blocks(text)) == 1
    assert text.startswith("```mermaid\nflowchart LR\n")


def test_what_does_not_fit_is_split_by_the_objectives_at_the_top() -> None:
    objectives = wide(500)
    text = tree_mermaid(drawn(objectives))
    parts = blocks(text)
    assert len(parts) > 2
    assert max(map(len, parts)) < 50_000
    assert max(part.count("---") + part.count("-.-") for part in parts) < 500
    named = [place for part in parts for place in re.findall(r"^  (n\d+)\[", part, re.MULTILINE)]
    lines = [line for part in parts for line in re.findall(r"n\d+ --- n\d+", part)]
    assert len(set(named)) == len(objectives) + 1
    leaves = len(objectives) - 2  # each hangs somewhere; what is above it may be drawn again
    assert len({line.rpartition(" ")[2] for line in lines if " n0 " not in f" {line} "}) == leaves
    assert text.startswith("## The a\n")


def test_a_link_that_no_block_can_show_is_told_in_words() -> None:
    objectives = [*wide(500), goal("growth/both", "company/a", "company/b")]
    assert "also supports company/b" in tree_mermaid(drawn(objectives))
    assert "also supports" not in tree_mermaid(drawn(objectives[:2] + objectives[-1:]))


@pytest.mark.skipif(
    MODULES not in os.environ or shutil.which("node") is None,
    reason=f"{MODULES} names no folder node_modules with mermaid and jsdom",
)
def test_the_parser_of_mermaid_takes_everything(tmp_path: Path) -> None:
    hostile = [goal(f"growth/h{n}")._replace(title=text) for n, text in enumerate(HOSTILE)]
    for name, objectives in (("split", wide(500)), ("hostile", hostile)):
        (tmp_path / f"{name}.md").write_text(tree_mermaid(drawn(objectives)), encoding="utf-8")
    files = [*(TESTS / "golden/tree").glob("*.mermaid.md"), *tmp_path.iterdir()]
    done = subprocess.run(
        ["node", str(PARSER), *map(str, files)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) > len(files)

"""`okr lint --fix` mends what is certain, byte by byte, and nothing that was not asked for."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrcli.cli.checking.fixing import fixed
from okrcli.cli.checking.linting import Question, check
from okrcli.cli.session import Session
from tests.running import DATA, PROJECT, Copied, Golden, Okr

FAILING = sorted(path.parent.name for path in (DATA / "rules").glob("*/fail"))
EXAMPLE = PROJECT / "examples"
Contents = dict[str, bytes]


def contents(root: Path) -> Contents:
    files = (path for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def fix(root: Path, question: Question) -> tuple[int, int]:
    """Mend a workspace; give the numbers of findings before and after."""
    session = Session(root, {})
    before = len(check(session, question).findings)
    return before, len(fixed(session, question).findings)


def test_what_is_certain_is_mended_and_the_rest_is_told(
    okr: Okr, workspace: Copied, golden: Golden
) -> None:
    root = workspace("lint/slips")
    before = contents(root)
    told = okr("lint", cwd=root)
    golden("lint/slips.txt", told.stdout)
    shown = okr("lint", "--diff", cwd=root)
    golden("lint/slips.diff", shown.stdout)
    assert (shown.code, shown.stderr) == (1, "Would fix 25 problems.\n")
    assert contents(root) == before
    mended = okr("lint", "--fix", cwd=root)
    golden("lint/slips.fixed.txt", mended.stdout + mended.stderr)
    again = okr("lint", "--fix", "--diff", cwd=root)
    assert (again.code, again.stdout) == (0, "")


def test_git_applies_the_diff(okr: Okr, workspace: Copied, plain_env: Mapping[str, str]) -> None:
    root, other = workspace("lint/slips"), workspace("lint/slips")
    subprocess.run(["git", "init", "-q", root], check=True)
    asked = [sys.executable, "-m", "okrcli", "lint", "--diff"]
    patch = subprocess.run(asked, cwd=root, env=plain_env, capture_output=True, check=False).stdout
    subprocess.run(["git", "apply", "--whitespace=nowarn", "-"], input=patch, cwd=root, check=True)
    okr("lint", "--fix", cwd=other)
    assert contents(root / "okrs") == contents(other / "okrs")


@pytest.mark.parametrize("rule", FAILING)
def test_a_fix_adds_no_finding_and_fixing_twice_changes_nothing(
    rule: str, workspace: Copied
) -> None:
    root = workspace(f"rules/{rule}/fail")
    before, after = fix(root, Question())
    assert after <= before
    once = contents(root)
    assert fix(root, Question()) == (after, after)
    assert contents(root) == once


def test_a_clean_workspace_is_left_alone(tmp_path: Path, okr: Okr) -> None:
    root = Path(shutil.copytree(EXAMPLE, tmp_path / "examples"))
    before = contents(root)
    mended = okr("lint", "--fix", cwd=root)
    assert (mended.code, mended.stderr) == (0, "Fixed 0 problems.\n")
    assert contents(root) == before


SLIPS: list[Callable[[str], str]] = [
    lambda word: word[:-2] + word[-1],
    lambda word: word + word[-1],
    str.upper,
    lambda word: word.replace("_", "-"),
]


@given(data=st.data())
@settings(max_examples=25)
def test_misspelt_fields_of_the_example_become_what_they_were(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = Path(shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("slips") / "examples"))
    path = root / "okrs/2026-Q4/fleet.yaml"
    lines = path.read_bytes().split(b"\n")
    known = [
        number for number, line in enumerate(lines) if b"title: " in line or b"owner: " in line
    ]
    for number in data.draw(st.lists(st.sampled_from(known), min_size=1, max_size=4, unique=True)):
        word = b"title" if b"title" in lines[number] else b"owner"
        slip = data.draw(st.sampled_from(SLIPS))
        lines[number] = lines[number].replace(word, slip(word.decode()).encode(), 1)
    clean = path.read_bytes()
    path.write_bytes(b"\n".join(lines))
    before, after = fix(root, Question())
    assert after <= before
    assert path.read_bytes() == clean
    assert fix(root, Question()) == (after, after)


def test_only_what_is_shown_is_mended(okr: Okr, workspace: Copied) -> None:
    def mended(*options: str, edit: Callable[[Path], object] = lambda _: None) -> set[str]:
        root = workspace("lint/slips")
        edit(root)
        before = contents(root)
        okr("lint", "--fix", *options, cwd=root)
        after = contents(root)
        return {path for path in before if after[path] != before[path]}

    def comment(root: Path) -> None:
        path = root / "okrs/organization.yaml"
        path.write_text("# okr: ignore[unknown-team, unknown-person] for now\n" + path.read_text())

    def settings(root: Path) -> None:
        (root / "okr.toml").write_text('[lint.per_path]\n"**/growth.yaml" = ["form"]\n')

    growth, organization = "okrs/growth.yaml", "okrs/organization.yaml"
    assert mended() == {growth, organization}
    assert mended("okrs/growth.yaml") == {growth}
    assert mended("--select", "unknown-team") == {growth, organization}
    assert mended("--select", "invalid-value") == {growth}
    assert mended("--ignore", "form") == set()
    assert mended(edit=comment) == {growth}
    assert mended(edit=settings) == {"okrs/organization.yaml"}


def test_what_a_baseline_knows_is_not_mended(okr: Okr, workspace: Copied) -> None:
    root = workspace("lint/slips")
    okr("lint", "--baseline", "known.json", "--write-baseline", cwd=root)
    before = contents(root)
    assert okr("lint", "--fix", "--baseline", "known.json", cwd=root).code == 0
    assert contents(root) == before


def test_fields_are_put_in_order_with_their_comments(
    okr: Okr, workspace: Copied, golden: Golden
) -> None:
    root = workspace("rules/field-order/fail")
    golden("lint/disorder.txt", okr("lint", cwd=root).stdout)
    golden("lint/disorder.diff", okr("lint", "--diff", cwd=root).stdout)
    assert okr("lint", "--fix", cwd=root).stderr == "Fixed 2 problems.\n"
    assert okr("lint", "--diff", cwd=root).code == 0


def test_what_is_in_order_only_once_it_is_spelt_well_takes_one_run(
    okr: Okr, workspace: Copied
) -> None:
    root = workspace("rules/field-order/pass")
    path = root / "okrs/growth.yaml"
    clean = path.read_bytes()
    text = clean.decode().replace("key_results", "keyResults").replace("title:", "titel:")
    for line, below in ((5, 6), (10, 11)):
        lines = text.splitlines(keepends=True)
        lines[line], lines[below] = lines[below], lines[line]
        text = "".join(lines)
    path.write_bytes(text.encode())
    assert okr("lint", "--fix", cwd=root).code == 0
    assert path.read_bytes() == clean
    assert okr("lint", "--diff", cwd=root).code == 0


@pytest.mark.parametrize("options", [("--title", "objective"), ("--write-baseline",)])
def test_fixing_goes_with_checking_files_only(
    options: tuple[str, ...], okr: Okr, workspace: Copied
) -> None:
    done = okr("lint", "--fix", *options, cwd=workspace("lint/slips"))
    assert done.code == 2
    assert "--fix and --diff go neither with --title nor with --write-baseline" in done.stderr

"""Baselines: what is known is left out, wherever its lines move."""

import json
from pathlib import Path

import pytest

from tests.running import Copied, Okr

FILE = "okrs/2026-Q4/growth.yaml"
COUNTS = "4 objectives, 6 key results in 4 files"


@pytest.fixture
def folder(okr: Okr, workspace: Copied) -> Path:
    """Give a workspace with eleven findings and a baseline of them."""
    made = workspace("lint/chosen")
    run = okr("lint", "--baseline", "known.json", "--write-baseline", cwd=made)
    assert run == (0, "11 findings written to the baseline known.json\n", "")
    return made


def _last(okr: Okr, folder: Path, *arguments: str) -> str:
    run = okr("lint", "--baseline", "known.json", *arguments, cwd=folder)
    assert run.stderr == ""
    return run.stdout.splitlines()[-1]


def test_what_is_known_is_left_out(folder: Path, okr: Okr) -> None:
    run = okr("lint", "--baseline", "known.json", cwd=folder)
    assert run == (0, f"{COUNTS}: no findings; 11 more in the baseline\n", "")


def test_a_baseline_is_readable_and_always_the_same(folder: Path, okr: Okr) -> None:
    path = folder / "known.json"
    first = path.read_bytes()
    document = json.loads(first)
    assert document["version"] == 1
    assert {
        "rule": "unknown-person",
        "about": "2026-Q4:growth/first-minute",
        "field": "owner",
        "count": 1,
    } in document["findings"]
    okr("lint", "--baseline", "known.json", "--write-baseline", cwd=folder.parent)
    okr("lint", "--baseline", str(path), "--write-baseline", cwd=folder / "okrs")
    assert path.read_bytes() == first


def test_moved_lines_and_files_are_still_known(folder: Path, okr: Okr) -> None:
    path = folder / FILE
    path.write_text("# moved\n\n" + path.read_text())
    path.rename(path.with_name("renamed.yaml"))
    assert _last(okr, folder) == f"{COUNTS}: no findings; 11 more in the baseline"


def test_what_is_new_is_shown_and_fails(folder: Path, okr: Okr) -> None:
    path = folder / FILE
    path.write_text(path.read_text() + "    colour: blue\n")
    run = okr("lint", "--baseline", "known.json", "--format", "concise", cwd=folder)
    assert run.code == 1
    assert len(run.stdout.splitlines()) == 2
    assert "unknown-field" in run.stdout


def test_a_second_one_of_the_same_is_new(folder: Path, okr: Okr) -> None:
    path = folder / FILE
    path.write_text(path.read_text().replace("company/smb-frist", "company/x, company/smb-frist"))
    assert _last(okr, folder).startswith(f"{COUNTS}: 1 error; 11 more")


def test_what_was_mended_is_stale(folder: Path, okr: Okr) -> None:
    path = folder / FILE
    path.write_text(path.read_text().replace("owner: anna", "owner: ana"))
    last = _last(okr, folder)
    assert last.endswith("10 more in the baseline; 1 in the baseline no longer found, "
                         "so write it anew")  # fmt: skip
    assert "no longer found" not in _last(okr, folder, "--select", "measure")
    assert "no longer found" in _last(okr, folder, "okrs/2026")


def test_everything_is_written_whatever_is_shown(folder: Path, okr: Okr) -> None:
    run = okr("lint", "okrs/2026", "--baseline", "b.json", "--write-baseline", cwd=folder)
    assert run.stdout == "11 findings written to the baseline b.json\n"


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (None, "no such baseline: "),
        ("{", "b.json is not JSON"),
        ("\udcff", "b.json is not JSON"),
        ("[" * 100_000, "b.json is not JSON"),
        ("[]", "b.json is no baseline of okr"),
        ('{"version": 2, "findings": []}', "b.json is no baseline of okr"),
        ('{"version": 1, "findings": [{"rule": "x"}]}', "b.json is no baseline of okr"),
        ('{"version": 1, "findings": 5}', "b.json is no baseline of okr"),
    ],
)
def test_what_is_no_baseline_is_wrong_use(
    content: str | None, error: str, folder: Path, okr: Okr
) -> None:
    if content is not None:
        (folder / "b.json").write_bytes(content.encode("utf-8", "surrogateescape"))
    run = okr("lint", "--baseline", "b.json", cwd=folder)
    assert (run.code, run.stdout) == (2, "")
    assert run.stderr.startswith("okr: error: ")
    assert error in run.stderr


def test_writing_needs_a_place(folder: Path, okr: Okr) -> None:
    run = okr("lint", "--write-baseline", cwd=folder)
    assert (run.code, run.stdout) == (2, "")
    assert "add --baseline FILE" in run.stderr

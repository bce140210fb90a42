"""What the workflows run, run on real repositories: the form to check in, and the merge."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.running import Run
from tests.setup.scripts import BASH, Runner, runner, script

FORM, MERGE = "okr-checkin.yml", "okr-auto-merge.yml"
FILE = "okrs/2026-Q4/growth.yaml"
OKRS = """\
team: growth
cycle: 2026-Q4
objectives:
  - id: first-minute
    title: New shops love us from the first minute
    owner: ana
    key_results:
      - id: day7
        title: More new shops list a second product within a week
        unit: "%"
        baseline: 31
        target: 45
        current: 36.50   # from the dashboard
"""
ORGANIZATION = """\
organization: Acme
teams:
  - {id: growth, name: Growth, lead: ana}
people:
  - {id: ana, name: Ana, emails: [ana@acme.example]}
  - {id: bo, name: Bo, emails: [bo@acme.example]}
"""
TYPED = {"REFERENCE": "day7", "VALUE": "", "CONFIDENCE": "", "NOTE": ""}
ACTOR = {"ACTOR": "ana-s", "ACTOR_ID": "7", "OKR_TODAY": "2026-11-22"}
HOSTILE = ["$(touch ran)", "'; touch ran; '", '"; touch ran; "', "`touch ran`", "--help", "-h"]

pytestmark = pytest.mark.skipif(BASH is None or os.name == "nt", reason="needs a POSIX shell")


def _git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


@pytest.fixture
def machine(tmp_path: Path, plain_env: Mapping[str, str]) -> Runner:
    """Give a machine with a home of its own."""
    (tmp_path / "home").mkdir()
    return runner(tmp_path / "tools", {**plain_env, "HOME": str(tmp_path / "home")})


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Give a clone of a repository with one key result."""
    begun, clone = tmp_path / "begun", tmp_path / "checkout"
    (begun / FILE).parent.mkdir(parents=True)
    (begun / FILE).write_text(OKRS)
    (begun / "okrs/organization.yaml").write_text(ORGANIZATION)
    _git(begun, "init", "--quiet", "--initial-branch=main")
    _git(begun, "add", "--all")
    who = ("-c", "user.name=Ana", "-c", "user.email=ana@acme.example", "-c", "commit.gpgsign=false")
    _git(begun, *who, "commit", "--quiet", "--message", "Begin")
    _git(tmp_path, "clone", "--quiet", "--bare", str(begun), "forge.git")
    _git(tmp_path, "clone", "--quiet", "forge.git", str(clone))
    return clone


def _check_in(machine: Runner, folder: Path, **typed: str) -> Run:
    return machine.run(script(FORM, "Check in"), folder, **ACTOR, **{**TYPED, **typed})


def test_the_form_commits_what_was_typed_in_the_name_of_who_typed_it(
    machine: Runner, checkout: Path
) -> None:
    done = _check_in(machine, checkout, VALUE="-2", CONFIDENCE="7/10", NOTE="Nudges: shipped")
    assert (done.code, done.stderr) == (0, "")
    assert _git(checkout, "log", "-1", "--format=%an <%ae>").strip() == (
        "ana-s <7+ana-s@users.noreply.github.com>"
    )
    assert _git(checkout, "diff", "--unified=0", "HEAD~1").splitlines()[5:] == [
        "-        current: 36.50   # from the dashboard",
        "+        current: -2   # from the dashboard",
        "+        confidence: 7/10",
        '+        note: "Nudges: shipped"',
    ]


def test_nothing_but_a_reference_says_that_there_is_no_news(
    machine: Runner, checkout: Path
) -> None:
    done = _check_in(machine, checkout)
    assert done.code == 0, done.stderr
    changed = _git(checkout, "diff", "--unified=0", "HEAD~1").splitlines()[5:]
    assert changed == ["+        updated: 2026-11-22"]


@pytest.mark.parametrize("field", ["REFERENCE", "VALUE", "CONFIDENCE"])
@pytest.mark.parametrize("typed", HOSTILE)
def test_what_is_typed_is_only_text(
    field: str, typed: str, machine: Runner, checkout: Path
) -> None:
    before = _git(checkout, "rev-parse", "HEAD")
    done = _check_in(machine, checkout, **{field: typed})
    assert done.code in {1, 2}
    assert "Usage" not in done.stdout
    assert _git(checkout, "rev-parse", "HEAD") == before
    assert not (checkout / "ran").exists()


@pytest.mark.parametrize("typed", HOSTILE)
def test_a_note_is_kept_as_it_was_typed(typed: str, machine: Runner, checkout: Path) -> None:
    done = _check_in(machine, checkout, NOTE=typed)
    assert done.code == 0, done.stderr
    assert not (checkout / "ran").exists()


@pytest.mark.parametrize("code", ["0", "1"])
def test_the_branch_is_pushed_and_its_pull_request_opened_or_its_page_named(
    code: str, machine: Runner, checkout: Path
) -> None:
    assert _check_in(machine, checkout, VALUE="38").code == 0
    env = {"BASE": "main", "BRANCH": "okr-checkin-5-1", "PAGE": "https://forge.example/compare"}
    done = machine.run(script(FORM, "Open a pull request"), checkout, **env, GH_CODE=code)
    assert done.code == 0, done.stderr
    pushed = _git(checkout.parent / "forge.git", "rev-parse", "okr-checkin-5-1")
    assert pushed == _git(checkout, "rev-parse", "HEAD")
    assert machine.calls[-1] == "pr create --fill --base main --head okr-checkin-5-1"
    page = "https://forge.example/compare/main...okr-checkin-5-1"
    assert (page in done.stdout) is (code == "1")


def test_the_commit_that_was_looked_at_is_merged_and_no_other(
    machine: Runner, tmp_path: Path
) -> None:
    env = {"REPO": "acme/goals", "NUMBER": "7", "HEAD_SHA": "a" * 40}
    text = script(MERGE, "Merge the commit that was looked at")
    call = (
        f"api --method PUT repos/acme/goals/pulls/7/merge -f sha={'a' * 40} -f merge_method=merge"
    )
    assert machine.run(text, tmp_path, **env).code == 0
    assert machine.calls == [call]
    assert machine.run(text, tmp_path, **env, GH_CODE="1").code == 1
    assert machine.calls == [call] * 21


@pytest.mark.parametrize("word", ["check-in", "definition", "close", "mixed", "none", ""])
def test_only_one_word_opens_the_door(
    word: str, machine: Runner, checkout: Path, tmp_path: Path
) -> None:
    calls, output = tmp_path / "okr-calls", tmp_path / "output"
    said = f'#!/bin/sh\necho "$@" >> {calls}\nif [ "$1" = diff ]; then echo "{word}"; fi\n'
    (machine.tools / "okr").write_text(said)
    head = _git(checkout, "rev-parse", "HEAD").strip()
    env = {"HEAD_SHA": head, "GITHUB_OUTPUT": str(output)}
    done = machine.run(script(MERGE, "Classify"), checkout, **env)
    assert done.code == 0, done.stderr
    opened = word == "check-in"
    assert output.exists() is opened
    asked = calls.read_text().splitlines()
    assert asked == [f"diff --classify HEAD...{head}", *(["lint"] if opened else [])]


MEASURED = ("current: 36.50", "current: 38")
OPEN = "merge=true\n"


@pytest.mark.parametrize(
    ("change", "who", "told"),
    [
        (MEASURED, "ana", OPEN),
        (MEASURED, "bo", ""),
        (MEASURED, "mallory", ""),
        (("target: 45", "target: 40"), "ana", ""),
        (("current: 36.50", "current: soon"), "ana", ""),
    ],
)
def test_only_a_check_in_of_who_may_is_merged(
    change: tuple[str, str], who: str, told: str, machine: Runner, checkout: Path
) -> None:
    file = checkout / FILE
    _git(checkout, "switch", "--quiet", "--create", "side")
    file.write_text(file.read_text().replace(*change))
    author = ("-c", f"user.name={who}", "-c", f"user.email={who}@acme.example")
    _git(checkout, *author, "-c", "commit.gpgsign=false", "commit", "-qam", "Change")
    head = _git(checkout, "rev-parse", "HEAD").strip()
    _git(checkout, "switch", "--quiet", "main")
    output = machine.tools / "output"
    env = {"HEAD_SHA": head, "GITHUB_OUTPUT": str(output), "OKR_TODAY": "2026-11-22"}
    machine.run(script(MERGE, "Classify"), checkout, **env)
    assert (output.read_text() if output.exists() else "") == told

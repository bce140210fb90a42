"""`okr setup` in real repositories: shown, asked about, written once, and never over anything."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pexpect
import pytest

from okrcli.setup.parts import PARTS
from tests.running import PROJECT, Golden, Okr

GITHUB = ".github/workflows/okr-lint.yml"
ORGANIZATION = """\
organization: Acme
teams:
  - {id: company, name: Acme, lead: cleo}
people:
  - {id: cleo, name: Cleo, emails: [cleo@acme.example]}
"""


def _git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments], capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Give a repository with a workspace, at home on GitHub."""
    folder = tmp_path / "acme"
    (folder / "okrs").mkdir(parents=True)
    (folder / "okrs/organization.yaml").write_text(ORGANIZATION)
    (folder / "okr.toml").touch()
    _git(folder, "init", "--quiet")
    _git(folder, "remote", "add", "origin", "git@github.com:acme/goals.git")
    return folder


def _files(folder: Path) -> Mapping[str, bytes]:
    """Give all files, git's own settings with them."""
    found = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_all_of_it_is_shown_and_nothing_written(repository: Path, okr: Okr, golden: Golden) -> None:
    before = _files(repository)
    run = okr("setup", "--dry-run", cwd=repository)
    assert (run.code, run.stderr) == (0, "")
    golden("setup/dry-run.txt", run.stdout)
    assert _files(repository) == before


def test_a_second_run_changes_nothing(repository: Path, okr: Okr, golden: Golden) -> None:
    names = [part.name for part in PARTS]
    first = okr("setup", "--yes", *names, cwd=repository)
    assert (first.code, first.stderr) == (0, "")
    golden("setup/yes.txt", first.stdout)
    written = _files(repository)
    for words in (("--yes",), ("--dry-run",), ("--yes", *names), ()):
        again = okr("setup", *words, cwd=repository)
        assert (again.code, again.stderr) == (0, "")
        assert again.stdout == "".join(f"{name}: there already\n" for name in names)
    assert _files(repository) == written
    assert okr("lint", cwd=repository).code == 0
    golden("setup/list.txt", okr("setup", "--list", cwd=repository).stdout)


def test_what_may_write_to_the_repository_has_to_be_named(repository: Path, okr: Okr) -> None:
    run = okr("setup", "-y", cwd=repository)
    assert run.code == 0
    assert "`okr setup auto-merge --yes` adds it" in run.stdout
    assert [path.name for path in (repository / GITHUB).parent.iterdir()] == ["okr-lint.yml"]


def test_the_driver_that_is_set_up_is_one_that_git_can_call(repository: Path, okr: Okr) -> None:
    okr("setup", "merge-driver", "--yes", cwd=repository)
    driver = _git(repository, "config", "--local", "merge.okr.driver").strip()
    assert driver in (PROJECT / "docs/cycle.md").read_text("utf-8")
    told = _git(repository, "check-attr", "merge", "okrs/2026-Q4/growth.yaml")
    assert told.strip().endswith("merge: okr")


def test_without_a_terminal_nothing_is_written_and_the_way_is_said(
    repository: Path, okr: Okr
) -> None:
    before = _files(repository)
    run = okr("setup", cwd=repository)
    assert (run.code, run.stdout) == (2, "")
    assert "hint: say --yes to write it, --dry-run to look at it" in run.stderr
    _git(repository, "remote", "remove", "origin")
    run = okr("setup", "ci", "--yes", cwd=repository)
    assert (run.code, run.stdout) == (2, "")
    assert "hint: say --forge github or --forge gitlab" in run.stderr
    _git(repository, "remote", "add", "origin", "git@github.com:acme/goals.git")
    assert _files(repository) == before


def test_what_is_somebody_s_own_is_kept_and_shown(
    repository: Path, okr: Okr, golden: Golden
) -> None:
    (repository / GITHUB).parent.mkdir(parents=True)
    (repository / GITHUB).write_text("name: mine\n")
    (repository / ".pre-commit-config.yaml").write_text("repos: !mine []\n")
    (repository / ".vscode").mkdir()
    (repository / ".vscode/settings.json").write_text("{} // mine\n")
    before = _files(repository)
    run = okr("setup", "ci", "pre-commit", "editor", "--yes", cwd=repository)
    assert run.code == 1
    golden("setup/kept.txt", f"{run.stdout}--- standard error\n{run.stderr}")
    assert _files(repository) == {**before, ".okr.schema.json": _schema()}


def _schema() -> bytes:
    return (PROJECT / "okrcli/schemas/any.json").read_bytes()


@pytest.mark.parametrize("name", ["CODEOWNERS", ".gitattributes", ".vscode"])
def test_a_link_is_left_alone_and_other_parts_go_on(
    name: str, repository: Path, tmp_path: Path, okr: Okr
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (repository / name).symlink_to(tmp_path / "elsewhere")
    run = okr("setup", "--yes", cwd=repository)
    assert run.code == 1
    assert f"{name} is a folder, a link or a device" in run.stderr or "behind a link" in run.stderr
    assert "None" not in run.stdout
    assert (repository / GITHUB).exists()
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_workspace_in_a_folder_of_a_repository(
    repository: Path, tmp_path: Path, okr: Okr
) -> None:
    whole = tmp_path / "whole"
    whole.mkdir()
    _git(whole, "init", "--quiet")
    repository.rename(whole / "our goals")
    (whole / "our goals/.git").rename(tmp_path / "unused")
    run = okr("setup", "--yes", "--forge", "github", cwd=whole / "our goals")
    assert (run.code, run.stderr) == (0, "")
    assert 'working-directory: "our goals"' in (whole / GITHUB).read_text()
    owners = (whole / ".github/CODEOWNERS").read_text()
    assert "\n/our\\ goals/okrs/ cleo@acme.example\n" in owners
    assert (whole / "our goals/.gitattributes").read_text() == "okrs/** merge=okr\n"
    assert (whole / "our goals/.okr.schema.json").exists()


def test_on_gitlab_only_what_is_for_it_is_offered(repository: Path, okr: Okr) -> None:
    _git(repository, "remote", "set-url", "origin", "https://gitlab.acme.example/goals.git")
    run = okr("setup", "--yes", cwd=repository)
    assert (run.code, run.stderr) == (0, "")
    assert (repository / ".gitlab-ci.yml").exists()
    assert not (repository / ".github").exists()
    assert "auto-merge" not in run.stdout
    run = okr("setup", "auto-merge", "--yes", cwd=repository)
    assert (run.code, run.stdout) == (2, "")
    assert "auto-merge is for github, not gitlab" in run.stderr
    assert "github only" in okr("setup", "--list", cwd=repository).stdout


def test_a_part_that_does_not_exist_is_asked_back(repository: Path, okr: Okr) -> None:
    run = okr("setup", "code-owners", cwd=repository)
    assert (run.code, run.stdout) == (2, "")
    assert "did you mean 'codeowners'?" in run.stderr


def test_without_a_repository_there_is_nothing_to_set_up(repository: Path, okr: Okr) -> None:
    (repository / ".git").rename(repository.parent / "unused")
    run = okr("setup", "--yes", cwd=repository)
    assert (run.code, run.stdout) == (3, "")


@pytest.mark.skipif(sys.platform == "win32", reason="pexpect needs a POSIX terminal")
def test_each_part_is_shown_and_asked_about(repository: Path, plain_env: Mapping[str, str]) -> None:
    _git(repository, "remote", "remove", "origin")
    child = pexpect.spawn(
        sys.executable,
        ["-m", "okrcli", "setup", "merge-driver", "auto-merge", "ci"],
        cwd=str(repository),
        env={**plain_env, "TERM": "xterm"},
        encoding="utf-8",
        timeout=20,
        dimensions=(24, 80),
    )
    child.expect("Which forge is it for\\? \\[github\\]")
    child.send("\r")
    child.expect("okr lint in every pull request")
    child.expect("Write this\\? \\[Y/n\\]")
    child.send("n\r")
    child.expect('git config merge.okr.driver "okr merge-driver')
    child.expect("Write this\\? \\[Y/n\\]")
    child.send("\r")
    child.expect("set merge.okr.driver in this clone")
    child.expect("merges by itself")
    child.expect("Write this\\? \\[y/N\\]")
    child.send("\r")
    child.expect(pexpect.EOF)
    assert not (repository / ".github").exists()
    assert (repository / ".gitattributes").exists()

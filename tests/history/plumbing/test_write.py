"""A history is imported as a whole or not at all."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from okrcli.errors import GitError, UsageError
from okrcli.history.plumbing.write import commit, import_history, user

STREAM = b"""\
commit refs/heads/main
author Ana <ana@acme.example> 1795000000 +0000
committer Ana <ana@acme.example> 1795000000 +0000
data 5
start
M 100644 inline okrs/growth.yaml
data 2
x

"""


def test_the_files_of_the_last_commit_are_checked_out(tmp_path: Path) -> None:
    import_history(tmp_path / "new", [STREAM])
    assert (tmp_path / "new/okrs/growth.yaml").read_bytes() == b"x\n"
    done = subprocess.run(
        ["git", "-C", str(tmp_path / "new"), "status", "--short", "--branch"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "## main\n"


def test_what_git_refuses_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="git could not import the history"):
        import_history(tmp_path / "new", [b"nonsense\n"])
    assert not list(tmp_path.iterdir())


def test_an_interruption_leaves_nothing_behind(tmp_path: Path) -> None:
    def interrupted() -> Iterator[bytes]:
        yield STREAM
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_history(tmp_path / "new", interrupted())
    assert not list(tmp_path.iterdir())


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    for taken in (tmp_path, tmp_path / "file"):
        with pytest.raises(UsageError, match="exists and is not empty"):
            import_history(taken, [STREAM])
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_the_users_own_hooks_have_no_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in ("post-checkout", "reference-transaction"):
        (hooks / name).write_text("#!/bin/sh\ntouch pwned\nexit 1\n", encoding="utf-8")
        (hooks / name).chmod(0o755)
    config = tmp_path / "config"
    config.write_text(f"[core]\n  hooksPath = {hooks.as_posix()}\n", encoding="utf-8")
    monkeypatch.setitem(os.environ, "GIT_CONFIG_GLOBAL", str(config))
    import_history(tmp_path / "new", [STREAM])
    assert not list(tmp_path.rglob("pwned"))


def test_the_user_is_who_git_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = tmp_path / "config"
    config.write_text("[user]\n  name = Ana Silva\n  email = ana@acme.example\n", encoding="utf-8")
    monkeypatch.setitem(os.environ, "GIT_CONFIG_GLOBAL", str(config))
    assert user(tmp_path / "not" / "there") == ("Ana Silva", "ana@acme.example")
    config.write_text("", encoding="utf-8")
    monkeypatch.setitem(os.environ, "GIT_CONFIG_NOSYSTEM", "1")
    assert user(tmp_path) == ("", "")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    config = tmp_path / "config"
    config.write_text("[user]\n  name = Ana\n  email = ana@acme.example\n", encoding="utf-8")
    monkeypatch.setitem(os.environ, "GIT_CONFIG_GLOBAL", str(config))
    folder = tmp_path / "it"
    import_history(folder, [STREAM])
    return folder


def _told(folder: Path, *args: str) -> str:
    return subprocess.run(
        ["git", "-C", str(folder), *args], capture_output=True, text=True, check=True
    ).stdout


def test_a_commit_takes_its_files_and_leaves_what_else_is_staged(repository: Path) -> None:
    (repository / "okrs/growth.yaml").write_text("y\n", encoding="utf-8")
    (repository / "okrs/:new *.yaml").write_text("z\n", encoding="utf-8")
    (repository / "staged").write_text("mine\n", encoding="utf-8")
    (repository / "loose").write_text("mine\n", encoding="utf-8")
    _told(repository, "add", "staged")
    made = commit(repository / "okrs", ["growth.yaml", ":new *.yaml"], "# okrs: it\n\nbody")
    assert made == _told(repository, "rev-parse", "HEAD").strip()
    assert _told(repository, "log", "-1", "--format=%B").strip() == "# okrs: it\n\nbody"
    changed = _told(repository, "show", "--name-only", "--format=", "-z", "HEAD")
    assert changed.split("\0")[:-1] == ["okrs/:new *.yaml", "okrs/growth.yaml"]
    assert _told(repository, "status", "--short") == "A  staged\n?? loose\n"


def test_a_commit_goes_through_the_users_hooks_and_what_they_refuse_stays(
    repository: Path,
) -> None:
    hook = repository / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'not on a Friday' >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    (repository / "okrs/growth.yaml").write_text("y\n", encoding="utf-8")
    (repository / "okrs/new.yaml").write_text("z\n", encoding="utf-8")
    with pytest.raises(GitError, match="git did not commit: not on a Friday"):
        commit(repository, ["okrs/growth.yaml", "okrs/new.yaml"], "okrs: it")
    assert _told(repository, "status", "--short") == " M okrs/growth.yaml\n?? okrs/new.yaml\n"


def test_the_first_commit_of_a_repository_can_be_refused_too(repository: Path) -> None:
    subprocess.run(["git", "-C", str(repository), "checkout", "-q", "--orphan", "x"], check=True)
    subprocess.run(["git", "-C", str(repository), "rm", "-q", "--cached", "-r", "."], check=True)
    hook = repository / ".git/hooks/commit-msg"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    with pytest.raises(GitError, match="git did not commit"):
        commit(repository, ["okrs/growth.yaml"], "okrs: it")
    assert _told(repository, "status", "--short") == "?? okrs/\n"
    hook.unlink()
    commit(repository, ["okrs/growth.yaml"], "okrs: it")
    assert not _told(repository, "status", "--short")

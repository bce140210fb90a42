"""A file is replaced in one step, or not at all."""

import os
import stat
from pathlib import Path

import pytest

from okrcli.errors import OkrError, UsageError
from okrcli.store.replace import replace_file


def test_a_new_file_is_written(tmp_path: Path) -> None:
    replace_file(tmp_path / "a.txt", "größe\n\udc80")
    assert (tmp_path / "a.txt").read_bytes() == "größe\n\\udc80".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_permissions_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    path.chmod(0o640)
    replace_file(path, "new")
    assert (path.read_text(), stat.S_IMODE(path.stat().st_mode)) == ("new", 0o640)


def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "a.txt"
    path.write_text("old")
    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OkrError, match="No space left"):
        replace_file(path, "new")
    assert path.read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 1


def test_an_interrupt_leaves_no_temporary_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        replace_file(tmp_path / "a.txt", "new")
    assert not list(tmp_path.iterdir())


def test_only_a_regular_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "folder").mkdir()
    for name in ("link", "folder"):
        with pytest.raises(UsageError, match="is a folder, a link or a device"):
            replace_file(tmp_path / name, "new")
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("name", ["no/such/folder.txt", "a\0b", "x" * 300])
def test_a_name_that_cannot_be_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(OkrError, match="cannot be written"):
        replace_file(tmp_path / name, "new")

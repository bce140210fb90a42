"""Reading one regular file within a limit."""

import os
from pathlib import Path

import pytest

from okrcli.store.plain_file import NotRegularError, read_bytes


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc\r\n")
    assert read_bytes(tmp_path / "a", 100) == b"abc\r\n"


def test_no_more_than_one_byte_above_the_limit_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 10_000_000)
    assert len(read_bytes(tmp_path / "a", 1000)) == 1001


def test_a_link_a_folder_and_a_fifo_are_no_regular_files(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "file")
    (tmp_path / "folder").mkdir()
    names = ["link", "folder"]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "fifo")
        names.append("fifo")
    for name in names:
        with pytest.raises(NotRegularError):
            read_bytes(tmp_path / name, 100)


@pytest.mark.skipif(os.name == "nt", reason="on Windows it is no path")
def test_a_device_is_no_regular_file() -> None:
    with pytest.raises(NotRegularError):
        read_bytes(Path(os.devnull), 100)


def test_a_file_that_is_gone_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_bytes(tmp_path / "gone", 100)

"""New files are created, and none that is there is touched."""

from pathlib import Path

import pytest

from okrcli.errors import OkrError
from okrcli.store.writer import create_files


def test_files_are_created_with_their_folders(tmp_path: Path) -> None:
    created = create_files(tmp_path, {"a/b/c.yaml": "x: 1\n", "d.toml": ""})
    assert created == ["a/b/c.yaml", "d.toml"]
    assert (tmp_path / "a/b/c.yaml").read_bytes() == b"x: 1\n"


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("mine", encoding="utf-8")
    assert create_files(tmp_path, {"a": "theirs", "b": ""}) == ["b"]
    assert (tmp_path / "a").read_text(encoding="utf-8") == "mine"


def test_a_place_that_cannot_be_written_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("", encoding="utf-8")
    with pytest.raises(OkrError, match="cannot be written"):
        create_files(tmp_path, {"a/b": ""})

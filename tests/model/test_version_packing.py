"""Versions come back as they were told, each of the commit that it was of."""

from pathlib import Path

import pytest
from pydantic_core import from_json, to_json

from okrcli.model.version_packing import (
    pack_commits,
    pack_versions,
    unpack_commits,
    unpack_versions,
)
from tests.analysis.versions import DAY7, METRIC, commit, version
from tests.history import story
from tests.history.asking import recorded


def test_versions_come_back_as_they_were(tmp_path: Path) -> None:
    past = recorded(story.tell(tmp_path / "company"), today=story.TODAY).timeline.past
    versions, commits = past.versions(), [each.commit for each in past.commits()]
    assert any(each.check_in for its in versions.values() for each in its)
    assert any(each.key != key for key, its in versions.items() for each in its)
    page = to_json(pack_versions(versions, commits), inf_nan_mode="constants")
    line = unpack_commits(from_json(to_json(pack_commits(commits))))
    found = unpack_versions(from_json(page), line)
    assert line == commits
    assert list(found) == list(versions)
    assert {key: tuple(its) for key, its in found.items()} == versions


def test_a_version_of_another_commit_cannot_be_packed(tmp_path: Path) -> None:
    past = recorded(story.tell(tmp_path / "company"), today=story.TODAY).timeline.past
    with pytest.raises(KeyError):
        pack_versions(past.versions(), [])


def test_what_is_gone_comes_back_as_gone() -> None:
    versions = {DAY7: [version(1, METRIC, said=True), version(2, None), version(3, METRIC)]}
    commits = [commit(day) for day in (1, 2, 3)]
    page = from_json(to_json(pack_versions(versions, commits)))
    assert unpack_versions(page, commits) == versions

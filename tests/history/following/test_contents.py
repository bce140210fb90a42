"""The line of a workspace: its clock, its paths, and whether all of it could be read."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from okrcli.history.following.contents import Line, clock, decode, read_graph, read_line
from okrcli.history.plumbing.git import repository
from okrcli.history.plumbing.log import Change, Commit
from okrcli.model.objective import OkrFile
from okrcli.model.organization import Kpi, Organization
from okrcli.model.settings import Settings
from tests.history.asking import DAY7, GROWTH, ORGANIZATION, goals
from tests.history.repositories import Repo

UTC = ZoneInfo("UTC")


def _commit(seconds: int, *changes: Change) -> Commit:
    return Commit(f"{seconds}", (), "", "", 0, seconds, changes)


def test_the_clock_is_never_earlier_than_before() -> None:
    days = clock([_commit(86400 * day) for day in (0, 3, 1, 3, 5, -9, 6)], UTC)
    assert [day.day for day in days] == [1, 4, 4, 4, 6, 6, 7]


def test_the_clock_may_begin_before_1970() -> None:
    assert clock([_commit(-86400), _commit(0)], UTC) == [date(1969, 12, 31), date(1970, 1, 1)]


@pytest.mark.parametrize(
    ("day", "count"), [(date(1970, 1, 1), 1), (date(1970, 1, 3), 1), (date(1970, 1, 4), 3)]
)
def test_a_line_can_be_cut_at_the_end_of_a_day(day: date, count: int) -> None:
    commits = [_commit(86400 * day) for day in (0, 3, 3)]
    cut = Line(commits, clock(commits, UTC)).up_to(day)
    assert (len(cut.commits), len(cut.days)) == (count, count)


def test_a_line_is_complete_when_every_content_that_it_names_was_read() -> None:
    commits = [_commit(0, Change("a", "gone", "here"), Change("b", "here", None))]
    assert Line(commits, (), {"here": None}).complete
    assert not Line(commits, (), {}).complete


def test_a_file_is_what_its_top_level_key_says() -> None:
    assert isinstance(decode(goals(DAY7).encode()), OkrFile)
    assert isinstance(decode(ORGANIZATION.encode()), Organization)
    assert decode(b"kpis: [{id: activation}]") == (Kpi("activation"),)
    for nothing in (b"", b"text", b"a: 1", b"\xff", b"objectives: []", b"kpis: all"):
        assert decode(nothing) is None


def test_only_files_of_the_workspace_are_of_interest(repo: Repo) -> None:
    paths = {
        GROWTH: True,
        "okrs/deep/er/a.yml": True,
        "okrs/.hidden.yaml": False,
        "okrs/.hidden/a.yaml": False,
        "okrs/notes.md": False,
        "okrs/drafts/a.yaml": False,
        "okrs2/a.yaml": False,
    }
    repo.commit({path: f"{path}\n" for path in paths})
    repo.save()
    settings = Settings(exclude=["drafts/"])
    line = read_line(repository(repo.folder), repo.head, settings, UTC)
    (commit,) = line.commits
    assert {change.path for change in commit.changes} == {path for path in paths if paths[path]}


def test_an_empty_line_has_no_graph() -> None:
    assert read_graph(Line()) == ((), {})

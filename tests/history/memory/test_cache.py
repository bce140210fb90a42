"""The cache makes reports faster, and changes no byte of them, whatever happens to it."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import pytest

from okrcli.cli.reading.progressing import progress
from okrcli.cli.reading.reporting import Question
from okrcli.cli.session import Session
from okrcli.history import recorded
from okrcli.history.following import contents
from okrcli.history.memory import memory
from okrcli.history.memory.cache import Cache
from okrcli.history.plumbing import shape
from okrcli.render.progress.json import progress_json
from tests.history import story
from tests.history.asking import DAY7, GROWTH, ORGANIZATION, TODAY, goals
from tests.history.repositories import Repo, git
from tests.running import Okr

Read = list[str]


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Read:
    """Give the revisions whose whole line is read from now on."""
    found: Read = []
    read_line = contents.read_line

    def spy(*arguments: object, **more: object) -> object:
        found.append(str(arguments[1]))
        return read_line(*arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(recorded, "read_line", spy)
    return found


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """Give a repository with twelve weeks of history."""
    return story.tell(tmp_path / "company").folder


def ask(folder: Path, caches: Path | None, today: str = TODAY, cycle: str | None = None) -> str:
    """Report on a workspace as JSON, with a cache or without."""
    session = Session(folder, {"OKR_TODAY": today, "OKR_CACHE_DIR": str(caches)})
    return progress_json(progress(session, Question(cycle=cycle, cached=caches is not None)))


def small(folder: Path, weeks: int = 3) -> Repo:
    """Write a history of one key result."""
    repo = Repo(folder)
    repo.commit({"okrs/organization.yaml": ORGANIZATION, GROWTH: goals(f"{DAY7}, current: 1")})
    for week in range(2, weeks + 1):
        repo.commit({GROWTH: goals(f"{DAY7}, current: {week}, note: Week {week}")}, author="bo")
    return repo.checkout()


def database(caches: Path) -> Path:
    """Give the one cache in a folder."""
    (found,) = caches.glob("*.sqlite3")
    return found


def test_the_same_question_again_reads_no_history(
    company: Path, tmp_path: Path, reads: Read
) -> None:
    plain = ask(company, None, story.TODAY)
    assert ask(company, tmp_path / "caches", story.TODAY) == plain
    reads.clear()
    assert ask(company, tmp_path / "caches", story.TODAY) == plain
    assert reads == []


@pytest.mark.parametrize(
    "today", ["2026-09-01", "2026-10-10", "2026-11-20", "2027-01-05", "2027-06-01"]
)
@pytest.mark.parametrize("cycle", [None, "2026", "2026-Q4"])
def test_what_is_kept_answers_for_every_day(
    company: Path, tmp_path: Path, today: str, cycle: str | None
) -> None:
    caches = tmp_path / "caches"
    ask(company, caches, story.TODAY)
    ask(company, caches, story.TODAY, "2026-Q4")
    plain = ask(company, None, today, cycle)
    assert ask(company, caches, today, cycle) == plain
    assert ask(company, caches, today, cycle) == plain


def test_only_what_is_new_is_read(tmp_path: Path, reads: Read) -> None:
    repo = small(tmp_path / "repo")
    ask(repo.folder, tmp_path / "caches")
    reads.clear()
    for week in range(4, 9):
        repo.commit({GROWTH: goals(f"{DAY7}, current: {week}")}, author="chi")
        found = ask(repo.checkout().folder, tmp_path / "caches")
        assert reads == []
        assert found == ask(repo.folder, None)
        reads.clear()


def test_what_is_not_committed_counts_on_top_of_what_is_kept(tmp_path: Path, reads: Read) -> None:
    repo = small(tmp_path / "repo")
    ask(repo.folder, tmp_path / "caches")
    for content in (goals(f"{DAY7}, current: 77, note: now"), "<<<<<<< HEAD\n"):
        repo.write({GROWTH: content})
        reads.clear()
        found = ask(repo.folder, tmp_path / "caches")
        assert reads == []
        assert found == ask(repo.folder, None)


def test_other_line_endings_are_no_change(tmp_path: Path) -> None:
    repo = small(tmp_path / "repo")
    plain = ask(repo.folder, tmp_path / "caches")
    path = repo.folder / GROWTH
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert ask(repo.folder, tmp_path / "caches") == plain == ask(repo.folder, None)


def _deleted(path: Path) -> None:
    path.unlink()


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _nonsense(path: Path) -> None:
    path.write_bytes(b"no database at all" * 1000)


def _a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _another_table(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as older:
        older.execute("CREATE TABLE states_1 (id TEXT)")
        older.execute("INSERT INTO states_1 VALUES ('x')")
    older.close()


def _other_types(path: Path) -> None:
    _execute(path, "UPDATE states_1 SET shown = 'text', followed = 7")


def _no_json(path: Path) -> None:
    _execute(path, "UPDATE states_1 SET scope = 'no json', head = 'HEAD'")


def _swapped(path: Path) -> None:
    _execute(path, "UPDATE states_1 SET shown = followed, shown_digest = followed_digest")


def _other_head(path: Path) -> None:
    _execute(path, "UPDATE states_1 SET head = '0000000000000000000000000000000000000000'")


def _pages_of_other_types(path: Path) -> None:
    _execute(path, "UPDATE pages_1 SET data = 'text', digest = 7")


def _pages_without_sense(path: Path) -> None:
    _execute(path, "UPDATE pages_1 SET data = x'7b7d'")


def _pages_swapped(path: Path) -> None:
    _execute(
        path,
        "UPDATE pages_1 SET (data, digest) = (SELECT data, digest FROM pages_1 AS other"
        " WHERE other.id <> pages_1.id LIMIT 1)",
    )


def _pages_of_another_book(path: Path) -> None:
    _execute(path, "UPDATE pages_1 SET data = replace(data, '2026', '2025')")


def _pages_lost(path: Path) -> None:
    _execute(path, "DELETE FROM pages_1 WHERE name LIKE '%growth%'")


def _pages_in_another_table(path: Path) -> None:
    _execute(path, "DROP TABLE pages_1")
    _execute(path, "CREATE TABLE pages_1 (id TEXT)")


def _execute(path: Path, change: str) -> None:
    with sqlite3.connect(path) as opened:
        opened.execute(change)
    opened.close()


FAULTS = (
    *(_deleted, _emptied, _nonsense, _a_folder, _another_table),
    *(_other_types, _no_json, _swapped, _other_head),
    *(_pages_of_other_types, _pages_without_sense, _pages_swapped),
    *(_pages_of_another_book, _pages_lost, _pages_in_another_table),
)


@pytest.mark.parametrize("numbers", ["numbers", "only facts"])
@pytest.mark.parametrize("fault", FAULTS)
def test_no_fault_changes_a_byte(
    tmp_path: Path, fault: Callable[[Path], None], numbers: str
) -> None:
    repo, caches = small(tmp_path / "repo"), tmp_path / "caches"
    plain = ask(repo.folder, caches)
    if numbers != "numbers":
        _execute(database(caches), "DELETE FROM pages_1")
    fault(database(caches))
    assert ask(repo.folder, caches) == plain
    assert ask(repo.folder, caches) == plain


def test_a_fault_is_mended_by_the_next_report(tmp_path: Path, reads: Read) -> None:
    repo, caches = small(tmp_path / "repo"), tmp_path / "caches"
    ask(repo.folder, caches)
    _nonsense(database(caches))
    ask(repo.folder, caches)
    reads.clear()
    ask(repo.folder, caches)
    assert reads == []


def _positions(size: int, count: int) -> Iterator[int]:
    yield from range(0, 200, 7)
    yield from range(200, size, max(size // count, 1))


def test_cut_off_or_changed_at_any_byte_it_changes_none_of_the_report(tmp_path: Path) -> None:
    repo, caches = small(tmp_path / "repo"), tmp_path / "caches"
    plain = ask(repo.folder, caches)
    path = database(caches)
    whole = path.read_bytes()
    for at in _positions(len(whole), 60):
        for damaged in (whole[:at], whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]):
            path.write_bytes(damaged)
            assert ask(repo.folder, caches) == plain, at


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    repo, caches = small(tmp_path / "repo"), tmp_path / "caches"
    caches.mkdir()
    caches.chmod(0o500)
    assert ask(repo.folder, caches) == ask(repo.folder, None)


@pytest.mark.parametrize("place", ["/proc/nowhere", "/dev/null", "/dev/null/below"])
def test_a_place_that_can_be_no_folder_changes_nothing(tmp_path: Path, place: str) -> None:
    repo = small(tmp_path / "repo")
    assert ask(repo.folder, Path(place)) == ask(repo.folder, None)


def test_a_read_only_database_is_read_or_left_alone(tmp_path: Path) -> None:
    repo, caches = small(tmp_path / "repo"), tmp_path / "caches"
    plain = ask(repo.folder, caches)
    database(caches).chmod(0o400)
    caches.chmod(0o500)
    try:
        assert ask(repo.folder, caches) == plain
        repo.commit({GROWTH: goals(f"{DAY7}, current: 50")})
        assert ask(repo.checkout().folder, caches) == ask(repo.folder, None)
    finally:
        caches.chmod(0o700)


def test_a_database_that_another_process_holds_is_left_alone(tmp_path: Path) -> None:
    repo, caches = small(tmp_path / "repo"), tmp_path / "caches"
    plain = ask(repo.folder, caches)
    held = sqlite3.connect(database(caches), isolation_level=None)
    held.execute("BEGIN EXCLUSIVE")
    try:
        assert ask(repo.folder, caches) == plain
        assert ask(repo.folder, caches, "2027-03-01") == ask(repo.folder, None, "2027-03-01")
    finally:
        held.close()


def test_processes_at_once_all_say_the_same(
    company: Path, tmp_path: Path, plain_env: Mapping[str, str]
) -> None:
    env = {**plain_env, "OKR_TODAY": story.TODAY, "OKR_CACHE_DIR": str(tmp_path / "caches")}
    command = [sys.executable, "-m", "okrcli", "progress", "--format", "json"]
    for _ in range(2):
        running = [
            subprocess.Popen(command, cwd=company, env=env, stdout=subprocess.PIPE)
            for _ in range(6)
        ]
        said = {process.communicate()[0] for process in running}
        assert said == {ask(company, None, story.TODAY).encode()}


def test_another_version_of_the_program_reads_again(
    tmp_path: Path, reads: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo, caches = small(tmp_path / "repo"), tmp_path / "caches"
    ask(repo.folder, caches)
    monkeypatch.setattr(shape, "program_version", lambda _: "an older one")
    reads.clear()
    ask(repo.folder, caches)
    assert reads


def test_every_module_that_shapes_the_facts_is_part_of_the_version(tmp_path: Path) -> None:
    before = shape.program_version(shape.PACKAGE)
    for room in ("analysis", "cli", "history", "model", "store"):
        copy = tmp_path / room
        shutil.copytree(shape.PACKAGE, copy)
        assert shape.program_version(copy) == before
        *_, some = sorted((copy / room).rglob("*.py"), key=lambda path: len(path.parts))
        some.write_text(some.read_text() + "\n# another\n")
        assert shape.program_version(copy) != before


def test_settings_that_read_otherwise_have_their_own_facts(tmp_path: Path) -> None:
    repo, caches = small(tmp_path / "repo"), tmp_path / "caches"
    for text in (
        'timezone = "Pacific/Kiritimati"\n',
        'timezone = "America/Los_Angeles"\n',
        "fiscal_year_starts = 4\n",
        'exclude = ["growth.yaml"]\n',
        "",
    ):
        repo.write({"okr.toml": text})
        plain = ask(repo.folder, None)
        assert ask(repo.folder, caches) == plain
        assert ask(repo.folder, caches) == plain


def test_after_a_force_push_the_report_is_that_of_the_new_history(tmp_path: Path) -> None:
    repo, caches = small(tmp_path / "repo", weeks=5), tmp_path / "caches"
    ask(repo.folder, caches)
    line = list(repo.commits)
    repo.branch("other", line[2])
    repo.commit({GROWTH: goals(f"{DAY7}, current: 9, note: rewritten")}, author="chi")
    found = ask(repo.checkout().folder, caches)
    assert found == ask(repo.folder, None)
    assert "rewritten" in found


def test_after_a_force_push_only_the_end_is_read_again(
    tmp_path: Path, reads: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "_MARGIN", 4)
    repo, caches = small(tmp_path / "repo", weeks=12), tmp_path / "caches"
    assert ask(repo.folder, caches) == ask(repo.folder, None)
    repo.branch("other", list(repo.commits)[9])
    repo.commit({GROWTH: goals(f"{DAY7}, current: 99, note: rewritten")}, author="chi")
    repo.checkout()
    reads.clear()
    found = ask(repo.folder, caches)
    assert reads == []
    assert found == ask(repo.folder, None)


def test_merges_that_are_new_need_no_old_ones(company: Path, tmp_path: Path, reads: Read) -> None:
    line = git(company, "rev-list", "--first-parent", "HEAD").split()
    git(company, "checkout", "-q", "-f", "--detach", line[12])
    ask(company, tmp_path / "caches", story.TODAY)
    reads.clear()
    for commit in reversed(line[:12]):
        git(company, "checkout", "-q", "-f", "--detach", commit)
        found = ask(company, tmp_path / "caches", story.TODAY)
        assert reads == []
        assert found == ask(company, None, story.TODAY)
        reads.clear()


def test_every_step_forward_and_back_is_as_without_a_cache(tmp_path: Path, company: Path) -> None:
    line = git(company, "rev-list", "--first-parent", "--reverse", "HEAD").split()
    caches = tmp_path / "caches"
    for earlier, later in pairwise([*line[::4], line[-1], line[3], line[-2]]):
        for commit in (earlier, later):
            git(company, "checkout", "-q", "-f", "--detach", commit)
            assert ask(company, caches, story.TODAY) == ask(company, None, story.TODAY), commit


def test_worktrees_share_a_cache(tmp_path: Path, reads: Read) -> None:
    repo, caches = small(tmp_path / "repo"), tmp_path / "caches"
    plain = ask(repo.folder, caches)
    git(repo.folder, "worktree", "add", "-q", "--detach", str(tmp_path / "other"))
    reads.clear()
    assert ask(tmp_path / "other", caches) == plain
    assert reads == []
    assert database(caches)


def test_clones_with_different_caches_say_the_same(company: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", str(company), str(tmp_path / "clone"))
    line = git(company, "rev-list", "--first-parent", "HEAD").split()
    clone, caches = tmp_path / "clone", tmp_path / "caches"
    git(clone, "checkout", "-q", "--detach", line[9])
    ask(clone, caches / "of the clone", story.TODAY)
    git(clone, "checkout", "-q", "--detach", line[0])
    assert ask(clone, caches / "of the clone", story.TODAY) == ask(company, caches, story.TODAY)


def test_a_shallow_clone_keeps_nothing_and_takes_nothing(tmp_path: Path) -> None:
    repo, caches = small(tmp_path / "repo"), tmp_path / "caches"
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{repo.folder}", str(shallow))
    plain = ask(shallow, None)
    assert ask(shallow, caches) == ask(shallow, caches) == plain
    assert not caches.exists()
    git(shallow, "fetch", "-q", "--unshallow")
    assert ask(shallow, caches) == ask(repo.folder, None)


def test_nothing_is_written_into_the_repository(tmp_path: Path) -> None:
    repo = small(tmp_path / "repo")
    before = sorted(repo.folder.rglob("*"))
    ask(repo.folder, tmp_path / "caches")
    assert sorted(repo.folder.rglob("*")) == before
    assert (tmp_path / "caches").stat().st_mode & 0o077 == 0
    assert database(tmp_path / "caches").stat().st_mode & 0o077 == 0


def test_no_cache_leaves_it_alone(okr: Okr, tmp_path: Path) -> None:
    repo, caches = small(tmp_path / "repo"), tmp_path / "caches"
    env = {"OKR_CACHE_DIR": str(caches), "OKR_TODAY": TODAY}
    plain = okr("progress", "--no-cache", cwd=repo.folder, env=env)
    assert not caches.exists()
    assert okr("progress", cwd=repo.folder, env=env) == plain
    assert database(caches)


def test_cache_info_and_clear(okr: Okr, tmp_path: Path) -> None:
    repo, caches = small(tmp_path / "repo"), tmp_path / "caches"
    env = {"OKR_CACHE_DIR": str(caches), "OKR_TODAY": TODAY}
    assert ": 0 repositories, 0.0 MB" in okr("cache", "info", cwd=tmp_path, env=env).stdout
    okr("progress", cwd=repo.folder, env=env)
    (caches / "mine.sqlite3").write_text("not okr's")
    assert ": 1 repository, 0.0 MB" in okr("cache", "info", cwd=tmp_path, env=env).stdout
    assert okr("cache", "clear", cwd=tmp_path, env=env).code == 0
    assert [path.name for path in caches.iterdir()] == ["mine.sqlite3"]


def test_of_a_book_that_may_not_grow_the_oldest_pages_are_forgotten(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "pages.sqlite3")
    cache.keep_pages("another", {"kept": b"x" * 90})
    for name in ("first", "second", "third"):
        cache.keep_pages("book", {name: b"x" * 40}, 100)
    assert set(cache.pages("book")) == {"second", "third"}
    cache.keep_pages("book", {"too large": b"x" * 101}, 100)
    assert not cache.pages("book")
    assert set(cache.pages("another")) == {"kept"}

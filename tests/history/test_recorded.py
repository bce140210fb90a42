"""What is on record: now, on a day, at a revision, and how much of it could be seen."""

import os
import subprocess
from pathlib import Path

import pytest

from okrcli.errors import GitError, NoRepositoryError, UnknownRevisionError, UsageError
from tests.history.asking import DAY7, GROWTH, goals, points, recorded, values
from tests.history.repositories import Link, Repo, git


def _three_weeks(repo: Repo) -> list[str]:
    return [
        repo.commit({GROWTH: goals(f"{DAY7}, current: {week}")}, date=f"2026-10-{day}")
        for week, day in enumerate(("05", "12", "19"), 1)
    ]


# --- at a day, at a revision ------------------------------------------------------------------


def test_a_day_shows_the_last_commit_up_to_its_end(repo: Repo) -> None:
    first, second, third = _three_weeks(repo)
    late = repo.commit({GROWTH: goals(f"{DAY7}, current: 4")}, date="2026-10-19T23:59:59Z")
    for day, commit in (
        ("2026-10-05", first),
        ("2026-10-11", first),
        ("2026-10-12", second),
        ("2026-10-18", second),
        ("2026-10-19", late),
    ):
        found = recorded(repo, at=day)
        assert (found.revision, found.now.isoformat()) == (commit, day)
    assert third != late


def test_a_day_may_be_in_the_future(repo: Repo) -> None:
    _three_weeks(repo)
    found = recorded(repo, at="2027-03-01")
    assert (found.revision, found.now.isoformat()) == (repo.head, "2027-03-01")


def test_before_the_first_commit_there_is_nothing_to_show(repo: Repo) -> None:
    _three_weeks(repo)
    with pytest.raises(UsageError, match="the end of 2026-10-04; the first commit is of 2026-10-0"):
        recorded(repo, at="2026-10-04")


def test_before_any_commit_no_day_can_be_shown(repo: Repo) -> None:
    repo.write({GROWTH: goals(DAY7)})
    with pytest.raises(UsageError, match="there are no commits yet"):
        recorded(repo, at="2026-10-04")


def test_a_day_wins_over_a_tag_of_that_name(repo: Repo) -> None:
    first, second, _ = _three_weeks(repo)
    repo.git("tag", "2026-10-12", first)
    assert recorded(repo, at="2026-10-12").revision == second
    assert recorded(repo, at="refs/tags/2026-10-12").revision == first


def test_a_revision_shows_its_own_day_on_the_lines_clock(repo: Repo) -> None:
    first, second, _ = _three_weeks(repo)
    repo.git("tag", "-a", "-m", "annotated", "agreed", second)
    for revision in ("agreed", "HEAD~1", "main^", second[:9], second):
        found = recorded(repo, at=revision)
        assert (found.revision, found.now.isoformat()) == (second, "2026-10-12")
        assert values(found) == [1, 2]
    assert recorded(repo, at="HEAD~2").revision == first


def test_a_revision_that_touches_no_okrs_has_its_own_day(repo: Repo) -> None:
    _three_weeks(repo)
    commit = repo.commit({"README.md": "hello"}, date="2026-11-01")
    found = recorded(repo, at="HEAD")
    assert (found.revision, found.now.isoformat()) == (commit, "2026-11-01")
    assert found.facts.commits == 3


def test_a_branch_is_a_line_of_its_own(repo: Repo) -> None:
    _three_weeks(repo)
    repo.branch("plan")
    repo.commit({GROWTH: goals(f"{DAY7}, current: 9")}, date="2026-10-20")
    repo.go("main")
    assert values(recorded(repo, at="plan")) == [1, 2, 3, 9]
    assert values(recorded(repo, at="2026-10-31")) == [1, 2, 3]


@pytest.mark.parametrize(
    "revision",
    [
        "nowhere",
        "--output=x",
        "HEAD; rm",
        "$(touch pwned)",
        "",
        "-1",
        "^HEAD",
        "HEAD..main",
        "HEAD:okrs",
        "HEAD^{tree}",
        "2026-02-30",
        "2026-11",
        "20261012",
        "main@{nonsense}",
        "HEAD\n",
        "\udce9",
    ],
)
def test_what_names_no_commit_is_refused(revision: str, repo: Repo) -> None:
    _three_weeks(repo)
    repo.checkout()
    before = sorted(repo.folder.rglob("*"))
    with pytest.raises(UnknownRevisionError, match="is neither a date"):
        recorded(repo, at=revision)
    assert sorted(repo.folder.rglob("*")) == before


def test_a_day_leaves_the_working_tree_out(repo: Repo) -> None:
    _three_weeks(repo)
    repo.write({GROWTH: goals(f"{DAY7}, current: 99"), "okr.toml": "closing_days = 1\n"})
    found = recorded(repo, at="2026-12-31")
    assert values(found) == [1, 2, 3]
    assert found.settings.closing_days == 14


# --- settings of the state shown ------------------------------------------------------------------


def test_settings_are_those_of_the_state_shown(repo: Repo) -> None:
    repo.commit({GROWTH: goals(DAY7), "okr.toml": "closing_days = 3\n"}, date="2026-10-05")
    repo.commit({"okr.toml": "closing_days = 5\n"}, date="2026-10-12")
    repo.write({"okr.toml": "closing_days = 7\n"})
    assert recorded(repo, at="2026-10-05").settings.closing_days == 3
    assert recorded(repo, at="HEAD").settings.closing_days == 5
    assert recorded(repo).settings.closing_days == 7


def test_the_okr_folder_is_that_of_the_state_shown(repo: Repo) -> None:
    text = goals(f"{DAY7}, current: 1")
    repo.commit({"goals/growth.yaml": text, "okr.toml": 'okrs = "goals"\n'}, date="2026-10-05")
    moved = {"goals/growth.yaml": None, GROWTH: text, "okr.toml": ""}
    repo.commit(moved, date="2026-10-12")
    assert values(recorded(repo, at="2026-10-05")) == [1]
    assert values(recorded(repo, at="2026-10-12")) == [1]


def test_before_there_were_settings_the_defaults_hold(repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")}, date="2026-10-05")
    moved = {GROWTH: None, "goals/growth.yaml": goals(DAY7), "okr.toml": 'okrs = "goals"\n'}
    repo.commit(moved, date="2026-10-12")
    assert values(recorded(repo, at="2026-10-05")) == [1]


def test_excluded_files_are_those_of_the_state_shown(repo: Repo) -> None:
    template = "okrs/templates/team.yaml"
    text = goals(DAY7, team="template")
    repo.commit({GROWTH: goals(DAY7), template: text}, date="2026-10-05")
    repo.commit({"okr.toml": 'exclude = ["templates/**"]\n'}, date="2026-10-12")
    for day, teams in (("2026-10-05", {"growth", "template"}), ("2026-10-12", {"growth"})):
        found = recorded(repo, at=day)
        assert {key.team for key in found.timeline.series} == teams


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [("UTC", "Pacific/Auckland", "UTC"), ("Pacific/Auckland", "UTC", "UTC")],
)
def test_a_time_zone_that_changes_near_midnight_ends_the_search(
    first: str, second: str, shown: str, repo: Repo
) -> None:
    text = goals(f"{DAY7}, current: 1")
    repo.commit({GROWTH: text, "okr.toml": f'timezone = "{first}"\n'}, date="2026-10-10T02:00:00Z")
    repo.commit({"okr.toml": f'timezone = "{second}"\n'}, date="2026-10-10T20:00:00Z")
    found = recorded(repo, at="2026-10-10")
    assert values(found) == [1]
    assert found.settings.timezone == shown
    assert found.now.isoformat() == "2026-10-10"


def test_old_settings_that_cannot_be_used_are_named_with_their_commit(repo: Repo) -> None:
    commit = repo.commit({GROWTH: goals(DAY7), "okr.toml": "okrs = 7\n"}, date="2026-10-05")
    repo.commit({"okr.toml": ""}, date="2026-10-12")
    with pytest.raises(UsageError, match=f"okr.toml at {commit[:12]}"):
        recorded(repo, at="2026-10-05")
    assert recorded(repo).revision == repo.head


# --- a workspace inside a repository --------------------------------------------------------------


def test_a_workspace_may_be_a_folder_of_a_monorepo(repo: Repo) -> None:
    inside = "company/goals"
    path = f"{inside}/okrs/growth.yaml"
    repo.commit({"src/a.c": "a", "okrs/decoy.yaml": goals(DAY7, team="decoy"), "okr.toml": ""})
    for week in range(1, 4):
        text = goals(f"{DAY7}, current: {week}")
        repo.commit({path: text, f"{inside}/okr.toml": ""}, date=f"2026-10-{4 + week:02}")
        repo.commit({"src/a.c": f"{week}", "okrs/decoy.yaml": f"# {week}\n"})
    found = recorded(repo, inside=inside)
    assert found.facts.commits == 3
    assert values(found) == [1, 2, 3]
    assert {key.team for key in found.timeline.series} == {"growth"}
    assert values(recorded(repo, at="2026-10-06", inside=inside)) == [1, 2]
    assert values(recorded(repo, at="HEAD~3", inside=inside)) == [1, 2]


@pytest.mark.parametrize("inside", ["a b", "ü", ":(top)", "[x]*", "q'\"q"])
def test_a_workspaces_folder_may_have_any_name(inside: str, repo: Repo) -> None:
    repo.checkout()
    place = repo.folder / inside
    (place / "okrs").mkdir(parents=True)
    (place / "okrs/growth.yaml").write_text(goals(f"{DAY7}, current: 1"))
    repo.git("add", "-A")
    repo.git("commit", "-q", "-m", "x", "--date=2026-10-05T09:00:00Z")
    found = recorded(repo.folder, inside=inside)
    assert points(found) == [("2026-10-05", "Test", 1)]
    assert found.revision is not None


# --- what could not be seen -----------------------------------------------------------------------


def test_without_a_repository_the_state_is_shown_and_the_gap_named(tmp_path: Path) -> None:
    (tmp_path / "okrs").mkdir()
    text = goals(f"{DAY7}, current: 1, updated: 2026-11-01")
    (tmp_path / GROWTH).write_text(text)
    found = recorded(tmp_path)
    assert points(found) == [("2026-11-01", None, 1)]
    assert (found.revision, found.facts.complete) == (None, False)
    assert "git init" in str(found.facts.gap)
    with pytest.raises(NoRepositoryError):
        recorded(tmp_path, at="2026-10-01")


def test_without_git_the_state_is_shown_and_the_gap_named(
    repo: Repo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")})
    repo.checkout()
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    found = recorded(repo.folder)
    assert values(found) == [1]
    assert (found.revision, found.facts.complete) == (None, False)
    assert "git was not found" in str(found.facts.gap)
    with pytest.raises(GitError, match="git was not found"):
        recorded(repo.folder, at="HEAD")


@pytest.mark.skipif(os.name == "nt", reason="programs have no mode there")
def test_a_git_that_may_not_be_run_is_not_found(
    repo: Repo, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    repo.checkout()
    (tmp_path / "git").write_text("not a program")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitError, match="git was not found"):
        recorded(repo.folder, at="HEAD")


def test_before_the_first_commit_everything_is_uncommitted(repo: Repo) -> None:
    repo.write({GROWTH: goals(f"{DAY7}, current: 1")})
    found = recorded(repo)
    assert points(found) == [("2026-11-20", None, 1)]
    assert found.revision is None
    assert (found.facts.complete, found.facts.commits) == (True, 0)


def test_a_shallow_clone_is_incomplete_and_says_how_to_mend_it(repo: Repo, tmp_path: Path) -> None:
    _three_weeks(repo)
    repo.save()
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth=2", repo.folder.as_uri(), str(clone))
    found = recorded(clone)
    assert values(found) == [2, 3]
    assert (found.facts.complete, found.facts.commits) == (False, 2)
    assert "fetch-depth: 0" in str(found.facts.gap)
    assert "git fetch --unshallow" in str(found.facts.gap)
    assert found.revision == repo.head


def test_a_partial_clone_is_incomplete_and_nothing_is_fetched(repo: Repo, tmp_path: Path) -> None:
    _three_weeks(repo)
    repo.commit({"src/a.c": "a"})
    clone = _partial(repo, tmp_path)
    objects = git(clone, "count-objects", "-v")
    found = recorded(clone)
    assert values(found)[-1] == 3
    assert (found.facts.complete, found.facts.commits) == (False, 3)
    assert "a partial clone" in str(found.facts.gap)
    assert found.revision == repo.head
    assert git(clone, "count-objects", "-v") == objects


def test_a_partial_clone_does_not_pass_for_old_defaults(repo: Repo, tmp_path: Path) -> None:
    repo.commit({GROWTH: goals(DAY7), "okr.toml": "closing_days = 3\n"}, date="2026-10-05")
    repo.commit({GROWTH: goals(DAY7), "okr.toml": "closing_days = 5\n"}, date="2026-10-12")
    clone = _partial(repo, tmp_path)
    with pytest.raises(GitError):
        recorded(clone, at="2026-10-05")
    assert recorded(clone, at="2026-10-12").settings.closing_days == 5


def _partial(repo: Repo, tmp_path: Path) -> Path:
    repo.git("config", "uploadpack.allowFilter", "true")
    repo.git("config", "uploadpack.allowAnySHA1InWant", "true")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--filter=blob:none", repo.folder.as_uri(), str(clone))
    return clone


def test_a_head_that_names_a_missing_commit_is_not_a_new_repository(repo: Repo) -> None:
    _three_weeks(repo)
    repo.checkout()
    (repo.folder / ".git/refs/heads/main").write_text("1" * 40 + "\n")
    with pytest.raises(GitError):
        recorded(repo.folder)


# --- odd repositories -------------------------------------------------------------------------


def test_a_detached_head_is_as_good_as_a_branch(repo: Repo) -> None:
    _, second, _ = _three_weeks(repo)
    repo.git("checkout", "-q", "--detach", second)
    found = recorded(repo.folder)
    assert (found.revision, values(found)) == (second, [1, 2])


def test_a_worktree_has_a_head_of_its_own(repo: Repo, tmp_path: Path) -> None:
    _, second, _ = _three_weeks(repo)
    repo.git("worktree", "add", "-q", "--detach", str(tmp_path / "tree"), second)
    found = recorded(tmp_path / "tree")
    assert (found.revision, values(found)) == (second, [1, 2])
    assert found.facts.complete


def test_a_submodule_is_its_own_repository(repo: Repo, tmp_path: Path) -> None:
    _three_weeks(repo)
    repo.save()
    outer = Repo(tmp_path / "outer")
    outer.commit({"README.md": "outer"})
    outer.checkout()
    url = repo.folder.as_uri()
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", url, "goals")
    found = recorded(outer.folder, inside="goals")
    assert (found.revision, values(found)) == (repo.head, [1, 2, 3])


def test_a_repository_may_use_sha_256(tmp_path: Path) -> None:
    repo = Repo(tmp_path / "repo", object_format="sha256")
    _three_weeks(repo)
    found = recorded(repo)
    assert values(found) == [1, 2, 3]
    assert len(str(found.revision)) == 64
    assert recorded(repo, at="HEAD~1").revision != found.revision


def test_replaced_commits_are_read_as_they_were_committed(repo: Repo) -> None:
    first, second, third = _three_weeks(repo)
    other = repo.commit({GROWTH: goals(f"{DAY7}, current: 66")}, parents=[first])
    repo.git("update-ref", "refs/heads/main", third)
    repo.heads["main"] = third
    repo.git("replace", second, other)
    assert values(repo) == [1, 2, 3]


def test_grafts_change_no_history(repo: Repo) -> None:
    first, _, third = _three_weeks(repo)
    repo.save()
    (repo.folder / ".git/info").mkdir(exist_ok=True)
    (repo.folder / ".git/info/grafts").write_text(f"{third} {first}\n")
    assert values(repo) == [1, 2, 3]


def test_variables_that_a_hook_exports_do_not_lead_elsewhere(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _three_weeks(repo)
    repo.checkout()
    other = Repo(tmp_path / "other")
    other.commit({"README.md": "other"})
    other.checkout()
    for name, value in {
        "GIT_DIR": str(other.folder / ".git"),
        "GIT_INDEX_FILE": str(other.folder / ".git/index"),
        "GIT_WORK_TREE": str(other.folder),
        "GIT_OBJECT_DIRECTORY": str(other.folder / ".git/objects"),
        "GIT_PREFIX": "sub/",
        "GIT_NAMESPACE": "elsewhere",
        "GIT_GLOB_PATHSPECS": "1",
        "GIT_ICASE_PATHSPECS": "1",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.bare",
        "GIT_CONFIG_VALUE_0": "true",
    }.items():
        monkeypatch.setenv(name, value)
    found = recorded(repo.folder)
    assert (found.revision, values(found)) == (repo.head, [1, 2, 3])


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("0 +0000", "1970-01-01"),
        ("99999999999999 +0000", "9999-01-01"),
        ("18446744073709551614 +0000", None),
    ],
)
def test_a_date_out_of_this_world_does_not_stop_a_report(
    date: str, day: str | None, repo: Repo
) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")}, date=date, committed="2026-10-05")
    (found,) = points(repo)
    assert found[1:] == ("Ana Silva", 1)
    assert day is None or found[0] == day


@pytest.mark.parametrize("stamp", [b"", b"-5 +0000", b"yesterday", b"1790000000", b"1 -99999999"])
def test_a_commit_with_a_broken_date_does_not_stop_a_report(stamp: bytes, repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")})
    tree = repo.git("rev-parse", "HEAD^{tree}")
    person = b"Ana <ana@acme.example> " + stamp
    raw = b"tree %s\nauthor %s\ncommitter %s\n\nodd\n" % (tree.encode(), person, person)
    commit = repo.git("hash-object", "-t", "commit", "-w", "--literally", "--stdin", given=raw)
    repo.git("update-ref", "refs/heads/main", commit)
    repo.git("checkout", "-q", "-f", "main")
    found = recorded(repo.folder)
    assert [value for _, _, value in points(found)] == [1]
    assert recorded(repo.folder, at=commit).revision == commit


def test_authors_in_latin_1_are_shown(repo: Repo) -> None:
    author = "José <jose@acme.example>".encode("latin-1")
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")}, author=author)
    tree, parent = repo.git("rev-parse", "HEAD^{tree}"), repo.head
    raw = b"tree %s\nparent %s\nauthor %s 1791000000 +0000\ncommitter %s 1791000000 +0000\n" % (
        tree.encode(),
        parent.encode(),
        author,
        author,
    )
    blob = repo.git("hash-object", "-w", "--stdin", given=goals(f"{DAY7}, current: 2").encode())
    folder = repo.git("mktree", given=f"100644 blob {blob}\tgrowth.yaml\n".encode())
    tree = repo.git("mktree", given=f"040000 tree {folder}\tokrs\n".encode())
    raw = raw.replace(raw[5:45], tree.encode(), 1) + b"encoding ISO-8859-1\n\nodd\n"
    commit = repo.git("hash-object", "-t", "commit", "-w", "--stdin", given=raw)
    repo.git("update-ref", "refs/heads/main", commit)
    found = recorded(repo.folder, at="main")
    assert [author for _, author, _ in points(found)] == ["Jos\ufffd", "José"]


def test_an_empty_author_does_not_stop_a_report(repo: Repo) -> None:
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")}, author=" <>")
    assert values(repo) == [1]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_in_the_history_is_not_followed(repo: Repo) -> None:
    text = goals(f"{DAY7}, current: 2", team="outside")
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1"), "outside.yaml": text})
    repo.commit({"okrs/link.yaml": Link("../outside.yaml")})
    repo.commit({"okrs/folder": Link("..")})
    for at in (None, "HEAD"):
        found = recorded(repo, at=at)
        assert {key.team for key in found.timeline.series} == {"growth"}
    repo.commit({GROWTH: Link("../outside.yaml")})
    assert recorded(repo, at="HEAD").timeline.series == {}


def test_a_folder_owned_by_someone_else_is_told_with_gits_own_remedy(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    _three_weeks(repo)
    repo.checkout()
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(GitError, match="dubious ownership") as caught:
        recorded(repo.folder)
    assert "git config --global --add safe.directory" in str(caught.value.hint)


def test_reading_leaves_the_repository_as_it_was(repo: Repo) -> None:
    _three_weeks(repo)
    repo.checkout()
    before = _everything(repo.folder)
    recorded(repo.folder)
    recorded(repo.folder, at="HEAD~1")
    assert _everything(repo.folder) == before


def _everything(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_same_moment_gives_the_same_answer_in_every_clone(repo: Repo, tmp_path: Path) -> None:
    _three_weeks(repo)
    repo.save()
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", str(repo.folder), str(clone)], check=True)
    for at in ("2026-10-12", "HEAD~1", "2027-01-01"):
        one, other = recorded(clone, at=at), recorded(repo, at=at)
        assert one.timeline.series == other.timeline.series
        assert (one.now, one.revision, one.facts) == (other.now, other.revision, other.facts)

"""Bad input through the real binary: nothing hangs, crashes, runs a program or lies."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

import pytest

from tests.cli.hostile import name_programs
from tests.history.asking import DAY7, GROWTH, ORGANIZATION, goals
from tests.history.repositories import CLEAN, Link, Repo, git
from tests.running import PROJECT, Okr, Run

FORMATS = ("table", "json", "markdown", "csv")
TODAY = "2026-11-20"
WHOLE = goals(
    "id: day7, title: Shops come back, unit: '%', baseline: 0, target: 100, current: 20",
    "id: day30, title: Shops stay, unit: '%', baseline: 0, target: 100, current: 10",
    more=["ambition: committed"],
)
POSIX = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")


class Ask(Protocol):
    """Run the real binary in a folder, on a fixed day, without anybody's configuration."""

    def __call__(self, *arguments: str, cwd: Path, env: Mapping[str, str] | None = None) -> Run: ...


@pytest.fixture
def ask(okr: Okr) -> Ask:
    """Give what runs the real binary, and see that it is quick and never shows a traceback."""

    def run(*arguments: str, cwd: Path, env: Mapping[str, str] | None = None) -> Run:
        begun = time.monotonic()
        done = okr(*arguments, cwd=cwd, env={**CLEAN, "OKR_TODAY": TODAY, **(env or {})})
        assert time.monotonic() - begun < 10, "a case may take 2 seconds on an idle machine"
        assert "Traceback" not in done.stderr
        assert "internal error" not in done.stderr
        return done

    return run


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """Give an empty repository."""
    return Repo(tmp_path / "repo")


@pytest.fixture
def weeks(repo: Repo) -> Repo:
    """Give a repository with three weeks of check-ins."""
    for week, day in enumerate(("05", "12", "19"), 1):
        text = WHOLE.replace("current: 20", f"current: {week * 10}")
        repo.commit({GROWTH: text, "okr.toml": ""}, date=f"2026-10-{day}")
    return repo.checkout()


def refused(run: Run, code: int, *said: str) -> None:
    """Expect one clear line on standard error, at most one with the remedy, and an exit code."""
    assert (run.code, run.stdout) == (code, "")
    first, *rest = run.stderr.splitlines()
    assert first.startswith("okr: error: ")
    assert len(rest) <= 1
    assert all(line.startswith("  hint: ") for line in rest)
    for words in said:
        assert words in run.stderr


def report(run: Run) -> dict[str, Any]:
    """Give the JSON of a run that went well."""
    assert run.code == 0, run.stderr
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def currents(run: Run) -> list[float]:
    """Give the trend of the first key result."""
    first = report(run)["objectives"][0]["key_results"][0]
    return [point["value"] for point in first["trend"]]


def _folder(tmp_path: Path, **files: str | bytes) -> Path:
    """Make a workspace outside any repository; names are those of files below okrs/."""
    root = tmp_path / "workspace"
    (root / "okrs").mkdir(parents=True)
    (root / "okr.toml").touch()
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        (root / f"okrs/{name}.yaml").write_bytes(data)
    return root


# --- no repository, no workspace, no commits --------------------------------------------------


@pytest.mark.parametrize("output_format", FORMATS)
def test_outside_a_repository_progress_works_and_says_what_is_unknown(
    output_format: str, ask: Ask, tmp_path: Path
) -> None:
    run = ask("progress", "--format", output_format, cwd=_folder(tmp_path, growth=WHOLE))
    assert run.code == 0
    assert "Shops come back" in run.stdout
    assert "not in a git repository" in _flat(run)
    assert "git init" in _flat(run)


def _flat(run: Run) -> str:
    """Give all that was said, without line breaks and Markdown's escapes."""
    return " ".join((run.stdout + run.stderr).replace("\\", "").replace("`", "").split())


def test_outside_a_repository_points_have_the_date_that_was_updated(
    ask: Ask, tmp_path: Path
) -> None:
    text = goals(f"{DAY7}, current: 5, updated: 2026-11-11", f"{DAY7[:7]}x, current: 6")
    data = report(ask("progress", "--format", "json", cwd=_folder(tmp_path, growth=text)))
    dated, undated = data["objectives"][0]["key_results"]
    assert data["history"]["complete"] is False
    assert (data["revision"], data["history"]["commits"]) == (None, 0)
    assert dated["last_check_in"] == {
        "date": "2026-11-11",
        "author": None,
        "commit": None,
        "note": None,
    }
    assert undated["last_check_in"]["date"] == TODAY


def test_outside_a_repository_there_is_no_past(ask: Ask, tmp_path: Path) -> None:
    folder = _folder(tmp_path, growth=WHOLE)
    for when in ("2026-10-01", "HEAD"):
        refused(ask("progress", "--at", when, cwd=folder), 3, "git repository", "git init")


@pytest.mark.parametrize("command", ["lint", "progress"])
def test_without_a_workspace_it_names_okr_init(command: str, ask: Ask, tmp_path: Path) -> None:
    refused(ask(command, cwd=tmp_path), 2, "no OKR workspace", "okr init")


@pytest.mark.parametrize("command", ["lint", "progress"])
def test_in_a_repository_without_okrs_it_names_okr_init(command: str, ask: Ask, repo: Repo) -> None:
    repo.commit({"sub/README.md": "x"})
    refused(ask(command, cwd=repo.checkout().folder / "sub"), 2, "okr init")


@pytest.mark.parametrize("output_format", FORMATS)
def test_an_empty_workspace_has_nothing_to_show(
    output_format: str, ask: Ask, tmp_path: Path
) -> None:
    folder = _folder(tmp_path)
    assert ask("lint", cwd=folder).code == 0
    run = ask("progress", "--format", output_format, cwd=folder)
    assert run.code == 0
    if output_format == "json":
        assert report(run)["objectives"] == []
    elif output_format != "csv":
        assert "No objectives to show." in run.stdout


def test_before_the_first_commit_progress_shows_the_working_tree(ask: Ask, repo: Repo) -> None:
    repo.write({GROWTH: WHOLE})
    data = report(ask("progress", "--format", "json", cwd=repo.folder))
    assert (data["revision"], data["history"]) == (None, {"complete": True, "commits": 0})
    assert data["objectives"][0]["key_results"][0]["check_ins"] == 1
    refused(ask("progress", "--at", "2026-11-01", cwd=repo.folder), 2, "no commits yet")
    refused(ask("progress", "--at", "HEAD", cwd=repo.folder), 2, "'HEAD' is neither")


# --- history that is not all there ----------------------------------------------------------------


@pytest.mark.parametrize("output_format", FORMATS)
def test_a_shallow_clone_is_marked_in_every_format(
    output_format: str, ask: Ask, weeks: Repo, tmp_path: Path
) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth=1", weeks.folder.as_uri(), str(clone))
    run = ask("progress", "--format", output_format, cwd=clone)
    assert run.code == 0
    assert "fetch-depth: 0" in _flat(run)
    assert "a shallow clone" in _flat(run)
    if output_format == "json":
        assert report(run)["history"]["complete"] is False
        assert currents(run) == [30]


@pytest.mark.parametrize("output_format", FORMATS)
def test_a_partial_clone_is_marked_in_every_format_and_fetches_nothing(
    output_format: str, ask: Ask, weeks: Repo, tmp_path: Path
) -> None:
    clone = _partial_clone(weeks, tmp_path)
    shutil.rmtree(weeks.folder)
    run = ask("progress", "--format", output_format, cwd=clone)
    assert run.code == 0
    assert "a partial clone" in _flat(run)
    if output_format == "json":
        assert report(run)["history"]["complete"] is False
        assert currents(run)[-1] == 30


def _partial_clone(repo: Repo, tmp_path: Path) -> Path:
    clone = tmp_path / "clone"
    repo.git("config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--filter=blob:none", repo.folder.as_uri(), str(clone))
    return clone


@POSIX
def test_a_partial_clone_runs_no_program_that_its_remote_names(
    ask: Ask, weeks: Repo, tmp_path: Path
) -> None:
    clone = _partial_clone(weeks, tmp_path)
    pwned = tmp_path / "pwned"
    git(clone, "config", "remote.origin.url", f"ext::touch {pwned}")
    git(clone, "config", "protocol.ext.allow", "always")
    git(clone, "config", "protocol.allow", "always")
    env = {"GIT_NO_LAZY_FETCH": "0"}
    assert currents(ask("progress", "--format", "json", cwd=clone, env=env))[-1] == 30
    assert not pwned.exists()


@pytest.mark.parametrize("output_format", FORMATS)
def test_without_git_progress_works_and_says_what_is_unknown(
    output_format: str, ask: Ask, weeks: Repo, tmp_path: Path
) -> None:
    env = {"PATH": str(tmp_path / "nothing")}
    run = ask("progress", "--format", output_format, cwd=weeks.folder, env=env)
    assert run.code == 0
    assert "Shops come back" in run.stdout
    assert "git was not found" in _flat(run)


def test_without_git_there_is_no_past_and_lint_is_as_ever(
    ask: Ask, weeks: Repo, tmp_path: Path
) -> None:
    env = {"PATH": str(tmp_path / "nothing")}
    at = ask("progress", "--at", "HEAD", cwd=weeks.folder, env=env)
    refused(at, 3, "git was not found", "install git")
    assert ask("lint", cwd=weeks.folder, env=env).code == 0


def test_a_repository_owned_by_someone_else_is_told_with_gits_own_remedy(
    ask: Ask, weeks: Repo
) -> None:
    env = {"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"}
    run = ask("progress", cwd=weeks.folder, env=env)
    refused(run, 3, "dubious ownership", "git config --global --add safe.directory")


def test_a_damaged_repository_is_told_in_gits_words(ask: Ask, weeks: Repo) -> None:
    weeks.git("pack-refs", "--all")
    shutil.rmtree(weeks.folder / ".git/objects")
    (weeks.folder / ".git/objects").mkdir()
    refused(ask("progress", cwd=weeks.folder), 3)
    refused(ask("progress", "--at", "2026-11-01", cwd=weeks.folder), 3)


def test_a_broken_configuration_is_told_in_gits_words(ask: Ask, weeks: Repo) -> None:
    (weeks.folder / ".git/config").write_text("[core\n")
    refused(ask("progress", cwd=weeks.folder), 3, "bad config")


# --- files that are wrong -------------------------------------------------------------------------

UNREADABLE: Mapping[str, tuple[bytes, str]] = {
    "Latin-1": (WHOLE.replace("Shops", "José").encode("latin-1"), "unreadable-file"),
    "UTF-16": (WHOLE.encode("utf-16"), "unreadable-file"),
    "10 MB": (WHOLE.encode() + b"# remark\n" * 1_200_000, "unreadable-file"),
    "100,000 [": (b"team: " + b"[" * 100_000, "invalid-yaml"),
    "100,000 {": (b"{" * 100_000, "invalid-yaml"),
    "deep": (b"".join(b" " * depth + b"a:\n" for depth in range(300)), "invalid-yaml"),
    "conflict": (f"<<<<<<< HEAD\n{WHOLE}=======\nx: 1\n>>>>>>> b\n".encode(), "invalid-yaml"),
    "duplicate key": (b"team: care\n" + WHOLE.encode(), "duplicate-key"),
    "two documents": (f"{WHOLE}---\n{WHOLE}".encode(), "invalid-yaml"),
    "tag": (b"!!python/object/apply:os.system ['touch pwned']\n", "invalid-yaml"),
    "NUL": (b"team: \0\n", "invalid-yaml"),
    "empty": (b"", "unknown-document"),
    "list": (b"- a\n", "unknown-document"),
    "text": (b"hello\n", "unknown-document"),
    "wrong type": (b"team: growth\ncycle: 2026-Q4\nobjectives: 7\n", "invalid-value"),
}


def _bomb(merge: str) -> bytes:
    """Write 40 levels, each of nine times the one before it."""
    levels = ["l0: &l0 [lol]" if not merge else "l0: &l0 {a: 1}"]
    for level in range(1, 41):
        nine = ", ".join([f"*l{level - 1}"] * 9)
        inner = f"{{{merge}: [{nine}]}}" if merge else f"[{nine}]"
        levels.append(f"l{level}: &l{level} {inner}")
    return ("\n".join(levels) + "\n" + WHOLE).encode()


BOMBS = {
    "alias bomb": (_bomb(""), "invalid-yaml"),
    "merge bomb": (_bomb('"<<"'), "invalid-yaml"),
    "plain merge bomb": (_bomb("<<"), "invalid-yaml"),
}


@pytest.mark.parametrize("case", [*UNREADABLE, *BOMBS])
def test_lint_names_the_file_and_the_fault(case: str, ask: Ask, tmp_path: Path) -> None:
    content, rule = {**UNREADABLE, **BOMBS}[case]
    run = ask("lint", "--format", "json", cwd=_folder(tmp_path, growth=content))
    assert (run.code, run.stderr) == (1, "")
    findings = json.loads(run.stdout)["findings"]
    assert rule in {finding["rule"] for finding in findings}
    assert {finding["path"] for finding in findings} == {GROWTH}
    assert all(finding["line"] >= 1 for finding in findings)
    assert not list(tmp_path.rglob("pwned"))


@pytest.mark.parametrize("case", UNREADABLE)
def test_progress_shows_an_unreadable_file_as_it_was_and_says_so(
    case: str, ask: Ask, weeks: Repo
) -> None:
    content, _ = UNREADABLE[case]
    weeks.commit({GROWTH: content}, date="2026-11-01")
    run = ask("progress", "--format", "json", cwd=weeks.checkout().folder)
    assert currents(run) == [10, 20, 30]
    assert report(run)["revision"] == weeks.head
    assert f"{GROWTH} cannot be read" in run.stderr
    assert "okr lint" in run.stderr
    at = ask("progress", "--format", "json", "--at", "HEAD", cwd=weeks.folder)
    assert (currents(at), at.stderr) == ([10, 20, 30], run.stderr)


@pytest.mark.parametrize("case", BOMBS)
def test_progress_does_not_explode(case: str, ask: Ask, weeks: Repo) -> None:
    weeks.commit({GROWTH: BOMBS[case][0]}, date="2026-11-01")
    run = ask("progress", "--format", "json", cwd=weeks.checkout().folder)
    assert len(run.stdout) < 10_000
    assert currents(run)[:2] == [10, 20]


def test_progress_never_skips_a_file_in_silence(ask: Ask, repo: Repo) -> None:
    repo.commit({GROWTH: WHOLE, "okrs/care.yaml": "team: [care\n"})
    run = ask("progress", cwd=repo.checkout().folder)
    assert run.code == 0
    assert "okrs/care.yaml" in run.stderr
    assert "okr lint" in run.stderr


@pytest.mark.parametrize(
    ("before", "after", "rule", "said"),
    [
        ("owner: ana", "ownr: ana", "unknown-field", "did you mean `owner`"),
        ("target: 100", "target: high", "invalid-value", "must be a number"),
        ("target: 100", "target: .inf", "invalid-yaml", "not finite"),
        ("baseline: 0", "baseline: 0, done: true", "mixed-kinds", "baseline"),
        ("ambition: committed", "x-mine: [1, {a: 2}]", "undeclared-ambition", "ambition"),
        ("Shops stay", "Shops \u202estay", "invalid-yaml", "U+202E"),
    ],
)
def test_a_wrong_field_is_a_finding_and_never_stops_progress(  # noqa: PLR0913, PLR0917 - a table
    before: str, after: str, rule: str, said: str, ask: Ask, tmp_path: Path
) -> None:
    folder = _folder(tmp_path, growth=WHOLE.replace(before, after))
    lint = ask("lint", "--format", "json", cwd=folder)
    found = [one for one in json.loads(lint.stdout)["findings"] if one["rule"] == rule]
    assert said in f"{found[0]['message']} {found[0]['hint']}"
    data = report(ask("progress", "--format", "json", cwd=folder))
    assert data["summary"]["key_results"] == 2


@pytest.mark.parametrize(
    "change", [lambda text: text.replace("\n", "\r\n"), lambda text: "\ufeff" + text]
)
def test_crlf_and_a_byte_order_mark_are_fine(
    change: Callable[[str], str], ask: Ask, tmp_path: Path
) -> None:
    folder = _folder(tmp_path, growth=change(WHOLE))
    assert ask("lint", cwd=folder).code == 0
    assert currents(ask("progress", "--format", "json", cwd=folder)) == [20]


@POSIX
def test_a_link_out_of_the_folder_is_a_finding_and_not_read(ask: Ask, weeks: Repo) -> None:
    (weeks.folder.parent / "secret.yaml").write_text(goals(DAY7, team="secret"))
    links = {
        "okrs/file.yaml": Link("../../secret.yaml"),
        "okrs/folder": Link("../.."),
        "okrs/loop.yaml": Link("loop.yaml"),
        "okrs/device.yaml": Link("/dev/zero"),
    }
    weeks.write(links)
    lint = ask("lint", "--format", "json", cwd=weeks.folder)
    findings = json.loads(lint.stdout)["findings"]
    assert {one["path"] for one in findings if one["rule"] == "unreadable-file"} == set(links)
    for when in ([], ["--at", "HEAD"]):
        run = ask("progress", "--format", "json", *when, cwd=weeks.folder)
        assert "secret" not in run.stdout
    os.mkfifo(weeks.folder / "okrs/fifo.yaml")
    assert currents(ask("progress", "--format", "json", cwd=weeks.folder)) == [10, 20, 30]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("okrs = 7\n", "okr.toml"),
        ("closing_day = 7\n", "did you mean"),
        ("[[[", "not TOML"),
        ('timezone = "Mars/Olympus"\n', "timezone"),
        ('okrs = "../elsewhere"\n', "okrs"),
        ('okrs = "/etc"\n', "okrs"),
        ("fiscal_year_starts = 13\n", "fiscal_year_starts"),
    ],
)
@pytest.mark.parametrize("command", ["lint", "progress"])
def test_settings_that_cannot_be_used_are_wrong_use(
    command: str, settings: str, said: str, ask: Ask, weeks: Repo
) -> None:
    weeks.write({"okr.toml": settings})
    refused(ask(command, cwd=weeks.folder), 2, said)


def test_a_today_that_is_no_date_is_wrong_use(ask: Ask, weeks: Repo) -> None:
    run = ask("progress", cwd=weeks.folder, env={"OKR_TODAY": "monday"})
    refused(run, 2, "OKR_TODAY is no date")


# --- --at -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "when",
    [
        "nowhere",
        "--output=x",
        "HEAD; rm",
        "^HEAD",
        "HEAD..HEAD~1",
        "HEAD:okrs",
        "HEAD^{tree}",
        "2026-02-30",
        "",
        "$(touch x)",
        "x\x1b[31m\u202e",
        "a\nb",
        "@{u}",
        ":/x",
        "x" * 10_000,
    ],
)
def test_a_wrong_revision_is_wrong_use_and_writes_nothing(when: str, ask: Ask, weeks: Repo) -> None:
    before = sorted(weeks.folder.rglob("*"))
    run = ask("progress", f"--at={when}", cwd=weeks.folder)
    refused(run, 2, "is neither a date (YYYY-MM-DD) nor a commit", "hint")
    assert not {"\x1b", "\u202e"} & set(run.stderr)
    assert sorted(weeks.folder.rglob("*")) == before


@pytest.mark.parametrize("when", ["0001-01-01", "1969-12-31", "2026-10-04"])
def test_before_the_first_commit_is_wrong_use(when: str, ask: Ask, weeks: Repo) -> None:
    run = ask("progress", "--at", when, cwd=weeks.folder)
    refused(run, 2, f"no OKR files at the end of {when}", "2026-10-05")


@pytest.mark.parametrize("when", ["9999-12-31", "9999-01-01", "2999-01-01"])
def test_the_far_future_is_a_day_like_any(when: str, ask: Ask, weeks: Repo) -> None:
    assert currents(ask("progress", "--format", "json", "--at", when, cwd=weeks.folder)) == [
        10,
        20,
        30,
    ]
    run = ask("progress", "--format", "json", cwd=weeks.folder, env={"OKR_TODAY": when})
    assert report(run)["as_of"] == when


# --- what is shown ----------------------------------------------------------------------------

HOSTILE = "\x1b[31m[red]**b** `c` | <script> ![x](y) @ana \x9b\x07 \u202e =cmd"


@pytest.mark.parametrize("output_format", FORMATS)
def test_markup_and_escape_characters_are_only_text(
    output_format: str, ask: Ask, repo: Repo
) -> None:
    title = "[red]x[/] **b** `c` | <script> ![x](y) @ana =cmd"
    text = goals(
        f"id: day7, title: {json.dumps(title)}, unit: '[u]|', baseline: 0, target: 9, current: 2",
        f"id: day8, title: {json.dumps('=1+1')}, baseline: 0, target: 9, current: 2",
    ).replace("Shops love us", json.dumps("[bold]|x"))
    repo.commit({GROWTH: text, "okrs/organization.yaml": "organization: '[red]|'\n"})
    text = text.replace("current: 2", "current: 3, blocker: '|[b]`', confidence: 0.5")
    repo.commit({GROWTH: text}, author=f"{HOSTILE.replace('<', '(').replace('>', ')')} <x@y>")
    run = ask("progress", "--format", output_format, cwd=repo.checkout().folder)
    assert (run.code, run.stderr) == (0, "")
    assert not {"\x1b", "\x9b", "\x07", "\u202e"} & set(run.stdout)
    if output_format == "table":
        assert "[red]x[/] **b** `c`" in " ".join(run.stdout.split())
        wide = ask("progress", cwd=repo.folder, env={"COLUMNS": "200", "FORCE_COLOR": "1"})
        assert "\u202e" not in wide.stdout
    if output_format == "json":
        key_result = report(run)["objectives"][0]["key_results"][0]
        assert key_result["title"] == title
        assert key_result["last_check_in"]["author"].startswith("\x1b[31m[red]")
    if output_format == "csv":
        assert "'=1+1" in run.stdout
        assert ",=1+1" not in run.stdout
    if output_format == "markdown":
        assert "<script>" not in run.stdout
        assert "![x](y)" not in run.stdout
        assert {line.count("|") - line.count("\\|") for line in run.stdout.splitlines()} <= {0, 7}


def test_an_odd_path_is_shown_escaped(ask: Ask, repo: Repo) -> None:
    path = "okrs/a\u202eb\x1b[31m.yaml" if os.name != "nt" else "okrs/a\u202eb.yaml"
    repo.commit({GROWTH: WHOLE, "okrs/growth2.yaml": WHOLE})
    repo.write({path: WHOLE})
    repo.git("add", "-A")
    repo.git("commit", "-q", "-m", "odd")
    (repo.folder / path).write_text("team: [")
    run = ask("progress", cwd=repo.folder)
    assert run.code == 0
    assert "cannot be read" in run.stderr
    assert not {"\x1b", "\u202e"} & set(run.stderr)


@POSIX
@pytest.mark.parametrize("output_format", FORMATS)
def test_a_path_that_is_no_text_does_not_stop_it(output_format: str, ask: Ask, weeks: Repo) -> None:
    name = os.fsencode(weeks.folder / "okrs/") + b"/\xff\xfe.yaml"
    Path(os.fsdecode(name)).write_text(goals(DAY7, team="odd"), "utf-8")
    weeks.git("add", "-A")
    weeks.git("commit", "-q", "-m", "odd")
    run = ask("progress", "--format", output_format, cwd=weeks.folder)
    assert run.code == 0
    Path(os.fsdecode(name)).write_text("team: [", "utf-8")
    run = ask("progress", "--format", output_format, cwd=weeks.folder)
    assert run.code == 0
    assert "cannot be read" in run.stderr
    assert ask("lint", cwd=weeks.folder).code == 1


# --- odd repositories ---------------------------------------------------------------------------


@POSIX
@pytest.mark.parametrize("output_format", FORMATS)
def test_no_program_that_the_repository_names_is_run(
    output_format: str, ask: Ask, weeks: Repo, tmp_path: Path
) -> None:
    pwned = tmp_path / "pwned"
    _sign(weeks)
    question = ("progress", "--format", output_format)
    before = ask(*question, cwd=weeks.folder), ask(*question, "--at", "HEAD", cwd=weeks.folder)
    name_programs(weeks.folder, pwned)
    after = ask(*question, cwd=weeks.folder), ask(*question, "--at", "HEAD", cwd=weeks.folder)
    assert not pwned.exists()
    assert after == before
    assert after[0].code == 0
    assert ask("lint", cwd=weeks.folder).code == 0
    assert not pwned.exists()


def _sign(repo: Repo) -> None:
    """Give the last commit what looks like a signature."""
    raw = repo.git("cat-file", "commit", "HEAD")
    head, _, message = raw.partition("\n\n")
    signature = "-----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----"
    signed = f"{head}\ngpgsig {signature}\n\n{message}\n"
    commit = repo.git("hash-object", "-t", "commit", "-w", "--stdin", given=signed.encode())
    repo.git("update-ref", "refs/heads/main", commit)


def test_variables_that_a_hook_exports_do_not_lead_elsewhere(
    ask: Ask, weeks: Repo, tmp_path: Path
) -> None:
    other = Repo(tmp_path / "other")
    other.commit({"README.md": "other"})
    inside = other.checkout().folder / ".git"
    env = {
        "GIT_DIR": str(inside),
        "GIT_INDEX_FILE": str(inside / "index"),
        "GIT_WORK_TREE": str(other.folder),
        "GIT_PREFIX": "",
        "GIT_EXTERNAL_DIFF": "false",
        "GIT_QUARANTINE_PATH": str(inside),
        "GIT_OBJECT_DIRECTORY": str(inside / "objects"),
    }
    run = ask("progress", "--format", "json", cwd=weeks.folder, env=env)
    assert currents(run) == [10, 20, 30]
    assert report(run)["revision"] == weeks.head


def test_in_a_real_hook_it_reads_the_repository_of_the_workspace(weeks: Repo) -> None:
    if os.name == "nt":
        pytest.skip("hooks are shell scripts")
    hook = weeks.folder / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    out = weeks.folder.parent / "out.json"
    program = f"'{sys.executable}' -m okrcli progress --format json > '{out}'"
    hook.write_text(f"#!/bin/sh\nPYTHONPATH='{PROJECT}' OKR_TODAY={TODAY} {program}\n")
    hook.chmod(0o755)
    weeks.write({GROWTH: WHOLE.replace("current: 20", "current: 99")})
    weeks.git("commit", "-q", "-a", "-m", "from a hook")
    data = json.loads(out.read_text())
    trend = data["objectives"][0]["key_results"][0]["trend"]
    assert [point["value"] for point in trend] == [10, 20, 30, 99]


def test_replace_refs_and_grafts_change_no_number(ask: Ask, weeks: Repo) -> None:
    third, second, first = weeks.git("rev-list", "main").split()
    (weeks.folder / ".git/info").mkdir(exist_ok=True)
    (weeks.folder / ".git/info/grafts").write_text(f"{third} {first}\n")
    weeks.git("replace", "--graft", third, first)
    weeks.git("replace", second, first)
    assert currents(ask("progress", "--format", "json", cwd=weeks.folder)) == [10, 20, 30]


@pytest.mark.parametrize("output_format", FORMATS)
def test_odd_authors_and_dates_do_not_stop_it(output_format: str, ask: Ask, repo: Repo) -> None:
    authors = ["José <j@x>".encode("latin-1"), b" <>", b"\xff\xfe <\xff>", "李 <l@x>".encode()]
    stamps = ["1 +0000", "99999999999999 -1200", "253402300800 +1400", "1790000000 -0000"]
    for value, (author, stamp) in enumerate(zip(authors, stamps, strict=True)):
        text = goals(f"{DAY7}, current: {value}")
        repo.commit({GROWTH: text}, author=author, date=stamp)
    raw = repo.git("cat-file", "commit", "main")
    commit = repo.git(
        *("hash-object", "-t", "commit", "-w", "--literally", "--stdin"),
        given=raw.replace(" -0000", " -0000 yesterday").encode(errors="surrogateescape"),
    )
    repo.git("update-ref", "refs/heads/main", commit)
    run = ask("progress", "--format", output_format, cwd=repo.checkout().folder)
    assert (run.code, run.stderr) == (0, "")
    if output_format == "json":
        assert currents(run) == [0, 1, 2, 3]


def test_a_worktree_a_submodule_and_a_detached_head_are_fine(
    ask: Ask, weeks: Repo, tmp_path: Path
) -> None:
    weeks.git("worktree", "add", "-q", "--detach", str(tmp_path / "tree"), "HEAD~1")
    outer = Repo(tmp_path / "outer")
    outer.commit({"README.md": "outer"})
    outer.checkout()
    url = weeks.folder.as_uri()
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", url, "goals")
    for folder, values in (
        (tmp_path / "tree", [10, 20]),
        (outer.folder / "goals", [10, 20, 30]),
        (outer.folder / "goals/okrs", [10, 20, 30]),
    ):
        assert currents(ask("progress", "--format", "json", cwd=folder)) == values
    weeks.git("checkout", "-q", "--detach", "HEAD~2")
    assert currents(ask("progress", "--format", "json", cwd=weeks.folder)) == [10]


def test_a_repository_with_sha_256_is_fine(ask: Ask, tmp_path: Path) -> None:
    repo = Repo(tmp_path / "repo", object_format="sha256")
    repo.commit({GROWTH: goals(f"{DAY7}, current: 1")})
    repo.commit({GROWTH: goals(f"{DAY7}, current: 2")})
    folder = repo.checkout().folder
    assert currents(ask("progress", "--format", "json", cwd=folder)) == [1, 2]
    assert currents(ask("progress", "--format", "json", "--at", "HEAD~1", cwd=folder)) == [1]


def test_a_workspace_reached_through_a_link_is_fine(ask: Ask, weeks: Repo, tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("links need rights there")
    (tmp_path / "link").symlink_to(weeks.folder)
    env = {"PWD": str(tmp_path / "link/okrs")}
    run = ask("progress", "--format", "json", cwd=tmp_path / "link/okrs", env=env)
    assert currents(run) == [10, 20, 30]


# --- the user goes away -------------------------------------------------------------------------


@POSIX
def test_an_interrupt_ends_with_130_and_leaves_no_git(
    weeks: Repo, tmp_path: Path, plain_env: Mapping[str, str]
) -> None:
    (tmp_path / "bin").mkdir()
    fake = tmp_path / "bin/git"
    fake.write_text(f"#!/bin/sh\necho $$ >> '{tmp_path}/pids'\nkill -INT $PPID\nexec sleep 60\n")
    fake.chmod(0o755)
    begun = time.monotonic()
    run = subprocess.run(
        [sys.executable, "-m", "okrcli", "progress"],
        cwd=weeks.folder,
        env={**plain_env, "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        encoding="utf-8",
        timeout=30,
        check=False,
    )
    assert time.monotonic() - begun < 10
    assert (run.returncode, run.stdout) == (130, "")
    assert "Traceback" not in run.stderr


def _closed_pipe() -> Iterator[int]:
    reading, writing = os.pipe()
    os.close(reading)
    yield writing
    os.close(writing)


@pytest.fixture(name="closed_pipe")
def _closed_pipe_fixture() -> Iterator[int]:
    """Give a pipe that nobody reads."""
    yield from _closed_pipe()


@pytest.mark.parametrize("output_format", FORMATS)
def test_a_closed_pipe_is_no_error(
    output_format: str, weeks: Repo, plain_env: Mapping[str, str], closed_pipe: int
) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "okrcli", "progress", "--format", output_format],
        cwd=weeks.folder,
        env={**plain_env, **CLEAN, "OKR_TODAY": TODAY},
        stdout=closed_pipe,
        stderr=subprocess.PIPE,
        timeout=30,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, b"")


def test_the_organization_may_be_anything(ask: Ask, repo: Repo) -> None:
    odd = "organization: [1]\nteams: {a: b}\npeople: [1, {emails: [2]}, null]\npillars: 7\n"
    repo.commit({GROWTH: WHOLE, "okrs/organization.yaml": odd})
    assert currents(ask("progress", "--format", "json", cwd=repo.checkout().folder)) == [20]
    loop = "organization: A\nteams: [{id: growth, parent: b}, {id: b, parent: growth}]\n"
    repo.commit({GROWTH: WHOLE, "okrs/organization.yaml": loop})
    assert currents(ask("progress", "--format", "json", cwd=repo.checkout().folder)) == [20]
    repo.commit({GROWTH: WHOLE, "okrs/organization.yaml": ORGANIZATION})
    assert currents(ask("progress", "--format", "json", cwd=repo.checkout().folder)) == [20]

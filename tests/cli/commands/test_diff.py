"""`okr diff` on real repositories, through the real binary."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.history.asking import GROWTH, goals
from tests.history.repositories import Repo, git
from tests.running import PROJECT, Golden, Okr

_ENV = {"OKR_TODAY": "2026-11-22"}
_PEOPLE = """\
organization: Acme
teams:
  - {id: company, name: Acme}
  - {id: growth, name: Growth, parent: company, lead: ana, members: [bo]}
people:
  - {id: ana, name: Ana Silva, emails: [ana@acme.example]}
  - {id: bo, name: Bo Xu, emails: [bo@acme.example]}
"""
_DAY7 = 'id: day7, title: Shops come back, unit: "%", baseline: 31, target: '
_SOC2 = "id: soc2, title: Safe with cards, milestones: [Gap analysis, Report]"
_SPAIN = "id: spain, title: The first shop in Spain, done: false"


def _begun(folder: Path) -> Repo:
    repo = Repo(folder)
    repo.commit(
        {
            "okrs/organization.yaml": _PEOPLE,
            "okrs/kpis.yaml": "kpis:\n  - {id: nps, title: NPS, owner: ana, current: 30}\n",
            GROWTH: goals(_DAY7 + "50, current: 33, confidence: 7/10", _SOC2, _SPAIN),
        },
        date="2026-10-05",
    )
    return repo


def _after(repo: Repo) -> None:
    """Change something of every kind on a branch."""
    repo.branch("topic")
    repo.commit(
        {
            "okrs/kpis.yaml": "kpis:\n  - {id: nps, title: NPS, owner: ana, current: 34}\n",
            "okrs/organization.yaml": _PEOPLE.replace("members: [bo]", "members: [bo, chi]"),
            "okr.toml": "closing_days = 7\n",
            GROWTH: goals(
                _DAY7 + '45, current: 38, confidence: 8/10, note: "Nudges shipped, @ana."',
                "id: soc2, title: Safe with cards, owner: bo, needs: [platform/fast], milestones:"
                " [{title: Gap analysis, done: 2026-11-10}, Report]",
                more=["why: They leave in the first week.", "supports: [company/love]"],
            ),
            "okrs/company.yaml": goals(
                "id: nps, title: They recommend us, baseline: 30, target: 40",
                objective="love",
                team="company",
            ),
        },
        date="2026-11-10",
    )


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a repository with a branch that changes something of every kind."""
    repo = _begun(tmp_path_factory.mktemp("diff") / "acme")
    _after(repo)
    return repo.checkout().folder


@pytest.fixture(scope="module")
def harbor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a place for the demo company."""
    return tmp_path_factory.mktemp("demo") / "harbor"


@pytest.fixture
def demo(harbor: Path, okr: Okr) -> Path:
    """Give the demo company, made once."""
    if not harbor.exists():
        assert okr("demo", str(harbor), "--today", "2026-11-22", cwd=harbor.parent).code == 0
    return harbor


@pytest.mark.parametrize("width", [80, 120])
def test_a_branch_of_every_kind(width: int, changed: Path, okr: Okr, golden: Golden) -> None:
    run = okr("diff", cwd=changed, env={**_ENV, "COLUMNS": str(width)})
    assert (run.code, run.stderr) == (0, "")
    golden(f"diff/branch-{width}.txt", run.stdout)


@pytest.mark.parametrize("form", ["json", "markdown"])
def test_a_branch_in_other_formats(form: str, changed: Path, okr: Okr, golden: Golden) -> None:
    run = okr("diff", "--format", form, cwd=changed, env=_ENV)
    assert (run.code, run.stderr) == (0, "")
    golden(f"diff/branch.{form}", run.stdout)


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize(
    ("name", "ends"),
    [("weeks", ["HEAD~75", "HEAD~55"]), ("quarter", ["HEAD~130...HEAD~118"])],
)
def test_the_demo_company(  # noqa: PLR0913, PLR0917 - fixtures and parameters
    name: str, ends: Sequence[str], width: int, demo: Path, okr: Okr, golden: Golden
) -> None:
    run = okr("diff", *ends, cwd=demo, env={**_ENV, "COLUMNS": str(width)})
    assert (run.code, run.stderr) == (0, "")
    golden(f"diff/demo-{name}-{width}.txt", run.stdout)


@pytest.mark.parametrize("form", ["json", "markdown"])
def test_the_demo_company_in_other_formats(form: str, demo: Path, okr: Okr, golden: Golden) -> None:
    run = okr("diff", "HEAD~75..HEAD~55", "--format", form, cwd=demo, env=_ENV)
    assert (run.code, run.stderr) == (0, "")
    golden(f"diff/demo.{form}", run.stdout)


def test_the_examples_against_an_empty_beginning(tmp_path: Path, okr: Okr, golden: Golden) -> None:
    repo = Repo(tmp_path / "acme")
    repo.commit({"README.md": "Acme"}, date="2026-09-01")
    root = PROJECT / "examples"
    repo.write(
        {
            path.relative_to(root).as_posix(): path.read_bytes()
            for path in sorted(root.rglob("*"))
            if path.is_file() and path.suffix in {".yaml", ".toml"}
        }
    )
    run = okr("diff", cwd=repo.folder, env=_ENV)
    assert (run.code, run.stderr) == (0, "")
    golden("diff/examples.txt", run.stdout.replace(repo.head[:7], "0000000"))


def _diff(
    okr: Okr, cwd: Path, *arguments: str, env: Mapping[str, str] | None = None
) -> dict[str, Any]:
    run = okr("diff", *arguments, "--format", "json", cwd=cwd, env={**_ENV, **(env or {})})
    assert (run.code, run.stderr) == (0, "")
    return dict(json.loads(run.stdout))


def _values(found: Mapping[str, Any]) -> list[tuple[str, float, float]]:
    return [
        (each["ref"], each["before"]["value"], each["after"]["value"])
        for each in found["check_ins"]
    ]


def _check_in(repo: Repo, value: int, **more: Any) -> str:  # noqa: ANN401 - as Repo.commit
    return repo.commit({GROWTH: goals(f"{_DAY7}50, current: {value}", _SOC2, _SPAIN)}, **more)


def test_what_main_did_meanwhile_is_no_part_of_a_branch(tmp_path: Path, okr: Okr) -> None:
    repo = _begun(tmp_path / "acme")
    repo.branch("topic")
    _check_in(repo, 40)
    repo.go("main")
    _check_in(repo, 35)
    repo.go("topic")
    repo.checkout()
    assert _values(_diff(okr, repo.folder)) == [("growth/first-minute/day7", 33, 40)]
    assert _values(_diff(okr, repo.folder, "main")) == [("growth/first-minute/day7", 35, 40)]
    assert _values(_diff(okr, repo.folder, "main..topic")) == _values(
        _diff(okr, repo.folder, "main", "topic")
    )
    assert _values(_diff(okr, repo.folder, "topic", "main")) == [
        ("growth/first-minute/day7", 40, 35)
    ]
    assert _values(_diff(okr, repo.folder, "topic...main")) == [
        ("growth/first-minute/day7", 33, 35)
    ]
    assert _diff(okr, repo.folder, "main...")["head"]["name"] == "HEAD"


def test_main_merged_into_a_branch_is_no_part_of_it(tmp_path: Path, okr: Okr) -> None:
    repo = _begun(tmp_path / "acme")
    repo.branch("topic")
    repo.commit({"okrs/kpis.yaml": "kpis:\n  - {id: nps, current: 31}\n"})
    repo.go("main")
    _check_in(repo, 35)
    repo.go("topic")
    repo.merge("main")
    repo.checkout()
    found = _diff(okr, repo.folder)
    assert found["check_ins"] == []
    assert "KPI nps" in {each["about"] for each in found["workspace"]}


def test_a_detached_head_and_a_squashed_or_rebased_branch(tmp_path: Path, okr: Okr) -> None:
    repo = _begun(tmp_path / "acme")
    base = repo.head
    repo.branch("topic")
    _check_in(repo, 40)
    _check_in(repo, 41)
    repo.go("main")
    squashed = _check_in(repo, 41)
    repo.checkout()
    repo.git("checkout", "-q", "--detach", "topic")
    wanted = [("growth/first-minute/day7", 33, 41)]
    assert _values(_diff(okr, repo.folder)) == wanted
    assert _values(_diff(okr, repo.folder, base, squashed)) == wanted
    assert _diff(okr, repo.folder, "main")["differs"] is False


def test_what_is_not_committed_counts_and_nothing_else_does(tmp_path: Path, okr: Okr) -> None:
    repo = _begun(tmp_path / "acme").checkout()
    assert okr("diff", "--exit-code", cwd=repo.folder, env=_ENV).code == 0
    text = goals(f"{_DAY7}50, current: 36", _SOC2, _SPAIN)
    repo.write({GROWTH: text.replace("\n", "\r\n"), "notes.txt": "Nothing of ours"})
    assert _values(_diff(okr, repo.folder)) == [("growth/first-minute/day7", 33, 36)]
    run = okr("diff", "--exit-code", cwd=repo.folder, env=_ENV)
    assert (run.code, run.stderr) == (1, "")


def test_a_renamed_file_is_no_change_and_a_comment_is_told(tmp_path: Path, okr: Okr) -> None:
    repo = _begun(tmp_path / "acme").checkout()
    text = (repo.folder / GROWTH).read_text("utf-8")
    repo.write({GROWTH: None, "okrs/q4/growth.yaml": text})
    assert _diff(okr, repo.folder)["differs"] is False
    repo.write({GROWTH: f"# Ours\n{text}", "okrs/q4/growth.yaml": None})
    found = _diff(okr, repo.folder)
    assert (found["formatting_only"], found["differs"]) == ([GROWTH], True)


def test_line_endings_are_no_change(tmp_path: Path, okr: Okr) -> None:
    repo = _begun(tmp_path / "acme").checkout()
    text = (repo.folder / GROWTH).read_text("utf-8")
    repo.write({GROWTH: text.replace("\n", "\r\n")})
    assert _diff(okr, repo.folder)["differs"] is False


def test_a_rename_keeps_the_history_of_a_bound(tmp_path: Path, okr: Okr) -> None:
    repo = _begun(tmp_path / "acme")
    uptime = "title: It stays up, at_least: 99, current: 99.5"
    repo.commit({GROWTH: goals(f"id: up, {uptime}")}, date="2026-10-10")
    repo.write({GROWTH: goals(f"id: uptime, formerly: [up], {uptime}, confidence: 0.9")})
    found = _diff(okr, repo.folder)
    assert [(each["event"], each["was"]) for each in found["key_results"]] == [
        ("renamed", "growth/first-minute/up")
    ]
    (checked,) = found["check_ins"]
    assert checked["before"]["progress"] == checked["after"]["progress"] == 1


def test_a_file_that_broke_is_compared_as_it_last_was(tmp_path: Path, okr: Okr) -> None:
    repo = _begun(tmp_path / "acme").checkout()
    repo.write({GROWTH: "team: [growth\n"})
    found = _diff(okr, repo.folder)
    assert (found["unreadable"], found["check_ins"], found["key_results"]) == ([GROWTH], [], [])


def test_without_a_main_branch_it_asks_for_a_base(tmp_path: Path, okr: Okr) -> None:
    repo = _begun(tmp_path / "acme").checkout()
    repo.git("branch", "-m", "main", "trunk")
    run = okr("diff", cwd=repo.folder, env=_ENV)
    assert (run.code, run.stdout) == (2, "")
    assert run.stderr == (
        "okr: error: there is no main branch here: no origin/HEAD, main or master\n"
        "  hint: say what to compare with: okr diff BASE\n"
    )
    assert _diff(okr, repo.folder, "trunk")["differs"] is False


def test_origin_decides_what_the_main_branch_is(tmp_path: Path, okr: Okr) -> None:
    repo = _begun(tmp_path / "acme").checkout()
    repo.git("branch", "-m", "main", "trunk")
    git(tmp_path, "clone", "-q", str(repo.folder), "clone")
    found = _diff(okr, tmp_path / "clone")
    assert (found["base"]["name"], found["base"]["commit"]) == ("origin/HEAD", repo.head)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "there is no commit yet to compare with"),
        (["main"], "'main' is no commit of this repository"),
    ],
)
def test_before_the_first_commit(
    arguments: Sequence[str], said: str, tmp_path: Path, okr: Okr
) -> None:
    repo = Repo(tmp_path / "acme")
    repo.write({GROWTH: goals(_SPAIN)})
    run = okr("diff", *arguments, cwd=repo.folder, env=_ENV)
    assert run.code == 2
    assert run.stderr.startswith(f"okr: error: {said}\n")


def test_wrong_ends_are_told_in_a_line(tmp_path: Path, okr: Okr) -> None:
    repo = _begun(tmp_path / "acme")
    first = repo.head
    repo.go("alone")
    repo.commit({GROWTH: goals(_SPAIN)})
    repo.checkout()
    for arguments, said in (
        ((f"{first}...alone",), "have no commit in common"),
        (("main..alone", "HEAD"), "a range has both ends already"),
        (("nobody",), "'nobody' is no commit of this repository"),
        (("--output=x",), "No such option"),
    ):
        run = okr("diff", *arguments, cwd=repo.folder, env=_ENV)
        assert (run.code, run.stdout) == (2, "")
        assert said in run.stderr


def test_a_shallow_clone_says_what_it_cannot_see(tmp_path: Path, okr: Okr) -> None:
    repo = _begun(tmp_path / "acme")
    _check_in(repo, 34)
    repo.branch("topic")
    _check_in(repo, 40)
    repo.go("main")
    _check_in(repo, 35)
    repo.save()
    url = f"file://{repo.folder}"
    git(tmp_path, "clone", "-q", "--depth=1", "--no-single-branch", "-b", "topic", url, "clone")
    found = _diff(okr, tmp_path / "clone", "origin/main...HEAD")
    assert found["base"]["guessed"] is True
    assert found["history"]["complete"] is False
    shown = okr("diff", "origin/main...HEAD", cwd=tmp_path / "clone", env=_ENV).stdout
    assert "parted cannot be seen" in " ".join(shown.split())
    assert "fetch --unshallow" in " ".join(shown.split())


def test_with_and_without_the_cache_it_says_the_same(tmp_path: Path, okr: Okr) -> None:
    repo = _begun(tmp_path / "acme")
    for value in range(34, 40):
        _check_in(repo, value)
    repo.checkout()
    repo.write({GROWTH: goals(f"{_DAY7}50, current: 44", _SOC2, _SPAIN)})
    env = {**_ENV, "OKR_CACHE_DIR": str(tmp_path / "caches")}
    runs = [
        okr("diff", "HEAD~2", *arguments, cwd=repo.folder, env=env).stdout
        for arguments in (["--no-cache"], [], [])
    ]
    assert runs[0] == runs[1] == runs[2]


def test_the_day_is_that_of_the_second_end(tmp_path: Path, okr: Okr) -> None:
    repo = _begun(tmp_path / "acme")
    _check_in(repo, 40, date="2026-10-20")
    repo.checkout()
    assert _diff(okr, repo.folder, "HEAD~1", "HEAD")["as_of"] == "2026-10-20"
    assert _diff(okr, repo.folder, "HEAD~1")["as_of"] == "2026-11-22"

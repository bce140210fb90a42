"""`okr audit`: whole outputs, ranges of a pull request, and exit codes."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.cli.audits import DAY7, EASED, Audit, answer, auditor, easing, rules
from tests.history.asking import GROWTH, goals
from tests.history.repositories import Repo, git
from tests.history.story import TODAY, tell
from tests.render import official_schemas
from tests.running import Golden, Okr

DEMO_DAY = "2026-11-22"


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Repo:
    """Give the repository of the story; no test may change it."""
    return tell(tmp_path_factory.mktemp("story") / "acme")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """Give a repository with a promise, and a branch that eases it."""
    return easing(tmp_path / "repo")


@pytest.fixture
def audit(okr: Okr) -> Audit:
    """Give what audits a folder."""
    return auditor(okr)


# --- whole outputs --------------------------------------------------------------------------------


def test_the_demo_company(tmp_path: Path, okr: Okr, audit: Audit, golden: Golden) -> None:
    okr("demo", "demo", "--today", DEMO_DAY, cwd=tmp_path)
    run = audit(tmp_path / "demo", "--format", "concise", today=DEMO_DAY)
    golden("audit/demo.concise.txt", run.stdout)
    assert (run.code, run.stderr) == (0, "")
    run = audit(tmp_path / "demo", "--cycle", "2026-Q3", today=DEMO_DAY)
    assert run.stdout == "1 cycle, 25 key results, 353 commits: no findings\n"


@pytest.mark.parametrize(
    ("output_format", "name"),
    [("full", "story.txt"), ("concise", "story.concise.txt"), ("json", "story.json")],
)
def test_the_whole_output(
    output_format: str, name: str, story: Repo, audit: Audit, golden: Golden
) -> None:
    run = audit(story.folder, "--format", output_format, today=TODAY)
    golden(f"audit/{name}", run.stdout)
    assert (run.code, run.stderr) == (0, "")


def test_a_clean_run_says_what_was_checked(repo: Repo, audit: Audit) -> None:
    run = audit(repo.folder, "--fail-on", "advice")
    assert (run.code, run.stdout, run.stderr) == (
        0,
        "1 cycle, 1 key result, 3 commits: no findings\n",
        "",
    )


def test_nothing_to_audit_is_said(tmp_path: Path, audit: Audit) -> None:
    made = Repo(tmp_path / "repo")
    made.commit({"okrs/kpis.yaml": "kpis: []\n"})
    run = audit(made.checkout().folder)
    assert (run.code, run.stdout) == (0, "no OKRs here: nothing was audited\n")


@pytest.mark.parametrize("output_format", ["sarif", "gitlab", "rdjson", "github", "junit"])
def test_every_format_of_lint_is_one_of_audit(
    output_format: str, story: Repo, audit: Audit
) -> None:
    run = audit(story.folder, "--format", output_format, today=TODAY)
    assert (run.code, run.stderr) == (0, "")
    assert "stale-check-in" in run.stdout
    if output_format == "junit":
        suite = ET.fromstring(run.stdout)[0]  # noqa: S314 - our own output
        assert suite.get("name") == "okr audit"
    elif output_format != "github":
        assert json.loads(run.stdout)


def test_sarif_tells_the_rules_that_found_something(story: Repo, audit: Audit) -> None:
    run = audit(story.folder, "--format", "sarif", today=TODAY)
    official_schemas.validator(official_schemas.SARIF).validate(answer(run))
    [one] = answer(run)["runs"]
    told = {rule["id"] for rule in one["tool"]["driver"]["rules"]}
    assert told == {result["ruleId"] for result in one["results"]}


def test_findings_can_go_to_a_file(repo: Repo, audit: Audit) -> None:
    run = audit(repo.folder, "main..ease", "--format", "json", "--output", "found.json")
    assert (run.code, run.stdout) == (0, "")
    assert run.stderr == "1 cycle, 1 key result, 1 commit: 1 warning\n"
    assert json.loads((repo.folder / "found.json").read_text())["findings"]


# --- exit codes and settings ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "code"),
    [((), 0), (("--fail-on", "warning"), 1), (("--fail-on", "advice"), 1)],
)
def test_nothing_is_an_error_so_a_check_asks_for_warnings(
    arguments: tuple[str, ...], code: int, repo: Repo, audit: Audit
) -> None:
    assert audit(repo.folder, "main..ease", *arguments).code == code


def test_settings_count_for_the_audit_too(repo: Repo, audit: Audit, okr: Okr) -> None:
    settings = '[lint]\nselect = ["form"]\nseverity = { eased-target = "error" }\n'
    repo.branch("strict", repo.heads["ease"])
    repo.commit({"okr.toml": settings})
    assert audit(repo.checkout().folder, "main..strict").code == 1
    settings = '[lint]\nignore = ["integrity"]\n[lint.per_path]\n"okrs/**" = ["eased-target"]\n'
    repo.commit({"okr.toml": settings})
    assert audit(repo.checkout().folder, "main..strict").code == 0
    assert okr("lint", cwd=repo.folder).stderr == ""


def test_a_comment_asks_for_silence(repo: Repo, audit: Audit, okr: Okr) -> None:
    text = goals(EASED).replace("target: 80}", "target: 80} # okr: ignore[eased-target] agreed")
    repo.branch("silent")
    repo.commit({GROWTH: text}, date="2026-11-14")
    assert audit(repo.checkout().folder, "main..").stdout.endswith(": no findings\n")
    assert "unknown-rule" not in okr("lint", cwd=repo.folder).stdout


def test_a_rule_that_does_not_exist_is_a_mistake_in_the_settings(repo: Repo, audit: Audit) -> None:
    repo.write({"okr.toml": '[lint]\nignore = ["eased-targets"]\n'})
    run = audit(repo.folder)
    assert (run.code, run.stdout) == (2, "")
    assert "did you mean 'eased-target'?" in run.stderr


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("--team", "grwth"), "there is no team grwth here"),
        (("--cycle", "2026-Q3"), "there are no OKRs in a cycle 2026-Q3"),
        (("--at", "nope"), "'nope' is neither a date"),
        (("nope..HEAD",), "'nope' is no commit of this repository"),
        (("main", "--at", "2026-11-01"), "a range says what is looked at"),
        (("..",), "a range needs a base"),
    ],
)
def test_wrong_use_is_told(
    arguments: tuple[str, ...], error: str, repo: Repo, audit: Audit
) -> None:
    run = audit(repo.folder, *arguments)
    assert (run.code, run.stdout) == (2, "")
    assert run.stderr.startswith(f"okr: error: {error}")


# --- what is looked at ----------------------------------------------------------------------------


def test_at_a_day_it_says_what_could_be_seen_then(repo: Repo, audit: Audit) -> None:
    repo.commit({GROWTH: goals(f"{EASED}, current: 50, confidence: 0.5")}, date="2026-11-14")
    repo.checkout()
    assert "eased-target" in audit(repo.folder).stdout
    early = audit(repo.folder, "--at", "2026-11-13", "--format", "json")
    assert rules(early) == []
    assert answer(early)["as_of"] == "2026-11-13"
    late = audit(repo.folder, "--at", "2026-12-24", "--format", "json", today="2026-11-20")
    assert "stale-check-in" in rules(late)
    assert late.stdout == audit(repo.folder, "--at", "2026-12-24", "--format", "json").stdout


def test_a_team_sees_its_own_findings(story: Repo, audit: Audit) -> None:
    everything = answer(audit(story.folder, "--format", "json", today=TODAY))
    run = audit(story.folder, "--team", "platform", "--format", "json", today=TODAY)
    found = answer(run)
    refs = [each["ref"] for each in found["findings"] if each["ref"]]
    assert refs
    assert all(ref.partition(":")[2].startswith("platform/") for ref in refs)
    assert len(found["findings"]) < len(everything["findings"])
    assert found["checked"]["key_results"] < everything["checked"]["key_results"]


def test_a_range_works_from_anywhere(repo: Repo, audit: Audit) -> None:
    ease = repo.heads["ease"]
    expected = "target was eased from 100 to 80 by Ana Silva on 2026-11-14"
    for head in ("main", "ease", ease):
        git(repo.folder, "checkout", "-q", "--detach", head)
        run = audit(repo.folder, f"main..{ease}", "--format", "json")
        [found] = answer(run)["findings"]
        assert found["message"].startswith(expected)
        assert (found["commit"], found["path"], found["line"]) == (ease, GROWTH, 8)
        assert answer(run)["range"] == {"base": repo.heads["main"], "head": ease}
    git(repo.folder, "checkout", "-q", "--detach", ease)
    assert rules(audit(repo.folder, "main", "--format", "json")) == ["eased-target"]


def test_a_workspace_below_the_root_has_its_own_paths(tmp_path: Path, audit: Audit) -> None:
    made = Repo(tmp_path / "repo")
    made.commit({"plans/okr.toml": "", "okrs/a.yaml": goals(DAY7)}, date="2026-09-20")
    made.commit({f"plans/{GROWTH}": goals(DAY7)}, date="2026-09-21")
    made.commit({f"plans/{GROWTH}": goals(EASED)}, date="2026-11-10")
    folder = made.checkout().folder / "plans"
    run = audit(folder / "okrs", "HEAD^", "--format", "concise")
    assert run.stdout.startswith("growth.yaml:8:")
    assert "1 warning" in run.stdout
    [found] = json.loads(audit(folder, "HEAD^", "--format", "gitlab").stdout)
    assert found["location"]["path"] == f"plans/{GROWTH}"

"""`okr lint --title`: bare titles, judged by their words alone."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.running import Golden, Okr, Run

FORMATS = {"full": "txt", "concise": "concise.txt", "json": "json"}
LINES = {
    "objective": """\
Improve performance

  Grow revenue and cut costs
New shops love us from the first minute
1. Increase revenue by 20%
Continue to answer customers quickly
""",
    "key-result": """\
Reduce churn from 5% to 3%
Improve onboarding
Launch the app
NPS of 50
Publish 10 blog posts
90% of tickets answered in a day
""",
}
Judge = Callable[..., Run]


@pytest.fixture
def judge(tmp_path: Path, plain_env: Mapping[str, str]) -> Judge:
    """Give what judges lines on standard input, far from any workspace."""

    def run(kind: str, text: str | bytes, *options: str) -> Run:
        done = subprocess.run(
            [sys.executable, "-m", "okrcli", "lint", "--title", kind, *options],
            cwd=tmp_path,
            env=plain_env,
            input=text.encode() if isinstance(text, str) else text,
            capture_output=True,
            check=False,
        )
        return Run(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.mark.parametrize("output_format", FORMATS)
@pytest.mark.parametrize("kind", LINES)
def test_the_whole_output(kind: str, output_format: str, judge: Judge, golden: Golden) -> None:
    run = judge(kind, LINES[kind], "--format", output_format)
    golden(f"titles/{kind}.{FORMATS[output_format]}", run.stdout)
    assert (run.code, run.stderr) == (0, "")


@pytest.mark.parametrize(
    ("kind", "title", "rules"),
    [
        ("key-result", "Reduce churn from 5% to 3%", []),
        ("key-result", "Improve onboarding", ["vague-key-result"]),
        ("key-result", "NPS of 50", []),
        ("key-result", "Launch the app", ["task-as-key-result"]),
        ("key-result", "90% of tickets answered in a day", []),
        ("objective", "Launch the app", ["task-as-objective"]),
        ("objective", "Be ready 24/7", []),
        ("objective", "Improve onboarding", []),
        ("objective", "", []),
        ("objective", "収益を 20% 増やす", []),
    ],
)
def test_one_title_is_judged(
    kind: str, title: str, rules: list[str], okr: Okr, tmp_path: Path
) -> None:
    run = okr("lint", "--title", kind, title, "--format", "json", cwd=tmp_path)
    assert (run.code, run.stderr) == (0, "")
    found = json.loads(run.stdout)["findings"]
    assert [finding["rule"] for finding in found] == rules
    assert {(finding["path"], finding["line"]) for finding in found} <= {("<title>", 1)}


def test_a_finding_fails_where_it_is_asked_to(judge: Judge) -> None:
    for fail_on, code in (("error", 0), ("warning", 1), ("advice", 1)):
        assert judge("objective", "Improve performance", "--fail-on", fail_on).code == code
    usual = "Continue to answer customers quickly"
    for fail_on, code in (("warning", 0), ("advice", 1)):
        assert judge("objective", usual, "--fail-on", fail_on).code == code
    assert judge("objective", usual, "--fail-on", "advice", "--exit-zero").code == 0


def test_rules_can_be_chosen(judge: Judge) -> None:
    title = "Increase revenue by 20% and cut our costs"
    for option, name, left in (
        ("--select", "digits-in-objective", {"digits-in-objective"}),
        ("--ignore", "digits-in-objective", {"compound-objective"}),
        ("--ignore", "clarity", set()),
    ):
        run = judge("objective", title, option, name, "--format", "json")
        assert {finding["rule"] for finding in json.loads(run.stdout)["findings"]} == left


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("\ufeffLaunch the app\r\n\r\nLaunch the site\r\n", [1, 3]),
        ("Launch the app\rLaunch the site", [1, 2]),
        ("\tLaunch the app", [1]),
        (b"Launch the app \xff\xfe", [1]),
        ("", []),
        ("\n \n", []),
    ],
)
def test_any_bytes_are_lines(text: str | bytes, lines: list[int], judge: Judge) -> None:
    for given in ((), ("-",)):
        run = judge("objective", text, *given, "--format", "json")
        assert (run.code, run.stderr) == (0, "")
        assert [each["line"] for each in json.loads(run.stdout)["findings"]] == lines


def test_a_title_is_text_and_never_markup(judge: Judge) -> None:
    run = judge("objective", "Launch the \x1b[31m[bold]app\u202e", "--format", "full")
    assert not {"\x1b", "\u202e"} & set(run.stdout)
    assert "[bold]" in run.stdout


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["--title", "objective", "Launch", "the", "app"], "--title judges one title"),
        (["--title", "goal", "Launch the app"], "Invalid value for '--title'"),
        (["--title", "objective", "x", "--changed", "main"], "--title judges no files"),
        (["--title", "objective", "x", "--write-baseline"], "--title judges no files"),
    ],
)
def test_wrong_use_is_told(arguments: list[str], error: str, okr: Okr, tmp_path: Path) -> None:
    run = okr("lint", *arguments, cwd=tmp_path)
    assert (run.code, run.stdout) == (2, "")
    assert run.stderr.startswith(f"okr: error: {error}")

"""Comments that ignore findings, through the real binary."""

import json
from pathlib import Path

import pytest

from tests.running import Copied, Okr

FILE = "okrs/growth.yaml"
TARGET = "target: 45"


def _found(okr: Okr, folder: Path, *arguments: str) -> list[tuple[str, str, int]]:
    run = okr("lint", "--format", "json", *arguments, cwd=folder)
    assert run.stderr == ""
    return [
        (each["rule"], each["severity"], each["line"])
        for each in json.loads(run.stdout)["findings"]
    ]


@pytest.fixture
def folder(workspace: Copied) -> Path:
    """Give a workspace with one finding: the same number as baseline and target."""
    made = workspace("rules/zero-distance/fail")
    path = made / FILE
    text = path.read_text().replace(
        "    ambition: committed\n", "    ambition: committed\n    standalone: We are one team.\n"
    )
    path.write_text(text.replace("baseline: 45.0", "baseline: 45"))
    return made


def _replace(folder: Path, old: str, new: str) -> None:
    path = folder / FILE
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_there_is_one_finding(folder: Path, okr: Okr) -> None:
    assert [rule for rule, *_ in _found(okr, folder)] == ["zero-distance"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (TARGET, f"{TARGET}  # okr: ignore[zero-distance] We hold it."),
        (f"        {TARGET}", f"        # okr: ignore[zero-distance] Why.\n        {TARGET}"),
        ("      - id: day7", "      # okr: ignore[zero-distance]: why\n      - id: day7"),
        ("    key_results:", "    # okr: ignore[zero-distance] why\n    key_results:"),
        ("  - id: first", "  # okr: ignore[zero-distance] why\n  # and more\n  - id: first"),
        ("team:", "# okr: ignore[zero-distance] why\n\nteam:"),
    ],
)
def test_a_comment_silences_a_rule_where_it_stands(
    old: str, new: str, folder: Path, okr: Okr
) -> None:
    _replace(folder, old, new)
    assert _found(okr, folder) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("unit:", "# okr: ignore[zero-distance] why\n        unit:"),
        ("unit:", "# okr: ignore[zero-distance] why\n\n        unit:"),
        ("      - id: uptime", "      # okr: ignore[zero-distance] why\n      - id: uptime"),
        (TARGET, f"{TARGET}\n      # okr: ignore[zero-distance] why"),
    ],
)
def test_elsewhere_it_silences_nothing_and_is_told(
    old: str, new: str, folder: Path, okr: Okr
) -> None:
    _replace(folder, old, new)
    found = {(rule, severity) for rule, severity, _ in _found(okr, folder)}
    assert found == {("zero-distance", "error"), ("unused-ignore", "warning")}


@pytest.mark.parametrize(
    ("comment", "rules"),
    [
        ("okr: ignore[zero-distance]", {"ignore-without-reason"}),
        ("okr: ignore[zero-distanse] why", {"zero-distance", "unknown-rule"}),
        ("okr: ignore why", {"zero-distance", "unknown-rule"}),
        ("okr: ignore[zero-distance, missing-unit] why", {"unused-ignore"}),
        ("okr: ignore[zero-distance, unused-ignore] why", {"unused-ignore"}),
    ],
)
def test_a_comment_itself_may_be_wrong(
    comment: str, rules: set[str], folder: Path, okr: Okr
) -> None:
    _replace(folder, TARGET, f"{TARGET} # {comment}")
    found = _found(okr, folder)
    assert {rule for rule, *_ in found} == rules
    assert {line for *_, line in found} == {14}


def test_what_is_switched_off_leaves_no_comment_unused(folder: Path, okr: Okr) -> None:
    _replace(folder, TARGET, f"{TARGET} # okr: ignore[zero-distance] why")
    assert _found(okr, folder, "--select", "form") == []
    assert _found(okr, folder, "--ignore", "zero-distance") == []
    (folder / "okr.toml").write_text('[lint]\nseverity = { zero-distance = "off" }\n')
    assert _found(okr, folder) == []


def test_the_rules_about_comments_obey_the_settings(folder: Path, okr: Okr) -> None:
    _replace(folder, TARGET, f"{TARGET} # okr: ignore[missing-unit]")
    (folder / "okr.toml").write_text(
        '[lint]\nseverity = { unused-ignore = "error" }\nignore = ["ignore-without-reason"]\n'
    )
    assert _found(okr, folder, "--ignore", "zero-distance") == [("unused-ignore", "error", 14)]


def test_a_text_is_no_comment(folder: Path, okr: Okr) -> None:
    _replace(folder, TARGET, f"{TARGET}\n        note: 'see # okr: ignore[zero-distance] why'")
    assert [rule for rule, *_ in _found(okr, folder)] == ["zero-distance"]


def test_a_file_that_cannot_be_read_is_not_silenced(folder: Path, okr: Okr) -> None:
    (folder / FILE).write_text("# okr: ignore[invalid-yaml] why\nteam: [\n")
    assert [rule for rule, *_ in _found(okr, folder)] == ["invalid-yaml"]


def test_thousands_of_comments_and_findings_take_no_time(folder: Path, okr: Okr) -> None:
    lines = "".join(f"  x{number}: 1  # okr: ignore[unknown-field]\n" for number in range(5_000))
    (folder / FILE).write_text(f"team: growth\ncycle: 2026-Q4\nobjectives: []\nextra:\n{lines}")
    run = okr("lint", "--statistics", cwd=folder)
    assert run.code == 1

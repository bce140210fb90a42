"""`okr owners` on real repositories, through the real binary."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.conftest import TODAY, Ask
from tests.running import Golden, Okr

FORMATS = {"json": "json", "markdown": "md", "csv": "csv"}


@pytest.mark.parametrize("width", [80, 120])
def test_everybody(width: int, demo_company: Path, ask: Ask, golden: Golden) -> None:
    golden(f"owners/demo-{width}.txt", ask("owners", cwd=demo_company, width=width))


@pytest.mark.parametrize("width", [80, 120])
def test_one_person(width: int, demo_company: Path, ask: Ask, golden: Golden) -> None:
    shown = ask("owners", "tomas", cwd=demo_company, width=width)
    golden(f"owners/demo-tomas-{width}.txt", shown)


@pytest.mark.parametrize("form", FORMATS)
def test_other_formats(form: str, demo_company: Path, ask: Ask, golden: Golden) -> None:
    shown = ask("owners", "piotr", "--format", form, cwd=demo_company)
    golden(f"owners/demo.{FORMATS[form]}", shown)


@pytest.mark.parametrize("width", [40, 80])
def test_the_example(width: int, example_company: Path, ask: Ask, golden: Golden) -> None:
    golden(f"owners/example-{width}.txt", ask("owners", cwd=example_company, width=width))


def test_every_key_result_has_exactly_one_row_to_be_in(demo_company: Path, ask: Ask) -> None:
    loads = json.loads(ask("owners", "--format", "json", cwd=demo_company))["owners"]
    report = json.loads(ask("progress", "--format", "json", cwd=demo_company))
    owned = sorted(each["ref"] for load in loads for each in load["key_results"])
    assert owned == sorted(
        item["ref"] for objective in report["objectives"] for item in objective["key_results"]
    )


def test_odd_owners_are_told(tmp_path: Path, ask: Ask, golden: Golden) -> None:
    files = {
        "okr.toml": "[limits]\nobjectives_per_owner = 1\n",
        "okrs/organization.yaml": "organization: Acme\n"
        "teams: [{id: acme, lead: ana}, {id: care, name: Rider care, parent: acme, lead: bo}]\n"
        "people: [{id: ana, name: Ana Silva}, {id: bo}, {id: chi}]\n",
        "okrs/acme.yaml": "team: acme\ncycle: 2026-Q4\nobjectives:\n"
        + "".join(
            f"  - {{id: {name}, title: It, owner: {owner},"
            f" key_results: [{{id: kr, title: One, baseline: 0, target: 2}}]}}\n"
            for name, owner in [
                ("one", "ana"),
                ("two", "ana"),
                ("three", "ana and bo"),
                ("four", "rider care"),
                ("five", "everyone"),
                ("six", "zoe"),
                ("seven", "null"),
            ]
        ),
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    golden("owners/odd-80.txt", ask("owners", cwd=tmp_path))
    golden("owners/odd.md", ask("owners", "--format", "markdown", cwd=tmp_path))


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["tomass"], "nobody here is called tomass", "tomas"),
        (["--cycle", "2031"], "no OKRs in a cycle 2031", "2026-Q4"),
    ],
)
def test_wrong_use(
    arguments: Sequence[str], message: str, hint: str, demo_company: Path, okr: Okr
) -> None:
    run = okr("owners", *arguments, cwd=demo_company, env=TODAY)
    assert (run.code, run.stdout) == (2, "")
    assert message in run.stderr
    assert hint in run.stderr

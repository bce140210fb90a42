"""`okr ready` on real folders, through the real binary."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.conftest import TODAY, Ask
from tests.running import Golden, Okr

DRAFTS = {
    "okr.toml": "",
    "okrs/organization.yaml": "organization: Acme\n"
    "teams:\n"
    "  - {id: acme, name: Acme, lead: ana}\n"
    "  - {id: care, name: Care, parent: acme, lead: bo, max_objectives: 1}\n"
    "  - {id: shop, name: Shop, parent: acme, lead: chi}\n"
    "people: [{id: ana}, {id: bo}, {id: chi}]\n",
    "okrs/2026-Q4/acme.yaml": "team: acme\ncycle: 2026-Q4\nobjectives:\n"
    "  - id: now\n    title: Shops love us\n    owner: ana\n    ambition: committed\n"
    "    key_results:\n"
    "      - {id: one, title: More shops stay, unit: '%', baseline: 1, target: 2}\n"
    "      - {id: two, title: More shops return, unit: '%', baseline: 1, target: 2}\n",
    "okrs/2026-Q4/shop.yaml": "team: shop\ncycle: 2026-Q4\nobjectives: []\n",
    "okrs/2027-Q1/acme.yaml": "team: acme\ncycle: 2027-Q1\nobjectives:\n"
    "  - id: glad\n    title: Shops are glad to be with us\n    owner: ana\n"
    "    ambition: committed\n    draft: true\n    key_results:\n"
    "      - {id: one, title: More shops stay for longer, unit: '%', baseline: 1, target: 2}\n"
    "      - {id: two, title: More shops return each day, unit: '%', baseline: 1, target: 2}\n",
    "okrs/2027-Q1/care.yaml": "team: care\ncycle: 2027-Q1\ndraft: true\nobjectives:\n"
    "  - id: quick\n    title: Help arrives in time\n    owner: bo\n    ambition: committed\n"
    "    key_results:\n"
    "      - {id: answer, title: Time to an answer, unit: h, baseline: 4, target: 4}\n"
    "      - {id: first, title: Solved at once, unit: '%', baseline: 4, target: 9,"
    " needs: [acme/glad/one]}\n"
    "  - id: calm\n    title: Nobody has to ask twice\n    owner: bo\n    ambition: committed\n"
    "    supports: [acme/glad]\n    key_results:\n"
    "      - {id: twice, title: Asked twice, unit: '%', baseline: 9, target: 4}\n"
    "      - {id: never, title: Never asked, unit: '%', baseline: 9, target: 14}\n",
}


def write(folder: Path) -> Path:
    """Write the drafts of a small company."""
    for name, text in DRAFTS.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("width", [40, 80, 120])
def test_what_stands_between_drafts_and_the_start(
    width: int, tmp_path: Path, ask: Ask, golden: Golden
) -> None:
    golden(f"ready/drafts-{width}.txt", ask("ready", cwd=write(tmp_path), width=width))


@pytest.mark.parametrize(("form", "ending"), [("json", "json"), ("markdown", "md")])
def test_other_formats(form: str, ending: str, tmp_path: Path, ask: Ask, golden: Golden) -> None:
    shown = ask("ready", "--format", form, cwd=write(tmp_path))
    golden(f"ready/drafts.{ending}", shown)


def test_lint_only_advises_what_ready_counts(tmp_path: Path, ask: Ask) -> None:
    assert json.loads(ask("lint", "--format", "json", cwd=write(tmp_path)))["findings"]
    teams = json.loads(ask("ready", "--format", "json", cwd=tmp_path))["teams"]
    care = next(team for team in teams if team["id"] == "care")
    assert (care["errors"], care["unaligned"], care["dependencies"], care["limits"]) == (1, 1, 1, 1)


@pytest.mark.parametrize("width", [80, 120])
def test_the_companies(
    width: int, demo_company: Path, example_company: Path, ask: Ask, golden: Golden
) -> None:
    golden(f"ready/demo-{width}.txt", ask("ready", cwd=demo_company, width=width))
    golden(f"ready/example-{width}.txt", ask("ready", cwd=example_company, width=width))


def test_a_cycle_that_nobody_has_begun_to_plan(demo_company: Path, ask: Ask) -> None:
    shown = ask("ready", "2027-Q1", cwd=demo_company)
    assert "nothing yet" in shown
    assert "0 of 7 teams are ready; 40 days to the start" in shown


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, okr: Okr) -> None:
    (write(tmp_path) / "okrs" / "broken.yaml").write_text("team: [", "utf-8")
    run = okr("ready", cwd=tmp_path, env=TODAY)
    assert run.code == 0
    assert "okrs/broken.yaml cannot be read, and may belong here" in run.stderr


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["next"], "there is no cycle next", "2026-Q4"),
        (["--format", "csv"], "Invalid value", ""),
    ],
)
def test_wrong_use(
    arguments: Sequence[str], message: str, hint: str, demo_company: Path, okr: Okr
) -> None:
    run = okr("ready", *arguments, cwd=demo_company, env=TODAY)
    assert (run.code, run.stdout) == (2, "")
    assert message in run.stderr
    assert hint in run.stderr


def test_nothing_at_all_to_plan(tmp_path: Path, okr: Okr) -> None:
    (tmp_path / "okrs").mkdir()
    (tmp_path / "okr.toml").write_text("", "utf-8")
    run = okr("ready", cwd=tmp_path, env=TODAY)
    assert run.code == 2
    assert "nothing is planned" in run.stderr

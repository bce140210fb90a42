"""`okr kpis` on real repositories, through the real binary."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.conftest import TODAY, Ask
from tests.running import Golden, Okr

FORMATS = {"json": "json", "markdown": "md", "csv": "csv"}


@pytest.mark.parametrize("width", [80, 120])
def test_health_beside_goals(width: int, demo_company: Path, ask: Ask, golden: Golden) -> None:
    golden(f"kpis/demo-{width}.txt", ask("kpis", cwd=demo_company, width=width))


@pytest.mark.parametrize("form", FORMATS)
def test_other_formats(form: str, demo_company: Path, ask: Ask, golden: Golden) -> None:
    golden(f"kpis/demo.{FORMATS[form]}", ask("kpis", "--format", form, cwd=demo_company))


@pytest.mark.parametrize("width", [40, 80])
def test_the_example(width: int, example_company: Path, ask: Ask, golden: Golden) -> None:
    golden(f"kpis/example-{width}.txt", ask("kpis", cwd=example_company, width=width))


def test_one_of_them_on_another_day(demo_company: Path, ask: Ask) -> None:
    def found(*arguments: str) -> dict[str, object]:
        shown = ask("kpis", "churn", "--format", "json", *arguments, cwd=demo_company)
        (kpi,) = json.loads(shown)["kpis"]
        return dict(kpi)

    now, then = found(), found("--at", "2026-10-20")
    trend = now["trend"]
    assert isinstance(trend, list)
    earlier = [each for each in trend if each["date"] <= "2026-10-20"]
    assert then["trend"] == earlier
    assert then["current"] == earlier[-1]["value"]


def test_trouble_is_told(tmp_path: Path, ask: Ask, golden: Golden) -> None:
    files = {
        "okr.toml": "",
        "okrs/kpis.yaml": "kpis:\n"
        "  - {id: churn, title: Shops that leave, unit: '%', at_most: 1.2, current: 1.9}\n"
        "  - {id: speed, title: Fast pages, at_most: 3}\n"
        "  - {id: shops, title: '[bold]Shops', current: 12}\n",
        "okrs/acme.yaml": "team: acme\ncycle: 2026-Q4\nobjectives:\n"
        "  - {id: it, title: It, key_results:"
        " [{id: kr, title: One, kpi: chrun, baseline: 0, target: 2}]}\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    golden("kpis/trouble-80.txt", ask("kpis", cwd=tmp_path))
    golden("kpis/trouble.md", ask("kpis", "--format", "markdown", cwd=tmp_path))


def test_no_kpis_at_all_is_no_fault(tmp_path: Path, ask: Ask) -> None:
    (tmp_path / "okrs").mkdir()
    (tmp_path / "okr.toml").write_text("", "utf-8")
    assert "No file lists any KPIs." in ask("kpis", cwd=tmp_path)


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["chrun"], "there is no KPI chrun", "did you mean 'churn'?"),
        (["zzz"], "there is no KPI zzz", "conversion, availability"),
        (["--cycle", "2031"], "no OKRs in a cycle 2031", "2026-Q4"),
    ],
)
def test_wrong_use(
    arguments: Sequence[str], message: str, hint: str, demo_company: Path, okr: Okr
) -> None:
    run = okr("kpis", *arguments, cwd=demo_company, env=TODAY)
    assert (run.code, run.stdout) == (2, "")
    assert message in run.stderr
    assert hint in run.stderr

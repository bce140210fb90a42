"""A promise and a branch that eases it, and what audits them by the real binary."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.history.asking import GROWTH, goals
from tests.history.repositories import CLEAN, Repo
from tests.running import Okr, Run

DAY7 = "id: day7, title: More shops come back, unit: shops, baseline: 0, target: 100"
EASED = DAY7.replace("100", "80")
Audit = Callable[..., Run]


def easing(folder: Path) -> Repo:
    """Make a repository whose branch `ease` eases a target."""
    made = Repo(folder)
    made.commit({"okr.toml": ""}, date="2026-09-01")
    made.commit({GROWTH: goals(f"{DAY7}, current: 3, confidence: 0.5")}, date="2026-09-20")
    made.commit({GROWTH: goals(f"{DAY7}, current: 50, confidence: 0.5")}, date="2026-11-12")
    made.branch("ease")
    made.commit({GROWTH: goals(f"{EASED}, current: 50, confidence: 0.5")}, date="2026-11-14")
    made.go("main")
    return made.checkout()


def auditor(okr: Okr) -> Audit:
    """Give what audits a folder, on a day of the cycle."""

    def run(folder: Path, *arguments: str, today: str = "2026-11-20", **env: str) -> Run:
        return okr("audit", *arguments, cwd=folder, env={**CLEAN, "OKR_TODAY": today, **env})

    return run


def answer(run: Run) -> dict[str, Any]:
    """Read the JSON."""
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def rules(run: Run) -> list[str]:
    """List the rules that found something."""
    return sorted(each["rule"] for each in answer(run)["findings"])

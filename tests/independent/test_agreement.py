"""Hold the product to the independent computation, over random real git histories."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from .histories import make_history
from .oracle import expected

if TYPE_CHECKING:
    from collections.abc import Iterator

SEEDS = int(os.environ.get("OKR_SEEDS", "30"))
CLOSE = 1e-9
CHECKOUT = Path(__file__).resolve().parents[2]
NAMES = {
    "objectives": ("cycle", "ref"),
    "key_results": ("ref",),
    "teams": ("id",),
    "cycles": ("name",),
}
"""Lists whose order is the product's own affair, and what names their entries."""


def ask(folder: Path, today: str, args: list[str], caches: Path) -> dict[str, Any]:
    """Run the real program and return what it prints; with a warm cache it is the same bytes."""
    cold, warm = (print_report(folder, today, args, caches) for _ in range(2))
    if cold != warm:
        pytest.fail(f"a warm cache changes the report of {args} on {today}", pytrace=False)
    found: dict[str, Any] = json.loads(cold)
    return found


def print_report(folder: Path, today: str, args: list[str], caches: Path) -> bytes:
    """Run the real program once."""
    env = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    path = os.pathsep.join(filter(None, [str(CHECKOUT), os.environ.get("PYTHONPATH", "")]))
    done = subprocess.run(
        [sys.executable, "-m", "okrcli", "progress", "--format", "json", *args],
        cwd=folder,
        env={**env, "OKR_TODAY": today, "PYTHONPATH": path, "OKR_CACHE_DIR": str(caches)},
        capture_output=True,
        check=False,
    )
    if not done.stdout.lstrip().startswith(b"{"):
        said = done.stderr.decode(errors="replace")
        pytest.fail(f"no JSON from {args} (exit code {done.returncode}):\n{said}", pytrace=False)
    return done.stdout


def differences(path: str, product: Any, oracle: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON
    """Name every place where the product says something else; what it says beyond is its own."""
    if isinstance(oracle, dict) and isinstance(product, dict):
        for key, value in oracle.items():
            if key not in product:
                yield f"{path}.{key}: missing; oracle says {value!r}"
            elif key in NAMES and isinstance(value, list):
                yield from by_name(f"{path}.{key}", product[key], value, NAMES[key])
            elif key == "by_status":
                counts = {name: count for name, count in product[key].items() if count}
                yield from differences(f"{path}.{key}", counts, value)
                yield from differences(f"{path}.{key}", value, counts)
            else:
                yield from differences(f"{path}.{key}", product[key], value)
    elif isinstance(oracle, list) and isinstance(product, list):
        if len(oracle) != len(product):
            yield f"{path}: product has {len(product)} entries, oracle {len(oracle)}"
        for index, (mine, other) in enumerate(zip(product, oracle, strict=False)):
            yield from differences(f"{path}[{index}]", mine, other)
    elif not same(product, oracle):
        yield f"{path}: product {product!r}, oracle {oracle!r}"


def same(product: object, oracle: object) -> bool:
    """Compare two plain values, numbers to 1e-9."""
    if isinstance(product, bool) or isinstance(oracle, bool):
        return product is oracle
    if isinstance(product, int | float) and isinstance(oracle, int | float):
        return math.isclose(product, oracle, rel_tol=CLOSE, abs_tol=CLOSE)
    return product == oracle


def by_name(
    path: str, product: list[dict[str, Any]], oracle: list[dict[str, Any]], keys: tuple[str, ...]
) -> Iterator[str]:
    """Compare entries that have the same name; a team without objectives may be shown or not."""
    mine, other = (
        {":".join(str(one[key]) for key in keys): one for one in rows if one.get("objectives") != 0}
        for rows in (product, oracle)
    )
    if len(product) != len({tuple(str(one[key]) for key in keys) for one in product}):
        yield f"{path}: an entry is listed twice"
    for name in sorted(mine.keys() - other.keys()):
        yield f"{path}[{name}]: only the product has it"
    for name in sorted(other.keys() - mine.keys()):
        yield f"{path}[{name}]: only the oracle has it"
    for name in sorted(mine.keys() & other.keys()):
        yield from differences(f"{path}[{name}]", mine[name], other[name])


def questions(facts: dict[str, Any]) -> Iterator[tuple[str, str | None, str | None]]:
    """List (today, --at, --cycle) for one history."""
    for today in facts["today"]:
        yield today, None, None
    today = facts["today"][0]
    for at in [*facts["dates"], *facts["revisions"]]:
        yield today, at, None
    for cycle in facts["cycles"]:
        yield today, None, cycle
    yield today, facts["dates"][0], facts["cycles"][0]


@pytest.mark.parametrize("seed", range(SEEDS))
def test_every_number_agrees_with_the_independent_computation(seed: int, tmp_path: Path) -> None:
    repo = tmp_path / "repo"
    facts = make_history(seed, repo)
    root = str(facts["root"])
    wrong: list[str] = []
    for today, at, cycle in questions(facts):
        oracle = expected(repo, at=at, cycle=cycle, today=date.fromisoformat(today), root=root)
        if cycle is not None and not oracle["objectives"]:
            continue
        args = [*(["--at", at] if at else []), *(["--cycle", cycle] if cycle else [])]
        product = ask(repo / root, today, args, tmp_path / "caches")
        command = f"seed {seed}, OKR_TODAY={today} okr progress --format json {' '.join(args)}"
        wrong += [f"{command}\n    {one}" for one in differences("$", product, oracle)]
    if wrong:
        shown = "\n".join(wrong[:25])
        pytest.fail(f"{len(wrong)} differences; the first:\n{shown}", pytrace=False)


def test_a_difference_is_named_by_its_path() -> None:
    oracle = {"teams": [{"id": "a", "progress": 0.5, "by_status": {"behind": 1}}], "x": [1, 2.0]}
    team = {"id": "a", "progress": 0.5 + 1e-12, "by_status": {"behind": 1, "missed": 0}}
    product = {"teams": [team], "x": [1.0, 3], "more": True}
    assert list(differences("$", product, oracle)) == ["$.x[1]: product 3, oracle 2.0"]
    assert list(differences("$", {"teams": [], "x": None}, oracle)) == [
        "$.teams[a]: only the oracle has it",
        "$.x: product None, oracle [1, 2.0]",
    ]

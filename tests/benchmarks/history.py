"""How long reading a history takes, against what git itself needs for it.

Run it as `python -m tests.benchmarks.history [ROUNDS] [FOLDER]`; what it builds is kept in FOLDER
where one is named. Every number is a ratio to a floor that is measured in the same run, in turn
with it; both the clock and the processors' time are given, since a machine that has other work
stretches the clock. What is printed are medians.
"""

import math
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.benchmarks.measuring import Cost, Run, measured
from tests.benchmarks.places import TODAY, clone, demo, monorepo

PYTHON = sys.executable
IMPORTS = "import rich, typer, pydantic"
OWN_IMPORTS = (
    "import rich, typer, pydantic, okrcli.cli.app, okrcli.history.recorded, okrcli.store.contents,"
    " okrcli.analysis.sheets.selection, okrcli.render.progress.json"
)
JSON = (PYTHON, "-m", "okrcli", "progress", "--format", "json")
LOG = ("git", "--no-pager", "log", "--raw", "-z", "--no-abbrev", "--no-renames", "--first-parent")
BATCH = ("git", "cat-file", "--batch", "--buffer")
_SLICE = 10  # commits for the peer
_CHANGE = re.compile(rb":[0-7]{6} [0-7]{6} ([0-9a-f]{40,}) ([0-9a-f]{40,}) ")


class Row(NamedTuple):
    """A line of the table: a ratio by the clock and by the processors, and what it should be."""

    what: str
    wall: float
    processor: float
    bar: str

    def __str__(self) -> str:
        """Write it with both ratios."""
        return f"{self.wall:8.2f}  {self.processor:9.2f}  {self.bar:>10}  {self.what}"


def main(rounds: int, folder: Path) -> None:
    """Measure everything, and print the table."""
    big, small = demo(folder / "demo-10000", 10_000), demo(folder / "demo-1000", 1_000)
    print("   clock  processor         bar  what")  # noqa: T201 - its output
    for rows in (
        _cold(big, folder, rounds),
        _warm(big, folder, rounds),
        _growth(small, big, folder, rounds),
        _monorepo(monorepo(folder / "monorepo"), folder, rounds),
        _peer(big, folder),
    ):
        for row in rows:
            print(row, flush=True)  # noqa: T201 - its output


def _env(folder: Path, caches: str = "caches") -> dict[str, str]:
    return {
        "OKR_TODAY": TODAY,
        "OKR_CACHE_DIR": str(folder / caches),
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
    }


def _ratio(what: str, cost: Cost, floor: Cost, bar: str) -> Row:
    return Row(what, cost.wall / floor.wall, cost.processor / floor.processor, bar)


def _blobs(repo: Path, folder: Path) -> Path:
    """List the blobs that a history of OKRs names, for `git cat-file --batch`."""
    told = subprocess.run([*LOG, "--", "okrs"], cwd=repo, check=True, capture_output=True).stdout
    names = dict.fromkeys(
        name for pair in _CHANGE.findall(told) for name in pair if name.strip(b"0")
    )
    found = folder / "blobs"
    found.write_bytes(b"".join(name + b"\n" for name in names))
    return found


def _cold(repo: Path, folder: Path, rounds: int) -> Iterator[Row]:
    env = _env(folder)
    costs = measured(
        {
            "floor": Run(repo, [[*LOG, "--", "okrs"], BATCH], _blobs(repo, folder)),
            "bare": Run(repo, [(PYTHON, "-c", OWN_IMPORTS)], env=env),
            "cold": Run(repo, [(*JSON, "--no-cache")], env=env),
        },
        rounds,
    )
    yield _ratio("cold, 6,000 key results / git log + cat-file", costs["cold"], costs["floor"], "3")
    more = costs["cold"].memory - costs["bare"].memory
    yield Row("MB more than the bare imports, cold", more, more, "150")


def _warm(repo: Path, folder: Path, rounds: int) -> Iterator[Row]:
    behind = clone(repo, folder / "behind")
    env, late = _env(folder), _env(folder, "late")
    _checkout(behind, "main~10")
    subprocess.run(
        JSON, cwd=behind, env={**os.environ, **late}, check=True, stdout=subprocess.DEVNULL
    )
    _checkout(behind, "main")
    before = shutil.copytree(folder / "late", folder / "late before", dirs_exist_ok=True)

    def forget() -> None:
        """Leave in the cache what was there before the new commits."""
        shutil.rmtree(folder / "late")
        shutil.copytree(before, folder / "late")

    team = (PYTHON, "-m", "okrcli", "progress", _a_team(repo))
    costs = measured(
        {
            "floor": Run(repo, [(PYTHON, "-c", IMPORTS)], env=env),
            "team": Run(repo, [team], env=env),
            "all": Run(repo, [JSON], env=env),
            "ten": Run(behind, [JSON], env=late, first=forget),
            "ten, team": Run(behind, [team], env=late, first=forget),
        },
        rounds,
    )
    floor = costs["floor"]
    yield _ratio("warm, one team / bare imports", costs["team"], floor, "2.5")
    yield _ratio("warm, all as JSON / bare imports", costs["all"], floor, "5")
    yield _ratio("10 new commits / warm, all as JSON", costs["ten"], costs["all"], "1.3")
    yield _ratio("10 new commits / warm, one team", costs["ten, team"], costs["team"], "1.3")


def _growth(small: Path, big: Path, folder: Path, rounds: int) -> Iterator[Row]:
    env = _env(folder)
    costs = measured(
        {
            "small": Run(small, [(*JSON, "--no-cache")], env=env),
            "big": Run(big, [(*JSON, "--no-cache")], env=env),
        },
        rounds,
    )
    small_cost, big_cost = costs["small"], costs["big"]
    wall, processor = (
        math.log10(big_one / small_one)
        for big_one, small_one in zip(big_cost[:2], small_cost[:2], strict=True)
    )
    yield Row("exponent, 1,000 -> 10,000 commits", wall, processor, "1.05")


def _monorepo(repo: Path, folder: Path, rounds: int) -> Iterator[Row]:
    costs = measured(
        {
            "floor": Run(repo, [[*LOG, "--", "okrs"]]),
            "okr": Run(repo, [(*JSON, "--no-cache")], env=_env(folder)),
            "warm": Run(repo, [JSON], env=_env(folder)),
        },
        max(rounds // 2, 1),
    )
    yield _ratio("a monorepo, cold / git log -- okrs", costs["okr"], costs["floor"], "1.5")
    yield _ratio("a monorepo, warm / git log -- okrs", costs["warm"], costs["floor"], "")


def _peer(repo: Path, folder: Path) -> Iterator[Row]:
    """Compare with the straightforward way, by the file version."""
    peer = (PYTHON, "-m", "tests.benchmarks.straightforward")
    count = len((folder / "blobs").read_bytes().splitlines())
    costs = measured(
        {
            "nothing": Run(repo, [(*peer, str(repo), "0")], env=_env(folder)),
            "peer": Run(repo, [(*peer, str(repo), str(_SLICE))], env=_env(folder)),
            "okr": Run(repo, [(*JSON, "--no-cache")], env=_env(folder)),
        },
        2,
    )
    versions = _versions(repo)
    each = [
        (one - none) / versions
        for one, none in zip(costs["peer"][:2], costs["nothing"][:2], strict=True)
    ]
    own = [cost / count for cost in costs["okr"][:2]]
    yield Row("GitPython and ruamel / okr, a version", each[0] / own[0], each[1] / own[1], ">= 100")


def _versions(repo: Path) -> int:
    """Count the file versions in the slice."""
    command = [*LOG, f"--max-count={_SLICE}", "--", "okrs"]
    told = subprocess.run(command, cwd=repo, check=True, capture_output=True).stdout
    return len(_CHANGE.findall(told))


def _a_team(repo: Path) -> str:
    return sorted(path.stem for path in (repo / "okrs" / "2026-Q4").iterdir())[40]


def _checkout(repo: Path, revision: str) -> None:
    subprocess.run(["git", "-C", str(repo), "checkout", "-q", revision], check=True)


def _arguments(given: Sequence[str]) -> None:
    rounds = int(given[0]) if given else 5
    if len(given) > 1:
        main(rounds, Path(given[1]).resolve())
        return
    with TemporaryDirectory() as folder:
        main(rounds, Path(folder))


if __name__ == "__main__":
    _arguments(sys.argv[1:])

"""How long reports take, against `okr progress` on the same repository with a warm cache.

Run it as `python -m tests.benchmarks.reports [ROUNDS] [FOLDER]`; what it builds is kept in FOLDER
where one is named. All are measured in turn. What is printed are ratios of medians, by the clock
and by the processors' time, to the progress report of the same day: on a new day, for which both
are computed, and when both are asked for again.
"""

import sys
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.measuring import Cost, Run, measured
from tests.benchmarks.places import TODAY, demo

OKR = (sys.executable, "-m", "okrcli")
REPORTS = ("week", "board", "cycle", "plan", "health")
TEAM = "booking"
FORMS = ("json", "table")


def main(rounds: int, folder: Path) -> None:
    """Measure, and print the tables."""
    repo = demo(folder / "demo-10000", 10_000)
    for form in FORMS:
        for about in ((), (TEAM,)):
            _table(repo, folder, rounds, (*about, "--format", form))


def _table(repo: Path, folder: Path, rounds: int, options: tuple[str, ...]) -> None:
    print(f"\nreport / progress, {' '.join(options)}\n")  # noqa: T201 - its output
    print("     a new day          again\n   clock  proc.   clock  proc.")  # noqa: T201 - its output
    lines = {name: (*OKR, "report", name, *options) for name in REPORTS}
    lines = {"progress": (*OKR, "progress", *options), **lines}
    again = measured({name: _run(repo, folder, line) for name, line in lines.items()}, rounds)
    fresh = measured({name: _fresh(repo, folder, line) for name, line in lines.items()}, rounds)
    for name in REPORTS:
        print("".join((*_ratios(fresh, name), *_ratios(again, name))), name)  # noqa: T201 - its output


def _run(repo: Path, folder: Path, line: tuple[str, ...]) -> Run:
    return Run(repo, [line], env=_env(folder))


def _fresh(repo: Path, folder: Path, line: tuple[str, ...]) -> Run:
    """Ask on another day each time: its facts are in the cache, the answer is not."""
    env, days = _env(folder), count(1)

    def next_day() -> None:
        env["OKR_TODAY"] = (date.fromisoformat(TODAY) + timedelta(days=next(days))).isoformat()

    return Run(repo, [line], env=env, first=next_day)


def _env(folder: Path) -> dict[str, str]:
    return {"OKR_TODAY": TODAY, "OKR_CACHE_DIR": str(folder / "caches")}


def _ratios(costs: Mapping[str, Cost], name: str) -> Iterator[str]:
    for cost, floor in zip(costs[name][:2], costs["progress"][:2], strict=True):
        yield f"{cost / floor:8.2f}"


if __name__ == "__main__":
    ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    if len(sys.argv) > 2:
        main(ROUNDS, Path(sys.argv[2]).resolve())
    else:
        with TemporaryDirectory() as place:
            main(ROUNDS, Path(place))

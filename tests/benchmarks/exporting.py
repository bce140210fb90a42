"""How long an export takes, against a report of progress on the same repository.

Run it as `python -m tests.benchmarks.exporting [ROUNDS] [FOLDER]`. Every number is a ratio of
processors' time, and of the clock, to `okr progress` in the same run, in turn with it.
"""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.measuring import Cost, Run, measured
from tests.benchmarks.places import TODAY, demo

OKR = (sys.executable, "-m", "okrcli")
PROGRESS = (*OKR, "progress")


def main(rounds: int, folder: Path) -> None:
    """Measure, and print the table."""
    repo = demo(folder / "demo-10000", 10_000)
    print("   clock  processor    bar  what")  # noqa: T201 - its output
    for line in (*_cold(repo, folder, rounds), *_warm(repo, folder, rounds)):
        print(line, flush=True)  # noqa: T201 - its output


def _cold(repo: Path, folder: Path, rounds: int) -> Iterator[str]:
    env = {"OKR_TODAY": TODAY, "OKR_CACHE_DIR": str(folder / "cold")}

    def forget() -> None:
        shutil.rmtree(folder / "cold", ignore_errors=True)

    costs = measured(
        {
            "progress": Run(repo, [PROGRESS], env=env, first=forget),
            "export": Run(repo, [_export(folder, "parquet")], env=env, first=forget),
        },
        rounds,
    )
    yield _ratio("cold parquet / cold progress", costs["export"], costs["progress"], "2")
    more = costs["export"].memory - costs["progress"].memory
    yield f"{more:8.0f}  MB more than progress, cold"


def _warm(repo: Path, folder: Path, rounds: int) -> Iterator[str]:
    env = {"OKR_TODAY": TODAY, "OKR_CACHE_DIR": str(folder / "warm")}
    forms = ("parquet", "csv", "jsonl", "sqlite")
    runs = {form: Run(repo, [_export(folder, form)], env=env) for form in forms}
    costs = measured({"progress": Run(repo, [PROGRESS], env=env), **runs}, rounds)
    for form in forms:
        yield _ratio(f"warm {form} / warm progress", costs[form], costs["progress"], "3")


def _export(folder: Path, form: str) -> tuple[str, ...]:
    return (*OKR, "export", "--format", form, "--output", str(folder / f"facts-{form}"))


def _ratio(what: str, cost: Cost, floor: Cost, bar: str) -> str:
    wall, processor = cost.wall / floor.wall, cost.processor / floor.processor
    return f"{wall:8.2f}  {processor:9.2f}  {bar:>5}  {what}"


if __name__ == "__main__":
    ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    if len(sys.argv) > 2:
        main(ROUNDS, Path(sys.argv[2]).resolve())
    else:
        with TemporaryDirectory() as place:
            main(ROUNDS, Path(place))

"""How long an export takes and how much memory, against a report of progress on one history.

Run it as `python -m tests.benchmarks.exporting [ROUNDS] [FOLDER]`. Every ratio is one of the
clock and one of processors' time to `okr progress` in the same run, in turn with it. Then the
queries of docs/export.md are run on what was exported of the demo company and of the large one.
"""

import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import duckdb

from tests.benchmarks.measuring import Cost, Run, measured
from tests.benchmarks.places import TODAY, demo
from tests.docs.test_export_page import QUERIES

OKR = (sys.executable, "-m", "okrcli")
PROGRESS = (*OKR, "progress")
FORMS = ("parquet", "csv", "jsonl", "sqlite")
QUESTIONS = ("check-in rhythm", "targets moved", "values on a day")


def main(rounds: int, folder: Path) -> None:
    """Measure, and print the tables."""
    large = demo(folder / "demo-10000", 10_000)
    fifth = demo(folder / "demo-2000", 2_000, teams=100)
    small = demo(folder / "demo-small")
    print("   clock  processor    bar  what")  # noqa: T201 - its output
    for line in (
        *_cold(large, fifth, folder, rounds),
        *_warm(large, folder, rounds),
        *_queries("demo company", small, folder, rounds),
        *_queries("500 teams", large, folder, rounds),
    ):
        print(line, flush=True)  # noqa: T201 - its output


def _cold(large: Path, fifth: Path, folder: Path, rounds: int) -> Iterator[str]:
    env = {"OKR_TODAY": TODAY, "OKR_CACHE_DIR": str(folder / "cold")}

    def forget() -> None:
        shutil.rmtree(folder / "cold", ignore_errors=True)

    runs: dict[str, Run] = {}
    for size, repo in (("fifth", fifth), ("large", large)):
        export = _export(folder, "parquet")
        runs[f"progress {size}"] = Run(repo, [PROGRESS], env=env, first=forget)
        runs[f"export {size}"] = Run(repo, [export], env=env, first=forget)
        runs[f"progress {size} uncached"] = Run(repo, [(*PROGRESS, "--no-cache")], env=env)
        runs[f"export {size} uncached"] = Run(repo, [(*export, "--no-cache")], env=env)
    costs = measured(runs, rounds)
    for kind, what in (("", "cold"), (" uncached", "uncached")):
        export_cost, floor = costs[f"export large{kind}"], costs[f"progress large{kind}"]
        yield _ratio(f"{what} parquet / {what} progress", export_cost, floor, "2")
    yield "\n      MB  what"
    for size, of in (("fifth", "a fifth of it"), ("large", "all")):
        for what in ("progress", "export"):
            yield f"{costs[f'{what} {size}'].memory:8.0f}  cold {what} of {of}"
    yield f"\n{_growth(costs, 'export'):8.2f}  times the memory for five times the history, export"
    yield f"{_growth(costs, 'progress'):8.2f}  the same, progress\n"


def _growth(costs: Mapping[str, Cost], what: str) -> float:
    return costs[f"{what} large"].memory / costs[f"{what} fifth"].memory


def _warm(repo: Path, folder: Path, rounds: int) -> Iterator[str]:
    env = {"OKR_TODAY": TODAY, "OKR_CACHE_DIR": str(folder / "warm")}
    runs = {form: Run(repo, [_export(folder, form)], env=env) for form in FORMS}
    costs = measured({"progress": Run(repo, [PROGRESS], env=env), **runs}, rounds)
    for form in FORMS:
        yield _ratio(f"warm {form} / warm progress", costs[form], costs["progress"], "3")


def _queries(of: str, repo: Path, folder: Path, rounds: int) -> Iterator[str]:
    """Run the queries of the page beside the folder `facts`."""
    place = folder / f"queries-{repo.name}"
    place.mkdir(exist_ok=True)
    export = (*OKR, "export", "--format", "parquet", "--output", str(place / "facts"))
    measured({"export": Run(repo, [export], env={"OKR_TODAY": TODAY})}, 1)
    yield "\n seconds     rows  what"
    with duckdb.connect() as database:
        database.execute(f"SET file_search_path = '{place}'")
        for question, query in zip(QUESTIONS, QUERIES, strict=True):
            seconds, rows = [], 0
            for _ in range(rounds):
                begin = perf_counter()
                rows = len(database.execute(query).fetchall())
                seconds.append(perf_counter() - begin)
            yield f"{median(seconds):8.3f} {rows:8}  {question}, {of}"


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

"""How long the tree takes, against the progress report of the same company.

Run it as `python -m tests.benchmarks.alignment [ROUNDS] [FOLDER]`; what it builds is kept in FOLDER
where one is named. Both are measured in turn; what is printed are ratios of medians, by the clock
and by the processors' time.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.measuring import Run, measured
from tests.benchmarks.places import TODAY, demo

PYTHON = sys.executable
IMPORTS = "import rich, typer, pydantic"
JSON = ("--format", "json")
OKR = (PYTHON, "-m", "okrcli")


def main(rounds: int, folder: Path) -> None:
    """Measure, and print the table."""
    repo = demo(folder / "demo-10000", 10_000)
    env = {
        "OKR_TODAY": TODAY,
        "OKR_CACHE_DIR": str(folder / "caches"),
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
    }
    commands = {
        "imports": (PYTHON, "-c", IMPORTS),
        "progress, warm": (*OKR, "progress", *JSON),
        "tree, warm": (*OKR, "tree", *JSON),
        "terminal, warm": (*OKR, "tree"),
        "progress, cold": (*OKR, "progress", *JSON, "--no-cache"),
        "tree, cold": (*OKR, "tree", *JSON, "--no-cache"),
    }
    costs = measured({name: Run(repo, [line], env=env) for name, line in commands.items()}, rounds)
    print("   clock  processor         bar  what")  # noqa: T201 - its output
    for what, one, floor, bar in (
        ("tree / progress, as JSON, warm", "tree, warm", "progress, warm", "1.5"),
        ("tree / progress, as JSON, cold", "tree, cold", "progress, cold", "1.5"),
        ("the tree in a terminal / bare imports", "terminal, warm", "imports", ""),
    ):
        wall, processor = (
            high / low for high, low in zip(costs[one][:2], costs[floor][:2], strict=True)
        )
        print(f"{wall:8.2f}  {processor:9.2f}  {bar:>10}  {what}")  # noqa: T201 - its output


def _arguments(given: Sequence[str]) -> None:
    rounds = int(given[0]) if given else 5
    if len(given) > 1:
        main(rounds, Path(given[1]).resolve())
        return
    with TemporaryDirectory() as folder:
        main(rounds, Path(folder))


if __name__ == "__main__":
    _arguments(sys.argv[1:])

"""How long okr takes to begin, against the libraries that it cannot do without.

Run it as `python -m tests.benchmarks.startup [ROUNDS]`. Runs are interleaved, so that a busy
machine slows both sides of a ratio; what is printed are medians. Compiled modules are kept, as they
are for whoever has installed it.
"""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.running import PROJECT

PYTHON = sys.executable
COMPLETION = {"_OKR_COMPLETE": "complete_bash", "COMP_WORDS": "okr li", "COMP_CWORD": "1"}
OKR = (PYTHON, "-m", "okrcli")
TYPER = "python -c 'import typer'"
BOTH = "python -c 'import pydantic, typer'"
COMMANDS: Mapping[str, tuple[Sequence[str], Mapping[str, str]]] = {
    TYPER: ((PYTHON, "-c", "import typer"), {}),
    BOTH: ((PYTHON, "-c", "import pydantic, typer"), {}),
    "okr --version": ((*OKR, "--version"), {}),
    "completion": (OKR, COMPLETION),
    "okr lint examples": ((*OKR, "lint", "examples"), {}),
}
RATIOS = (
    ("okr --version", TYPER, 1.3),
    ("completion", TYPER, 1.3),
    ("okr lint examples", BOTH, 1.6),
)


def main(rounds: int) -> None:
    """Measure all commands in turn, and print medians and ratios."""
    with TemporaryDirectory() as compiled:
        times = _measured(rounds, {"PYTHONPYCACHEPREFIX": compiled})
    for name, taken in times.items():
        print(f"{median(taken) * 1000:7.1f} ms  {name}")  # noqa: T201 - its output
    for name, base, bar in RATIOS:
        ratio = median(times[name]) / median(times[base])
        print(f"{ratio:7.2f} x   {name} / {base} (bar: {bar})")  # noqa: T201 - its output


def _measured(rounds: int, env: Mapping[str, str]) -> Mapping[str, Sequence[float]]:
    """Take the seconds of each command, round by round; the first round only warms up."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for round_ in range(rounds + 1):
        for name, (command, extra) in COMMANDS.items():
            taken = _seconds(command, {**env, **extra})
            if round_:
                times[name].append(taken)
    return times


def _seconds(command: Sequence[str], extra: Mapping[str, str]) -> float:
    env = {**os.environ, "PYTHONPATH": str(PROJECT), **extra}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    begin = perf_counter()
    subprocess.run(command, cwd=PROJECT, env=env, stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - begin


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)

"""Time and memory of whole processes, measured in turn so that a busy machine slows all alike."""

import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from tests.running import PROJECT


class Run(NamedTuple):
    """What is run: programs one after the other, each with what it reads.

    What is done `first`, each time, is not measured.
    """

    folder: Path
    commands: Sequence[Sequence[str]]
    given: Path | None = None
    env: Mapping[str, str] = {}
    first: Callable[[], object] | None = None


class Cost(NamedTuple):
    """Seconds of the clock, seconds of processors, and the largest process in megabytes."""

    wall: float
    processor: float
    memory: float


def measured(runs: Mapping[str, Run], rounds: int) -> Mapping[str, Cost]:
    """Give the medians of each run; the first round only warms up."""
    found: dict[str, list[Cost]] = {name: [] for name in runs}
    for round_ in range(rounds + 1):
        for name, run in runs.items():
            cost = _cost(run)
            if round_:
                found[name].append(cost)
    return {
        name: Cost(*(median(part) for part in zip(*costs, strict=True)))
        for name, costs in found.items()
    }


def _cost(run: Run) -> Cost:
    if run.first is not None:
        run.first()
    costs = [_cost_of(command, run) for command in run.commands]
    wall, processor, memory = zip(*costs, strict=True)
    return Cost(sum(wall), sum(processor), max(memory))


def _cost_of(command: Sequence[str], run: Run) -> Cost:
    env = {**os.environ, "PYTHONPATH": str(PROJECT), **run.env}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    with Path(os.devnull if run.given is None else run.given).open("rb") as given:
        begin = perf_counter()
        process = subprocess.Popen(
            command, cwd=run.folder, env=env, stdin=given, stdout=subprocess.DEVNULL
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(command, process.returncode)
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)

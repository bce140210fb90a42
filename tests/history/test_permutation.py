"""What files are called, and how a team's objectives are spread over them, changes no number."""

import json
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.history.repositories import CLEAN, Repo
from tests.history.story import ORGANIZATION
from tests.running import Okr

SEEDS = range(4)
TODAY = "2026-11-20"
TEAMS = ("company", "product", "growth", "platform")
CYCLES = ("2026", "2026-Q4")
Data = dict[str, Any]


class Objective(NamedTuple):
    """An objective of a week, as text."""

    cycle: str
    team: str
    place: int
    text: str


Week = Sequence[Objective]
Places = Callable[[int, Objective], str]


def _weeks(seed: int) -> list[Week]:
    """Make five weeks of objectives with check-ins; ids are in no order."""
    rng = random.Random(seed)  # noqa: S311 - repeatable
    names = {
        (cycle, team): rng.sample("abcdefgh", rng.randint(2, 4))
        for cycle in CYCLES
        for team in TEAMS
    }
    values: dict[tuple[str, str, str], float] = {}
    weeks: list[Week] = []
    for _ in range(5):
        week: list[Objective] = []
        for (cycle, team), ids in names.items():
            for place, name in enumerate(ids):
                if rng.random() < 0.5 or (cycle, team, name) not in values:
                    values[cycle, team, name] = rng.randint(0, 120)
                text = _objective(name, values[cycle, team, name])
                week.append(Objective(cycle, team, place, text))
        weeks.append(week)
    return weeks


def _objective(name: str, value: float) -> str:
    priority = f"    priority: {ord(name) % 3}\n" if name in "aeh" else ""
    return (
        f"  - id: {name}\n    title: Title of {name}\n    owner: ana\n{priority}"
        "    key_results:\n"
        f"      - {{id: z, title: Z, baseline: 0, target: 100, current: {value}}}\n"
        f"      - {{id: a, title: A, at_least: 50, current: {value}}}\n"
    )


def _repository(folder: Path, weeks: Sequence[Week], places: Places) -> Repo:
    """Commit each week, every objective in the file that `places` says."""
    repo = Repo(folder)
    for number, week in enumerate(weeks):
        files: dict[str, str] = {"okrs/organization.yaml": ORGANIZATION}
        for objective in week:
            path = places(number, objective)
            head = f"team: {objective.team}\ncycle: {objective.cycle}\nobjectives:\n"
            files[path] = files.get(path, head) + objective.text
        repo.commit(files, whole=True, date=f"2026-10-{5 + 7 * number - 14 * (number // 4):02}")
    return repo.checkout()


def _plain(_: int, objective: Objective) -> str:
    return f"okrs/{objective.cycle}/{objective.team}.yaml"


def _permuted(seed: int, *, weekly: bool) -> Places:
    """Give each file the name of another, for ever or anew each week."""

    def place(week: int, objective: Objective) -> str:
        rng = random.Random(f"{seed} {week if weekly else 0}")  # noqa: S311 - repeatable
        paths = [f"okrs/{name}.yaml" for name in ("z", "2026/b", "a/very/deep", "0", "m", "Q", "é")]
        paths.append("okrs/organisation.yml")
        rng.shuffle(paths)
        return paths[CYCLES.index(objective.cycle) * 4 + TEAMS.index(objective.team)]

    return place


def _split(since: int) -> Places:
    """Split every team's file in two, from a week on."""

    def place(week: int, objective: Objective) -> str:
        part = "" if week < since else ("-z", "-a")[objective.place % 2]
        return f"okrs/{objective.cycle}/{objective.team}{part}.yaml"

    return place


@pytest.fixture
def told(okr: Okr, tmp_path: Path) -> Callable[[Sequence[Week], Places], Data]:
    """Give the report of a history, without the ids of its commits."""
    numbers = iter(range(99))

    def tell(weeks: Sequence[Week], places: Places) -> Data:
        repo = _repository(tmp_path / f"repo-{next(numbers)}", weeks, places)
        env = {**CLEAN, "OKR_TODAY": TODAY}
        run = okr("progress", "--format", "json", cwd=repo.folder, env=env)
        assert (run.code, run.stderr) == (0, "")
        found: Data = _without_commits(json.loads(run.stdout))
        assert len(found["objectives"]) == len(weeks[0])
        return found

    return tell


def _without_commits(data: Any) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(data, dict):
        return {
            key: _without_commits(value)
            for key, value in data.items()
            if key not in {"commit", "revision", "commits"}
        }
    return [_without_commits(item) for item in data] if isinstance(data, list) else data


def _by_name(data: Data) -> Data:
    objectives = {f"{one['cycle']}:{one['ref']}": one for one in data["objectives"]}
    return {**data, "objectives": objectives}


Told = Callable[[Sequence[Week], Places], Data]


@pytest.mark.parametrize("seed", SEEDS)
def test_what_files_are_called_changes_no_number_and_no_order(seed: int, told: Told) -> None:
    weeks = _weeks(seed)
    assert told(weeks, _permuted(seed, weekly=False)) == told(weeks, _plain)


@pytest.mark.parametrize("seed", SEEDS)
def test_files_that_change_names_every_week_change_no_number_and_no_order(
    seed: int, told: Told
) -> None:
    weeks = _weeks(seed)
    assert told(weeks, _permuted(seed, weekly=True)) == told(weeks, _plain)


@pytest.mark.parametrize("since", [0, 2, 4])
def test_splitting_a_teams_file_changes_no_number(since: int, told: Told) -> None:
    weeks = _weeks(since)
    assert _by_name(told(weeks, _split(since))) == _by_name(told(weeks, _plain))

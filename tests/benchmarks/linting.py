"""How long linting 500 files takes, against what else people run over such files.

Run it as `python -m tests.benchmarks.linting [ROUNDS] [FOLDER]`; what it builds is kept in FOLDER
where one is named. The files are those of a quarter of the demo company with 500 teams, and of
the year that they serve: some 3 KB each, and all of them different. The peers go into a virtual
environment of their own: yamllint with its relaxed rules, and check-jsonschema with the schema that
okr prints. Runs are interleaved, and what is printed are medians of the clock and of the
processors' time.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.history import Row
from tests.benchmarks.measuring import Cost, Run, measured
from tests.benchmarks.places import demo
from tests.running import PROJECT

PYTHON = sys.executable
OKR = (PYTHON, "-m", "okrcli")
LINT = (*OKR, "lint", "--exit-zero")
PEERS = ("yamllint==1.38.0", "check-jsonschema==0.39.0")
FOLDERS = ("okrs/2026", "okrs/2026-Q4")
MISTAKES = (
    ("owner:", "ownr:"),
    ("baseline: ", "baseline: about "),
    ("cycle: 2026", "cycle: Q2026"),
)


def main(rounds: int, folder: Path) -> None:
    """Measure everything, and print the table."""
    company = demo(folder / "demo-2000", 2_000)
    clean = _quarter(company, folder / "clean")
    costs = measured(_runs(company, clean, folder), rounds)
    print(_size(clean))  # noqa: T201 - its output
    print("   clock  processor         bar  what")  # noqa: T201 - its output
    for row in _rows(costs):
        print(row)  # noqa: T201 - its output


def _runs(company: Path, clean: Path, folder: Path) -> Mapping[str, Run]:
    peers = _peers(folder / "peers")
    env = {"PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    files = [str(path.relative_to(clean)) for path in _okr_files(clean)]
    schema = ("--schemafile", str(_schema(folder / "okr.schema.json")))
    peer = {"PYTHONPATH": ""}
    return {
        "okr": Run(clean, [LINT], env=env),
        "dirty": Run(_dirty(clean, folder / "dirty"), [LINT], env=env),
        "company": Run(company, [LINT], env=env),
        "yamllint": Run(clean, [(str(peers / "yamllint"), "-d", "relaxed", *files)], env=peer),
        "check": Run(clean, [(str(peers / "check-jsonschema"), *schema, *files)], env=peer),
    }


def _rows(costs: Mapping[str, Cost]) -> Iterator[Row]:
    yield _ratio("okr lint / yamllint, the same files", costs["okr"], costs["yamllint"], "0.2")
    yield _ratio("okr lint / check-jsonschema, the same", costs["okr"], costs["check"], "0.2")
    yield _ratio("one dirty file among them / none", costs["dirty"], costs["okr"], "1.3")
    for name, what in (("okr", "500 files"), ("company", "500 teams, two quarters")):
        yield Row(f"seconds, {what}", *costs[name][:2], "")


def _ratio(what: str, cost: Cost, floor: Cost, bar: str) -> Row:
    return Row(what, cost.wall / floor.wall, cost.processor / floor.processor, bar)


def _quarter(company: Path, folder: Path) -> Path:
    """Copy a quarter of a company, with the year and the organization that it refers to."""
    if not folder.exists():
        for name in FOLDERS:
            shutil.copytree(company / name, folder / name)
        for name in ("okr.toml", "okrs/organization.yaml", "okrs/kpis.yaml"):
            shutil.copy(company / name, folder / name)
    return folder


def _okr_files(folder: Path) -> Sequence[Path]:
    """List the files; the organization and the KPIs are none of them."""
    return sorted(path for name in FOLDERS for path in (folder / name).iterdir())


def _dirty(clean: Path, folder: Path) -> Path:
    """Copy a workspace, with a few mistakes in one file."""
    if not folder.exists():
        shutil.copytree(clean, folder)
        path = _okr_files(folder)[250]
        text = path.read_text(encoding="utf-8")
        for right, wrong in MISTAKES:
            text = text.replace(right, wrong, 1)
        path.write_text(text, encoding="utf-8")
    return folder


def _peers(folder: Path) -> Path:
    """Install the peers, if they are not there yet; return where their commands are."""
    if not folder.exists():
        subprocess.run([PYTHON, "-m", "venv", str(folder)], check=True)
        installing = (str(_commands(folder) / "python"), "-m", "pip", "install", "-qq", *PEERS)
        subprocess.run(installing, check=True)
    return _commands(folder)


def _commands(folder: Path) -> Path:
    return folder / ("Scripts" if sys.platform == "win32" else "bin")


def _schema(path: Path) -> Path:
    """Write the schema of OKR files."""
    with path.open("wb") as file:
        subprocess.run([*OKR, "schema", "okr"], cwd=PROJECT, stdout=file, check=True)
    return path


def _size(folder: Path) -> str:
    sizes = [path.stat().st_size for path in _okr_files(folder)]
    return f"{len(sizes)} files, {sum(sizes) / len(sizes) / 1000:.1f} KB each"


def _arguments(given: Sequence[str]) -> None:
    rounds = int(given[0]) if given else 3
    if len(given) > 1:
        main(rounds, Path(given[1]).resolve())
        return
    with TemporaryDirectory() as folder:
        main(rounds, Path(folder))


if __name__ == "__main__":
    _arguments(sys.argv[1:])

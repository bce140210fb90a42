"""Files are written all or not at all, and never over what someone else wrote."""

import os
import resource
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from okrcli.errors import OkrError, UsageError
from okrcli.model.settings import Settings
from okrcli.store.editing.changes import Change, ChangedMeanwhileError, write_beside, write_changes
from okrcli.store.exclusive import LockedError, exclusive
from tests.running import PROJECT

A, B = "okrs/a.yaml", "okrs/2026/b.yml"
OLD, NEW = b"team: old\n", b"team: new\n" * 9


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "okrs/2026").mkdir(parents=True)
    for name in (A, B):
        (tmp_path / name).write_bytes(OLD)
    return tmp_path


def contents(root: Path) -> dict[str, bytes]:
    files = sorted(path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def test_several_files_are_replaced_made_and_deleted(root: Path) -> None:
    (root / A).chmod(0o640)
    new = "okrs/2027/c.yaml"
    changes = {A: Change(OLD, NEW), B: Change(OLD, None), new: Change(None, NEW)}
    write_changes(root, Settings(), changes)
    assert contents(root) == {A: NEW, new: NEW}
    assert stat.S_IMODE((root / A).stat().st_mode) == 0o640


@pytest.mark.parametrize("now", [b"team: other\n", None])
def test_a_file_that_changed_meanwhile_is_not_overwritten(root: Path, now: bytes | None) -> None:
    (root / B).unlink() if now is None else (root / B).write_bytes(now)
    before = contents(root)
    with pytest.raises(ChangedMeanwhileError, match=f"{B} was changed"):
        write_changes(root, Settings(), {A: Change(OLD, NEW), B: Change(OLD, NEW)})
    assert contents(root) == before


def test_a_file_that_appeared_meanwhile_is_not_overwritten(root: Path) -> None:
    with pytest.raises(ChangedMeanwhileError):
        write_changes(root, Settings(), {A: Change(None, NEW)})


@pytest.mark.parametrize(
    "path",
    ["okr.toml", "a.yaml", "okrs/../a.yaml", "okrs/a.txt", "okrs/.git/a.yaml", "okrs/../../b.yaml"],
)
def test_only_okr_files_are_written(root: Path, path: str) -> None:
    before = contents(root)
    with pytest.raises(UsageError, match="is not a file of the OKR folder"):
        write_changes(root, Settings(), {path: Change(None, NEW)})
    assert contents(root) == before


def test_nothing_is_written_through_a_link(root: Path) -> None:
    (root / "outside").mkdir()
    (root / "outside/b.yml").write_bytes(OLD)
    (root / "okrs/link.yaml").symlink_to(root / "outside/b.yml")
    (root / "okrs/away").symlink_to(root / "outside")
    os.mkfifo(root / "okrs/pipe.yaml")
    for path in ("okrs/link.yaml", "okrs/away/b.yml", "okrs/pipe.yaml"):
        with pytest.raises(UsageError):
            write_changes(root, Settings(), {path: Change(OLD, NEW)})
    assert (root / "outside/b.yml").read_bytes() == OLD


def test_what_a_killed_process_left_is_taken_away(root: Path) -> None:
    (root / "okrs/.a.yaml.okr-new").write_bytes(b"half of i")
    write_changes(root, Settings(), {A: Change(OLD, NEW)})
    assert contents(root) == {A: NEW, B: OLD}


def test_a_failure_half_way_gives_the_first_files_back(root: Path) -> None:
    def fail(path: Path, target: Path) -> Path:
        if target.name == "b.yml":
            raise PermissionError(1, "Operation not permitted")
        return rename(path, target)

    rename = Path.replace
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", fail)
        with pytest.raises(OkrError, match=r"b\.yml cannot be written: Operation not permitted"):
            write_changes(root, Settings(), {A: Change(OLD, NEW), B: Change(OLD, NEW)})
    assert contents(root) == {A: OLD, B: OLD}


def test_an_interrupt_half_way_gives_the_first_files_back(root: Path) -> None:
    def interrupt(path: Path, target: Path) -> Path:
        if target.name == "b.yml":
            raise KeyboardInterrupt
        return rename(path, target)

    rename = Path.replace
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", interrupt)
        with pytest.raises(KeyboardInterrupt):
            write_changes(root, Settings(), {A: Change(OLD, NEW), B: Change(OLD, NEW)})
    assert contents(root) == {A: OLD, B: OLD}


def test_a_full_disk_leaves_everything_as_it_was(root: Path) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    large = {A: Change(OLD, NEW), B: Change(OLD, b"x" * 5000)}
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4000, limits[1]))
        with pytest.raises(OkrError, match="cannot be written: File too large"):
            write_changes(root, Settings(), large)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert contents(root) == {A: OLD, B: OLD}


def test_permissions_are_kept_to(root: Path) -> None:
    """Nobody may write a file that is read-only, nor into a folder that is."""
    code = (
        "from tests.store.editing.test_changes import *\n"
        "root = Path(sys.argv[1])\n"
        "os.getuid() or os.setuid(65534)\n"
        "for name in (A, B):\n"
        "    try: write_changes(root, Settings(), {name: Change(OLD, NEW)})\n"
        "    except OkrError as error: print(error.message.removeprefix(f'{root}/'))\n"
    )
    with TemporaryDirectory() as folder:
        shutil.copytree(root, folder, dirs_exist_ok=True)
        for name, mode in (("", 0o755), (A, 0o444), (B, 0o666), ("okrs/2026", 0o555)):
            (Path(folder) / name).chmod(mode)
        argument = [sys.executable, "-c", code, folder]
        done = subprocess.run(argument, capture_output=True, cwd=PROJECT, text=True, check=True)
        assert contents(Path(folder)) == {A: OLD, B: OLD}
    assert done.stdout.splitlines() == [
        f"{A} cannot be written: its permissions do not allow it",
        f"{B} cannot be written: Permission denied",
    ]


def test_two_writers_take_turns(root: Path) -> None:
    with (
        exclusive(root / "okrs"),
        pytest.raises(LockedError, match="another okr is writing"),
        exclusive(root / "okrs", seconds=0.05),
    ):
        pass
    with exclusive(root / "okrs", seconds=0):
        pass


def test_no_edit_of_two_processes_is_lost(root: Path) -> None:
    """Each adds its lines one by one and begins again where the other was faster."""
    code = (
        "import sys; from pathlib import Path\n"
        "from tests.store.editing.test_changes import *\n"
        "root, name = Path(sys.argv[1]), sys.argv[2].encode()\n"
        "for number in range(25):\n"
        "    while True:\n"
        "        old = (root / A).read_bytes()\n"
        "        try:\n"
        "            new = old + b'# %s%d\\n' % (name, number)\n"
        "            write_changes(root, Settings(), {A: Change(old, new)})\n"
        "            break\n"
        "        except ChangedMeanwhileError: pass\n"
    )
    argument = [sys.executable, "-c", code, str(root)]
    writers = [subprocess.Popen([*argument, name], cwd=PROJECT) for name in ("a", "b", "c")]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    lines = (root / A).read_bytes().splitlines()
    assert sorted(lines[1:]) == sorted(b"# %c%d" % (x, n) for x in b"abc" for n in range(25))


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.store.editing.test_changes import *

root, wanted, count = Path(sys.argv[1]), int(sys.argv[2]), 0

def step(frame, event, argument):
    global count
    if event in ("c_call", "c_return"):
        count += 1
        if count == wanted:
            os.kill(os.getpid(), signal.SIGKILL)

changes = {A: Change(OLD, NEW), B: Change(OLD, NEW)}
sys.setprofile(step)
write_changes(root, Settings(), changes)
sys.setprofile(None)
"""
KILLER = """
import os, sys
from pathlib import Path
code = compile(sys.stdin.read(), "killed", "exec")
import tests.store.editing.test_changes as tested
root = Path(sys.argv[1])
at, died = 0, -9
while died:
    at += 1
    child = os.fork()
    if not child:
        sys.argv[2:] = [str(at)]
        exec(code, {"__name__": "killed"})
        os._exit(0)
    died = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert died in (0, -9), died
    found = tested.contents(root)
    visible = {name: data for name, data in found.items() if "/." not in name}
    assert set(visible) == {tested.A, tested.B}, found
    assert all(data in (tested.OLD, tested.NEW) for data in visible.values()), found
    assert len(found) <= 4, found
    for name in (tested.A, tested.B):
        (root / name).write_bytes(tested.OLD)
    if not died:
        assert visible == {tested.A: tested.NEW, tested.B: tested.NEW} and found == visible
print(at)
"""


def test_a_process_that_is_killed_leaves_old_files_or_new_ones(root: Path) -> None:
    """A child is killed before and after each call of the writing that leaves Python."""
    done = subprocess.run(
        [sys.executable, "-c", KILLER, str(root)],
        input=KILLED,
        capture_output=True,
        cwd=PROJECT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 100


def test_files_beside_the_okr_folder_are_written_all_or_none(root: Path) -> None:
    workflow = ".github/workflows/okr.yml"
    write_beside(root, {workflow: Change(None, NEW), "a.txt": Change(None, OLD)})
    assert ((root / workflow).read_bytes(), (root / "a.txt").read_bytes()) == (NEW, OLD)
    before = contents(root)
    with pytest.raises(ChangedMeanwhileError):
        write_beside(root, {"b.txt": Change(None, NEW), "a.txt": Change(NEW, OLD)})
    assert contents(root) == before


@pytest.mark.parametrize("path", [".git/config", "../a.txt", "okrs/../../a.txt", "/a.txt"])
def test_beside_the_okr_folder_nothing_leaves_the_repository_or_is_git_s(
    root: Path, path: str
) -> None:
    with pytest.raises(UsageError, match="is not written"):
        write_beside(root, {path: Change(None, NEW)})


def test_nothing_beside_the_okr_folder_is_written_through_a_link(
    root: Path, tmp_path: Path
) -> None:
    (root / ".github").symlink_to(tmp_path)
    (root / "link").symlink_to(tmp_path / "x")
    for path in (".github/CODEOWNERS", "link"):
        with pytest.raises(UsageError):
            write_beside(root, {path: Change(None, NEW)})
    assert not (tmp_path / "CODEOWNERS").exists()

"""Real git repositories for tests, from a folder for each commit."""

import tomllib
from pathlib import Path

from tests.history.repositories import Repo, Tree
from tests.running import DATA

HISTORIES = DATA / "histories"
_COMMIT_FILE = "commit.toml"


def build(name: str, folder: Path) -> Repo:
    """Make the repository of tests/data/histories/NAME and check it out.

    Each folder in it is a commit, its whole tree, in the order of their names. Its commit.toml may
    say `author`, `date`, `committed`, `message`, `branch` and `parents` (folders); left out: ana, a
    day after the one before, main, and what its branch has (else main).
    """
    repo = Repo(folder)
    ids: dict[str, str] = {}
    for place in sorted(path for path in (HISTORIES / name).iterdir() if path.is_dir()):
        said = place / _COMMIT_FILE
        facts = tomllib.loads(said.read_text("utf-8")) if said.exists() else {}
        branch = facts.pop("branch", "main")
        parents = [ids[parent] for parent in facts.pop("parents", [])] or None
        if branch not in repo.heads and parents is None and repo.heads:
            repo.branch(branch, repo.heads["main"])
        repo.go(branch)
        ids[place.name] = repo.commit(_tree(place), whole=True, parents=parents, **facts)
    repo.go("main")
    return repo.checkout()


def _tree(place: Path) -> Tree:
    files = (path for path in sorted(place.rglob("*")) if path.is_file())
    return {
        path.relative_to(place).as_posix(): path.read_bytes()
        for path in files
        if path != place / _COMMIT_FILE
    }

"""A workspace with a merge, and what the real binary is asked of its revisions."""

from collections.abc import Callable
from pathlib import Path

from tests.history.asking import DAY7, goals
from tests.history.repositories import CLEAN, Repo
from tests.running import Okr, Run

Ask = Callable[..., Run]
AT_HEAD = (
    ("progress", "--at", "HEAD"),
    ("progress", "--at", "HEAD", "--format", "json"),
    ("progress", "--at", "2026-10-14", "--format", "json"),
    ("progress", "--at", "HEAD~1", "--format", "csv"),
    ("log", "--at", "HEAD", "--format", "json"),
    ("log", "--at", "HEAD", "--since", "HEAD~1"),
    ("show", "growth/first-minute/day7", "--at", "HEAD"),
    ("audit", "--at", "HEAD", "--format", "json"),
    ("audit", "HEAD~1..HEAD", "--format", "json"),
)


def asker(okr: Okr) -> Ask:
    """Give what runs the real binary on a day of the cycle."""

    def run(*arguments: str, cwd: Path) -> Run:
        return okr(*arguments, cwd=cwd, env={**CLEAN, "OKR_TODAY": "2026-11-20"})

    return run


def weeks(folder: Path, root: str = "", object_format: str = "sha1") -> Repo:
    """Make a workspace that checks in three times, the last time on a merged branch."""
    repo = Repo(folder, object_format)
    settings = {f"{root}okr.toml": "closing_days = 10\n"}
    for day, value in (("05", 1), ("12", 20), ("19", 30)):
        text = goals(f"{DAY7}, current: {value}")
        repo.commit({**settings, f"{root}okrs/growth.yaml": text}, date=f"2026-10-{day}")
    repo.branch("side")
    repo.commit({f"{root}okrs/growth.yaml": goals(f"{DAY7}, current: 40")}, author="bo")
    repo.go("main")
    repo.merge("side")
    return repo.checkout()

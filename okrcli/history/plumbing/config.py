"""What git is configured to: single settings, and where a repository comes from."""

import os
from collections.abc import Sequence
from pathlib import Path

from okrcli.history.plumbing.process import run_git


def configured(folder: Path, name: str) -> str | None:
    """Give a setting as git in a folder sees it; None where it is not set."""
    code, output, _ = run_git("config", "--get", name, cwd=str(folder))
    return None if code else os.fsdecode(output).removesuffix("\n")


def remote_urls(folder: Path) -> Sequence[str]:
    """Give the addresses of all remotes."""
    _, output, _ = run_git("config", "--get-regexp", r"^remote\..*\.url$", cwd=str(folder))
    return [line.partition(" ")[2] for line in os.fsdecode(output).splitlines()]

"""What a report asks of the history."""

from collections.abc import Mapping
from datetime import date, tzinfo
from typing import NamedTuple

from okrcli.history.following.contents import Asked
from okrcli.history.plumbing.git import Git
from okrcli.model.settings import Settings


class Question(NamedTuple):
    """The state on disk after a head; `asked` are the cycles that are enough, where they are.

    `blobs` names the files' texts as git does.
    """

    git: Git
    head: str
    settings: Settings
    files: Mapping[str, bytes]
    blobs: Mapping[str, str]
    asked: Asked | None
    now: date
    zone: tzinfo

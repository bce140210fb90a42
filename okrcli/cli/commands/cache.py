"""`okr cache`."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from enum import StrEnum
from typing import Annotated

from typer import Argument

from okrcli.cli.reading.caching import caches
from okrcli.cli.session import Session
from okrcli.errors import UsageError

_MEGABYTE = 1_000_000


class Action(StrEnum):
    """What to do with the caches."""

    INFO = "info"
    CLEAR = "clear"


What = Annotated[Action, Argument(help="Show where they are and how large, or remove them all.")]


def cache(action: What) -> int:
    """Show or clear what is remembered of histories.

    The cache makes reports faster and never different: remove it at any time. OKR_CACHE_DIR names
    another folder, --no-cache leaves it alone for one report.
    """
    from okrcli.history.memory.cache import all_caches

    session = Session.here()
    folder = caches(session)
    if folder is None:
        raise UsageError("there is no home folder to keep a cache in", "set OKR_CACHE_DIR")
    found = all_caches(folder)
    size = sum(each.size for each in found)
    count = f"{len(found)} {'repository' if len(found) == 1 else 'repositories'}"
    done = f"{folder}: {count}, {size / _MEGABYTE:.1f} MB"
    if action is Action.CLEAR:
        for each in found:
            each.forget()
        done = f"{done}, removed"
    session.emit(f"{done}\n")
    return 0

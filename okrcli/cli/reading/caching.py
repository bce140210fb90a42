"""Where the caches of histories are: a folder of the user's, never one of the repository's."""

# ruff: noqa: PLC0415 - asked for only where no folder is named

from pathlib import Path

from okrcli.cli.session import Session

FOLDER = "OKR_CACHE_DIR"


def caches(session: Session) -> Path | None:
    """Give the folder of the caches; OKR_CACHE_DIR names another one.

    None for a user without a home, whose caches would be wherever they happen to be.
    """
    named = session.environ.get(FOLDER)
    if named:
        return session.folder / named
    from platformdirs import user_cache_path

    found = user_cache_path("okr", appauthor=False)
    return found if found.is_absolute() else None

"""Which commits of a line were there at a revision: what came since is the rest."""

from collections.abc import Sequence
from contextlib import suppress

from okrcli.errors import UsageError
from okrcli.history.at import past
from okrcli.history.plumbing.git import Git


def seen_at(git: Git, revision: str, line: Sequence[str | None]) -> Sequence[str | None]:
    """Give those commits of a line, oldest first, that a revision has behind it.

    A revision that is not on the line is followed back to where it left it. One without any OKR
    files has seen none.
    """
    found = git.commit(revision)
    if found not in line:
        behind: set[str | None] = set()
        with suppress(UsageError):
            behind.update(each.commit.id for each in past(git, found).timeline.past.commits())
        found = next((each for each in reversed(line) if each and each in behind), "")
    return line[: line.index(found) + 1] if found else ()

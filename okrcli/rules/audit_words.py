"""Words that the findings of the history share."""

from collections.abc import Sequence

from okrcli.model.series import CommitRef

_ID_DIGITS = 8


def told(commit: CommitRef) -> str:
    """Say who made a commit, and when."""
    if commit.id is None:
        return "in what is not committed yet"
    author = "" if commit.author is None else f"by {commit.author} "
    return f"{author}on {commit.dated} ({commit.id[:_ID_DIGITS]})"


def written(value: object) -> str:
    """Write a value as it would stand in a file."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "unknown" if value is None else str(value)


def listed(words: Sequence[str]) -> str:
    """Write `a, b and c`."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def days(number: int) -> str:
    """Write a number of days."""
    return f"{number} day" if number == 1 else f"{number} days"


def percent(fraction: float) -> str:
    """Write a fraction as a percentage, without rounding it over a threshold."""
    return f"{round(fraction * 100, 1):g}%"

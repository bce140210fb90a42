"""Hand-built versions of key results, as the history gives them."""

from collections.abc import Sequence
from datetime import date

from okrcli.analysis.story.log_entry import Chapter
from okrcli.analysis.story.story import story
from okrcli.model.key_result import KeyResult
from okrcli.model.objective import Objective
from okrcli.model.reference import Key
from okrcli.model.series import CheckIn, CommitRef, Version

DAY7 = Key("2026-Q4", "growth", "first-minute", "day7")
SETUP = DAY7._replace(key_result="setup")
OBJECTIVE = Objective("first-minute", "growth", "2026-Q4", "Shops love us", "ana")
METRIC = KeyResult("day7", "Shops come back", unit="%", baseline=31.0, target=45.0)


def commit(day: int, author: str | None = "ana") -> CommitRef:
    """Make up the commit of a day of October; day 0 is what is not committed."""
    when = date(2026, 10, day or 31)
    return CommitRef(f"{day:040x}" if day else None, when, when, author if day else None)


def version(  # noqa: PLR0913 - all that a version says
    day: int,
    key_result: KeyResult | None,
    *,
    said: bool = False,
    key: Key = DAY7,
    objective: Objective = OBJECTIVE,
    author: str | None = "ana",
) -> Version:
    """Make a version; `said` tells whether a check-in lies in it."""
    here = commit(day, author)
    check_in = None
    if said and key_result is not None:
        check_in = CheckIn(here.dated, here.author, here.id, key_result)
    there = None if key_result is None else objective
    return Version(here, key, there, key_result, check_in)


def told(*versions: Sequence[Version]) -> list[Chapter]:
    """Tell the story of some key results, each under the key of its last version."""
    return story({each[-1].key: each for each in versions}, [commit(day) for day in range(1, 32)])


def lines(chapters: Sequence[Chapter]) -> list[str]:
    """Write what each commit says: the day, what it is of, the goalposts, the check-in's delta."""
    return [
        " ".join(
            [
                str(chapter.commit.dated.day),
                entry.key.ref,
                *(each.kind.value for each in entry.goalposts),
                *([] if entry.said is None else [f"{entry.said.value}({entry.said.delta})"]),
            ]
        )
        for chapter in chapters
        for entry in chapter.entries
    ]

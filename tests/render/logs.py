"""Hand-built logs to render: an ordinary one, and everything that is odd at once."""

from datetime import date
from typing import Any

from okrcli.analysis.story.goalposts import Goalpost, Move
from okrcli.analysis.story.log_entry import Chapter, Log, LogEntry, Said
from okrcli.model.key_result import Close, KeyResult, Kind, Milestone
from okrcli.model.objective import Objective
from okrcli.model.reference import Key
from okrcli.model.series import CommitRef, HistoryFacts
from tests.render.report_cases import commit_id

NOW = date(2026, 11, 22)
FIRST = Objective("first-minute", "growth", "2026-Q4", "New shops love us from the first minute")
FAST = Objective("fast", "platform", "2026-Q4", "Pages answer before anyone notices")
DAY7 = KeyResult(
    "day7",
    "More new shops list a second product within a week",
    unit="%",
    baseline=31.0,
    target=45.0,
)
UPTIME = KeyResult("uptime", "Checkout stays available", Kind.MAINTAIN, unit="%", at_least=99.9)
SOC2 = KeyResult(
    "soc2",
    "Customers can trust us with card data",
    Kind.MILESTONES,
    milestones=[Milestone("Gap analysis signed off", done=True), Milestone("Report", weight=3.0)],
)
SPAIN = KeyResult("spain", "The first paying shop in Spain", Kind.BINARY, done=True)
HOSTILE = "\x1b[31mred\x1b[0m | `code` <b> @ana [x](y) \u202e \n## =1+1"


def at(day: int, author: str | None = "ana", month: int = 11) -> CommitRef:
    """Make up the commit of a day; day 0 is what is not committed."""
    when = date(2026, month, day) if day else NOW
    return CommitRef(f"{month:02}{day:02}" * 10 if day else None, when, when, author)


def entry(
    commit: CommitRef,
    objective: Objective,
    key_result: KeyResult | None,
    said: Said | None = None,
    *goalposts: Goalpost,
) -> LogEntry:
    """Make an entry of an objective or a key result."""
    key = objective.key._replace(key_result=None if key_result is None else key_result.id)
    return LogEntry(commit, key, objective, key_result, said, goalposts)


def said(
    commit: CommitRef,
    value: float,
    was: float | None,
    progress: float,
    **more: Any,  # noqa: ANN401 - any field
) -> Said:
    """Make a check-in that says what most do."""
    base = Said(commit.dated, commit.author, value, was, progress, 0.6)
    return base._replace(**more)


def log(*chapters: Chapter, about: Key | str | None = None, found: int | None = None) -> Log:
    """Make a log of chapters."""
    facts = HistoryFacts(complete=True, commits=123)
    amount = len(chapters) if found is None else found
    return Log(NOW, commit_id(1), facts, about, chapters, amount)


def quarter() -> Log:
    """Build what two teams did in a quarter."""
    yes, merge, drop, moved, first = at(17), at(12, "dana"), at(9, "bo"), at(5), at(23, month=9)
    return log(
        Chapter(
            yes,
            [
                entry(yes, FIRST, DAY7, said(yes, 36.5, 35.0, 0.3929, note="Nudges shipped.")),
                entry(yes, FIRST, SPAIN, said(yes, 1.0, 0.0, 1.0, confidence=None)),
                entry(
                    yes, FAST, SOC2, said(yes, 0.25, 0.0, 0.25, done=("Gap analysis signed off",))
                ),
            ],
        ),
        Chapter(
            merge,
            [
                entry(
                    merge,
                    FAST,
                    UPTIME,
                    said(
                        merge,
                        99.5,
                        99.97,
                        0.0,
                        date=date(2026, 11, 10),
                        author="emil",
                        blocker="The second data centre has no power yet.",
                    ),
                )
            ],
        ),
        Chapter(
            drop,
            [
                entry(
                    drop,
                    FIRST,
                    None,
                    None,
                    Goalpost(Move.REOWNED, "owner", "ana", "chi"),
                    Goalpost(Move.CLOSED, "close", None, Close("continue", 0.6), "Half of it."),
                ),
                entry(
                    drop,
                    FIRST,
                    SPAIN,
                    None,
                    Goalpost(Move.DROPPED, "close", None, Close("drop"), "The market moved"),
                ),
            ],
        ),
        Chapter(
            moved,
            [
                entry(
                    moved,
                    FIRST,
                    DAY7,
                    said(moved, 35.0, None, 0.2857, freed=True),
                    Goalpost(Move.EASED, "target", 50.0, 45.0, "Traffic halved after the outage"),
                    Goalpost(Move.RESCHEDULED, "due", None, date(2026, 12, 18)),
                )
            ],
        ),
        Chapter(
            first,
            [
                entry(first, FIRST, None, None, Goalpost(Move.ADDED, "")),
                entry(first, FIRST, DAY7, None, Goalpost(Move.ADDED, "")),
                entry(first, FIRST, SPAIN, None, Goalpost(Move.ADDED, "")),
            ],
        ),
    )


def of_key_result() -> Log:
    """Build the log of one key result."""
    key = FIRST.key._replace(key_result="day7")
    whole = quarter()
    chapters = [
        each._replace(entries=[one for one in each.entries if one.key in {key, key.of_objective}])
        for each in whole.chapters
    ]
    kept = [each for each in chapters if each.entries]
    return whole._replace(about=key, chapters=kept, found=len(kept))


def of_objective() -> Log:
    """Build the log of one objective, cut short."""
    whole = quarter()
    chapters = [
        each._replace(entries=[one for one in each.entries if one.objective.key == FIRST.key])
        for each in whole.chapters
    ]
    kept = [each for each in chapters if each.entries]
    return whole._replace(about=FIRST.key, chapters=kept[:3], found=len(kept))


def odd() -> Log:
    """Build a log of two cycles in which every text is hostile, not all of it committed."""
    here, there = at(0, None), at(1, HOSTILE)
    old = FAST._replace(cycle="2026", title=HOSTILE)
    step = KeyResult("x", HOSTILE, unit=HOSTILE, baseline=0.0, target=1e9)
    whole = log(
        Chapter(here, [entry(here, FIRST, DAY7, said(here, 1e300, -1e300, -7.0, note=HOSTILE))]),
        Chapter(
            there,
            [
                entry(there, old, None, None, Goalpost(Move.REWORDED, "title", HOSTILE, "x")),
                entry(
                    there,
                    old,
                    step,
                    said(there, 5e8, 0.1, 0.5, blocker=HOSTILE, author="=cmd()", done=(HOSTILE,)),
                    Goalpost(Move.EASED, "target", 2e9, 1e9, HOSTILE),
                    Goalpost(Move.RESCOPED, "milestones", (HOSTILE,), (HOSTILE,)),
                ),
            ],
        ),
        about=HOSTILE,
    )
    gap = HistoryFacts(complete=False, commits=2, gap=f"a shallow clone {HOSTILE}")
    return whole._replace(revision=None, history=gap)


def empty() -> Log:
    """Build a log of nothing."""
    return log(about="care")

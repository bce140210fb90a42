"""Hand-built comparisons to render."""

from okrcli.analysis.changes.changes import (
    Changes,
    CheckedIn,
    Diff,
    Edit,
    Effect,
    Fate,
    Moved,
    Numbers,
    Turn,
)
from okrcli.analysis.progress.report import Status
from okrcli.analysis.story.goalposts import Goalpost, Move
from okrcli.model.key_result import Close
from okrcli.model.series import HistoryFacts
from tests.render.logs import DAY7, FIRST, HOSTILE, NOW, SOC2

KEY = FIRST.key._replace(key_result="day7")
BEFORE, AFTER = Numbers(0.39, Status.BEHIND), Numbers(0.5, Status.ON_TRACK)


def diff(changes: Changes, **more: object) -> Diff:
    """Make a comparison of some changes."""
    facts = HistoryFacts(complete=True, commits=123)
    base = Diff("main", "1" * 40, "the working tree", None, NOW, facts, changes)
    return base._replace(**more)  # type: ignore[arg-type] # any field


def odd() -> Diff:
    """Build a comparison in which every text is hostile, and not everything could be seen."""
    bad = DAY7._replace(title=HOSTILE, unit=HOSTILE, note=HOSTILE, blocker=HOSTILE)
    ended = Goalpost(Move.CLOSED, "close", None, Close("continue"), HOSTILE)
    moved = Goalpost(Move.EASED, "target", 2e9, 45.0)
    return diff(
        Changes(
            goalposts=[Moved(KEY, HOSTILE, moved, bad, BEFORE, AFTER, owed=True)],
            fates=[
                Fate(
                    Turn.CLOSED,
                    FIRST.key,
                    FIRST._replace(title=HOSTILE),
                    goalpost=ended,
                    after=AFTER,
                ),
                Fate(Turn.MOVED, KEY, FIRST, bad, old=KEY._replace(team="care")),
            ],
            check_ins=[
                CheckedIn(
                    KEY, bad._replace(note=None, blocker=None, current=1e300), bad, None, None
                ),
                CheckedIn(
                    KEY._replace(key_result="soc2", cycle="2026"),
                    SOC2._replace(milestones=()),
                    SOC2,
                    BEFORE,
                    BEFORE,
                ),
            ],
            links=[Edit(HOSTILE, "owner", HOSTILE, None, KEY, HOSTILE)],
            fields=[
                Edit(HOSTILE, "why", None, HOSTILE, KEY, HOSTILE, draft=True),
                Edit(HOSTILE, "title", HOSTILE, "x", KEY, HOSTILE, draft=True),
            ],
            workspace=[Edit(f"team {HOSTILE}", "members", (HOSTILE,), ("bo", "chi"))],
            effects=[Effect("2026-Q4", "growth", HOSTILE, None, 0.5)],
        ),
        base_name=HOSTILE,
        history=HistoryFacts(complete=False, commits=2, gap=f"a shallow clone {HOSTILE}"),
        alike=[f"okrs/{HOSTILE}.yaml"],
        unreadable=[f"okrs/{HOSTILE}.yaml"],
        guessed=True,
    )


def long(amount: int, note: str = "") -> Diff:
    """Build a comparison of many check-ins."""
    checked = [
        CheckedIn(
            KEY._replace(key_result=f"kr-{number}"),
            DAY7._replace(current=33.0),
            DAY7._replace(current=36.5, note=f"{note}{number}"),
            BEFORE,
            AFTER,
        )
        for number in range(amount)
    ]
    return diff(Changes(check_ins=checked))

"""What a moved goalpost says in words."""

from datetime import date

import pytest

from okrcli.analysis.story.goalposts import Goalpost, Move
from okrcli.model.key_result import Close, KeyResult, Kind, Milestone
from okrcli.render.glyphs import glyphs
from okrcli.render.goalpost_words import goalpost_words, promise_words
from tests.render.logs import DAY7, SOC2, SPAIN, UPTIME

_GLYPHS = glyphs(ascii_only=False)
_DAY = date(2026, 12, 18)


@pytest.mark.parametrize(
    ("goalpost", "words"),
    [
        (Goalpost(Move.EASED, "target", 45.0, 40.0), "target eased from 45 to 40%"),
        (
            Goalpost(Move.EASED, "target", 45.0, 40.0, "traffic halved"),
            "target eased from 45 to 40%: traffic halved",
        ),
        (Goalpost(Move.RAISED, "at_least", 99.0, 99.5), "lower bound raised from 99 to 99.5%"),
        (Goalpost(Move.EASED, "at_most", 5.0, None), "upper bound taken away, was 5%"),
        (Goalpost(Move.RAISED, "at_most", None, 5.0), "upper bound set to 5%"),
        (Goalpost(Move.EASED, "kept", 0.95, 0.9), "share to keep eased from 95% to 90%"),
        (Goalpost(Move.RETARGETED, "target", 45.0, 40.0), "target changed from 45 to 40%"),
        (Goalpost(Move.EASED, "ambition", "committed", "aspirational"), "eased to aspirational"),
        (Goalpost(Move.RAISED, "ambition", "aspirational", None), "raised to committed"),
        (Goalpost(Move.MEASURED, "baseline", None, 31.0), "baseline measured: 31%"),
        (Goalpost(Move.REBASED, "baseline", 31.0, 35.0), "baseline rewritten from 31 to 35%"),
        (Goalpost(Move.REBASED, "baseline", 31.0, None), "baseline rewritten from 31 to unknown"),
        (Goalpost(Move.REMEASURED, "unit", None, "%"), "unit changed from none to %"),
        (
            Goalpost(Move.REMEASURED, "kind", "metric", "binary"),
            "measured in another way: binary, was metric",
        ),
        (
            Goalpost(Move.RESCOPED, "milestones", ("A",), ("B", "C")),
            "milestone added: B, C; milestone taken away: A",
        ),
        (Goalpost(Move.REWEIGHTED, "weight", 1.0, 2.0), "weight changed from 1 to 2"),
        (
            Goalpost(Move.REWEIGHTED, "milestones", 1.0, 2.0, item="A"),
            "weight of A changed from 1 to 2",
        ),
        (Goalpost(Move.RESCHEDULED, "due", None, _DAY), "rescheduled to 2026-12-18"),
        (
            Goalpost(Move.RESCHEDULED, "due", _DAY, None),
            "rescheduled to the end of the cycle, was 2026-12-18",
        ),
        (Goalpost(Move.RESCHEDULED, "starts", None, _DAY), "start moved to 2026-12-18"),
        (Goalpost(Move.RESCHEDULED, "plan"), "plan changed"),
        (
            Goalpost(Move.RESCHEDULED, "milestones", None, _DAY, item="A"),
            "A rescheduled to 2026-12-18",
        ),
        (
            Goalpost(Move.RESCHEDULED, "milestones", _DAY, None, item="A"),
            "A without a day, was 2026-12-18",
        ),
        (Goalpost(Move.REWORDED, "title", "Old", "New"), "reworded, was: Old"),
        (Goalpost(Move.REOWNED, "owner", "bo", "chi"), "owner bo → chi"),
        (Goalpost(Move.REOWNED, "owner", None, "chi"), "owner nobody → chi"),
        (Goalpost(Move.REALIGNED, "supports", (), ("a", "b")), "supports a, b, before nothing"),
        (Goalpost(Move.DROPPED, "close", None, Close("drop"), "why"), "dropped: why"),
        (Goalpost(Move.DROPPED, "close", None, Close("defer")), "deferred"),
        (
            Goalpost(Move.CLOSED, "close", None, Close("continue", 0.6)),
            "closed: continue, score 0.6",
        ),
        (
            Goalpost(Move.CLOSED, "close", None, Close("achieved"), "We did."),
            "closed: achieved. We did.",
        ),
        (Goalpost(Move.REOPENED, "close", Close("drop")), "opened again"),
        (Goalpost(Move.REMOVED, ""), "removed from the file"),
        (Goalpost(Move.RETURNED, ""), "came back"),
        (Goalpost(Move.RENAMED, "id", "day-7", "day7"), "renamed from day-7"),
        (Goalpost(Move.MOVED, "objective", "platform/fast", "x"), "moved from platform/fast"),
        (Goalpost(Move.ADDED, ""), "added: 31 → 45%"),
    ],
)
def test_words(goalpost: Goalpost, words: str) -> None:
    assert goalpost_words(goalpost, DAY7, _GLYPHS) == words


def test_every_kind_has_words() -> None:
    assert all(
        goalpost_words(Goalpost(kind, ""), None, _GLYPHS) for kind in Move if kind != "rescoped"
    )


@pytest.mark.parametrize(
    ("key_result", "words"),
    [
        (DAY7._replace(baseline=None), "? → 45%"),
        (DAY7._replace(target=None), ""),
        (UPTIME, "≥ 99.9%"),
        (UPTIME._replace(at_most=100.0), "≥ 99.9% and ≤ 100%"),
        (SOC2, "2 milestones"),
        (KeyResult("m", kind=Kind.MILESTONES, milestones=[Milestone("A")]), "1 milestone"),
        (SPAIN, ""),
    ],
)
def test_promises(key_result: KeyResult, words: str) -> None:
    assert promise_words(key_result, _GLYPHS) == words

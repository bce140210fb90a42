"""How the numbers of one key result move through its cycle, week by week.

Each situation is a golden file that is read like code: one line a week.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import pytest

from okrcli.analysis.progress.key_result_report import report_key_result
from okrcli.analysis.progress.report import KeyResultReport
from okrcli.analysis.progress.status import Frame, objective_status
from okrcli.model.cycle import Calendar, Period
from okrcli.model.key_result import Close, KeyResult, Kind, Milestone, PlanPoint
from okrcli.model.objective import Objective
from okrcli.model.organization import Team
from okrcli.model.series import CheckIn, Series
from okrcli.model.settings import CheckIns, Settings

START = date(2026, 10, 1)
WEEKS = [START + timedelta(days=7 * week) for week in range(-1, 17)]
METRIC = KeyResult("kr", baseline=0, target=100)
BOUND = KeyResult("kr", kind=Kind.MAINTAIN, at_least=99)
PLAN = KeyResult(
    "kr",
    kind=Kind.MILESTONES,
    milestones=[
        Milestone("design", due=date(2026, 10, 31)),
        Milestone("pilot", due=date(2026, 11, 30)),
        Milestone("rollout", due=date(2026, 12, 31), weight=2),
    ],
)
BINARY = KeyResult("kr", kind=Kind.BINARY)


class Story:
    """One key result, what is checked in when, and from where it is looked at."""

    def __init__(self, key_result: KeyResult, **words: object) -> None:
        """Begin in the fourth quarter with the default settings."""
        self.settings = Settings()
        self.team = Team("growth")
        self.objective = Objective("o", "growth", "2026-Q4", ambition="committed")
        self.states: list[tuple[date, KeyResult]] = []
        self.key_result = key_result._replace(**words)  # type: ignore[arg-type]

    def on(self, day: str, **words: object) -> "Story":
        """Check in on a day."""
        state = (self.states[-1][1] if self.states else self.key_result)._replace(**words)  # type: ignore[arg-type]
        self.states.append((date.fromisoformat(day), state))
        return self

    def weekly(self, values: Sequence[float], first: str = "2026-10-05", days: int = 7) -> "Story":
        """Check in values at a steady rhythm."""
        for place, value in enumerate(values):
            self.on(
                (date.fromisoformat(first) + timedelta(days=days * place)).isoformat(),
                current=value,
            )
        return self

    def at(self, now: date) -> KeyResultReport:
        """Look at it on a day, knowing only what was said before."""
        said = [(day, state) for day, state in self.states if day <= now]
        state = said[-1][1] if said else self.key_result
        cycle = Calendar().cycle(self.objective.cycle)
        assert cycle is not None
        frame = Frame(self.objective, cycle, now, self.settings)
        check_ins = [CheckIn(day, "ana", None, state) for day, state in said]
        return report_key_result(frame, state, Series(check_ins), self.team)

    def told(self) -> str:
        """Tell it week by week."""
        return "".join(f"{self._line(now)}\n" for now in WEEKS)

    def _line(self, now: date) -> str:
        found = self.at(now)
        cycle = Calendar().cycle(self.objective.cycle)
        assert cycle is not None
        whole = objective_status(
            Frame(self.objective, cycle, now, self.settings), found.progress, [found.status]
        )
        progress = "   -" if found.progress is None else f"{found.progress:4.0%}"
        forecast = "   -" if found.forecast is None else f"{found.forecast:4.0%}"
        stale = " stale" if found.stale else ""
        return (
            f"{now} progress {progress} expected {found.expected:4.0%} forecast {forecast} "
            f"{found.status} ({found.reason}) objective {whole}{stale}"
        )


def steady() -> Story:
    return Story(METRIC).weekly([8 * week for week in range(1, 14)])


def lagging_with_a_plan() -> Story:
    points = [PlanPoint(date(2026, 11, 14), 10), PlanPoint(date(2026, 12, 12), 60)]
    return Story(METRIC, plan=points).weekly([0, 1, 2, 4, 6, 9, 15, 24, 38, 55, 70, 88, 100])


def one_dip_of_a_bound() -> Story:
    return Story(BOUND).weekly([99.5, 99.4, 99.6, 98.2, 99.3, *[99.5] * 8])


def plan_of_milestones() -> Story:
    done = [step._replace(done=True) for step in PLAN.milestones]
    story = Story(PLAN).on("2026-10-12", note="under way")
    story.on("2026-11-02", milestones=[done[0], *PLAN.milestones[1:]])
    story.on("2026-11-23", note="the pilot is late").on("2026-12-01", note="still late")
    return story.on("2026-12-14", milestones=[*done[:2], PLAN.milestones[2]]).on(
        "2026-12-30", milestones=done
    )


def fortnightly_team() -> Story:
    story = Story(METRIC).weekly([15 * turn for turn in range(1, 8)], days=14)
    story.team = Team("growth", check_in_days=14)
    return story


def never_checked_in() -> Story:
    return Story(METRIC)


def silent_after_a_good_start() -> Story:
    return Story(METRIC).weekly([10, 20, 30, 40, 100 * 0.5])


def holidays() -> Story:
    story = Story(METRIC).weekly([8 * week for week in range(1, 12)], first="2026-10-05")
    pause = Period(date(2026, 12, 18), date(2027, 1, 5))
    story.settings = Settings(check_ins=CheckIns(pauses=[pause]))
    return story


def low_confidence() -> Story:
    story = Story(METRIC).weekly([8 * week for week in range(1, 14)])
    return story.on("2026-11-18", current=56, confidence=0.3)


def aspirational_at_seven_tenths() -> Story:
    story = Story(METRIC).weekly([5.5 * week for week in range(1, 14)])
    story.objective = story.objective._replace(ambition="aspirational")
    return story


def aspirational_halfway_and_closed() -> Story:
    story = Story(METRIC).weekly([4 * week for week in range(1, 14)])
    close = Close("change", why="too wide")
    story.objective = story.objective._replace(ambition="aspirational", close=close)
    return story


def due_before_the_cycle_ends() -> Story:
    return Story(METRIC, due=date(2026, 11, 13)).weekly([10, 20, 30, 40, 50, 60])


def starting_late() -> Story:
    return Story(METRIC, starts=date(2026, 11, 1)).weekly([10, 20, 30, 40], first="2026-11-09")


def unknown_baseline_that_becomes_known() -> Story:
    story = Story(METRIC, baseline=None).weekly([30, 31, 32])
    return story.on("2026-11-02", baseline=30, current=40).weekly(
        [55, 70, 85, 100], first="2026-11-16"
    )


def binary_done_near_the_end() -> Story:
    return Story(BINARY).on("2026-10-20", note="talks go on").on("2026-12-15", done=True)


def dropped_in_the_middle() -> Story:
    story = Story(METRIC).weekly([10, 20])
    return story.on("2026-11-10", close=Close("drop", why="the market moved"))


SITUATIONS: list[Callable[[], Story]] = [
    steady,
    lagging_with_a_plan,
    one_dip_of_a_bound,
    plan_of_milestones,
    fortnightly_team,
    never_checked_in,
    silent_after_a_good_start,
    holidays,
    low_confidence,
    aspirational_at_seven_tenths,
    aspirational_halfway_and_closed,
    due_before_the_cycle_ends,
    starting_late,
    unknown_baseline_that_becomes_known,
    binary_done_near_the_end,
    dropped_in_the_middle,
]


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda situation: situation.__name__)
def test_a_situation_is_told_week_by_week(
    situation: Callable[[], Story], golden: Callable[[str, str], None]
) -> None:
    golden(f"situations/{situation.__name__}.txt", situation().told())


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2026-10-01", "not-started"),
        ("2026-10-11", "not-started"),
        ("2026-10-12", "behind"),
        ("2026-12-31", "at-risk"),
        ("2027-01-01", "closing"),
        ("2027-01-14", "closing"),
        ("2027-01-15", "missed"),
    ],
)
def test_the_first_ten_days_the_last_day_and_the_closing_window(day: str, status: str) -> None:
    assert never_checked_in().at(date.fromisoformat(day)).status == status

"""What stood at both ends: the quick way and the thorough way say the same."""

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from okrcli.analysis.progress.key_result_report import report_key_result
from okrcli.analysis.progress.status import Frame
from okrcli.history.changed_files import ChangedFiles
from okrcli.history.ends import find_ends, read_end
from okrcli.history.plumbing.git import repository
from okrcli.history.stands import Looking, Stand, stands
from okrcli.model.reference import Key
from tests.history.asking import GROWTH, ORGANIZATION, goals
from tests.history.repositories import Repo

_UPTIME = "id: up, title: It stays up, at_least: 99"
_DAY7 = "id: day7, title: Shops come back, baseline: 0, target: 100"


def _repo(repo: Repo) -> Repo:
    """Make weeks of check-ins, some of them merged, and other goals that nobody touches."""
    other = goals(_DAY7, team="care", objective="calm")
    repo.commit(
        {"okrs/organization.yaml": ORGANIZATION, "okrs/care.yaml": other, GROWTH: goals(_UPTIME)},
        date="2026-10-01",
    )
    for day in (5, 12, 19):
        value = 98 if day == 12 else 99.5
        text = goals(f"{_UPTIME}, current: {value}", f"{_DAY7}, current: {day}")
        repo.branch(f"side-{day}", repo.head)
        repo.commit({GROWTH: text}, date=f"2026-10-{day:02}")
        repo.go("main")
        repo.merge(f"side-{day}", date=f"2026-10-{day + 1:02}")
    repo.write({GROWTH: goals(f"{_UPTIME}, current: 97", f"{_DAY7}, current: 50")})
    return repo


def _numbers(stand: Stand) -> Mapping[Key, tuple[object, ...]]:
    """Measure what a stand has of the team that changes."""
    found = {}
    for objective in stand.objectives:
        cycle = stand.settings.calendar.cycle(objective.cycle)
        if objective.team != "growth" or cycle is None:
            continue
        frame = Frame(objective, cycle, date(2026, 11, 20), stand.settings)
        team = stand.organization.team(objective.team)
        for item in objective.key_results:
            key = objective.key._replace(key_result=item.id)
            report = report_key_result(frame, item, stand.series[key], team)
            found[key] = (report.progress, report.status, report.reason, report.stale)
    return found


@pytest.mark.parametrize("ends", [["HEAD"], ["HEAD~1"], ["HEAD~2", "HEAD"], ["HEAD~3..HEAD~1"]])
def test_both_ways_give_the_same_numbers(
    ends: Sequence[str], repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _repo(repo).folder
    git = repository(folder)
    looking = Looking(folder, git, lambda _: date(2026, 11, 20), lambda _, __: False, None)
    found = find_ends(git, ends[0], ends[1] if len(ends) > 1 else None)
    before, after = (read_end(folder, git, commit) for commit in (found.base, found.head))
    quick = stands(looking, before, after)
    assert {each.team for each in quick.after.objectives} == {"growth"}
    with monkeypatch.context() as patch:
        patch.setattr(ChangedFiles, "everyone_stays", lambda _: False)
        thorough = stands(looking, before, after)
    assert {each.team for each in thorough.after.objectives} == {"growth", "care"}
    for one, other in ((quick.before, thorough.before), (quick.after, thorough.after)):
        numbers = _numbers(one)
        assert numbers
        assert numbers == _numbers(other)

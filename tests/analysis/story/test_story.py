"""The story that the versions of key results tell."""

from datetime import date

from okrcli.analysis.story.log_entry import Said
from okrcli.model.key_result import Close, KeyResult, Kind, Milestone
from tests.analysis.versions import DAY7, METRIC, OBJECTIVE, SETUP, commit, lines, told, version

_OTHER = METRIC._replace(id="setup", title="Set-up is quick")


def test_the_newest_comes_first_and_a_delta_is_to_the_check_in_before() -> None:
    chapters = told(
        [
            version(1, METRIC),
            version(5, METRIC._replace(current=33.0), said=True),
            version(6, METRIC._replace(current=33.0, target=40.0)),
            version(12, METRIC._replace(current=36.5, target=40.0), said=True),
        ]
    )
    assert lines(chapters) == [
        "12 growth/first-minute/day7 36.5(3.5)",
        "6 growth/first-minute/day7 eased",
        "5 growth/first-minute/day7 33.0(None)",
        "1 growth/first-minute added",
        "1 growth/first-minute/day7 added",
    ]


def test_what_a_check_in_says_is_told_once() -> None:
    first = METRIC._replace(current=33.0, note="Quiet", blocker="Legal", confidence=0.6)
    chapters = told(
        [
            version(1, METRIC),
            version(5, first, said=True),
            version(6, first._replace(current=34.0), said=True, author="bo"),
            version(7, first._replace(current=34.0, note="Loud", blocker=None), said=True),
        ]
    )
    said = [entry.said for chapter in chapters for entry in chapter.entries if entry.said]
    assert said[2] == Said(
        date(2026, 10, 5), "ana", 33.0, None, 2 / 14, 0.6, note="Quiet", blocker="Legal"
    )
    assert (said[1].note, said[1].blocker, said[1].freed, said[1].author) == (
        None,
        None,
        False,
        "bo",
    )
    assert (said[0].note, said[0].blocker, said[0].freed, said[0].delta) == ("Loud", None, True, 0)


def test_progress_is_by_what_is_promised_last() -> None:
    chapters = told(
        [
            version(1, METRIC._replace(current=38.0), said=True),
            version(2, METRIC._replace(target=38)),
        ]
    )
    (entry,) = [each for each in chapters[-1].entries if each.said]
    assert entry.said is not None
    assert entry.said.progress == 1


def test_milestones_say_which_were_finished_and_which_taken_back() -> None:
    steps = [Milestone("Plan", done=True), Milestone("Do", weight=3.0)]
    kind = KeyResult("day7", "It is safe", Kind.MILESTONES, milestones=steps)
    later = kind._replace(milestones=[Milestone("Plan"), steps[1]._replace(done=True)])
    chapters = told([version(1, kind, said=True), version(2, later, said=True)])
    newest, oldest = (chapter.entries[-1].said for chapter in chapters)
    assert newest is not None
    assert oldest is not None
    assert (oldest.done, oldest.value) == (("Plan",), 0.25)
    assert (newest.done, newest.undone, newest.delta) == (("Do",), ("Plan",), 0.5)


def test_what_is_of_an_objective_is_told_once_and_not_for_each_key_result() -> None:
    closed = OBJECTIVE._replace(
        title="Shops adore us", owner="bo", ambition="aspirational", supports=["x"]
    )._replace(close=Close("continue", 0.6))
    chapters = told(
        [version(1, METRIC), version(2, METRIC, objective=closed)],
        [version(1, _OTHER, key=SETUP), version(2, _OTHER, key=SETUP, objective=closed)],
    )
    assert lines(chapters) == [
        "2 growth/first-minute reworded reowned eased realigned closed",
        "1 growth/first-minute added",
        "1 growth/first-minute/day7 added",
        "1 growth/first-minute/setup added",
    ]


def test_an_objective_is_gone_with_its_last_key_result_and_comes_back() -> None:
    chapters = told(
        [version(1, METRIC), version(3, None), version(4, METRIC)],
        [version(1, _OTHER, key=SETUP), version(2, None, key=SETUP)],
    )
    assert lines(chapters) == [
        "4 growth/first-minute returned",
        "4 growth/first-minute/day7 returned",
        "3 growth/first-minute removed",
        "3 growth/first-minute/day7 removed",
        "2 growth/first-minute/setup removed",
        "1 growth/first-minute added",
        "1 growth/first-minute/day7 added",
        "1 growth/first-minute/setup added",
    ]


def test_an_objective_that_is_elsewhere_takes_its_key_results_and_its_past_along() -> None:
    moved = OBJECTIVE._replace(id="minute", team="care")
    home = DAY7._replace(team="care", objective="minute")
    there = home._replace(key_result="setup")
    chapters = told(
        [version(1, METRIC), version(2, METRIC, key=home, objective=moved)],
        [
            version(1, _OTHER, key=SETUP),
            version(2, _OTHER._replace(target=50.0), key=there, objective=moved),
        ],
    )
    assert lines(chapters) == [
        "2 care/minute moved",
        "2 care/minute/setup raised",
        "1 care/minute added",
        "1 care/minute/day7 added",
        "1 care/minute/setup added",
    ]
    assert chapters[0].entries[0].goalposts[0].was == "growth/first-minute"


def test_an_objective_with_another_id_is_renamed() -> None:
    renamed = OBJECTIVE._replace(id="minute")
    key = DAY7._replace(objective="minute")
    chapters = told([version(1, METRIC), version(2, METRIC, key=key, objective=renamed)])
    assert lines(chapters)[0] == "2 growth/minute renamed"


def test_one_key_result_may_move_on_its_own() -> None:
    other = OBJECTIVE._replace(id="second")
    chapters = told(
        [
            version(1, METRIC),
            version(2, METRIC, key=DAY7._replace(objective="second"), objective=other),
        ],
        [version(1, _OTHER, key=SETUP)],
    )
    assert lines(chapters) == [
        "2 growth/second added",
        "2 growth/second/day7 moved",
        "1 growth/first-minute added",
        "1 growth/first-minute/setup added",
        "1 growth/second/day7 added",
    ]


def test_an_objective_whose_other_key_result_is_checked_in_meanwhile_stays() -> None:
    key, other = DAY7._replace(objective="second"), OBJECTIVE._replace(id="second")
    said = version(2, _OTHER._replace(current=33.0), key=SETUP, said=True)
    chapters = told(
        [version(1, METRIC), version(2, METRIC, key=key, objective=other)],
        [version(1, _OTHER, key=SETUP), said],
    )
    told_then = [line for line in lines(chapters) if line.startswith("2")]
    assert told_then[-2:] == ["2 growth/second added", "2 growth/second/day7 moved"]
    assert not any("first-minute " in line for line in told_then)


def test_what_is_not_committed_is_the_newest() -> None:
    chapters = told([version(30, METRIC), version(0, METRIC._replace(current=33.0), said=True)])
    assert chapters[0].commit == commit(0)
    assert chapters[0].entries[0].who is None


def test_a_commit_that_says_nothing_has_no_chapter() -> None:
    assert len(told([version(1, METRIC), version(2, METRIC._replace(evidence="x"))])) == 1


def test_of_a_merge_who_said_it_is_who_checked_in() -> None:
    merged = version(2, METRIC._replace(current=33.0), said=True, author="dana")
    assert merged.check_in is not None
    merged = merged._replace(check_in=merged.check_in._replace(author="bo"))
    entry = told([version(1, METRIC), merged])[0].entries[0]
    assert (entry.commit.author, entry.who) == ("dana", "bo")

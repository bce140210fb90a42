"""What a log says in words."""

from datetime import date

import pytest

from okrcli.analysis.story.log_entry import Said
from okrcli.model.key_result import KeyResult
from okrcli.render.log.words import (
    about_words,
    cut_words,
    delta_words,
    history_words,
    one_cycle,
    progress_words,
    remarks,
    short_value,
    title_words,
    value_words,
)
from tests.render.logs import DAY7, FIRST, SOC2, SPAIN, UPTIME, at, entry, log, quarter, said

_SAID = said(at(5), 36.5, 36.4, 0.39)


def test_what_a_log_is_of() -> None:
    assert about_words(log()) == "everything"
    assert about_words(log(about="growth")) == "team growth"
    assert about_words(log(about=FIRST.key)) == "2026-Q4:growth/first-minute"
    assert title_words(log(about=FIRST.key)) is None
    assert title_words(quarter()._replace(about=FIRST.key)) == FIRST.title


def test_how_much_there_is() -> None:
    assert history_words(log()._replace(revision=None)) == "123 commits + uncommitted"
    assert cut_words(log()) is None
    assert cut_words(log(found=1)) == "the newest 0 of 1 commit"
    assert one_cycle(quarter()) == "2026-Q4"
    assert one_cycle(log()) == ""


@pytest.mark.parametrize(
    ("check_in", "key_result", "words"),
    [
        (_SAID, DAY7, ("36.5%", "+0.1", "39%")),
        (_SAID._replace(was=36.5), DAY7, ("36.5%", "=", "39%")),
        (_SAID._replace(was=None), DAY7, ("36.5%", "", "39%")),
        (_SAID._replace(value=None, progress=None), DAY7, ("", "", "")),
        (_SAID._replace(progress=1.0), UPTIME, ("36.5%", "+0.1", "kept")),
        (_SAID._replace(progress=0.0), UPTIME, ("36.5%", "+0.1", "out")),
        (_SAID._replace(undone=("A",)), SOC2, ("1 of 2 done", "-1", "39%")),
        (_SAID, SPAIN._replace(done=False), ("not done", "", "39%")),
    ],
)
def test_numbers(check_in: Said, key_result: KeyResult, words: tuple[str, str, str]) -> None:
    assert words == (
        value_words(check_in, key_result),
        delta_words(check_in, key_result),
        progress_words(check_in, key_result),
    )


def test_a_unit_without_room_is_left_out() -> None:
    long = DAY7._replace(unit="shops that stay for longer than a week")
    assert short_value(_SAID, long, 12) == "36.5"
    assert short_value(_SAID, SPAIN, 2) == "done"


def test_remarks_say_what_is_new_and_what_is_urgent() -> None:
    check_in = _SAID._replace(
        date=date(2026, 11, 3),
        author="bo",
        done=("A",),
        undone=("B",),
        note="N",
        blocker="X",
        freed=True,
    )
    assert list(remarks(entry(at(5), FIRST, DAY7, check_in))) == [
        ("check-in of 2026-11-03 by bo", False),
        ("done: A", False),
        ("no longer done: B", False),
        ("N", False),
        ("blocked: X", True),
        ("no longer blocked", False),
    ]
    assert list(remarks(entry(at(5), FIRST, None))) == []

"""Reading the versions of a file gives what reading each of them alone gives."""

import pytest
import yaml_rs
from hypothesis import given
from hypothesis import strategies as st

from okrcli.store.reading import okr_file
from okrcli.store.rereading import Rereader

FILE = """\
team: growth
cycle: 2026-Q4
objectives:
  - id: first
    title: New shops love us
    key_results:
      - {id: day7, title: More, baseline: 31, target: 45, current: 33}
      - {id: spain, title: A shop in Spain, done: false}
      - id: soc2
        title: Trust
        milestones: [{title: Gap, done: true}, Report]
  - id: second
    title: Shops stay
    key_results: [{id: churn, title: Less, baseline: 5, target: 3}]
"""
SCALARS = st.sampled_from(
    [
        "0",
        "1",
        "true",
        "false",
        "5",
        "5.0",
        "text",
        "null",
        "[a, 1]",
        "[a, true]",
        "2026-10-01",
        "6/10",
    ]
)
PLACES = st.sampled_from(["current: 33", "done: false", "done: true", "target: 45", "title: Less"])
LINES = st.sampled_from(FILE.splitlines()[3:])


def versions() -> st.SearchStrategy[list[str]]:
    """Make versions of the file, each of which is edited a little, on the way or back."""
    edits = st.tuples(PLACES, SCALARS).map(
        lambda edit: (edit[0], f"{edit[0].split(':')[0]}: {edit[1]}")
    )
    cuts = LINES.map(lambda line: (f"{line}\n", ""))
    return st.lists(st.lists(edits | cuts, max_size=2), min_size=1, max_size=5).map(
        lambda all_edits: [edited(one) for one in all_edits]
    )


def edited(edits: list[tuple[str, str]]) -> str:
    text = FILE
    for before, after in edits:
        text = text.replace(before, after, 1)
    return text


def parsed(text: str) -> object:
    try:
        value: object = yaml_rs.loads(text, parse_datetime=False)
    except yaml_rs.YAMLDecodeError:
        return None
    return value


@given(versions())
def test_every_version_reads_as_if_it_were_the_only_one(texts: list[str]) -> None:
    rereader = Rereader()
    for text in texts:
        assert repr(rereader.read(text.encode(), parsed(text))) == repr(okr_file(parsed(text)))


@given(versions())
def test_without_truth_values_equal_numbers_may_stand_for_one_another(texts: list[str]) -> None:
    rereader = Rereader()
    for text in texts:
        plain = text.replace("true", "yes").replace("false", "no")
        assert rereader.read(plain.encode(), parsed(plain)) == okr_file(parsed(plain))


def test_what_did_not_change_is_the_same_object() -> None:
    rereader = Rereader()
    before = rereader.read(FILE.encode(), parsed(FILE))
    text = FILE.replace("current: 33", "current: 34")
    after = rereader.read(text.encode(), parsed(text))
    assert before is not None
    assert after is not None
    assert after.objectives[1] is before.objectives[1]
    assert after.objectives[0].key_results[1] is before.objectives[0].key_results[1]
    assert after.objectives[0].key_results[0].current == 34


def test_true_is_not_one() -> None:
    rereader = Rereader()
    one = FILE.replace("current: 33", "current: 1")
    true = FILE.replace("current: 33", "current: true")
    for text, current in ((one, 1), (true, None), (one, 1)):
        found = rereader.read(text.encode(), parsed(text))
        assert found is not None
        assert found.objectives[0].key_results[0].current == current


_ENDLESS = "9" * 5000


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("target: 45", f"target: {_ENDLESS}"),
        ("current: 33", f'confidence: "{_ENDLESS}%"'),
        ("current: 33", f'confidence: "{_ENDLESS[:400]}%"'),
    ],
)
def test_numbers_without_end_are_as_if_they_were_not_there(before: str, after: str) -> None:
    rereader = Rereader()
    for text in (FILE, FILE.replace(before, after), FILE.replace(before, f"{after} ")):
        read = rereader.read(text.encode(), parsed(text))
        assert read is not None
        measured = read.objectives[0].key_results[0]
        assert (measured.target, measured.confidence) in {(45, None), (None, None)}


def test_a_file_whose_cycle_is_a_number_without_end_is_none() -> None:
    assert okr_file({"team": "growth", "cycle": 10**5000, "objectives": []}) is None

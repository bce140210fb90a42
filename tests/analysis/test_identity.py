"""What a finding is known by, and what is left of it after a baseline."""

import pytest

from okrcli.analysis.identity import Identity, counted, fingerprints, identity, subtract
from okrcli.model.finding import Finding
from okrcli.model.source import Source, Span, Step

REF = "2026-Q4:growth/first-minute"


def _finding(keys: tuple[Step, ...], ref: str | None = None, path: str = "okrs/a.yaml") -> Finding:
    return Finding("zero-distance", Source(path, keys), "it is wrong", ref=ref)


@pytest.mark.parametrize(
    ("keys", "ref", "about", "field"),
    [
        (("objectives", 1, "title"), REF, REF, "title"),
        (("objectives", 1), REF, REF, ""),
        (("objectives", 1, "key_results", 0, "target"), f"{REF}/day7", f"{REF}/day7", "target"),
        (("objectives", 1, "key_results", 0), REF, REF, "key_results[]"),
        (("objectives", 1, "supports", 2), REF, REF, "supports[]"),
        (("objectives", 1, "title"), None, "okrs/a.yaml", "objectives[].title"),
        (("teams", 3, "lead"), None, "okrs/a.yaml", "teams[].lead"),
        (("team",), REF, REF, "team"),
        ((), None, "okrs/a.yaml", ""),
    ],
)
def test_a_finding_is_known_by_what_it_is_about_and_by_the_field(
    keys: tuple[Step, ...], ref: str | None, about: str, field: str
) -> None:
    assert identity(_finding(keys, ref)) == Identity("zero-distance", about, field)


def test_neither_its_line_nor_its_file_nor_its_position_counts_where_there_is_a_reference() -> None:
    here = _finding(("objectives", 1, "title"), REF)._replace(span=Span(4, 1, 4, 9))
    there = _finding(("objectives", 5, "title"), REF, "okrs/moved.yaml")
    assert identity(here) == identity(there)
    assert fingerprints([here]) == fingerprints([there])


def test_findings_of_one_identity_have_fingerprints_of_their_own() -> None:
    same = [_finding(("objectives", 1, "supports", each), REF) for each in range(3)]
    prints = fingerprints(same)
    assert len(set(prints)) == 3
    assert fingerprints(same[:2]) == prints[:2]


def test_a_baseline_takes_away_as_many_as_it_knows() -> None:
    one, other = _finding(("title",), REF), _finding(("owner",), REF)
    known = counted([one, one, other])
    assert subtract([one, one, other], known) == ([], {})
    assert subtract([one, one, one], known) == ([one], {identity(other): 1})
    assert subtract([], known) == ([], known)
    assert subtract([one], {}) == ([one], {})

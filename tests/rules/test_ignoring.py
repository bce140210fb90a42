"""Which findings comments silence, and which comments were of use."""

import time

from okrcli.model.finding import Finding
from okrcli.model.ignore import Ignore
from okrcli.model.source import Source, Span
from okrcli.rules.ignoring import sift


def _comment(first: int, last: int, *names: str, path: str = "a.yaml") -> Ignore:
    return Ignore(path, Span(first, 1, first, 9), names or ("rule",), "why", first, last)


def _finding(line: int | None, rule: str = "rule", path: str = "a.yaml") -> Finding:
    span = None if line is None else Span(line, 1, line, 2)
    return Finding(rule, Source(path), "it is wrong", span=span)


def test_a_comment_silences_its_rules_in_its_lines_of_its_file() -> None:
    comment = _comment(3, 5, "rule", "other")
    silenced = [_finding(3), _finding(5), _finding(4, "other")]
    left = [_finding(2), _finding(6), _finding(4, "third"), _finding(4, path="b"), _finding(None)]
    kept, used = sift([*silenced, *left], [comment])
    assert kept == left
    assert used == {(comment, "rule"), (comment, "other")}


def test_every_comment_that_covers_a_finding_is_of_use() -> None:
    whole, block, line, idle = (_comment(*each) for each in ((1, 99), (3, 9), (5, 5), (6, 8)))
    kept, used = sift([_finding(5)], [line, idle, whole, block])
    assert not kept
    assert {comment for comment, _ in used} == {whole, block, line}


def test_a_line_between_two_comments_is_covered_by_the_longer_one() -> None:
    kept, _ = sift([_finding(8), _finding(21)], [_comment(1, 20), _comment(3, 4), _comment(9, 9)])
    assert kept == [_finding(21)]


def test_a_comment_that_covers_nothing_silences_nothing() -> None:
    kept, used = sift([_finding(1)], [Ignore("a.yaml", Span(9, 1, 9, 2), ("rule",), "", 1, 0)])
    assert len(kept) == 1
    assert not used


def test_many_findings_and_many_comments_take_no_time() -> None:
    comments = [_comment(line, 20_000 - line) for line in range(1, 10_000)]
    start = time.process_time()
    kept, used = sift([_finding(line) for line in range(20_000)], comments)
    assert (len(kept), len(used)) == (1, len(comments))
    assert time.process_time() - start < 2

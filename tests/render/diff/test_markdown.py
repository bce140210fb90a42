"""A comparison as a comment of a pull request."""

import re

from hypothesis import given
from hypothesis import strategies as st

from okrcli.analysis.changes.changes import Changes
from okrcli.render.diff.markdown import LIMIT, MARKER, diff_markdown
from tests.render.diffs import diff, long, odd
from tests.running import Golden


def test_what_is_hostile_stays_a_text(golden: Golden) -> None:
    shown = diff_markdown(odd())
    assert "@ana" not in shown
    assert "<b> " not in shown
    assert "\x1b" not in shown
    golden("diff/odd.md", shown)


def test_nothing_is_told_as_nothing() -> None:
    shown = diff_markdown(diff(Changes()))
    assert shown.startswith(f"{MARKER}\n**OKRs: No goal differs.**\n")


def test_a_long_section_is_folded_and_a_short_one_is_not() -> None:
    assert "<details>" not in diff_markdown(long(8))
    shown = diff_markdown(long(9))
    assert "<details>\n<summary><b>Check-ins</b> (9)</summary>\n\n- " in shown
    assert shown.endswith("\n\n</details>\n")


@given(
    st.integers(0, 600), st.sampled_from(["", "x" * 590, "ä" * 590, "&" * 700, "\U0001d4b3" * 300])
)
def test_it_never_exceeds_the_limit_of_a_comment(amount: int, note: str) -> None:
    shown = diff_markdown(long(amount, note))
    assert len(shown.encode()) <= LIMIT
    assert shown.count("<details>") == shown.count("</details>")
    items = shown.count("\n- **")
    left = re.search(r"\n(\d+) changes? more had no room here; `okr diff` shows all\.\n$", shown)
    assert items + (int(left[1]) if left else 0) == amount


def test_a_note_does_not_begin_a_block() -> None:
    for begin, shown in (("# A", "\\# A"), ("- A", "\\- A"), ("1. A", "1\\. A"), ("> A", "&gt; A")):
        assert f"\n  - {shown}0\n" in diff_markdown(long(1, begin))

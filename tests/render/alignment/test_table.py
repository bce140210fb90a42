"""An alignment report in a terminal."""

import re

import pytest
from rich.cells import cell_len

from okrcli.analysis.alignment.aligned import AlignmentReport
from okrcli.analysis.alignment.origins import Origin
from okrcli.analysis.landscape.alignment_report import alignment_report
from okrcli.model.organization import Organization, Pillar, Team
from okrcli.render.alignment.json import alignment_json
from okrcli.render.alignment.markdown import alignment_markdown
from okrcli.render.alignment.table import alignment_table
from tests.analysis.landscapes import goal, landscape
from tests.render.logs import HOSTILE

_ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def _hostile() -> AlignmentReport:
    """Report on a company in which every text is hostile and everything is the matter."""
    teams = [
        Team("company", HOSTILE, lead=HOSTILE),
        Team("growth", HOSTILE, "company", lead=HOSTILE),
        *(Team(f"team-{at}", HOSTILE, "growth") for at in range(45)),
    ]
    organization = Organization(HOSTILE, HOSTILE, [Pillar("trust", HOSTILE)], teams)
    many = [goal(f"growth/goal-{at}", ["top"], title=HOSTILE) for at in range(12)]
    found = landscape(
        goal("company/top", cycle="2026", title=HOSTILE, owner=HOSTILE),
        goal("company/lone", cycle="2026", title=HOSTILE, owner=HOSTILE),
        *many,
        *(goal(f"growth/lost-{at}", [HOSTILE], title=HOSTILE, owner=HOSTILE) for at in range(12)),
        organization=organization,
    )
    history = found.goals.history._replace(complete=False, gap=HOSTILE)
    cycles = [found.goals.settings.calendar.cycle(name) for name in ("2026", "2026-Q4")]
    report = alignment_report(
        found, [each for each in cycles if each is not None], None, lambda _: Origin.BOTTOM_UP
    )
    return report._replace(history=history)


@pytest.mark.parametrize("width", [0, 21, 40, 75, 76, 80, 120, 200])
def test_every_line_fits_and_nothing_escapes(width: int) -> None:
    plain = alignment_table(_hostile(), width=width, color=False)
    assert all(cell_len(line) <= max(width, 20) for line in plain.split("\n"))
    assert "\x1b" not in plain
    assert "\u202e" not in plain
    assert _ESCAPES.sub("", alignment_table(_hostile(), width=width, color=True)) == plain


def test_in_ascii_every_text_is_ascii() -> None:
    assert alignment_table(_hostile(), width=80, color=False, ascii_only=True).isascii()


def test_long_lists_are_cut_and_say_so() -> None:
    told = alignment_table(_hostile(), width=80, color=False)
    assert "… 2 more; --format json has all" in told
    assert told.count("nowhere") == 2


def test_other_formats_are_harmless_too() -> None:
    for text in (alignment_markdown(_hostile()), alignment_json(_hostile())):
        assert "\x1b" not in text
        assert "\u202e" not in text
    assert "<img" not in alignment_markdown(_hostile())

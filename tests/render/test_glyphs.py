"""The signs are one cell wide, and texts are harmless."""

import pytest
from rich.cells import cell_len

from okrcli.analysis.progress.report import Status
from okrcli.render.glyphs import glyphs

_SIGNS = ("filled", "half", "rest", "mark", "unknown", "rule", "dot", "dash")


@pytest.mark.parametrize("ascii_only", [False, True])
def test_every_status_has_a_sign_of_its_own_one_cell_wide(*, ascii_only: bool) -> None:
    signs = glyphs(ascii_only=ascii_only).status
    assert set(signs) == set(Status)
    assert len(set(signs.values())) == len(Status)
    assert all(cell_len(sign) == 1 for sign in signs.values())


@pytest.mark.parametrize("ascii_only", [False, True])
def test_every_sign_is_one_cell_wide(*, ascii_only: bool) -> None:
    signs = glyphs(ascii_only=ascii_only)._asdict()
    assert all(cell_len(signs[name]) == 1 for name in _SIGNS)
    assert all(cell_len(height) == 1 for height in signs["spark"])


def test_a_text_becomes_one_harmless_line() -> None:
    assert glyphs(ascii_only=False).say(" two\n lines \x1b[31m") == r"two lines \x1b[31m"


def test_a_text_that_cannot_be_encoded_is_spelt_out() -> None:
    assert glyphs(ascii_only=True).say("Tomás 店") == r"Tom\xe1s \u5e97"

"""The colours of a page can be read by everybody: the contrasts of WCAG 2.2, level AA."""

import re

import pytest

from okrcli.render.pages.style import STYLE, slide_style

_TEXT = 4.5  # https://www.w3.org/TR/WCAG22/#contrast-minimum
_SIGN = 3.0  # https://www.w3.org/TR/WCAG22/#non-text-contrast
_THEMES = dict(
    zip(("light", "dark", "paper"), re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL), strict=True)
)


def _colours(theme: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z]+): #([0-9a-f]{6})", _THEMES[theme]))


def _luminance(colour: str) -> float:
    """Give the relative luminance as WCAG defines it."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrasts_are_computed_as_the_standard_does() -> None:
    assert _contrast("000000", "ffffff") == pytest.approx(21)
    assert _contrast("777777", "ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("theme", _THEMES)
@pytest.mark.parametrize("name", ["text", "quiet", "good", "warning", "bad", "blue"])
def test_words_can_be_read(theme: str, name: str) -> None:
    colours = _colours(theme)
    assert _contrast(colours[name], colours["page"]) >= _TEXT


@pytest.mark.parametrize("theme", _THEMES)
def test_a_notice_can_be_read(theme: str) -> None:
    colours = _colours(theme)
    assert _contrast(colours["text"], colours["notice"]) >= _TEXT


@pytest.mark.parametrize("theme", _THEMES)
@pytest.mark.parametrize("name", ["good", "warning", "bad", "blue"])
def test_a_bar_can_be_told_from_what_is_left_of_it(theme: str, name: str) -> None:
    colours = _colours(theme)
    assert _contrast(colours[name], colours["line"]) >= _SIGN


@pytest.mark.parametrize("theme", _THEMES)
def test_the_mark_of_a_bar_stands_out_where_the_bar_ends(theme: str) -> None:
    colours = _colours(theme)
    assert _contrast(colours["text"], colours["line"]) >= _SIGN


def test_every_theme_has_every_colour() -> None:
    assert set(_colours("light")) == set(_colours("dark")) == set(_colours("paper"))
    assert set(re.findall(r"var\(--([a-z]+)\)", STYLE)) == set(_colours("light"))


def test_more_lines_on_a_slide_have_smaller_letters() -> None:
    sizes = [
        float(re.findall(r"html \{ font-size: ([\d.]+)pt", slide_style([80], [60] * rows))[0])
        for rows in (1, 4, 6, 9, 12, 100)
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1]

"""How numbers are written for people: percentages, values with their unit, confidence."""

import math

_SLACK = 1e-9
_MOST_SHOWN = 999
_LEAST_SHOWN = -99
_WHOLE_BELOW = 1e6
_SCALES = ((1e12, "T"), (1e9, "B"), (1e6, "M"))
_BEYOND_SCALES = 1e15


def percent(fraction: float) -> str:
    """Write a fraction as whole percent; what is not quite done is never rounded up to 100%.

    It takes five cells at most; what lies beyond is told as more than 999% or less than -99%.
    """
    if fraction * 100 > _MOST_SHOWN:
        return f">{_MOST_SHOWN}%"
    if fraction * 100 < _LEAST_SHOWN:
        return f"<{_LEAST_SHOWN}%"
    whole = math.floor(fraction * 100 + 0.5 + _SLACK)
    if fraction < 1 - _SLACK:
        whole = min(whole, 99)
    return f"{whole}%"


def number(value: float) -> str:
    """Write a value with up to six digits, and the largest ones in millions and more."""
    size = abs(value)
    if size >= _BEYOND_SCALES:
        return f"{value:.3g}"
    if size < _WHOLE_BELOW:
        return str(int(value)) if value == int(value) else f"{value:.6g}"
    scale, letter = next((scale, letter) for scale, letter in _SCALES if size >= scale)
    return f"{value / scale:.4g}{letter}"


def with_unit(value: float, unit: str | None) -> str:
    """Write a value with its unit; a percent sign stands close."""
    if not unit:
        return number(value)
    return f"{number(value)}{unit}" if unit == "%" else f"{number(value)} {unit}"


def out_of_ten(fraction: float) -> str:
    """Write a confidence the way that teams say it, 6/10, and 65% where that is not enough."""
    tenths = round(fraction * 10, 6)
    return f"{tenths:.0f}/10" if tenths == int(tenths) else percent(fraction)


def exact(value: float) -> float:
    """Give a whole number below 1e15 as an integer, so that 31.0 is written 31; else the value."""
    return int(value) if -_BEYOND_SCALES < value < _BEYOND_SCALES and value == int(value) else value

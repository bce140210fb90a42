"""Hints for texts that are nearly numbers: with units, separators, or letters for digits."""

import re
from decimal import Decimal
from unicodedata import numeric

_LONGEST_UNIT = 60
_SLIPS = str.maketrans("oOlI", "0011")
_SCALES = {"k": 3, "K": 3, "thousand": 3, "M": 6, "Mio": 6, "million": 6, "bn": 9, "billion": 9}
_BOUNDS = {">": "at_least", "<": "at_most"}
_SIGN = re.compile(r"(?:[<>]=?|=[<>]|[≥≤~≈])\s*")
_BOUND = re.compile(r"(?:=?(?P<sign>[<>])=?|(?P<least>≥)|≤)\s*(?P<rest>.+)")
_NUMBER = re.compile(r"(?P<currency>[$€£]?)(?P<number>[-+]?[\d., \u00a0_']*\d)\s*(?P<unit>\D*)")
_MISTYPED = re.compile(r"[-+]?[\doOlI]+([.,][\doOlI]+)?")
_LITRES = re.compile(r"[-+]?\d+([.,]\d+)?l")
_POWER = re.compile(r"[-+]?\d+(\.\d+)?[eE]\d{1,2}")
_FRACTION = re.compile(r"(?P<whole>\d*)\s*(?P<part>[¼-¾⅐-⅞])")


def number_hint(text: str) -> str | None:
    """Say how to write what is nearly a number; None where that cannot be told."""
    bare = text.strip()
    sign = _SIGN.match(bare)
    number = bare[sign.end() :] if sign else bare
    return _of_slips(number) or _of_form(number) or _of_number(number, quoted=number == bare)


def bound_hint(text: str) -> str | None:
    """Say how to write a target that is meant as a bound; None where it is none."""
    match = _BOUND.fullmatch(text.strip())
    number = match and _plain(match["rest"].strip())
    if match is None or number is None:
        return None
    sign = match["sign"] or (">" if match["least"] else "<")
    return f"write {number}; a bound that has to hold all the time is `{_BOUNDS[sign]}: {number}`"


def _of_slips(text: str) -> str | None:
    """Read letters that look like digits; `10l` may be litres."""
    if not any(each.isdigit() for each in text) or text.isdigit() or _LITRES.fullmatch(text):
        return None
    if not any(each in "oOlI" for each in text) or _MISTYPED.fullmatch(text) is None:
        return None
    return f"did you mean {text.translate(_SLIPS).replace(',', '.')}?"


def _of_form(text: str) -> str | None:
    """Read 1½ and 1e3."""
    if _POWER.fullmatch(text):
        return f"write {Decimal(text):f}"
    match = _FRACTION.fullmatch(text)
    if match is None:
        return None
    return f"write {int(match['whole'] or 0) + numeric(match['part']):.3g}"


def _of_number(text: str, *, quoted: bool) -> str | None:
    """Read a number with separators, a currency, a unit, or in quotes."""
    match = _NUMBER.fullmatch(text)
    number = match and _plain(match["number"])
    if match is None or number is None:
        return None
    unit = match["currency"] + match["unit"].strip()
    if unit:
        return _with_unit(number, unit)
    if re.fullmatch(r"[-+]?[1-9]\d{0,2}\.\d{3}", match["number"]):
        return f"write {number.replace('.', '')}, or {float(number):g}: a point is before decimals"
    return f"write {number}" + (" without quotes" if quoted and number == text else "")


def _with_unit(number: str, unit: str) -> str | None:
    if len(unit) > _LONGEST_UNIT:
        return None
    both = f'{number} and `unit: "{unit}"`'
    if unit not in _SCALES:
        return f"write {both}"
    return f"write {Decimal(number).scaleb(_SCALES[unit]):f}, or {both}"


def _plain(text: str) -> str | None:
    """Read a number with separators; None where a comma could be either kind."""
    digits = re.sub(r"[ \u00a0_']", "", text)
    if re.fullmatch(r"[-+]?\d{1,3}(,\d{3})+(\.\d+)?", digits):
        return digits.replace(",", "")
    if re.fullmatch(r"[-+]?\d{1,3}((\.\d{3})+,\d+|(\.\d{3}){2,})", digits):
        return digits.replace(".", "").replace(",", ".")
    if re.fullmatch(r"[-+]?\d+,\d{1,2}", digits):
        return digits.replace(",", ".")
    return digits if re.fullmatch(r"[-+]?\d+(\.\d+)?", digits) else None

"""The numbers of a title that say how much; those that are part of a name are left out."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from okrcli.analysis.wording import names
from okrcli.analysis.wording.title import Title

_SCALES = {
    "k": 1e3, "thousand": 1e3, "tsd": 1e3, "m": 1e6, "mn": 1e6, "mio": 1e6, "mm": 1e6,
    "million": 1e6, "bn": 1e9, "b": 1e9, "billion": 1e9, "hundred": 1e2,
}  # fmt: skip
_TIMES = frozenset(
    "ms s sec secs second seconds min mins minute minutes h hr hrs hour hours day days"
    " week weeks month months quarter quarters year years yrs".split()
)
_PERCENT = frozenset(("%", "percent", "percentage", "pp", "pts", "points", "bps", "pct"))
_CODES = frozenset("usd eur gbp chf sek nok dkk pln cad aud inr jpy euro euros dollars".split())
_SMALL = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "dozen": 12, "hundred": 100, "thousand": 1000, "million": 1e6, "billion": 1e9,
}  # fmt: skip
_SHARES = frozenset(
    "half third thirds double doubles doubled doubling triple triples tripled tripling"
    " quadruple halve halves halved halving twice thrice twofold threefold fourfold"
    " fivefold tenfold two-thirds three-quarters one-third quarters none".split()
)
_FRACTIONS = frozenset(("third", "quarter", "tenth", "fifth"))
_SPELLED = _SHARES | _FRACTIONS | frozenset(_SMALL)
_FIGURES = frozenset("0123456789")
_KEPT = frozenset("XYZN%")
_LETTERS_ALONE = frozenset(("N", "Z", "X", "XL"))
_NAME_LETTERS = frozenset(("", "m", "b", "s"))
_PRONOUN = frozenset("of another by who that more else for day".split())


class Amount(NamedTuple):
    """A number that says how much: where its words begin and end, and what it is in.

    `value` is None where only a place is kept for it (`X%`); `unit` is "%", "money", "time", "x"
    for a multiple or a share, or "" for what the next words name. `spelled` is one in words.
    """

    begin: int
    end: int
    value: float | None
    unit: str = ""
    spelled: bool = False


@lru_cache(maxsize=65_536)
def amounts(title: Title) -> tuple[Amount, ...]:
    """Find all amounts, in figures and in words, from left to right."""
    if _has_none(title):
        return ()
    found: list[Amount] = []
    at = title.start
    while at < len(title.low):
        amount = _at(title, at)
        if amount is not None:
            found.append(amount)
        at = at + 1 if amount is None else amount.end
    return tuple(found)


def _has_none(title: Title) -> bool:
    """Tell quickly that a title holds no number, as most do not."""
    words = not _SPELLED.isdisjoint(title.low) or "-" in title.text
    return not words and (_FIGURES | _KEPT).isdisjoint(title.text)


def _at(title: Title, at: int) -> Amount | None:
    word = title.low[at]
    if at and title.low[at - 1] == "per":
        return None
    if not any(map(str.isdigit, word)):
        return _spelled(title, at) or _kept_place(title, at)
    match = _pattern().fullmatch(word)
    if match is None or _names(title, at, match):
        return None
    value, suffix = _value(match), match["suffix"]
    if suffix in _SCALES:
        value, suffix = value * _SCALES[suffix], ""
    unit = "money" if match["money"] or match["after"] else _unit_of(suffix)
    return _with_next(title, Amount(at, at + 1, value, unit))


def _names(title: Title, at: int, match: re.Match[str]) -> bool:
    """Tell whether figures belong to a name; what has a unit or a currency does not."""
    word = title.low[at]
    if word in names.TIMELESS or names.is_year(title, at, word):
        return True
    marked = match["money"] or match["after"] or match["more"]
    return not marked and match["suffix"] in _NAME_LETTERS and names.is_name(title, at)


def _unit_of(suffix: str) -> str:
    """Give the unit of what stands right after figures."""
    if suffix in _PERCENT:
        return "%"
    return {"x": "x", "\u00d7": "x"}.get(suffix) or ("time" if suffix in _TIMES else "")


def _with_next(title: Title, amount: Amount) -> Amount:
    """Add what the next words say of an amount: `million`, `percent`, `euros`, `hours`."""
    while amount.end < len(title.low) and amount.end - 1 not in title.breaks:
        word = title.low[amount.end]
        if word in _SCALES and amount.value is not None:
            amount = amount._replace(value=amount.value * _SCALES[word])
        elif word in _CODES:
            amount = amount._replace(unit="money")
        elif word in _PERCENT:
            amount = amount._replace(unit="%")
        elif word == "per" and title.low[amount.end + 1 : amount.end + 2] == ("cent",):
            return amount._replace(unit="%", end=amount.end + 2)
        elif word in _TIMES and not amount.unit:
            amount = amount._replace(unit="time")
        else:
            break
        amount = amount._replace(end=amount.end + 1)
    return amount


def _spelled(title: Title, at: int) -> Amount | None:
    word = title.low[at]
    after = title.low[at + 1] if at + 1 < len(title.low) else ""
    before = title.low[at - 1] if at else ""
    if word in _SHARES:
        return Amount(at, at + 1, None, "x", spelled=True)
    if word in _FRACTIONS:
        fraction = before in {"a", "one", "two", "three"} and after in {"of", ""}
        return Amount(at, at + 1, None, "x", spelled=True) if fraction else None
    number = _SMALL.get(word.split("-")[0] if word.split("-")[-1] in _SMALL else word)
    if number is None or (word == "one" and (after in _PRONOUN or before in _NO_COUNT)):
        return None
    if names.follows_name(title, at):
        return None
    return _with_next(title, Amount(at, at + 1, number, spelled=True))


_NO_COUNT = frozenset("no any every each which number day the as this that".split())


def _kept_place(title: Title, at: int) -> Amount | None:
    """Recognise what keeps a place for a number: `X%`, `$XM`, `XX users`, `from X to Y`."""
    raw = title.raw[at]
    if len(raw) > len("USD$XXX%") or _KEPT.isdisjoint(raw):
        return None
    if _kept_shape().fullmatch(title.low[at]) is None or (raw in _LETTERS_ALONE and at == 0):
        return None
    unit = "%" if raw.endswith("%") else "money" if not raw[0].isalpha() else ""
    return Amount(at, at + 1, None, unit)


def _value(match: re.Match[str]) -> float:
    digits = match["number"].replace(" ", "").rstrip(".,")
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", digits):
        digits = digits.replace(",", "")
    digits = digits.replace(",", ".")
    return float(digits) if digits.count(".") <= 1 else float(digits.replace(".", ""))


@cache
def _pattern() -> re.Pattern[str]:
    """Compile the shape of an amount in figures, once there are any."""
    return re.compile(
        r"""
        [<>≤≥=~±+-]* (?P<money>(?:us|[a-z]{3})?[$€£¥₹]|eur|usd|gbp|chf)?
        (?P<number>\d[\d.,]*)
        (?P<suffix>
            % | percent | pp | pts | bps
          | k | m | mn | mio | mm | bn | b | [x\u00d7]
          | ms | s | sec | secs | min | mins | h | hr | hrs
          | /\d[\d.,]* | [-\u2013][$€£]?\d[\d.,]*%? |
        )
        (?P<more>\+)? (?P<after>[$€£¥₹])?
        """,
        re.VERBOSE,
    )


@cache
def _kept_shape() -> re.Pattern[str]:
    """Compile the shape of what keeps a place, once there may be one."""
    return re.compile(r"(?:[a-z]{3}|us)?[$€£¥₹]?[xyzn]{1,3}(?:[kmb]|%)?")

"""Numbers that are names: years, versions, products, ranks, times of day."""

from okrcli.analysis.wording.title import Title

_MONTHS = frozenset(
    "january february march april june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_NUMBERED = frozenset(
    "no number version v phase stage level tier type gen generation class series part"
    " chapter article section form iso q quarter day step sprint sdg grade fortune covid"
    " windows scope line fy terminal season track wave horizon iteration milestone h #"
    " room area zone building route highway office title top priority soc gate platform"
    " release ward step-by-step act agenda vision plan sox edition".split()
)
_ORDINALS = frozenset(("1st", "2nd", "3rd", "first", "second", "third"))
_RANKS = frozenset("top rank ranked".split())
_METRICS = frozenset(
    "nps csat arr mrr dau mau wau gmv roi roas sla slo cac ltv ebitda cpa cpc ctr cpl"
    " kpi aov arpu mttr mttd ces hdi enps rpm rpo rto tti lcp ftes fte crm sql sqls mql"
    " mqls score rating index".split()
)
_BEFORE_NAME = _NUMBERED - _METRICS
TIMELESS = frozenset(("24/7", "24/7/365", "50/50", "80/20", "9/11", "1:1", "1-1", "9-5", "0-1"))
_COUNTED = frozenset(("people", "new", "active", "paying"))
_YEAR_LENGTHS, _YEAR_MARKS = (4, 7, 9), ("", "/", "-", "\u2013")
_SURELY = 3
_LONG_AGO, _FIRST_YEAR, _LAST_YEAR = 1900, 2015, 2099
_OWNERS = frozenset(
    "in the our of for during this until since before after fy through fiscal year"
    " calendar end start mid q1 q2 q3 q4 h1 h2 spring summer autumn fall winter by early"
    " late".split()
)


def is_name(title: Title, at: int) -> bool:
    """Tell whether figures are part of a name and no amount."""
    word = title.low[at].strip("<>~+")
    return (
        is_year(title, at, word)
        or _is_day(title, at)
        or follows_name(title, at)
        or _follows_capital(title, at)
    )


def follows_name(title: Title, at: int) -> bool:
    """Tell whether the word before is one that is numbered: `phase 2`, `top five`."""
    before = title.low[at - 1] if at > title.start else ""
    if before in {"number", "no"}:
        return title.low[at] in {"1", "one"}
    return before in _BEFORE_NAME


def is_rank(title: Title) -> bool:
    """Tell whether a title asks for a place: `#1`, `top 10`, `number one`."""
    low = title.low
    return any(
        (word.startswith("#") and word[1:].isdigit())
        or (word in _RANKS and low[at + 1 : at + 2] and low[at + 1][0].isdigit())
        or (word in _ORDINALS and low[at + 1 : at + 2] in {("place",), ("rank",), ("position",)})
        or (word in {"number", "no"} and low[at + 1 : at + 2] in {("one",), ("1",)})
        for at, word in enumerate(low)
    )


def is_year(title: Title, at: int, word: str) -> bool:
    """Tell whether a word is a year, such as `2027` or `2026/27`, and counts nothing."""
    figures = word[:4]
    if (
        len(word) not in {4, 7, 9}
        or not figures.isdigit()
        or word[4:5] not in {"", "/", "-", "\u2013"}
    ):
        return False
    before = title.low[at - 1] if at else "in"
    first = _LONG_AGO if before in {"in", "since", "of", "the"} else _FIRST_YEAR
    if not first <= int(figures) <= _LAST_YEAR:
        return False
    after = title.low[at + 1] if at + 1 < len(title.low) and at not in title.breaks else ""
    return before in _OWNERS or not (_is_plural(after) or after in _COUNTED)


def _is_day(title: Title, at: int) -> bool:
    around = (*title.low[max(at - 1, 0) : at], *title.low[at + 1 : at + 2])
    return any(word.rstrip(".") in _MONTHS for word in around) or (
        "may" in around and title.raw[at - 1 : at + 2].count("May") > 0
    )


def _follows_capital(title: Title, at: int) -> bool:
    """Tell whether figures follow a name: `iOS 18`, `Boeing 737`; a verb that begins is none."""
    if at <= title.start or at - 1 in title.breaks:
        return False
    before = title.raw[at - 1]
    if not any(map(str.isupper, before)) or before.lower() in _METRICS:
        return False
    after = title.low[at + 1] if at + 1 < len(title.low) and at not in title.breaks else ""
    if _is_plural(after):
        return False
    inside = any(map(str.isupper, before[1:]))
    return inside or (at - 1 > title.start and not _all_capital(title))


def _is_plural(word: str) -> bool:
    return len(word) > len("was") and word.endswith("s") and not word.endswith(("ss", "is", "'s"))


def _all_capital(title: Title) -> bool:
    """Tell whether a title is written Like This, where a capital letter says nothing."""
    long = [word for word in title.raw if len(word) > len("with") and word[0].isalpha()]
    return len(long) >= _SURELY and all(word[0].isupper() for word in long)

"""Documents that the format allows, of every kind and with every field, and ways to write them."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from io import StringIO
from typing import Any

from hypothesis import strategies as st
from ruamel.yaml import YAML

Data = dict[str, Any]

_BOM = "\ufeff"
_ids = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
# Without `_`: yaml_rs takes `_0` and `1_000` for numbers, which are texts in YAML 1.2.
_odd = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters="_")
    | st.just(" ")
)
_texts = st.sampled_from(
    "Shops love us|Raise day 7 from 31% to 45%|Launch the app|a: b|- a|# no comment|'quoted|*|&x|!t"
    "|no|on|12:30|2026|2026-11-17|60%|null|{a}|[b]|目標 🚀|one\ntwo\n|one\n\n  two|led by|100| x |%"
    "|okr: ignore[long-objective] a reason|<b>|ana|@bo|?|it's|back\\slash|ana and bo".split("|")
) | _odd.filter(lambda text: bool(text.strip()))
_numbers = st.integers(-1000, 10**9) | st.floats(-1e6, 1e6) | st.sampled_from([0, 0.1, 1e300, -0.0])
_days = st.dates(date(2025, 1, 1), date(2027, 12, 31)).map(date.isoformat)
_done = st.booleans() | _days
_shares = st.floats(0, 1) | st.sampled_from([0, 1])
_references = _ids | st.tuples(_ids, _ids).map("/".join) | st.just("2026:company/love")
_cycles = st.sampled_from(["2026-Q4", "2026-Q3", "2026-H2", "2026-11", "2026", 2026, 2027])


def _some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Data]:
    """Make a mapping with any of some fields."""
    return st.fixed_dictionaries({}, optional=fields)


def _list(entries: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[list[Any]]:
    return st.lists(entries, min_size=least, max_size=least + 2)


def _with(needed: Mapping[str, st.SearchStrategy[Any]], more: Any) -> st.SearchStrategy[Data]:  # noqa: ANN401 - a mapping of strategies, or one
    """Make a mapping with all of some fields and any of others."""
    return st.fixed_dictionaries(dict(needed), optional=more)


_OWN = {"x-own": st.recursive(_texts | _numbers | st.none(), _list, max_leaves=3)}
_CLOSE = _with(
    {"decision": st.sampled_from(["achieved", "continue", "change", "defer", "drop"])},
    {"score": _shares, "why": _texts, "lessons": _list(_texts)},
)
_REVISION = _with(
    {"on": _days, "field": _ids, "was": _numbers | _texts, "now": _numbers, "why": _texts},
    {"agreed": _texts},
)
_MILESTONE = _texts | _with(
    {"title": _texts}, {"id": _ids, "weight": st.integers(1, 9), "due": _days, "done": _done}
)
_PLAN = _with({"by": _days, "value": _numbers}, {})
_MEASURES = (
    _with(
        {"baseline": _numbers | st.just("unknown"), "target": _numbers},
        {"stretch": _numbers, "plan": _list(_PLAN), "unit": _texts, "current": _numbers},
    ),
    _with({"at_least": _numbers}, {"at_most": _numbers, "kept": _shares, "current": _numbers}),
    _with({"at_most": _numbers}, {"kept": _shares, "unit": _texts, "current": _numbers}),
    _with({"milestones": _list(_MILESTONE)}, {}),
    _with({"done": _done}, {}),
)
_ANY_KEY_RESULT = {
    "owner": _texts, "weight": st.floats(0.1, 9), "starts": _days, "due": _days, "kpi": _ids,
    "needs": _list(_references), "evidence": _texts, "formerly": _list(_references),
    "revised": _list(_REVISION), "updated": _days, "note": _texts, "blocker": _texts,
    "confidence": _shares | st.sampled_from(["6/10", "60%", "0/1", "99.5%"]), "close": _CLOSE,
    **_OWN,
}  # fmt: skip
_KEY_RESULT = st.builds(
    lambda named, measured, more: {**named, **measured, **more},
    _with({"id": _ids, "title": _texts}, {}),
    st.one_of(_MEASURES),
    _some(**_ANY_KEY_RESULT),
)
_OBJECTIVE = _with(
    {"id": _ids, "title": _texts, "owner": _texts, "key_results": _list(_KEY_RESULT, 1)},
    {
        "ambition": st.sampled_from(["committed", "aspirational"]),
        "why": _texts, "supports": _list(_references), "standalone": _texts, "pillar": _ids,
        "priority": st.integers(1, 5), "initiatives": _list(_texts), "close": _CLOSE,
        "formerly": _list(_references), "draft": st.booleans(), **_OWN,
    },
)  # fmt: skip
_ACTION = _texts | _with({"action": _texts}, {"owner": _texts, "done": st.booleans()})
_RETROSPECTIVE = _some(
    went_well=_list(_texts), went_badly=_list(_texts), change_next=_list(_ACTION)
)
OKR_FILES = _with(
    {"team": _ids, "cycle": _cycles, "objectives": _list(_OBJECTIVE)},
    {"draft": st.booleans(), "retrospective": _RETROSPECTIVE, **_OWN},
)
_TEAM = _with(
    {"id": _ids},
    {
        "name": _texts, "parent": _ids, "lead": _texts, "members": _list(_texts),
        "check_in_days": st.integers(1, 60), "max_objectives": st.integers(1, 9),
    },
)  # fmt: skip
ORGANIZATIONS = _with(
    {"organization": _texts},
    {
        "vision": _texts,
        "pillars": _list(_with({"id": _ids, "title": _texts}, {})),
        "teams": _list(_TEAM),
        "people": _list(_with({"id": _ids}, {"name": _texts, "emails": _list(_texts)})),
        **_OWN,
    },
)
_MEASURED = _some(
    owner=_texts, unit=_texts, at_least=_numbers, at_most=_numbers, current=_numbers, updated=_days
)
_KPI = st.builds(
    lambda named, measured: {**named, **measured},
    _with({"id": _ids, "title": _texts}, {}),
    _MEASURED,
)
KPIS = _with({"kpis": _list(_KPI)}, _OWN)
DOCUMENTS = OKR_FILES | ORGANIZATIONS | KPIS


def dumped(value: object, *, flow: bool | None, width: int) -> str:
    """Write a value as YAML: in blocks, between brackets, or each where it fits."""
    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style = flow
    yaml.width = width
    yaml.allow_unicode = True
    stream = StringIO()
    yaml.dump(value, stream)
    return stream.getvalue()


def _commented(text: str) -> str:
    return "# What this is.\n\n" + text + "# The end: [not a list\n"


WRITERS: Mapping[str, Callable[[object], str]] = {
    "blocks": lambda value: dumped(value, flow=False, width=80),
    "narrow": lambda value: dumped(value, flow=False, width=30),
    "brackets": lambda value: dumped(value, flow=True, width=1000),
    "mixed": lambda value: dumped(value, flow=None, width=80),
    "CRLF": lambda value: dumped(value, flow=False, width=80).replace("\n", "\r\n"),
    "with a mark": lambda value: f"{_BOM}---\n{dumped(value, flow=False, width=80)}",
    "with comments": lambda value: _commented(dumped(value, flow=False, width=80)),
    "JSON": json.dumps,
    "indented JSON": lambda value: json.dumps(value, indent=2, ensure_ascii=False),
}

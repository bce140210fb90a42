"""What a form refuses -> findings, in the words of the format."""

import difflib
from collections.abc import Collection, Sequence

from okrcli.model.finding import Finding
from okrcli.model.source import Source
from okrcli.store.certainty import fix_of
from okrcli.store.compiled import Form
from okrcli.store.faults import Fault, find, forms_with
from okrcli.store.kinds import DOCUMENTS, OWN, form_of
from okrcli.store.remedies import cycle_name, remedy

_ONE_PERSON = frozenset(("owner", "lead"))
_RULES = {"unknown": "unknown-field", "missing": "missing-field", "short": "missing-field"}
_SHOWN = 40
_MOST = 500  # so that a file full of nonsense neither takes long nor hides the other files
_NO_TEXT = ("a number", "a whole number", "a month", "a list", "a mapping", "true or false")
_MISSING_ID = "history and links know it by its id: short, lasting, such as `id: more-shops`"
_MISSING_KEY_RESULT = "say how it is measured: begin an entry with `- id:` below `key_results:`"
_MISSING_ENTRIES = "write its entries below it, each begun with `- `"
_ONE_OWNER = "one person is accountable: name one, and say in the text who helps"


def findings(form: Form, data: object, path: str) -> list[Finding]:
    """Check a document; give one finding for each wrong place, in the document's order."""
    faults = find(form, data)
    slips = {(fault.keys[:-1], _meant(fault)) for fault in faults if fault.kind == "unknown"}
    found = []
    for fault in faults:
        if fault.kind == "missing":
            names = [name for name in fault.names if (fault.keys, name) not in slips]
            if not names:
                continue
            fault = fault._replace(names=names)  # noqa: PLW2901 - the same fault, said shorter
        found.append(_finding(fault, path))
        if len(found) == _MOST:
            message = f"there is more wrong in this file; the first {_MOST} findings are shown"
            return [*found, Finding("invalid-value", Source(path), message)]
    return found


def unknown_cycle(cycle: str, path: str) -> Finding:
    """Name a cycle that the calendar of the workspace does not have."""
    meant = cycle_name(cycle)
    hint = f"write {meant}" if meant not in {None, cycle} else "name it under [cycles] in okr.toml"
    message = (
        f"`cycle` of an OKR file is {cycle!r}, which is neither a year, a half, a quarter or a "
        "month nor a cycle of okr.toml"
    )
    return Finding("invalid-value", Source(path, ("cycle",)), message, hint)


def unknown_document(data: object, path: str) -> Finding | None:
    """Tell what is wrong with a document that is none of the known kinds, or several at once."""
    if form_of(data) is not None:
        return None
    source = Source(path)
    kinds = [name for name in DOCUMENTS if isinstance(data, dict) and name in data]
    if kinds:
        message = f"{listed(kinds)} cannot stand in one file"
        return Finding(
            "unknown-document", source.key(kinds[1]), message, "put each in a file of its own"
        )
    for name in data if isinstance(data, dict) else ():
        meant = closest(name, tuple(DOCUMENTS))
        if meant is not None:
            message = f"`{name}` is not a field of an OKR file, an organization file or a KPI file"
            return Finding(
                "unknown-document", source.key(name), message, f"did you mean `{meant}`?"
            )
    hint = "begin it with `team`, `cycle` and `objectives`, with `organization`, or with `kpis`"
    return Finding("unknown-document", source, _no_document(data), hint)


def predicate(fault: Fault) -> str:
    """Say what a refused value must be, and what it is."""
    if fault.value is None:
        return f"is empty; it must be {fault.expected}"
    return f"must be {fault.expected}, not {_shown(fault.value, fault.expected)}"


def hint_of(fault: Fault) -> str | None:
    """Say how to mend a fault, where that can be told."""
    match fault.kind:
        case "unknown":
            return _hint_of_unknown(fault)
        case "short":
            return _MISSING_KEY_RESULT
        case "missing":
            return _MISSING_ID if "id" in fault.names else None
    return _hint_of_wrong(fault)


def _hint_of_wrong(fault: Fault) -> str | None:
    if fault.field == "owner" and isinstance(fault.value, list | dict):
        return _ONE_OWNER
    if fault.value is None and _is_required(fault):
        return _MISSING_ENTRIES if fault.expected == "a list" else "give it a value"
    found = remedy(fault.field, fault.expected, fault.value)
    if found is None and isinstance(fault.value, str) and "`" in fault.expected:
        meant = closest(fault.value.strip().lower(), fault.expected.split("`")[1::2])
        return None if meant is None else f"did you mean `{meant}`?"
    return found


def closest(name: object, known: Collection[str]) -> str | None:
    """Find the known name that a wrong one is a slip of."""
    plain = str(name).lower().replace("-", "_").replace(" ", "_")
    found = difflib.get_close_matches(plain, known, n=1, cutoff=0.6)
    return found[0] if found else None


def article(noun: str) -> str:
    """Put `a` or `an` before a noun."""
    return f"{'an' if noun[:1].lower() in 'aeio' else 'a'} {noun}"


def _is_required(fault: Fault) -> bool:
    return not fault.is_entry and bool(fault.owner["fields"].get(fault.field, {}).get("required"))


def _finding(fault: Fault, path: str) -> Finding:
    source = Source(path, fault.keys, of_key=fault.kind in {"unknown", "short"})
    rule = _RULES.get(fault.kind, "invalid-value")
    if fault.field in _ONE_PERSON and isinstance(fault.value, list):
        rule = "several-owners"
    return Finding(rule, source, _message(fault), hint_of(fault), fix=fix_of(fault))


def _message(fault: Fault) -> str:
    owner = article(fault.noun)
    match fault.kind:
        case "unknown":
            return f"`{fault.field}` is not a field of {owner}"
        case "missing":
            return f"{owner} needs {listed(fault.names)}"
        case "short":
            return f"{owner} needs at least one {fault.field.removesuffix('s').replace('_', ' ')}"
    return f"{_subject(fault)} {predicate(fault)}"


def _subject(fault: Fault) -> str:
    if not fault.field:
        return article(fault.noun)
    if fault.is_entry:
        return f"an entry of `{fault.field}`"
    return f"`{fault.field}` of {article(fault.noun)}"


def _meant(fault: Fault) -> str | None:
    return closest(fault.field, fault.known)


def _hint_of_unknown(fault: Fault) -> str | None:
    meant = _meant(fault)
    if meant is not None:
        return f"did you mean `{meant}`?"
    homes = list(dict.fromkeys(forms_with(fault.field)))
    if homes:
        return f"it is a field of {article(homes[0])}"
    return f"a key of your own begins with `{OWN}`"


def _shown(value: object, expected: str) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str() if not value.strip():
            return "blank"
        case str():
            short = _short(value)
            return f"text ({short!r})" if expected.startswith(_NO_TEXT) else repr(short)
        case int() | float():
            short = _short(str(value))
            return f"a number ({short})" if expected.startswith(("text", "a list")) else short
        case list():
            return "a list"
    return "a mapping"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _no_document(data: object) -> str:
    if data is None:
        return "the file is empty"
    if isinstance(data, dict):
        return "the file has none of `objectives`, `organization` and `kpis`"
    kind = "a list" if isinstance(data, list) else "a single value"
    return f"the file holds {kind}, not a mapping of fields"


def listed(names: Sequence[str]) -> str:
    """Write names one after the other."""
    quoted = [f"`{name}`" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"

"""Baselines: the findings that a team knows of and has put off, in a file."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

import json
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.analysis.identity import Identity
    from okrcli.model.finding import Finding

_MAKE = "make a new one: `okr lint --baseline FILE --write-baseline`"


class Compared(NamedTuple):
    """What is not in a baseline, and what the summary says of it."""

    findings: "Sequence[Finding]"
    notes: Sequence[str]


def compare(findings: "Sequence[Finding]", file: Path, running: Collection[str]) -> Compared:
    """Leave out what a baseline knows; `running` are the rules that could have found it again."""
    from okrcli.analysis.identity import subtract

    kept, left = subtract(findings, _read(file))
    stale = sum(count for each, count in left.items() if each.rule in running)
    notes = [f"{len(findings) - len(kept):,} more in the baseline"]
    if stale:
        notes.append(f"{stale:,} in the baseline no longer found, so write it anew")
    return Compared(kept, notes)


def write(findings: "Sequence[Finding]", file: Path) -> str:
    """Write all findings as a baseline; return what to say of it."""
    from okrcli.analysis.identity import counted
    from okrcli.render.json_text import json_text
    from okrcli.render.text import clean
    from okrcli.store.replace import replace_file

    entries = [{**each._asdict(), "count": n} for each, n in sorted(counted(findings).items())]
    replace_file(file, json_text({"version": 1, "findings": entries}))
    noun = "finding" if len(findings) == 1 else "findings"
    return f"{len(findings):,} {noun} written to the baseline {clean(file.name)}\n"


def _read(file: Path) -> "Counter[Identity]":
    try:
        document = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        raise UsageError(f"no such baseline: {file}", _MAKE) from None
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror or error}") from error
    except (ValueError, RecursionError):
        raise UsageError(f"{file} is not JSON", _MAKE) from None
    try:
        return _counted(document)
    except (TypeError, KeyError, ValueError, AttributeError):
        raise UsageError(f"{file} is no baseline of okr", _MAKE) from None


def _counted(document: Any) -> "Counter[Identity]":  # noqa: ANN401 - any JSON
    from okrcli.analysis.identity import Identity

    if document["version"] != 1:
        raise ValueError
    return Counter(
        {
            Identity(str(each["rule"]), str(each["about"]), str(each["field"])): int(each["count"])
            for each in document["findings"]
        }
    )

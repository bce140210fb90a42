"""What makes a finding the same one in another version of the files: never its line.

A finding is known by its rule, by what it is about and by the field there. What it is about is a
reference, or a file where there is none. Entries of a list are not told apart by their number,
which moves when another one is inserted: findings of one identity are counted instead.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from okrcli.model.finding import Finding
from okrcli.model.source import Step

_OBJECTIVE, _KEY_RESULT = 2, 4  # the keys that lead to each: objectives, 1, key_results, 0
_DIGITS = 32


class Identity(NamedTuple):
    """A rule, a reference or a file, and the field in it; equal for findings that are the same."""

    rule: str
    about: str
    field: str


def identity(finding: Finding) -> Identity:
    """Tell what a finding is known by."""
    path, keys, _ = finding.source
    if finding.ref is None:
        return Identity(finding.rule, path, _field(keys))
    return Identity(finding.rule, finding.ref, _field(keys[_depth(finding.ref, keys) :]))


def fingerprints(findings: Sequence[Finding]) -> list[str]:
    """Give each finding a name of its own that survives moving lines: 32 hexadecimal digits."""
    from hashlib import sha256  # noqa: PLC0415 - only some formats need it

    seen: Counter[Identity] = Counter()
    made = []
    for each in map(identity, findings):
        text = "\0".join((*each, str(seen[each])))
        made.append(sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS])
        seen[each] += 1
    return made


def counted(findings: Iterable[Finding]) -> Counter[Identity]:
    """Count the findings of each identity."""
    return Counter(map(identity, findings))


def subtract(
    findings: Sequence[Finding], known: Mapping[Identity, int]
) -> tuple[list[Finding], Counter[Identity]]:
    """Leave out as many findings as are known; with how many of the known are not there."""
    left = Counter(known)
    kept = []
    for finding in findings:
        each = identity(finding)
        if left[each] > 0:
            left[each] -= 1
        else:
            kept.append(finding)
    return kept, +left


def _depth(ref: str, keys: Sequence[Step]) -> int:
    """Count the keys that lead to what a reference names."""
    if not keys or keys[0] != "objectives":
        return 0
    is_key_result = ref.rpartition(":")[2].count("/") > 1
    return _KEY_RESULT if is_key_result else _OBJECTIVE


def _field(keys: Sequence[Step]) -> str:
    """Write a path in a document: `milestones[].due`."""
    steps = ("[]" if isinstance(step, int) else f".{step}" for step in keys)
    return "".join(steps).removeprefix(".")

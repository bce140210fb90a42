"""How often the judgement of words is right, on titles that were labelled by hand.

Run it as `python -m tests.benchmarks.wording [--misses]`. A title counts as flagged when a rule of
words with the severity of a warning finds something in it; recall is the share of the bad titles
that are flagged, false alarms the share of the good ones.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from okrcli.analysis.wording.title import read
from okrcli.model.finding import Severity
from okrcli.model.key_result import KeyResult, Kind
from okrcli.rules import RULES
from okrcli.rules.words import Judged, WordRule
from tests.running import DATA

FOLDER = DATA / "wording"
KINDS = {"objective": "objectives", "key-result": "key-results"}
SETS = ("", "held-out-", "fresh-")


class Labelled(NamedTuple):
    """A title with what is to be found in it: a rule, or nothing."""

    kind: str
    text: str
    rule: str | None
    key_result: KeyResult | None = None


class Level(NamedTuple):
    """How often the rules are right; both are fractions."""

    recall: float
    false_alarms: float


def labelled(kind: str, prefix: str = "") -> Sequence[Labelled]:
    """Read the labelled titles of a kind."""
    path = FOLDER / f"{prefix}{KINDS[kind]}.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        return [
            _title(kind, row)
            for row in csv.DictReader(file, delimiter="\t", quotechar=None, quoting=csv.QUOTE_NONE)
        ]


def _title(kind: str, row: dict[str, str]) -> Labelled:
    rule = row["rule"] or "any" if row["label"] == "bad" else None
    fields = dict(each.split("=", 1) for each in (row.get("fields") or "").split(";") if each)
    return Labelled(kind, row["text"], rule, _key_result(row["text"], fields))


def _key_result(text: str, fields: dict[str, str]) -> KeyResult | None:
    if not fields:
        return None
    kind = Kind(fields.pop("kind"))
    unit = fields.pop("unit", None)
    numbers = {name: float(value) for name, value in fields.items()}
    return KeyResult(
        "x",
        text,
        kind,
        tuple(numbers) or (str(kind),),
        unit=unit,
        baseline=numbers.get("baseline"),
        target=numbers.get("target"),
        at_least=numbers.get("at_least"),
        at_most=numbers.get("at_most"),
    )


def flagged(title: Labelled) -> Sequence[str]:
    """Give the rules that warn of a title."""
    judged = Judged(read(title.text), title.key_result)
    return [
        rule.name
        for rule in RULES
        if isinstance(rule, WordRule)
        and rule.severity is Severity.WARNING
        and rule.about == title.kind
        and rule.judge(judged) is not None
    ]


def level(titles: Sequence[Labelled]) -> Level:
    """Measure the rules on some titles."""
    bad = [bool(flagged(title)) for title in titles if title.rule]
    good = [bool(flagged(title)) for title in titles if not title.rule]
    return Level(sum(bad) / len(bad), sum(good) / len(good))


def _report(kind: str, prefix: str, *, misses: bool) -> Iterator[str]:
    titles = labelled(kind, prefix)
    found, alarms = level(titles)
    bad = sum(1 for title in titles if title.rule)
    yield f"{prefix or 'own '}{KINDS[kind]}: {bad} bad, {len(titles) - bad} good"
    yield f"  in all: recall {found:.2f}, false alarms {alarms:.2f}"
    expected = Counter(title.rule for title in titles if title.rule)
    expected.pop("any", None)
    for rule in sorted({*expected, *(rule for title in titles for rule in flagged(title))}):
        mine = [title for title in titles if title.rule == rule]
        hit = sum(rule in flagged(title) for title in mine)
        false = sum(rule in flagged(title) for title in titles if not title.rule)
        yield f"  {rule:22} recall {hit:3}/{len(mine):3}   false alarms {false:3}"
    if misses:
        yield from _misses(titles)


def _misses(titles: Sequence[Labelled]) -> Iterator[str]:
    for title in titles:
        rules = flagged(title)
        if bool(rules) != bool(title.rule):
            yield f"    {'missed' if title.rule else 'ALARM ':6} {title.text}  {rules or ''}"
        elif title.rule and title.rule not in rules and title.rule != "any":
            yield f"    other  {title.text}  {rules}, not {title.rule}"


def main(arguments: Sequence[str]) -> None:
    """Print the level by set, kind and rule."""
    for prefix in SETS:
        for kind, name in KINDS.items():
            if (FOLDER / f"{prefix}{name}.tsv").exists():
                print("\n".join(_report(kind, prefix, misses="--misses" in arguments)))  # noqa: T201 - its output


if __name__ == "__main__":
    main(sys.argv[1:])

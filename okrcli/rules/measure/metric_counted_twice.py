"""The rule `metric-counted-twice`."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from okrcli.analysis.limits import counted_key_results
from okrcli.model.finding import Finding, Severity
from okrcli.model.key_result import Kind
from okrcli.rules.base import LintInput, LintRule, quoted

if TYPE_CHECKING:
    from okrcli.model.source import Source

NUMBERS = {Kind.METRIC, Kind.MAINTAIN}


class MetricCountedTwice(LintRule):
    """Flag one metric in two key results.

    ## What it checks

    No two measured key results of a cycle have the same title and unit; case, spaces and
    punctuation aside. Drafts and what was dropped do not count.

    ## Why it matters

    One movement is counted as two successes, and two owners look after one number. Source: Andrew
    S. Grove, High Output Management (1983), on pairing indicators that watch different things.

    ## Problem

    ```yaml
    # growth.yaml and product.yaml, both in 2026-Q4
    - {id: day7, title: New shops active after a week, unit: "%", baseline: 31, target: 45}
    - {id: active, title: New shops active after a week, unit: "%", baseline: 31, target: 40}
    ```

    ## Remedy

    Keep it where it is owned; the other objective supports that key result, or measures its own
    part.
    """

    name = "metric-counted-twice"
    family = "measure"
    severity = Severity.ADVICE
    practices = (2,)

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield each repeated metric, once for all its places."""
        places: dict[tuple[str, str, str], list[tuple[Source, str]]] = defaultdict(list)
        for source, objective in subject.live_objectives():
            for index in counted_key_results(objective):
                key_result = objective.key_results[index]
                if key_result.kind in NUMBERS and key_result.title:
                    metric = objective.cycle, _folded(key_result.title), key_result.unit or ""
                    place = source.at("key_results", index, "title")
                    places[metric].append((place, key_result.title))
        for found in places.values():
            if len(found) > 1:
                yield self.finding(
                    found[1][0],
                    f"{len(found)} key results of one cycle measure {quoted(found[1][1])}",
                    "keep it where it is owned; elsewhere support it, or measure the own part",
                    related=tuple(place for place, _ in (found[0], *found[2:])),
                )


def _folded(title: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", title.casefold()))

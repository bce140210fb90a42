"""What goes on in the next cycle: objectives as they begin anew, and why the others stay behind."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from okrcli.analysis.progress.final import final_progress
from okrcli.analysis.references import Resolver
from okrcli.model.cycle import Cycle
from okrcli.model.key_result import SLACK, KeyResult, Kind
from okrcli.model.objective import Objective
from okrcli.model.reference import Key

Fields = Mapping[str, object]

GOES_ON = ("continue", "change")
_DECIDED = {"achieved": "achieved", "drop": "dropped", "defer": "deferred"}
_NOT_AGAIN = frozenset(("close", "formerly", "draft", "initiatives", "key_results"))
_OF_ITS_TIME = frozenset(
    (
        *("current", "confidence", "updated", "note", "blocker"),
        *("plan", "starts", "due", "revised", "formerly", "close"),
    )
)


class Left(NamedTuple):
    """Something that does not go on, and why."""

    ref: str
    why: str


class Carried(NamedTuple):
    """An objective as it begins anew, and what of it does not go on."""

    objective: Objective
    fields: Fields
    left: Sequence[Left]

    def keys(self, cycle: str) -> Iterator[Key]:
        """Yield the identities that it brings to a cycle."""
        key = self.objective.key._replace(cycle=cycle)
        yield key
        for each in _mappings(self.fields["key_results"]):
            yield key._replace(key_result=str(each["id"]))


def carried(objective: Objective, written: Fields) -> Carried | Left:
    """Begin an objective anew, if it goes on; `written` is what stands in its file."""
    ref = objective.key.ref
    reason = _stays(objective)
    if reason is not None:
        return Left(ref, reason)
    key_results: list[Fields] = []
    left: list[Left] = []
    entries = _mappings(written["key_results"])
    for key_result, fields in zip(objective.key_results, entries, strict=True):
        over = _is_over(key_result)
        if over is None:
            key_results.append(_anew(key_result, fields))
        else:
            left.append(Left(f"{ref}/{key_result.id}", over))
    if not key_results:
        return Left(ref, "nothing of it is left to reach")
    head = {name: value for name, value in written.items() if name not in _NOT_AGAIN}
    link = objective.key.seen_from("")
    work = {"initiatives": [link, *objective.initiatives], "key_results": key_results}
    return Carried(objective, {**head, **work}, left)


def with_links(
    one: Carried, cycle: Cycle, resolver: Resolver, known: Mapping[str, Cycle]
) -> Carried:
    """Keep the references to what runs in the new cycle, too.

    `resolver` knows what begins there, `known` the days of cycles by their names.
    """
    left = list(one.left)
    ref = one.objective.key.ref

    def kept(fields: Fields, name: str, holder: str) -> Fields:
        texts = fields.get(name)
        if not isinstance(texts, list):
            return fields
        found = [(text, _runs_on(str(text), cycle, resolver, known)) for text in texts]
        left.extend(
            Left(f"{holder}: {name} {text}", "does not go on") for text, now in found if now is None
        )
        going = [now for _, now in found if now is not None]
        others = {key: value for key, value in fields.items() if key != name}
        return {**fields, name: going} if going else others

    fields = kept(one.fields, "supports", ref)
    key_results = [
        kept(each, "needs", f"{ref}/{each['id']}") for each in _mappings(fields["key_results"])
    ]
    return Carried(one.objective, {**fields, "key_results": key_results}, left)


def _runs_on(text: str, cycle: Cycle, resolver: Resolver, known: Mapping[str, Cycle]) -> str | None:
    """Write a reference for the new cycle; None where what it names is over by then."""
    for brief in (text, text.rpartition(":")[2]):
        key = resolver.resolve(brief, cycle.name).key
        if key is not None and key.cycle in known and known[key.cycle].end > cycle.start:
            return brief
    return None


def _stays(objective: Objective) -> str | None:
    if objective.draft:
        return "a draft that was never published"
    if objective.close is None:
        return "not closed yet"
    if objective.close.decision in GOES_ON:
        return None
    return _DECIDED.get(objective.close.decision, objective.close.decision)


def _is_over(key_result: KeyResult) -> str | None:
    if key_result.close is not None:
        return _DECIDED.get(key_result.close.decision, key_result.close.decision)
    match key_result.kind:
        case Kind.METRIC:
            progress = final_progress(key_result)
            at_target = key_result.current is not None and key_result.current == key_result.target
            return "reached" if at_target or (progress or 0.0) >= 1 - SLACK else None
        case Kind.MILESTONES:
            return "done" if all(step.done for step in key_result.milestones) else None
        case Kind.BINARY:
            return "done" if key_result.done else None
    return None


def _anew(key_result: KeyResult, written: Fields) -> Fields:
    """Begin a key result where it ended, without its check-ins and its dates."""
    fields = {name: value for name, value in written.items() if name not in _OF_ITS_TIME}
    if key_result.kind is Kind.METRIC and key_result.current is not None:
        fields = {**fields, "baseline": written["current"]}
    if key_result.kind is Kind.MILESTONES and isinstance(written["milestones"], list):
        steps = zip(key_result.milestones, written["milestones"], strict=True)
        fields = {**fields, "milestones": [_step(each) for step, each in steps if not step.done]}
    return fields


def _step(written: object) -> object:
    if not isinstance(written, dict):
        return written
    fields = {name: value for name, value in written.items() if name not in {"due", "done"}}
    return fields["title"] if list(fields) == ["title"] else fields


def _mappings(value: object) -> Sequence[Fields]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else ()

"""Fields that do not stand in the order of the format: one finding a file."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from okrcli.errors import NotEditableError
from okrcli.model.finding import Finding, Reorder
from okrcli.model.source import Source, Step
from okrcli.store.compiled import Form
from okrcli.store.decode import article
from okrcli.store.editing.data import is_same
from okrcli.store.editing.document import Document, parsed
from okrcli.store.editing.edits import Order
from okrcli.store.editing.format_order import in_format_order, mappings
from okrcli.store.editing.ordering import ordered
from okrcli.store.kinds import form_of
from okrcli.store.yaml.source import Unreadable, read_strict

RULE = "field-order"
_BY_PROGRAM = "`okr lint --fix` puts the fields in order, with their comments"
_BY_HAND = "move it by hand: `--fix` cannot tell which field a comment or a line belongs to"


class _Misplaced(NamedTuple):
    """The first field of a mapping that is out of place, and the field that it belongs before."""

    path: tuple[Step, ...]
    noun: str
    name: str
    before: str


def disorder(texts: Mapping[str, str]) -> Iterator[Finding]:
    """Yield a finding for each file in which a mapping, not in brackets, has another order."""
    for path, text in texts.items():
        try:
            value = read_strict(text.encode()).value
            form = form_of(value)
            misplaced = [] if form is None else list(_all_misplaced(form, value))
            found = misplaced and _finding(parsed(path, text), misplaced, value)
        except (Unreadable, NotEditableError):  # other rules tell of it
            continue
        if found:
            yield found


def _all_misplaced(form: Form, value: object) -> Iterator[_Misplaced]:
    for path, schema, names in mappings(form, value):
        order = list(schema["fields"])
        if in_format_order(names, order) != list(names):
            yield _Misplaced(path, schema["cls_name"], *_first(names, order))


def _first(names: Sequence[str], order: Sequence[str]) -> tuple[str, str]:
    """Find the first field out of place, and the first one there that the format lists later."""
    before: list[str] = []
    for name in filter(order.__contains__, names):
        later = [each for each in before if order.index(each) > order.index(name)]
        if later:
            return name, later[0]
        before.append(name)
    raise LookupError("the fields are in order")


def _finding(document: Document, misplaced: Sequence[_Misplaced], value: object) -> Finding | None:
    shown = [each for each in misplaced if not _is_in_brackets(document, each)]
    if not shown:
        return None
    first, *others = shown
    fix = Reorder() if _is_mended(document, value) else None
    return Finding(
        RULE,
        _source(document, first),
        f"`{first.name}` of {article(first.noun)} should stand before `{first.before}`",
        _BY_HAND if fix is None else _BY_PROGRAM,
        related=[_source(document, each) for each in others],
        fix=fix,
    )


def _is_in_brackets(document: Document, misplaced: _Misplaced) -> bool:
    found = document.holder(misplaced.path)
    return found is None or found[1]


def _is_mended(document: Document, value: object) -> bool:
    """Tell whether something can change places, with every value as it is."""
    made = ordered(document, Order())[0].text
    try:
        return made != document.text and is_same(read_strict(made.encode()).value, value)
    except Unreadable:
        return False


def _source(document: Document, misplaced: _Misplaced) -> Source:
    return Source(document.name, misplaced.path).key(misplaced.name)

"""Findings in full: the place, what is wrong, the lines themselves, and what to do."""

from collections.abc import Iterator

from okrcli.model.finding import Finding
from okrcli.render.findings.findings import Findings, mark
from okrcli.render.terminal.style import Style
from okrcli.render.text import clean, wrapped

_INDENT = "    "
_HINT = "  hint:"
_MOST_RELATED = 5


def findings_full(view: Findings, style: Style) -> str:
    """Render each finding as a block, and a line of counts."""
    blocks = ["\n".join(_block(view, finding, style)) + "\n" for finding in view.findings]
    last = [*view.remedy, style.paint(view.summary, _tone(view))]
    return "\n".join((*blocks, "".join(f"{line}\n" for line in last)))


def _block(view: Findings, finding: Finding, style: Style) -> Iterator[str]:
    yield from _headline(view, finding, style)
    text = view.texts.get(finding.source.path)
    if finding.span is not None and text is not None:
        from okrcli.render.terminal.excerpt import excerpt  # noqa: PLC0415 - not for a clean run

        yield from excerpt(text, finding.span, style, finding.severity)
    yield from _also(view, finding, style)
    if finding.hint:
        first, *rest = wrapped(_HINT, clean(finding.hint), style.columns, " " * (len(_HINT) + 1))
        yield f"{style.paint(_HINT, 'hint')}{first.removeprefix(_HINT)}"
        yield from rest


def _headline(view: Findings, finding: Finding, style: Style) -> Iterator[str]:
    where = clean(view.where(finding.source, finding.span)) + ":"
    label = f"{finding.severity}[{finding.rule}]{mark(finding)}"
    head = f"{where} {label}"
    first, *rest = wrapped(head, clean(finding.message), style.columns, _INDENT)
    painted = f"{style.paint(where, 'strong')} {style.paint(label, finding.severity)}"
    yield painted + first.removeprefix(head)
    yield from rest


def _also(view: Findings, finding: Finding, style: Style) -> Iterator[str]:
    places = [view.where(source, view.places.get(source)) for source in finding.related]
    for place in places[:_MOST_RELATED]:
        yield f"  {style.paint('also:', 'faint')} {clean(place)}"
    if len(places) > _MOST_RELATED:
        yield f"  {style.paint('also:', 'faint')} {len(places) - _MOST_RELATED} more places"


def _tone(view: Findings) -> str:
    if not view.findings:
        return "good"
    return min(view.by_severity, key=lambda severity: severity.weight)

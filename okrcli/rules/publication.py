"""What lint would say of drafts if they were published: while they are drafts, it only advises."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from okrcli.model.finding import Finding
from okrcli.model.reference import Key
from okrcli.model.settings import Settings
from okrcli.model.source import Source
from okrcli.model.workspace import OkrDocument, Workspace
from okrcli.rules.base import LintInput
from okrcli.rules.runner import run


class Publication(NamedTuple):
    """What lint says of everything now, and what it would say of some objectives once published."""

    before: Sequence[Finding]
    after: Sequence[Finding]


def if_published(
    lint: LintInput, settings: Settings, keys: Collection[Key], known: Sequence[str] = ()
) -> Publication:
    """Find what stands against publishing some objectives, as if their drafts were no more.

    That is what lint would find in them, in files that hold nothing else, and wherever it finds
    nothing today: one more objective may be too many for a team. `known` is as for the runner.
    """
    before = after = run(lint, settings, known)
    if any(each.draft and each.key in keys for _, each in lint.workspace.objectives()):
        workspace = _published(lint.workspace, keys)
        then = LintInput(workspace, lint.problems, lint.ignoring, lint.located, lint.disorder)
        after = run(then, settings, known)
    places = frozenset(_places(lint.workspace, keys))
    said = {_identity(each) for each in before}
    return Publication(
        before,
        [each for each in after if _stands_in(each, places) or _identity(each) not in said],
    )


def _published(workspace: Workspace, keys: Collection[Key]) -> Workspace:
    return workspace._replace(
        documents=[_with_published(document, keys) for document in workspace.documents]
    )


def _with_published(document: OkrDocument, keys: Collection[Key]) -> OkrDocument:
    content = document.content
    objectives = tuple(
        each._replace(draft=False) if each.draft and each.key in keys else each
        for each in content.objectives
    )
    left = any(each.draft for each in objectives)
    return document._replace(
        content=content._replace(objectives=objectives, draft=content.draft and left)
    )


def _places(workspace: Workspace, keys: Collection[Key]) -> Iterator[tuple[str, Sequence[object]]]:
    """Yield the places of objectives, and the files in which there are no others."""
    for document in workspace.documents:
        held = [each.key in keys for each in document.content.objectives]
        path = document.source.path
        if held and all(held):
            yield path, ()
        yield from ((path, ("objectives", at)) for at, mine in enumerate(held) if mine)


def _stands_in(finding: Finding, places: Collection[tuple[str, Sequence[object]]]) -> bool:
    return any(
        (source.path, source.keys[:2]) in places or (source.path, ()) in places
        for source in (finding.source, *finding.related)
    )


def _identity(finding: Finding) -> tuple[str, Source, str]:
    return finding.rule, finding.source, finding.message

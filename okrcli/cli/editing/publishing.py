"""How drafts become live: which ones are meant, and what lint will say of them."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.checking.places import located, prefix, shown
from okrcli.cli.editing.naming import find, written
from okrcli.cli.editing.writing import Changes, edit_files
from okrcli.cli.session import Opened, Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.model.finding import Finding
    from okrcli.model.objective import Objective
    from okrcli.model.workspace import OkrDocument
    from okrcli.render.findings.findings import Findings
    from okrcli.store.editing.edits import Edit

Drafts = Mapping[str, Sequence[int]]


class Publishing(NamedTuple):
    """Objectives to publish, what changes in their files, and what lint will say of them."""

    objectives: "Sequence[Objective]"
    changes: Changes
    view: "Findings"


def publishing(session: Session, opened: Opened, what: str, cycle: str | None) -> Publishing:
    """Find the drafts that are meant, and what publishing them changes; nothing is written."""
    from okrcli.rules.publication import if_published

    documents = opened.loaded.workspace.documents
    team = any(each.content.team == what for each in documents)
    drafts = _of_team(opened, what, cycle) if team else _of_reference(opened, what, cycle)
    edits = {
        each.source.path: list(_edits(opened, each, drafts[each.source.path]))
        for each in documents
        if drafts.get(each.source.path)
    }
    changes = edit_files(opened, edits)
    objectives = [
        each.content.objectives[at] for each in documents for at in drafts.get(each.source.path, ())
    ]
    keys = {each.key for each in objectives}
    lint = opened.lint_input()
    found = if_published(lint, opened.settings, keys, opened.other_rules()).after
    return Publishing(objectives, changes, _view(session, opened, objectives, found))


def told(session: Session, made: Publishing) -> None:
    """Say what is live now, and what lint says of it that is no advice."""
    from okrcli.model.finding import Severity

    for finding in made.view.findings:
        if finding.severity is not Severity.ADVICE:
            session.warn(f"{finding.message} [{finding.rule}]", finding.hint)
    for each in made.objectives:
        session.say(f"{each.key.seen_from('')} is live: {each.title}")


def _of_team(opened: Opened, team: str, cycle: str | None) -> Drafts:
    """Give the places of a team's drafts, which must be of one cycle."""
    found: dict[str, dict[str, list[int]]] = {}
    for document in opened.loaded.workspace.documents:
        places = [at for at, each in enumerate(document.content.objectives) if each.draft]
        if document.content.team == team and places:
            found.setdefault(document.content.cycle, {})[document.source.path] = places
    if cycle is None and len(found) > 1:
        raise UsageError(
            f"{team} has drafts in several cycles", f"say which: --cycle {', '.join(sorted(found))}"
        )
    if not found or cycle not in {None, *found}:
        where = "" if cycle is None else f" in {cycle}"
        raise UsageError(f"{team} has no drafts{where}", _where(opened))
    return found[cycle or next(iter(found))]


def _of_reference(opened: Opened, ref: str, cycle: str | None) -> Drafts:
    """Give the place of the draft that a reference names."""
    workspace = opened.loaded.workspace
    planned = {each.cycle for _, each in workspace.objectives() if each.draft}
    found = find(opened, ref, cycle, sorted(planned))
    if found.key_result is not None:
        raise UsageError(
            f"{ref} is a key result; it is published with its objective",
            f"name {found.objective.key.ref}",
        )
    if not found.objective.draft:
        raise UsageError(f"{found.key.seen_from('')} is live already", _where(opened))
    at = found.source.keys[-1]
    return {found.source.path: [at] if isinstance(at, int) else []}


def _where(opened: Opened) -> str:
    drafts = {
        f"{each.team} ({each.cycle})"
        for _, each in opened.loaded.workspace.objectives()
        if each.draft
    }
    return f"drafts are in: {', '.join(sorted(drafts))}" if drafts else "there are no drafts here"


def _edits(opened: Opened, document: "OkrDocument", places: Sequence[int]) -> "Iterator[Edit]":
    """Yield the edits of one file; the flag of a file goes to those that stay drafts."""
    from okrcli.store.editing.edits import Remove, Set

    content = document.content
    if content.draft:
        yield Remove(("draft",))
    for at in range(len(content.objectives)):
        place = document.source.at("objectives", at, "draft")
        flag = written(opened, place)
        if at in places and flag is not None:
            yield Remove(place.keys)
        elif at not in places and content.draft and flag is not True:
            yield Set(place.keys, value=True)


def _view(
    session: Session,
    opened: Opened,
    objectives: "Sequence[Objective]",
    found: "Sequence[Finding]",
) -> "Findings":
    """Show findings in the files as they are now."""
    from okrcli.render.findings.findings import Checked, Findings
    from okrcli.rules.runner import in_order

    loaded = opened.loaded
    placed, places = located(found, loaded.texts)
    files = {source.path for source, each in loaded.workspace.objectives() if each in objectives}
    checked = Checked(
        len(objectives), sum(len(each.key_results) for each in objectives), len(files)
    )
    return Findings(
        in_order(placed),
        checked,
        loaded.texts,
        places,
        shown(session.folder, opened.root, found),
        prefix(opened.root),
        sorted(files),
        ["once published"],
    )

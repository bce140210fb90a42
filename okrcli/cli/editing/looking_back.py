"""How a team looks back on a cycle: what it says, and what became of what it wanted to change."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.editing.asking import confirm
from okrcli.cli.editing.closing import Closing, documents_of
from okrcli.cli.editing.ending import Endings, several
from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.model.objective import Action
    from okrcli.model.source import Source
    from okrcli.store.editing.edits import Edit, Value


class Look(NamedTuple):
    """What a team says when it looks back."""

    went_well: Sequence[str] = ()
    went_badly: Sequence[str] = ()
    change_next: Sequence[str] = ()


class Promised(NamedTuple):
    """Something that a team wanted to change since a cycle before, and where it stands."""

    source: "Source"
    cycle: str
    action: "Action"


def given(about: Closing, look: Look) -> Look:
    """Take what was given; raise UsageError where it is of no one team."""
    if any(look) and about.team is None:
        raise UsageError("a retrospective is that of one team", "name a team instead of the cycle")
    return Look(*([text.strip() for text in texts if text.strip()] for texts in look))


def is_due(about: Closing, endings: Endings) -> bool:
    """Tell whether a team's cycle is over, all of it closed, and nothing written about it yet."""
    if about.team is None or about.cycle.end > about.today:
        return False
    files = list(documents_of(about.opened, about.team, about.cycle.name))
    ended = {about.subjects[at].found.key for at in endings}
    left = [
        each
        for file in files
        for _, each in file.objectives()
        if each.close is None and not each.draft and each.key not in ended
    ]
    return not left and all(file.content.retrospective is None for file in files)


def asked() -> Look:
    """Ask a team to look back."""
    if not confirm("Everything is closed. Look back on the cycle now?", default=True):
        return Look()
    return Look(
        several("What went well?"),
        several("What went badly?"),
        several("What will you change? `ana: Measure first` says who sees to it"),
    )


def promised(about: Closing) -> Sequence[Promised]:
    """Give what the team wanted to change since its last retrospective, and has not done yet."""
    from okrcli.analysis.cycle.ending import last_actions

    documents = about.opened.loaded.workspace.documents
    files = [each.content for each in documents]
    known = ((each.cycle, about.opened.settings.calendar.cycle(each.cycle)) for each in files)
    cycles = {name: cycle for name, cycle in known if cycle is not None}
    found = about.team and last_actions(files, about.team, about.cycle, cycles)
    if not found:
        return []
    document = documents[found[0]]
    retrospective = document.content.retrospective
    place = document.source.at("retrospective", "change_next")
    return [
        Promised(place.at(at), document.content.cycle, retrospective.change_next[at])
        for at in found[1]
        if retrospective is not None
    ]


def kept(session: Session, open_ones: Sequence[Promised]) -> Sequence[Promised]:
    """Ask which of them are done by now."""
    found = []
    for each in open_ones:
        session.tell(said(each))
        if confirm("Is it done?", default=False):
            found.append(each)
    return found


def said(each: Promised) -> str:
    """Say what a team wanted to change."""
    from okrcli.render.text import clean

    owner = f" ({each.action.owner})" if each.action.owner else ""
    return clean(f"wanted since {each.cycle}{owner}: {each.action.action}")


def edits(about: Closing, look: Look) -> "Iterator[tuple[str, Edit]]":
    """Yield the edits that write a retrospective, or add to one."""
    from okrcli.store.editing.edits import Insert, Set

    said = {name: texts for name, texts in _written(about, look).items() if texts}
    if about.team is None or not said:
        return
    files = list(documents_of(about.opened, about.team, about.cycle.name))
    having = [each for each in files if each.content.retrospective is not None]
    path = (having or files)[0].source.path
    if not having:
        yield path, Set(("retrospective",), said)
        return
    for name, texts in said.items():
        yield from ((path, Insert(("retrospective", name), each)) for each in texts)


def edits_of_kept(
    done: Sequence[Promised], written: "Mapping[Source, object]"
) -> "Iterator[tuple[str, Edit]]":
    """Yield the edits that say that something is done."""
    from okrcli.store.editing.edits import Set, Wrap

    for each in done:
        if isinstance(written[each.source], str):
            yield each.source.path, Wrap(each.source.keys, "action")
        yield each.source.path, Set((*each.source.keys, "done"), value=True)


def _written(about: Closing, look: Look) -> "Mapping[str, Sequence[Value]]":
    from okrcli.analysis.cycle.ending import action_of

    people = [each.id for each in about.opened.loaded.workspace.organization.people]
    actions: list[Value] = []
    for text in look.change_next:
        action = action_of(text, people)
        owned = {"action": action.action, "owner": action.owner, "done": False}
        actions.append(action.action if action.owner is None else owned)
    return {
        "went_well": list(look.went_well),
        "went_badly": list(look.went_badly),
        "change_next": actions,
    }

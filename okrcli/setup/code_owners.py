"""Whom the forge asks for a review: CODEOWNERS, from leads and owners.

Ours is a block between two marks. The last line that fits a file counts, so the lines go from the
whole folder to the single file.
"""

import re
from collections.abc import Iterator, Sequence

from okrcli.model.workspace import OkrDocument
from okrcli.setup.forge import Forge
from okrcli.setup.ground import Ground, is_plain
from okrcli.setup.proposal import Proposal, Refused, appended
from okrcli.store.editing.changes import Change

_BEGIN = b"# okr: begin, made by `okr setup codeowners`"
_END = b"# okr: end"
_SECTION = "[OKRs]"  # of GitLab, where a line would else belong to the section before it
_PLACES = {
    Forge.GITHUB: (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"),
    Forge.GITLAB: (".gitlab/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"),
}
_ADDRESS = re.compile(r"[^\s@<>,;#\[\]]+@[^\s@<>,;#\[\]]+")


def code_owners(ground: Ground) -> Proposal:
    """Propose the block, or a new one in the place of the old."""
    places = _PLACES[ground.forge or Forge.GITHUB]
    path = next((path for path in places if ground.read(path) is not None), places[0])
    lines = list(_lines(ground))
    if not lines:
        why = "no lead and no owner has an e-mail address"
        return Proposal(refused=Refused(path, why, "people:\n  - {id: ..., emails: [...]}\n"))
    section = [_SECTION] if ground.forge is Forge.GITLAB else []
    block = "".join(f"{line}\n" for line in (*section, *lines)).encode()
    old = ground.read(path)
    new = _with_block(old, b"%s\n%s%s\n" % (_BEGIN, block, _END))
    if new is None:
        return Proposal(refused=Refused(path, "its marks of okr are not a pair", block.decode()))
    return Proposal() if new == old else Proposal({path: Change(old, new)})


def _lines(ground: Ground) -> Iterator[str]:
    organization = ground.workspace.organization
    root = organization.root
    folder = ground.okrs
    if root is not None:
        yield from _line(ground, f"{ground.prefix}okr.toml", [root.lead])
        yield from _line(ground, f"{folder}/", [root.lead])
    for team in organization.cascade():
        if is_plain(team.id):
            yield from _line(ground, f"{folder}/**/{team.id}.yaml", [team.lead])
    for document in ground.workspace.documents:
        if is_plain(document.source.path):
            named = _named(document, organization.team(document.content.team).lead)
            yield from _line(ground, f"{ground.prefix}{document.source.path}", named)


def _named(document: OkrDocument, lead: str | None) -> Sequence[str | None]:
    """Give who answers for a file: the team's lead, and all owners in it."""
    owners = [lead]
    for objective in document.content.objectives:
        owners += [objective.owner, *(each.owner for each in objective.key_results)]
    return owners


def _line(ground: Ground, path: str, people: Sequence[str | None]) -> Iterator[str]:
    """Write one line; none for people without an address, as it would leave a file to nobody."""
    known = {person.id: person.emails for person in ground.workspace.organization.people}
    found = [
        next((mail for mail in known.get(name or "", ()) if _ADDRESS.fullmatch(mail)), None)
        for name in dict.fromkeys(people)
    ]
    addresses = [mail for mail in found if mail is not None]
    if addresses:
        yield f"/{path.replace(' ', chr(92) + ' ')} {' '.join(addresses)}"


def _with_block(content: bytes | None, block: bytes) -> bytes | None:
    """Put the block into a file; None where its marks are not one pair."""
    lines = (content or b"").splitlines(keepends=True)
    marks = [at for at, line in enumerate(lines) if line.strip() in {_BEGIN, _END}]
    if not marks:
        return appended(content, block)
    if [lines[at].strip() for at in marks] != [_BEGIN, _END]:
        return None
    first, last = marks
    return appended(b"".join(lines[:first]), block) + b"".join(lines[last + 1 :])

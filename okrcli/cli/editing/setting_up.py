"""How parts are set up: shown, asked about, written; and nothing where nobody could be asked."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from okrcli.cli.editing.asking import choose, confirm, must_ask
from okrcli.cli.editing.surroundings import surroundings
from okrcli.cli.editing.writing import show
from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.setup.forge import Forge
    from okrcli.setup.ground import Ground
    from okrcli.setup.parts import Part
    from okrcli.setup.proposal import Proposal, Refused

_WAYS = "say --yes to write it, --dry-run to look at it"


class Asked(NamedTuple):
    """Which parts are to be set up, and how."""

    parts: Sequence[str]
    forge: "Forge | None"
    yes: bool
    dry_run: bool


class _Offer(NamedTuple):
    part: "Part"
    proposal: "Proposal"

    @property
    def state(self) -> str:
        if self.proposal.has_something:
            return "missing"
        return "by hand" if self.proposal.refused else "there"


def listing(session: Session, asked: Asked) -> str:
    """Tell of each part whether it is there."""
    ground = surroundings(session, asked.forge)[1]
    rows = [(part.name, _state(part, ground), part.about) for part in _chosen(asked.parts)]
    width = max(len(state) for _, state, _ in rows)
    return "".join(f"  {name:12}  {state:{width}}  {about}\n" for name, state, about in rows)


def set_up(session: Session, asked: Asked) -> int:
    """Set up parts; give 1 where something is left to be done by hand."""
    top, ground = surroundings(session, asked.forge)
    chosen = _chosen(asked.parts)
    if ground.forge is None and any(part.forges for part in chosen):
        ground = ground._replace(forge=_asked_forge())
    offers = [_Offer(part, part.proposal(ground)) for part in _suitable(asked, chosen, ground)]
    if not (asked.yes or asked.dry_run) and any(each.proposal.has_something for each in offers):
        must_ask(_WAYS)
    for offer in offers:
        _carry_out(session, top, offer, asked)
    for part in chosen:
        if part.suits(ground.forge) and _is_left_out(part, asked):
            _tell_left_out(session, _Offer(part, part.proposal(ground)))
    return int(any(offer.proposal.refused for offer in offers))


def _chosen(names: Sequence[str]) -> "Sequence[Part]":
    from okrcli.analysis.spelling import did_you_mean
    from okrcli.setup.parts import PARTS

    known = {part.name: part for part in PARTS}
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known) or f"parts: {', '.join(known)}"
            raise UsageError(f"there is no part {name}", hint)
    return [part for part in PARTS if not names or part.name in names]


def _asked_forge() -> "Forge":
    from okrcli.setup.forge import Forge

    must_ask("say --forge github or --forge gitlab")
    ways = {Forge.GITHUB.value: "workflows of GitHub", Forge.GITLAB.value: "a job of GitLab"}
    return Forge(choose("Which forge is it for?", ways, Forge.GITHUB.value))


def _suitable(asked: Asked, parts: "Sequence[Part]", ground: "Ground") -> "Sequence[Part]":
    """Give what is for this forge; refuse what is named and is not."""
    for part in parts:
        if asked.parts and not part.suits(ground.forge):
            raise UsageError(f"{part.name} is for {', '.join(part.forges)}, not {ground.forge}")
    return [part for part in parts if part.suits(ground.forge) and not _is_left_out(part, asked)]


def _tell_left_out(session: Session, offer: _Offer) -> None:
    name = offer.part.name
    way = f"`okr setup {name} --yes` adds it"
    missing = f"left out, as it may write to the repository; {way}"
    session.say(f"{name}: {missing if offer.state == 'missing' else 'there already'}")


def _is_left_out(part: "Part", asked: Asked) -> bool:
    return part.powerful and asked.yes and not asked.parts


def _state(part: "Part", ground: "Ground") -> str:
    if part.forges and ground.forge is None:
        return "say --forge"
    if not part.suits(ground.forge):
        return f"{', '.join(part.forges)} only"
    return _Offer(part, part.proposal(ground)).state


def _carry_out(session: Session, top: Path, offer: _Offer, asked: Asked) -> None:
    """Show an offer, ask about it and write it."""
    part, proposal = offer
    if offer.state == "there":
        session.say(f"{part.name}: there already")
        return
    session.say(f"{part.name}: {part.about}")
    if proposal.refused is not None:
        _tell_refused(session, proposal.refused)
    if not proposal.has_something:
        return
    if asked.dry_run or not asked.yes:
        _show(session, proposal)
    if asked.dry_run or not (asked.yes or confirm("Write this?", default=not part.powerful)):
        return
    _write(session, top, proposal)


def _show(session: Session, proposal: "Proposal") -> None:
    for path, change in proposal.changes.items():
        if path in proposal.printed:
            session.say(f"{path}: what `{proposal.printed[path]}` prints")
        else:
            show(session, {path: change})
    for name, value in proposal.settings.items():
        session.say(f'git config {name} "{value}"')


def _tell_refused(session: Session, refused: "Refused") -> None:
    """Say what is not touched and why, and what a person can do."""
    place = f"{refused.path} stays as it is: " if refused.path else ""
    session.warn(f"{place}{refused.why}")
    if refused.change is not None:
        show(session, {refused.path: refused.change})
    if refused.by_hand:
        session.say("  by hand:")
        for line in refused.by_hand.splitlines():
            session.say(f"    {line}")


def _write(session: Session, top: Path, proposal: "Proposal") -> None:
    from okrcli.history.plumbing.write import configure
    from okrcli.store.editing.changes import write_beside

    write_beside(top, proposal.changes)
    for path in proposal.changes:
        session.say(f"  wrote {path}")
    for name, value in proposal.settings.items():
        configure(top, name, value)
        session.say(f"  set {name} in this clone")

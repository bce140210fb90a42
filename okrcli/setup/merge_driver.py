"""The merge driver: a line in .gitattributes for all, and a setting of git in each clone."""

from okrcli.setup.ground import Ground
from okrcli.setup.proposal import Proposal, Refused, appended
from okrcli.store.editing.changes import Change

NAME = "merge.okr.driver"
DRIVER = "okr merge-driver %O %A %B %P %L %X %S %Y"


def merge_driver(ground: Ground) -> Proposal:
    """Propose both, or what of them is missing."""
    path = f"{ground.prefix}.gitattributes"
    line = _line(ground)
    old = ground.read(path)
    known = (old or b"").decode("utf-8", "replace").splitlines()
    is_there = any(each.split() == line.split() for each in known)
    changes = {} if is_there else {path: Change(old, appended(old, f"{line}\n".encode()))}
    driver = ground.configured(NAME)
    if driver is None:
        return Proposal(changes, {NAME: DRIVER})
    if driver == DRIVER:
        return Proposal(changes)
    why = f"{NAME} is set to something else: {driver}"
    return Proposal(changes, refused=Refused("git config", why, f'git config {NAME} "{DRIVER}"\n'))


def _line(ground: Ground) -> str:
    pattern = f"{ground.okrs.removeprefix(ground.prefix)}/**"
    return f'"{pattern}" merge=okr' if " " in pattern else f"{pattern} merge=okr"

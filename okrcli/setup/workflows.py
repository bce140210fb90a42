"""What a forge runs: lint, the merge of check-ins, and the form to check in."""

from okrcli.errors import NotEditableError
from okrcli.setup.forge import Forge
from okrcli.setup.ground import Ground
from okrcli.setup.proposal import Proposal, Refused, own_file
from okrcli.setup.templates import filled
from okrcli.store.editing.changes import Change
from okrcli.store.editing.edited import edited
from okrcli.store.editing.edits import Insert
from okrcli.store.yaml.source import Unreadable, read_strict

_WORKFLOWS = ".github/workflows"
_JOB = ".gitlab/okr-lint.yml"
_PIPELINE = ".gitlab-ci.yml"
_INCLUDED = {"local": f"/{_JOB}"}
_BY_HAND = f"include:\n  - local: /{_JOB}\n"
_STAGE = "test"  # that of a job which names none


def lint(ground: Ground) -> Proposal:
    """Propose to lint every pull request."""
    if ground.forge is Forge.GITHUB:
        return _workflow(ground, "okr-lint.yml")
    job = own_file(ground, _JOB, filled("gitlab.yml", ground))
    pipeline = _included(ground.read(_PIPELINE))
    return Proposal({**job.changes, **pipeline.changes}, refused=job.refused or pipeline.refused)


def auto_merge(ground: Ground) -> Proposal:
    """Propose to merge what is nothing but check-ins of those who may."""
    return _workflow(ground, "okr-auto-merge.yml")


def form(ground: Ground) -> Proposal:
    """Propose the form to check in."""
    return _workflow(ground, "okr-checkin.yml")


def _workflow(ground: Ground, name: str) -> Proposal:
    return own_file(ground, f"{_WORKFLOWS}/{name}", filled(name, ground))


def _included(pipeline: bytes | None) -> Proposal:
    """Propose to include the job in a pipeline."""
    old = b"include: []\n" if pipeline is None else pipeline
    try:
        value = read_strict(old).value
        if isinstance(value, dict):
            if _names(value.get("include")):
                return Proposal()
            if _STAGE not in (value.get("stages") or [_STAGE]):
                why = f"its stages have no '{_STAGE}': give the job in {_JOB} a `stage`"
                return Proposal(refused=Refused(_PIPELINE, why, _BY_HAND))
        new = edited(old, [Insert(("include",), _INCLUDED)], _PIPELINE)
    except (Unreadable, NotEditableError) as error:
        return Proposal(refused=Refused(_PIPELINE, error.message, _BY_HAND))
    return Proposal({_PIPELINE: Change(pipeline, new)})


def _names(included: object) -> bool:
    """Tell whether the job is included already, in any of the ways that GitLab knows."""
    each = included if isinstance(included, list) else [included]
    names = [entry.get("local") if isinstance(entry, dict) else entry for entry in each]
    return any(str(name).removeprefix("/") == _JOB for name in names)

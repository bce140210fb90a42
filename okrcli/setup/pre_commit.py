"""The hook that lints before a commit, in the configuration of pre-commit."""

from okrcli import __version__
from okrcli.errors import NotEditableError
from okrcli.setup.ground import Ground
from okrcli.setup.proposal import Proposal, Refused
from okrcli.setup.templates import requirement
from okrcli.store.editing.changes import Change
from okrcli.store.editing.edited import edited
from okrcli.store.editing.edits import Insert, Value
from okrcli.store.yaml.source import Unreadable, read_strict

_PATH = ".pre-commit-config.yaml"
_ID = "okr-lint"
_NOTHING = b"repos: []\n"


def pre_commit(ground: Ground) -> Proposal:
    """Propose the hook; the rest of a configuration that is there stays, to the byte."""
    old = ground.read(_PATH)
    asked = [Insert(("repos",), _hooks(ground.folder))]
    try:
        if old is not None and _has_hook(read_strict(old).value):
            return Proposal()
        new = edited(_NOTHING if old is None else old, asked, _PATH)
    except (Unreadable, NotEditableError) as error:
        by_hand = edited(_NOTHING, asked, _PATH).decode()
        return Proposal(refused=Refused(_PATH, error.message, by_hand))
    return Proposal({_PATH: Change(old, new)})


def _hooks(folder: str) -> Value:
    """Give the hook as one that pre-commit installs itself, so that no address is needed."""
    hook: dict[str, Value] = {
        "id": _ID,
        "name": "okr lint",
        "entry": "okr lint",
        "language": "python",
        "additional_dependencies": [requirement(__version__)],
        "files": r"(\.ya?ml|(^|/)okr\.toml)$",
        "pass_filenames": False,
        "require_serial": True,
    }
    if folder != ".":
        hook["args"] = ["--", folder]
    return {"repo": "local", "hooks": [hook]}


def _has_hook(value: object) -> bool:
    repos = value.get("repos") if isinstance(value, dict) else None
    found = (repo.get("hooks") for repo in _entries(repos))
    return any(hook.get("id") == _ID for hooks in found for hook in _entries(hooks))


def _entries(value: object) -> list[dict[str, object]]:
    each = value if isinstance(value, list) else []
    return [entry for entry in each if isinstance(entry, dict)]

"""The schema for editors, and where VS Code is told of it."""

import json

from okrcli.setup.ground import Ground
from okrcli.setup.proposal import Proposal, Refused, own_file
from okrcli.store.editing.changes import Change
from okrcli.store.schemas import schema_text

_SETTINGS = ".vscode/settings.json"
_KEY = "yaml.schemas"


def editor(ground: Ground) -> Proposal:
    """Propose the schema and the setting; another schema in its place is an old one of ours."""
    schema = f"{ground.prefix}.okr.schema.json"
    content = schema_text("any").encode()
    proposed = own_file(ground, schema, content)
    old = ground.read(schema)
    if proposed.refused is not None and old is not None and _is_ours(old, content):
        proposed = Proposal({schema: Change(old, content)})
    wanted = {schema: f"{ground.okrs}/**/*.yaml"}
    setting = _setting(ground.read(_SETTINGS), wanted)
    return Proposal(
        {**proposed.changes, **setting.changes},
        refused=proposed.refused or setting.refused,
        printed={schema: "okr schema"},
    )


def _is_ours(old: bytes, new: bytes) -> bool:
    """Tell whether a file is a schema that an older `okr schema` wrote."""
    try:
        known = json.loads(old)
    except (ValueError, RecursionError):
        return False
    return isinstance(known, dict) and known.get("title") == json.loads(new)["title"]


def _setting(old: bytes | None, wanted: dict[str, str]) -> Proposal:
    if old is None:
        text = json.dumps({_KEY: wanted}, indent=2, ensure_ascii=False)
        return Proposal({_SETTINGS: Change(None, f"{text}\n".encode())})
    by_hand = json.dumps({_KEY: wanted}, ensure_ascii=False)
    try:
        text = old.decode()
        known = json.loads(text)
    except (ValueError, RecursionError):
        return _refused("it is no plain JSON (it may have comments)", by_hand)
    if not isinstance(known, dict):
        return _refused("it holds no settings", by_hand)
    if _KEY not in known:
        new = _added(text, json.dumps(wanted, ensure_ascii=False))
        if json.loads(new) == {**known, _KEY: wanted}:
            return Proposal({_SETTINGS: Change(old, new.encode())})
    elif isinstance(known[_KEY], dict) and wanted.items() <= known[_KEY].items():
        return Proposal()
    return _refused(f"it has other '{_KEY}' already", by_hand)


def _refused(why: str, by_hand: str) -> Proposal:
    return Proposal(refused=Refused(_SETTINGS, why, f"{by_hand}\n"))


def _added(text: str, value: str) -> str:
    """Put the setting behind the last one, and change nothing else."""
    inside, _, after = text.rpartition("}")
    before = inside.rstrip()
    comma = "" if before.endswith("{") else ","
    rest = inside[len(before) :] or "\n"
    end = "\r\n" if "\r\n" in text else "\n"
    return f'{before}{comma}{end}  "{_KEY}": {value}{rest}}}{after}'

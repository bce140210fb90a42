"""Whatever stands in the files, linting ends in findings, each shown in every format."""

import copy
import json
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from okrcli.model.settings import Settings
from okrcli.render.findings.concise import findings_concise
from okrcli.render.findings.findings import Checked, Findings
from okrcli.render.findings.full import findings_full
from okrcli.render.findings.json import findings_json
from okrcli.render.terminal.style import Style
from okrcli.rules import RULES
from okrcli.rules.base import LintInput
from okrcli.rules.runner import run
from okrcli.store.loader import load, locate
from okrcli.store.yaml.source import read_strict
from tests.running import PROJECT

VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 7, 1e300, 0.5, "", " ", "x", "TODO", "2026-13-40", "2026-11-05"),
    *([], {}, [[]], [None], ["x", 3], {"x": 1}, [{"id": "a"}, {"id": "a"}], "company/x", "2026"),
    *("unknown", "60%", "7/0", "\u202e", "東京", "a b", "9" * 300),
)


@cache
def _documents() -> dict[str, Any]:
    folder = PROJECT / "examples/okrs"
    paths = sorted(folder.rglob("*.yaml"))
    return {str(path.relative_to(folder)): read_strict(path.read_bytes())[1] for path in paths}


def _places(data: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - any YAML
    entries = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in list(entries):
        yield data, key
        if isinstance(value, dict | list):
            yield from _places(value)


def _spoil(documents: dict[str, Any], dice: random.Random) -> None:
    for _ in range(dice.randint(1, 12)):
        places = list(_places(documents[dice.choice(sorted(documents))]))
        if not places:
            continue
        holder, key = dice.choice(places)
        if isinstance(holder, dict) and dice.random() < 0.3:
            holder[f"{key}s"] = holder.pop(key)
        else:
            holder[key] = copy.deepcopy(dice.choice(VALUES))


@pytest.mark.parametrize("seed", range(60))
def test_spoiled_files_end_in_findings(seed: int, tmp_path: Path) -> None:
    documents = copy.deepcopy(_documents())
    _spoil(documents, random.Random(seed))  # noqa: S311 - no secret
    for name, data in documents.items():
        path = tmp_path / "okrs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(data, indent=1), encoding="utf-8")
    loaded = load(tmp_path, Settings())
    found = locate(run(LintInput(loaded.workspace, loaded.problems), Settings()), loaded.texts)
    view = Findings(found, Checked(files=1), loaded.texts)
    assert findings_full(view, Style(colour=True))
    assert findings_concise(view, Style())
    assert len(json.loads(findings_json(view))["findings"]) == len(found)
    assert {finding.rule for finding in found} <= {rule.name for rule in RULES}
    assert all(finding.span is not None for finding in found)

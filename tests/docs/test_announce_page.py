"""docs/announce.md tells of every service, and its workflows run what there is."""

import re
import shlex
from pathlib import Path

import pytest

from okrcli.cli.commands.announce import announce
from okrcli.connect.service import NAMES, Service
from okrcli.store.yaml.source import read_strict
from tests.cli.conftest import TODAY
from tests.render.official_schemas import validator
from tests.running import PROJECT, Okr
from tests.setup.test_official_schemas import GITLAB, STORE

GITHUB = f"{STORE}/github-workflow.json"
_PAGE = (PROJECT / "docs" / "announce.md").read_text("utf-8")
_WORKFLOWS = re.findall(r"```yaml\n(.*?)```", _PAGE, re.DOTALL)
_COMMANDS = sorted(set(re.findall(r"(?:\$ |run: |- |`)(okr announce [^`\n]*)", _PAGE)))


def test_the_page_has_every_service() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", _PAGE, re.MULTILINE)
    assert rows == [each.value for each in Service] == [each.value for each in NAMES]


def test_the_page_has_the_usual_patience() -> None:
    usual = announce.__kwdefaults__ or {}
    for name in ("timeout", "retries", "deadline"):
        assert f"`--{name} {usual[name]}`" in _PAGE


def test_there_are_a_reminder_and_the_wins() -> None:
    assert {"okr announce due --to slack", "okr announce week --to slack"} <= set(_COMMANDS)


def test_every_command_of_the_page_runs(tmp_path: Path, okr: Okr) -> None:
    harbor = tmp_path / "harbor"
    assert okr("demo", str(harbor), "--today", TODAY["OKR_TODAY"], cwd=tmp_path).code == 0
    for command in _COMMANDS:
        words = shlex.split(command.replace("$OKR_REPORT", "due"))
        run = okr(*words[1:], "--dry-run", cwd=harbor, env=TODAY)
        assert (run.code, run.stderr) == (0, "")


@pytest.mark.parametrize(("text", "schema"), [*zip(_WORKFLOWS, (GITHUB, GITLAB), strict=True)])
def test_every_workflow_is_one_to_its_forge(text: str, schema: str) -> None:
    assert not list(validator(schema).iter_errors(read_strict(text.encode()).value))


@pytest.mark.parametrize("text", _WORKFLOWS)
def test_every_workflow_is_yaml_with_the_secret_in_the_environment_alone(text: str) -> None:
    assert read_strict(text.encode()).value
    for script in re.findall(r"run: .*|- okr .*", text):
        assert "${{" not in script
        assert "WEBHOOK" not in script
    if "actions/" in text:
        assert re.findall(r"permissions:.*(?:\n +contents: .*)?", text) == [
            "permissions: {}",
            "permissions:\n      contents: read # to check out",
        ]
        assert len(re.findall(r"uses: \S+@[0-9a-f]{40} #", text)) == text.count("uses:")

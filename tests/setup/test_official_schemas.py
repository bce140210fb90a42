"""What okr writes for forges and pre-commit, and what the project has itself, is of their form."""

from pathlib import Path

import pytest

from okrcli.setup.pre_commit import pre_commit
from okrcli.setup.templates import filled
from tests.render.official_schemas import validator
from tests.running import PROJECT
from tests.setup.grounds import ground, read, values
from tests.setup.scripts import WORKFLOWS, workflow

STORE = "https://json.schemastore.org"
GITLAB = (
    "https://gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json"
)


def _faults(value: object, schema: str) -> list[str]:
    return [f"{each.json_path}: {each.message}" for each in validator(schema).iter_errors(value)]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_is_one_to_github(name: str) -> None:
    assert not _faults(workflow(name), f"{STORE}/github-workflow.json")
    broken = {**workflow(name), "jobs": {"x": {"steps": "none"}}}
    assert _faults(broken, f"{STORE}/github-workflow.json")


@pytest.mark.parametrize("path", sorted((PROJECT / ".github/workflows").glob("*.yml")))
def test_the_project_s_own_workflows_are_ones_to_github(path: Path) -> None:
    assert not _faults(values(path.read_bytes()), f"{STORE}/github-workflow.json")


def test_the_action_is_one_to_github() -> None:
    action = values((PROJECT / "action.yml").read_bytes())
    assert not _faults(action, f"{STORE}/github-action.json")


def test_the_pipeline_is_one_to_gitlab() -> None:
    assert not _faults(values(filled("gitlab.yml", ground())), GITLAB)


@pytest.mark.parametrize("prefix", ["", "goals/"])
def test_the_hook_is_one_to_pre_commit(prefix: str) -> None:
    made = pre_commit(ground(prefix=prefix))
    written = read(made, ".pre-commit-config.yaml")
    assert not _faults(written, f"{STORE}/pre-commit-config.json")

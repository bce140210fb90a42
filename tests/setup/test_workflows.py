"""Files for forges: the job of GitLab is included in a pipeline; a workflow is ours or not."""

import pytest

from okrcli.setup.forge import Forge
from okrcli.setup.templates import requirement
from okrcli.setup.workflows import auto_merge, lint
from tests.running import PROJECT
from tests.setup.grounds import ground, read, text, values

JOB, PIPELINE = ".gitlab/okr-lint.yml", ".gitlab-ci.yml"


def test_gitlab_gets_the_job_of_the_docs_and_a_pipeline_that_includes_it() -> None:
    made = lint(ground(forge=Forge.GITLAB))
    assert text(made, JOB) == (PROJECT / "docs/ci/gitlab.yml").read_text("utf-8")
    assert read(made, PIPELINE) == {"include": [{"local": f"/{JOB}"}]}
    there = {path: text(made, path).encode() for path in made.changes}
    assert not lint(ground(there, forge=Forge.GITLAB)).has_something


@pytest.mark.parametrize(
    "before",
    [
        b"stages: [build, test]  # two\n\nbuild:\n  script: [make]\n",
        b"include:\n  - local: /other.yml\nbuild:\n  script: [make]\n",
    ],
)
def test_a_pipeline_that_is_there_gains_the_include_and_loses_nothing(before: bytes) -> None:
    made = text(lint(ground({PIPELINE: before}, forge=Forge.GITLAB)), PIPELINE)
    assert set(before.splitlines()) <= set(made.encode().splitlines())
    assert values(made)["include"][-1] == {"local": f"/{JOB}"}
    assert not lint(
        ground({PIPELINE: made.encode(), JOB: _job()}, forge=Forge.GITLAB)
    ).has_something


def _job() -> bytes:
    return text(lint(ground(forge=Forge.GITLAB)), JOB).encode()


@pytest.mark.parametrize(
    "before",
    [
        b"include: other.yml\n",
        b"include: {local: other.yml}\n",
        b"job: {script: !reference [a, script]}\n",
        b"stages: [build]\n",
        b"- a\n",
    ],
)
def test_a_pipeline_that_cannot_be_edited_is_left_with_what_to_add(before: bytes) -> None:
    proposal = lint(ground({PIPELINE: before}, forge=Forge.GITLAB))
    assert list(proposal.changes) == [JOB]
    assert proposal.refused is not None
    assert f"local: /{JOB}" in proposal.refused.by_hand


@pytest.mark.parametrize(
    "before", [f"include: /{JOB}\n", f"include: [{JOB}]\n", f"include: {{local: {JOB}}}\n"]
)
def test_an_include_of_any_form_is_enough(before: str) -> None:
    files = {PIPELINE: before.encode(), JOB: _job()}
    proposal = lint(ground(files, forge=Forge.GITLAB))
    assert (proposal.has_something, proposal.refused) == (False, None)


def test_a_workflow_that_was_changed_is_shown_and_kept() -> None:
    path = ".github/workflows/okr-auto-merge.yml"
    proposal = auto_merge(ground({path: b"name: mine\n"}))
    assert not proposal.has_something
    assert proposal.refused is not None
    assert proposal.refused.change is not None
    assert proposal.refused.change.old == b"name: mine\n"


@pytest.mark.parametrize(
    ("version", "wanted"),
    [("0.1.0", "okrcli>=0.1,<0.2"), ("0.12.3", "okrcli>=0.12,<0.13"), ("2.3.1", "okrcli>=2.3,<3")],
)
def test_what_is_installed_is_this_version_or_one_that_breaks_nothing(
    version: str, wanted: str
) -> None:
    assert requirement(version) == wanted

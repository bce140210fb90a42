"""The hook is added to a configuration that is there, and nothing else in it changes."""

import pytest

from okrcli.setup.pre_commit import pre_commit
from tests.running import PROJECT
from tests.setup.grounds import ground, read, text, values

PATH = ".pre-commit-config.yaml"


def test_without_a_configuration_one_is_made_with_the_hook_of_this_project() -> None:
    made = read(pre_commit(ground()), PATH)
    (repo,) = made["repos"]
    (hook,) = repo["hooks"]
    (known,) = values((PROJECT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert repo["repo"] == "local"
    assert hook.pop("additional_dependencies") == ["okrcli>=0.1,<0.2"]
    assert known.pop("description")
    assert hook == known


@pytest.mark.parametrize(
    "before",
    [
        b"# ours\r\nrepos:\r\n-   repo: meta # it\r\n    hooks:\r\n    -   id: identity\r\n",
        b"repos:\n  - repo: https://x.example/y\n    rev: v1\n    hooks: [{id: a}]",
        b"default_stages: [pre-commit]\nrepos:\n- repo: meta\n  hooks:\n  - id: identity\n",
    ],
)
def test_what_is_there_stays_to_the_byte(before: bytes) -> None:
    proposal = pre_commit(ground({PATH: before}))
    after = text(proposal, PATH).encode()
    assert after.startswith(before)
    old, new = values(before), values(after)
    assert new == {**old, "repos": [*old["repos"], new["repos"][-1]]}
    assert new["repos"][-1]["hooks"][0]["id"] == "okr-lint"
    assert not pre_commit(ground({PATH: after})).has_something


def test_what_follows_the_list_follows_it_still() -> None:
    before = (
        b"repos:\n  - repo: meta\n    hooks:\n      - id: identity\n\n# last\nfail_fast: true\n"
    )
    after = text(pre_commit(ground({PATH: before})), PATH)
    assert after.endswith("\n\n# last\nfail_fast: true\n")


@pytest.mark.parametrize("before", [b"repos: !x []\n", b"repos: text\n", b"a: [\n", b"- a\n"])
def test_what_cannot_be_edited_is_left_with_what_to_add(before: bytes) -> None:
    proposal = pre_commit(ground({PATH: before}))
    assert not proposal.has_something
    assert proposal.refused is not None
    assert "- id: okr-lint" in proposal.refused.by_hand


def test_a_hook_that_is_there_from_any_repository_is_enough() -> None:
    before = b"repos: [{repo: https://x.example/okr, rev: a, hooks: [{id: okr-lint}]}]\n"
    proposal = pre_commit(ground({PATH: before}))
    assert (proposal.has_something, proposal.refused) == (False, None)


def test_a_workspace_in_a_folder_is_named_to_the_hook() -> None:
    made = read(pre_commit(ground(prefix="our goals/")), PATH)
    assert made["repos"][0]["hooks"][0]["args"] == ["--", "our goals"]

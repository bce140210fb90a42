"""The forge is told from the hosts of remotes, else from folders, and never guessed."""

import pytest

from okrcli.setup.forge import Forge, forge_of


@pytest.mark.parametrize(
    ("remote", "forge"),
    [
        ("https://github.com/acme/goals.git", Forge.GITHUB),
        ("git@github.acme.example:acme/goals", Forge.GITHUB),
        ("ssh://git@gitlab.acme.example:2222/acme/goals.git", Forge.GITLAB),
        ("https://user:word@GitLab.com/acme/goals", Forge.GITLAB),
        ("git@forge.example:acme/github-tools.git", None),
        ("/srv/git/github/goals.git", None),
        ("", None),
    ],
)
def test_the_host_of_a_remote_tells_the_forge(remote: str, forge: Forge | None) -> None:
    assert forge_of([remote], lambda _name: False) is forge


@pytest.mark.parametrize(
    ("there", "forge"),
    [
        ({".github"}, Forge.GITHUB),
        ({".gitlab-ci.yml"}, Forge.GITLAB),
        ({".gitlab"}, Forge.GITLAB),
        ({".github", ".gitlab"}, None),
        (set(), None),
    ],
)
def test_without_a_telling_remote_folders_do(there: set[str], forge: Forge | None) -> None:
    assert forge_of(["https://forge.example/goals"], there.__contains__) is forge


def test_remotes_on_two_forges_tell_nothing_and_a_remote_wins_over_a_folder() -> None:
    both = ["https://github.com/a/b", "https://gitlab.com/a/b"]
    assert forge_of(both, lambda _name: False) is None
    assert forge_of(both[:1], {".gitlab"}.__contains__) is Forge.GITHUB

"""All that can be set up, in the order in which it is offered."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from okrcli.errors import UsageError
from okrcli.setup.code_owners import code_owners
from okrcli.setup.editor import editor
from okrcli.setup.forge import Forge
from okrcli.setup.ground import Ground
from okrcli.setup.merge_driver import merge_driver
from okrcli.setup.pre_commit import pre_commit
from okrcli.setup.proposal import Proposal, Refused
from okrcli.setup.workflows import auto_merge, form, lint


class Part(NamedTuple):
    """One thing to set up.

    `forges` are those that it is for, none where it needs no forge. What is `powerful` gives a
    workflow the right to write to the repository: nobody gets it without naming it.
    """

    name: str
    about: str
    propose: Callable[[Ground], Proposal]
    forges: Sequence[Forge] = ()
    powerful: bool = False

    def suits(self, forge: Forge | None) -> bool:
        """Tell whether it is for a forge."""
        return not self.forges or forge in self.forges

    def proposal(self, ground: Ground) -> Proposal:
        """Give what it proposes; what cannot be is refused, and stops no other part."""
        try:
            return self.propose(ground)
        except UsageError as error:
            return Proposal(refused=Refused("", error.message, error.hint or ""))


PARTS = (
    Part("ci", "okr lint in every pull request", lint, tuple(Forge)),
    Part("pre-commit", "okr lint before every commit", pre_commit),
    Part("codeowners", "the forge asks leads and owners", code_owners, tuple(Forge)),
    Part("editor", "editors complete and check OKR files", editor),
    Part("merge-driver", "git merges check-ins of two branches", merge_driver),
    Part(
        "auto-merge",
        "a pull request that only checks in merges by itself",
        auto_merge,
        (Forge.GITHUB,),
        powerful=True,
    ),
    Part(
        "checkin-form",
        "a form on the forge's web page to check in",
        form,
        (Forge.GITHUB,),
        powerful=True,
    ),
)

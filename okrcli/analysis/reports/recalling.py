"""What was learned before that has to do with something new."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log
from typing import NamedTuple

from okrcli.analysis.similarity import gist
from okrcli.model.key_result import SLACK
from okrcli.model.lesson import Saying, sayings
from okrcli.model.objective import OkrFile
from okrcli.model.reference import Key

_MOST = 3
_RARE = 2  # lessons that have a word which is enough alone
_LITTLE = "after again always before if never no nobody not nothing only still too when where while"


class Recalled(NamedTuple):
    """One thing that was learned; `key` and `title` are of what was closed, if anything was."""

    said: Saying
    key: Key | None = None
    title: str = ""

    @property
    def text(self) -> str:
        """Give all words by which it may be found."""
        return f"{self.said.text} {self.title}"


def recalled(files: Iterable[OkrFile]) -> list[Recalled]:
    """Give what some files say was learned, the same words once."""
    found: dict[str, Recalled] = {}
    for content in files:
        titles = _titles(content)
        for said, key in sayings(content):
            title = "" if key is None else titles.get(key, "")
            found[said.text.rstrip(".")] = Recalled(said, key, title)
    return [*found.values()]


def related(known: Sequence[Recalled], about: str) -> Sequence[Recalled]:
    """Choose the few that have most in common with a text, if they have enough.

    A common word weighs as much as it is rare: the logarithm of how many there are for each that
    has it. A rare word, or several less rare ones, are enough.
    """
    words = gist(about).words - gist(_LITTLE).words
    shared = [words & gist(each.text).words for each in known]
    often = Counter(word for each in shared for word in each)
    weights = [sum(log(len(known) / often[word]) for word in each) for each in shared]
    enough = log(len(known) / _RARE) - SLACK
    ranked = sorted(range(len(known)), key=lambda place: -weights[place])
    return [known[place] for place in ranked[:_MOST] if shared[place] and weights[place] >= enough]


def _titles(content: OkrFile) -> dict[Key, str]:
    titles: dict[Key, str] = {}
    for objective in content.objectives:
        titles[objective.key] = objective.title
        for each in objective.key_results:
            titles[objective.key._replace(key_result=each.id)] = each.title
    return titles

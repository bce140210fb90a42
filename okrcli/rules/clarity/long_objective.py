"""The rule `long-objective`."""

from okrcli.analysis.wording.objective import MOST_LETTERS, MOST_WORDS, too_long, words_in
from okrcli.model.finding import Severity
from okrcli.rules.words import About, Judged, Remark, WordRule


class LongObjective(WordRule):
    """Flag an objective that is too long to be remembered.

    ## What it checks

    The title of an objective has at most 18 words and 200 characters.

    ## Why it matters

    A goal steers people when they think of it in a corridor, without looking it up.
    Source: Christina Wodtke, Radical Focus (2016): an objective is a single sentence, and
    memorable.

    ## Problem

    ```yaml
    - id: trusted
      title: >-
        Become the most trusted and most widely used provider of digital health services for
        families, doctors, hospitals and insurers in all countries in which we are active
    ```

    ## Remedy

    Say the one thing that matters, and leave the rest to `why`:
    `Families trust us with their health`.
    """

    name = "long-objective"
    family = "clarity"
    severity = Severity.WARNING
    practices = (1,)
    about = About.OBJECTIVE

    def judge(self, judged: Judged) -> Remark | None:
        """Say how long the title is."""
        if not too_long(judged.title):
            return None
        words = words_in(judged.title)
        size = f"{words} words" if words > MOST_WORDS else f"over {MOST_LETTERS} characters"
        return Remark(
            f"a title of {size} is hard to remember",
            f"say it in {MOST_WORDS} words at most; `why` has room for the rest",
        )

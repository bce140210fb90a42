"""The rule `ignore-without-reason`."""

from collections.abc import Iterator

from okrcli.model.finding import Finding
from okrcli.rules.base import LintInput
from okrcli.rules.ignoring import IgnoreRule


class IgnoreWithoutReason(IgnoreRule):
    """Flag a comment that ignores a rule and does not say why.

    ## What it checks

    Behind `# okr: ignore[...]` stands a reason. No comment can silence this rule.

    ## Why it matters

    An exception that is explained can be judged by whoever reads the goals next; one that is not
    looks like a mistake, and stays for ever. Source: the practice of this project
    (docs/format.md, Ignoring a finding).

    ## Problem

    ```yaml
    - id: move
      title: All 40 shops are on the new tills  # okr: ignore[digits-in-objective]
    ```

    ## Remedy

    Say why, behind the bracket:
    `# okr: ignore[digits-in-objective] There are 40 shops, and all of them count.`
    """

    name = "ignore-without-reason"
    practices = (8,)

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield each comment without a reason."""
        for comment in subject.ignoring.comments:
            if comment.names and not comment.reason:
                listed = ", ".join(comment.names)
                yield self.about(
                    comment,
                    "the comment ignores a rule and does not say why",
                    f"write the reason behind it: `# okr: ignore[{listed}] because ...`",
                )

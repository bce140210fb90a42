"""The rule `unused-ignore`."""

from collections.abc import Iterator

from okrcli.model.finding import Finding
from okrcli.model.ignore import Ignore
from okrcli.rules.base import LintInput
from okrcli.rules.ignoring import IgnoreRule

_ITSELF = frozenset(("ignore-without-reason", "unknown-rule", "unused-ignore"))


class UnusedIgnore(IgnoreRule):
    """Flag a comment that ignores a finding which is not there.

    ## What it checks

    For each rule that `# okr: ignore[...]` names, there is a finding in the lines that it covers:
    its own line; standing alone, the block right below it; above everything else, the whole file.
    A rule that is switched off does not count. No comment can silence this rule.

    ## Why it matters

    The fault was mended and the exception stayed: it would silence the next fault, which nobody
    has looked at. Source: the practice of this project (docs/format.md, Ignoring a finding).

    ## Problem

    ```yaml
    - id: move
      title: Every shop is on the new tills  # okr: ignore[digits-in-objective] There are 40.
    ```

    ## Remedy

    Delete the comment, or the name in it. Where the finding is still there, move the comment to its
    line or right above its block.
    """

    name = "unused-ignore"
    practices = (8,)

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield each name in a comment that silenced nothing."""
        _, used, idle, known = subject.ignoring
        for comment in subject.ignoring.comments:
            for name in comment.names:
                if name in known and name not in idle and (comment, name) not in used:
                    yield self._unused(comment, name)

    def _unused(self, comment: Ignore, name: str) -> Finding:
        if name in _ITSELF:
            message = f"a comment cannot ignore '{name}'"
            return self.about(comment, message, "delete the name, and mend what it is about")
        if comment.last < comment.first:
            message = f"the comment ignores '{name}', and no block begins right below it"
            hint = "put it on the line of the finding, or right above the block"
            return self.about(comment, message, hint)
        message = f"the comment ignores '{name}', which finds nothing here"
        return self.about(comment, message, "delete it, or the name in it")

"""The rule `unknown-rule`."""

from collections.abc import Iterator

from okrcli.analysis.spelling import did_you_mean
from okrcli.model.finding import Finding
from okrcli.rules.base import LintInput, quoted
from okrcli.rules.ignoring import EXAMPLE, IgnoreRule


class UnknownRule(IgnoreRule):
    """Flag a comment that ignores a rule which does not exist.

    ## What it checks

    `# okr: ignore[...]` names rules, one or several with commas between them, and each of them
    exists. No comment can silence this rule.

    ## Why it matters

    A misspelt name ignores nothing, and a comment without a name would ignore everything, also
    what nobody has seen yet. Source: the practice of this project (docs/format.md, Ignoring a
    finding).

    ## Problem

    ```yaml
    - id: move
      title: All 40 shops are on the new tills  # okr: ignore[digit-in-objective] There are 40.
    ```

    ## Remedy

    Take the name from the finding, where it stands in brackets: `digits-in-objective`.
    """

    name = "unknown-rule"
    practices = (8,)

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield each name that no rule has, and each comment without a name."""
        known = subject.ignoring.known
        for comment in subject.ignoring.comments:
            if not comment.names:
                message = "the comment does not name the rule that it ignores"
                yield self.about(comment, message, f"write {EXAMPLE}")
            for name in comment.names:
                if name not in known:
                    hint = did_you_mean(name, known) or "`okr rules` lists them"
                    yield self.about(comment, f"no rule is called {quoted(name)}", hint)

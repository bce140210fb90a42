"""The rule `unknown-field`."""

from okrcli.rules.base import FormRule


class UnknownField(FormRule):
    """Flag a key that the format does not have.

    ## What it checks

    Every key must be one of the format's. Keys that begin with `x-` are yours and are left alone.

    ## Why it matters

    A misspelt key is a value that nobody reads: a `confidance` that never counts, a `targt` that
    was never promised. Source: the format of this project (docs/format.md, sections 1 and 2).

    ## Problem

    ```yaml
    - id: day7
      title: More new shops list a second product within a week
      confidance: 0.6
    ```

    ## Remedy

    Correct the spelling, or begin the key with `x-` where it is your own.
    """

    name = "unknown-field"
    practices = (2,)

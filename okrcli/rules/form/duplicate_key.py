"""The rule `duplicate-key`."""

from okrcli.rules.base import FormRule


class DuplicateKey(FormRule):
    """Flag a key that stands twice in one mapping.

    ## What it checks

    No mapping may have two equal keys.

    ## Why it matters

    One of the two values would be lost, and which one depends on the reader. It is what a badly
    resolved merge leaves behind. Source: YAML 1.2.2, section 3.2.1.3: the keys of a mapping are
    unique.

    ## Problem

    ```yaml
    - id: day7
      title: More new shops list a second product within a week
      current: 34
      current: 36.5
    ```

    ## Remedy

    Keep the value that is right and delete the other line.
    """

    name = "duplicate-key"

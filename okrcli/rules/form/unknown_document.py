"""The rule `unknown-document`."""

from okrcli.rules.base import FormRule


class UnknownDocument(FormRule):
    """Flag a YAML file that is none of the kinds that okr knows.

    ## What it checks

    What a file is, its top-level keys say: `objectives`, `organization` or `kpis`.

    ## Why it matters

    A file that is passed over in silence is worse than none: its authors believe that their goals
    are counted. Source: the format of this project (docs/format.md, section 1).

    ## Problem

    ```yaml
    team: growth
    cycle: 2026-Q4
    okrs:
      - id: first-minute
    ```

    ## Remedy

    Give the file the key of its kind, or name it under `exclude` in okr.toml where it is no OKR
    file.
    """

    name = "unknown-document"

"""The rule `invalid-yaml`."""

from okrcli.rules.base import FormRule


class InvalidYaml(FormRule):
    """Flag text that is not one plain YAML document.

    ## What it checks

    Every file below the OKR folder must be one YAML 1.2 document of mappings, lists, texts,
    numbers and truth values. Anchors, aliases, merge keys, tags, directives and a second document
    are refused, and so are merge-conflict markers, control characters, and more nesting than a
    person would write.

    ## Why it matters

    A file that is read differently by two programs, or by nobody, holds no goal at all. The parts
    of YAML that are refused here are those that can make a small file huge or change its meaning
    out of sight. Source: YAML 1.2.2, chapter 3 (processing) and chapter 6.8 (directives).

    ## Problem

    ```yaml
    team: growth
    cycle: 2026-Q4
    objectives:
      - id: first-minute
        title: "New shops love us
    ```

    ## Remedy

    Mend the line that the finding marks. A text with a colon, a hash sign or quotes in it is
    safest in double quotes.
    """

    name = "invalid-yaml"

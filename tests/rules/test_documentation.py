"""A docstring is read into its parts, or refused."""

import pytest

from okrcli.rules import RULES
from okrcli.rules.base import FormRule
from okrcli.rules.documentation import documentation


class Undocumented(FormRule):
    """Flag nothing.

    ## Remedy

    None.
    """

    name = "undocumented"


def test_a_missing_part_is_named() -> None:
    with pytest.raises(ValueError, match="undocumented documents"):
        documentation(Undocumented())


def test_the_parts_keep_their_text() -> None:
    rule = next(rule for rule in RULES if rule.name == "zero-distance")
    parts = documentation(rule)
    assert parts.summary == "Flag a metric whose target is its baseline."
    assert parts.what == "`target` differs from `baseline`."
    assert parts.remedy.endswith("`at_least: 99.95`.")

"""The word for a change: alone, or with the reasons as JSON, version 1."""

from okrcli.analysis.changes.classification import Verdict
from okrcli.render.json_text import json_text

_VERSION = 1


def classified_text(verdict: Verdict) -> str:
    """Write the word."""
    return f"{verdict.word.value}\n"


def classified_json(verdict: Verdict) -> str:
    """Write the word, and why it is not `check-in`."""
    return json_text(
        {
            "version": _VERSION,
            "classification": verdict.word.value,
            "reasons": list(verdict.reasons),
        }
    )

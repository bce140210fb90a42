"""What lint would say of drafts once they are published."""

from collections.abc import Mapping

from okrcli.analysis.cycle.readiness import RULES_NAMED
from okrcli.model.finding import Severity
from okrcli.model.reference import Key
from okrcli.model.settings import Settings
from okrcli.rules import RULES
from okrcli.rules.base import LintInput
from okrcli.rules.publication import Publication, if_published
from okrcli.store.loader import load_contents

_ORGANIZATION = "organization: Acme\nteams:\n  - {id: acme, max_objectives: 1}\n"
_KEY_RESULTS = (
    "key_results: [{id: one, title: Shops that stay, unit: '%', baseline: 1, target: 2},"
    " {id: two, title: Shops that come back, unit: '%', baseline: 1, target: 1}]"
)


def _objective(name: str, more: str = "") -> str:
    return f"  - {{id: {name}, title: Shops love us, ambition: committed, {more}{_KEY_RESULTS}}}\n"


def _said(files: Mapping[str, str], *keys: Key) -> Publication:
    everything = {"okrs/organization.yaml": _ORGANIZATION, **files}
    contents = {path: text.encode() for path, text in everything.items()}
    loaded = load_contents(contents, Settings())
    return if_published(LintInput(loaded.workspace, loaded.problems), Settings(), keys)


def _file(*objectives: str, cycle: str = "2027-Q1", head: str = "") -> str:
    return f"team: acme\ncycle: {cycle}\n{head}objectives:\n" + "".join(objectives)


def test_advice_about_a_draft_gets_its_own_severity() -> None:
    files = {"okrs/q1.yaml": _file(_objective("glad", "draft: true, "))}
    found = _said(files, Key("2027-Q1", "acme", "glad"))
    assert {each.severity for each in found.before if each.rule == "zero-distance"} == {
        Severity.ADVICE
    }
    assert {each.severity for each in found.after if each.rule == "zero-distance"} == {
        Severity.ERROR
    }


def test_a_whole_file_of_drafts_can_be_published() -> None:
    files = {"okrs/q1.yaml": _file(_objective("glad"), head="draft: true\n")}
    found = _said(files, Key("2027-Q1", "acme", "glad"))
    assert "zero-distance" in {each.rule for each in found.after if each.severity == "error"}


def test_other_drafts_stay_drafts_and_are_not_told_of() -> None:
    files = {"okrs/q1.yaml": _file(_objective("glad", "draft: true, "), _objective("sad"))}
    found = _said(files, Key("2027-Q1", "acme", "glad"))
    assert {each.ref for each in found.after if each.rule == "zero-distance"} == {
        "2027-Q1:acme/glad/two"
    }


def test_what_only_the_publication_brings_is_told_wherever_it_stands() -> None:
    files = {
        "okrs/a.yaml": _file(_objective("first", "draft: true, ")),
        "okrs/b.yaml": _file(_objective("second")),
    }
    found = _said(files, Key("2027-Q1", "acme", "first"))
    assert "too-many-objectives" not in {each.rule for each in found.before}
    (many,) = [each for each in found.after if each.rule == "too-many-objectives"]
    assert many.source.path == "okrs/b.yaml"


def test_what_is_published_already_is_judged_as_it_is() -> None:
    files = {"okrs/q1.yaml": _file(_objective("glad"))}
    found = _said(files, Key("2027-Q1", "acme", "glad"))
    of_file = [each for each in found.before if each.source.path == "okrs/q1.yaml"]
    assert found.after == of_file


def test_the_rules_that_readiness_goes_by_exist() -> None:
    assert set(RULES_NAMED) <= {rule.name for rule in RULES}

"""Which findings count, where, and how much."""

from collections.abc import Iterator, Sequence

import pytest

from okrcli.errors import SettingsError
from okrcli.model.finding import Finding, Severity
from okrcli.model.key_result import KeyResult
from okrcli.model.objective import Objective, OkrFile
from okrcli.model.settings import LintSettings, Settings
from okrcli.model.source import Source, Span
from okrcli.model.workspace import OkrDocument, Workspace
from okrcli.rules import RULES
from okrcli.rules.base import LintInput, LintRule, Rule
from okrcli.rules.choice import check_names
from okrcli.rules.runner import in_order, run, run_rules

DEFAULTS = LintSettings()
FILES = ("okrs/2024-Q1/a.yaml", "okrs/2026-Q4/b.yaml")


class EachKeyResult(LintRule):
    """Flag each key result."""

    name = "each-key-result"
    family = "measure"
    severity = Severity.ERROR

    def check(self, subject: LintInput) -> Iterator[Finding]:
        """Yield all of them, in an order of its own."""
        places = [source for source, _, _ in subject.workspace.key_results()]
        yield from (self.finding(source, "there is one") for source in reversed(places))


class FormOfEach(EachKeyResult):
    """Flag each key result as a fault of form."""

    family = "form"


def _document(path: str, *, draft: bool = False, of_objective: bool = False) -> OkrDocument:
    objectives = tuple(
        Objective(
            name,
            "growth",
            "2026-Q4",
            key_results=(KeyResult("one"), KeyResult("two")),
            draft=draft or (of_objective and name == "b"),
        )
        for name in ("a", "b")
    )
    return OkrDocument(Source(path), OkrFile("growth", "2026-Q4", objectives, draft))


def _run(
    rule: Rule[LintInput],
    documents: Sequence[OkrDocument] = (),
    lint: LintSettings = DEFAULTS,
) -> Sequence[Finding]:
    held = documents or [_document(path) for path in FILES]
    return run_rules([rule], LintInput(Workspace(documents=held)), lint)


def test_findings_are_sorted_by_path_and_place() -> None:
    found = _run(EachKeyResult())
    places = [
        (finding.source.path, finding.source.keys[1], finding.source.keys[3]) for finding in found
    ]
    assert places == sorted(places)
    assert len(places) == 8


def test_a_known_place_in_the_text_decides_before_the_symbolic_one() -> None:
    late = Finding("a", Source("x", ("a",)), "m", span=Span(9, 1, 9, 2))
    early = Finding("a", Source("x", ("b",)), "m", span=Span(2, 1, 2, 2))
    nowhere = Finding("a", Source("x", ("z",)), "m")
    assert in_order([late, early, nowhere]) == [nowhere, early, late]


def test_a_finding_says_what_it_is_about() -> None:
    refs = [finding.ref for finding in _run(EachKeyResult())][:3]
    assert refs == ["2026-Q4:growth/a/one", "2026-Q4:growth/a/two", "2026-Q4:growth/b/one"]


@pytest.mark.parametrize(
    "lint",
    [
        LintSettings(ignore=["each-key-result"]),
        LintSettings(severity={"each-key-result": "off"}),
    ],
)
def test_a_rule_can_be_switched_off(lint: LintSettings) -> None:
    assert not _run(EachKeyResult(), lint=lint)


def test_the_settings_give_the_severity() -> None:
    found = _run(EachKeyResult(), lint=LintSettings(severity={"each-key-result": "warning"}))
    assert {finding.severity for finding in found} == {Severity.WARNING}


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ("okrs/2024-*/**", {FILES[1]}),
        ("2024-Q1/", {FILES[1]}),
        ("*.yaml", set()),
        ("/a.yaml", set(FILES)),
        ("a.yaml", {FILES[1]}),
        ("okrs/2026-Q4", {FILES[0]}),
    ],
)
def test_paths_can_be_excepted_as_in_gitignore(pattern: str, left: set[str]) -> None:
    ours, others = (LintSettings(per_path={pattern: [name]}) for name in ("each-key-result", "x"))
    found = _run(EachKeyResult(), lint=ours)
    assert {finding.source.path for finding in found} == left
    assert len(_run(EachKeyResult(), lint=others)) == 8


def test_a_pattern_that_is_none_is_a_mistake_in_the_settings() -> None:
    with pytest.raises(SettingsError, match=r"okr\.toml, \[lint\.per_path\]: "):
        _run(EachKeyResult(), lint=LintSettings(per_path={"!": ["x"]}))


def test_in_a_draft_all_but_form_is_advice() -> None:
    for draft in (_document(FILES[0], draft=True), _document(FILES[0], of_objective=True)):
        judged, formal = _run(EachKeyResult(), [draft]), _run(FormOfEach(), [draft])
        in_b = {each.severity for each in judged if each.source.keys[1] == 1}
        assert in_b == {Severity.ADVICE}
        assert {each.severity for each in formal} == {Severity.ERROR}
    kept = {each.severity for each in judged if each.source.keys[1] == 0}
    assert kept == {Severity.ERROR}


def test_the_reader_s_findings_come_out_of_the_rule_of_their_name() -> None:
    problem = Finding("unknown-field", Source(FILES[0], ("objectives", 1, "x")), "m")
    lint = LintInput(Workspace(documents=[_document(FILES[0])]), [problem])
    found = [finding for finding in run(lint, Settings()) if finding.rule == "unknown-field"]
    assert found == [problem._replace(ref="2026-Q4:growth/b")]
    off = Settings(lint=LintSettings(ignore=["unknown-field"]))
    assert not [finding for finding in run(lint, off) if finding.rule == "unknown-field"]


def test_a_finding_of_the_reader_is_never_lost() -> None:
    with pytest.raises(LookupError, match="no-such-rule"):
        run(LintInput(Workspace(), [Finding("no-such-rule", Source("x"), "m")]), Settings())


@pytest.mark.parametrize(
    ("lint", "where"),
    [
        (LintSettings(ignore=["zero-distanse"]), "[lint] ignore"),
        (LintSettings(severity={"zero-distanse": "off"}), "[lint] severity"),
        (LintSettings(per_path={"a/**": ["zero-distanse"]}), "[lint.per_path] 'a/**'"),
    ],
)
def test_a_rule_name_must_exist(lint: LintSettings, where: str) -> None:
    with pytest.raises(SettingsError) as raised:
        check_names(Settings(lint=lint))
    assert raised.value.message == f"okr.toml, {where}: no rule is called 'zero-distanse'"
    assert raised.value.hint == "did you mean 'zero-distance'?"
    check_names(Settings(lint=lint), known=["zero-distanse"])


def test_every_rule_may_be_named() -> None:
    names = [rule.name for rule in RULES]
    check_names(Settings(lint=LintSettings(names, dict.fromkeys(names, "off"), {"**": names})))


def test_switching_off_all_rules_leaves_nothing() -> None:
    names = [rule.name for rule in RULES]
    problem = Finding("invalid-yaml", Source("x"), "m")
    assert not run(LintInput(Workspace(), [problem]), Settings(lint=LintSettings(ignore=names)))

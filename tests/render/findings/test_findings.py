"""The words around findings, and the formats on findings made by hand."""

import json

import pytest

from okrcli.model.finding import Finding, Severity
from okrcli.model.source import Source, Span
from okrcli.render.findings.concise import findings_concise
from okrcli.render.findings.findings import Checked, Findings
from okrcli.render.findings.full import findings_full
from okrcli.render.findings.json import findings_json
from okrcli.render.terminal.style import Style

PLACE, OTHER = Source("okrs/a.yaml", ("x",)), Source("okrs/b.yaml", ("y",))


def _finding(severity: Severity = Severity.ERROR, **fields: object) -> Finding:
    made = Finding("some-rule", PLACE, "it is wrong", "mend it", severity)
    return made._replace(**fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("severities", "summary"),
    [
        ([], "no findings"),
        ([Severity.ERROR], "1 error"),
        ([Severity.ADVICE, Severity.ERROR, Severity.ERROR], "2 errors, 1 piece of advice"),
        ([Severity.WARNING, Severity.ADVICE, Severity.ADVICE], "1 warning, 2 pieces of advice"),
    ],
)
def test_the_last_line_counts(severities: list[Severity], summary: str) -> None:
    found = [_finding(severity) for severity in severities]
    view = Findings(found, Checked(1, 1200, 2))
    assert view.summary == f"1 objective, 1,200 key results in 2 files: {summary}"


def test_a_run_over_nothing_does_not_look_like_a_clean_one() -> None:
    assert Findings().summary == "no OKR files here: nothing was checked"


@pytest.mark.parametrize("severity", list(Severity))
@pytest.mark.parametrize("at_least", list(Severity))
def test_what_fails(severity: Severity, at_least: Severity) -> None:
    order = list(Severity)
    fails = order.index(severity) <= order.index(at_least)
    assert Findings([_finding(severity)]).fails(at_least) == fails
    assert not Findings().fails(at_least)


def test_a_finding_without_a_place_in_the_text_is_shown_by_its_file() -> None:
    view = Findings([_finding()], Checked(files=1))
    assert findings_concise(view, Style()).startswith(
        "okrs/a.yaml: error[some-rule] it is wrong (mend it)\n"
    )
    assert findings_full(view, Style()).startswith(
        "okrs/a.yaml: error[some-rule] it is wrong\n  hint: mend it\n\n"
    )


def test_related_places_are_shown_and_counted_where_they_are_many() -> None:
    finding = _finding(related=[OTHER, *(Source(f"{n}.yaml") for n in range(7))])
    view = Findings([finding], places={OTHER: Span(3, 4, 3, 5)}, shown={"okrs/b.yaml": "b.yaml"})
    shown = findings_full(view, Style())
    assert "  also: b.yaml:3:4\n  also: 0.yaml\n" in shown
    assert "  also: 3 more places\n" in shown
    related = json.loads(findings_json(view))["findings"][0]["related"]
    assert related[0] == {
        "path": "okrs/b.yaml",
        "line": 3,
        "column": 4,
        "end_line": 3,
        "end_column": 5,
    }
    assert related[1]["line"] is None


@pytest.mark.parametrize("render", [findings_full, findings_concise])
@pytest.mark.parametrize("colour", [False, True])
def test_no_part_of_a_finding_reaches_the_terminal_as_it_is(
    render: object, *, colour: bool
) -> None:
    evil = "\x1b]0;x\x07\u202e\n"
    finding = Finding(
        "r", Source(evil), evil, evil, span=Span(1, 1, 1, 2), related=[Source(evil, ("x",))]
    )
    view = Findings([finding], Checked(files=1), {evil: evil})
    assert callable(render)
    shown = render(view, Style(colour=colour)).replace("\x1b[", "")
    assert not set(shown) & {"\x1b", "\x07", "\u202e"}
    assert "\\x1b]0;x\\x07\\u202e\\x0a" in shown

"""JUnit XML: the whole of it, its structure, and what counts as a failure."""

import xml.etree.ElementTree as ET

import pytest

from okrcli.model.finding import Severity
from okrcli.render.findings.findings import Findings
from okrcli.render.findings.junit import findings_junit
from tests.render.views import GROWTH, hostile, ordinary
from tests.running import Golden

# The XSD that Jenkins uses, and `file`, which GitLab links.
SUITES = {"name", "tests", "failures", "errors"}
SUITE = {*SUITES, "skipped", "time"}
CASE = {"name", "classname", "file", "time"}


def _read(view: Findings, fail_on: Severity = Severity.ERROR) -> ET.Element:
    return ET.fromstring(findings_junit(view, fail_on).encode())  # noqa: S314 - our own text


def test_the_whole_report(golden: Golden) -> None:
    golden("findings/ordinary.junit.xml", findings_junit(ordinary()))


@pytest.mark.parametrize("fail_on", list(Severity))
@pytest.mark.parametrize("view", [Findings(), ordinary(), hostile()])
def test_its_structure_is_the_common_one(view: Findings, fail_on: Severity) -> None:
    root = _read(view, fail_on)
    assert (root.tag, set(root.attrib)) == ("testsuites", SUITES)
    (suite,) = root
    assert (suite.tag, set(suite.attrib)) == ("testsuite", SUITE)
    assert all(case.tag == "testcase" and set(case.attrib) == CASE for case in suite)
    for case in suite:
        below = [each.tag for each in case]
        assert below in ([], ["failure"], ["system-out"], ["failure", "system-out"])
    assert suite.attrib["tests"] == str(len(suite))
    assert suite.attrib["failures"] == str(len(suite.findall("*/failure")))


@pytest.mark.parametrize(
    ("fail_on", "in_failure", "kind"),
    [(Severity.ERROR, 1, "error"), (Severity.WARNING, 2, "error"), (Severity.ADVICE, 3, "error")],
)
def test_what_does_not_fail_the_run_fails_no_case(
    fail_on: Severity, in_failure: int, kind: str
) -> None:
    case = _read(ordinary(), fail_on).find(f"*/testcase[@name='goals/{GROWTH}']")
    assert case is not None
    failure = case.find("failure")
    assert failure is not None
    assert len((failure.text or "").splitlines()) == in_failure
    assert failure.attrib["type"] == kind


def test_a_file_without_findings_passes() -> None:
    case = _read(ordinary()).find("*/testcase[@name='goals/okrs/organization.yaml']")
    assert case is not None
    assert len(case) == 0


def test_foreign_text_stays_text() -> None:
    root = _read(hostile(), Severity.ADVICE)
    assert {each.tag for each in root.iter()} == {"testsuites", "testsuite", "testcase", "failure"}
    text = "".join(root.itertext())
    assert "<script>&\"'@x" in text
    assert not set(text) & {"\x1b", "\x07", "\u202e", "\ufffe"}

"""Code quality reports: the whole of one, its schema, and fingerprints."""

import json
from typing import Any

import pytest

from okrcli.render.findings.findings import Findings
from okrcli.render.findings.gitlab import findings_gitlab
from tests.render import report_schemas
from tests.render.views import hostile, ordinary
from tests.running import Golden


def _read(view: Findings) -> Any:  # noqa: ANN401 - any JSON
    return json.loads(findings_gitlab(view))


def test_the_whole_report(golden: Golden) -> None:
    golden("findings/ordinary.gitlab.json", findings_gitlab(ordinary()))


@pytest.mark.parametrize("view", [Findings(), ordinary(), hostile()])
def test_it_is_what_gitlab_reads(view: Findings) -> None:
    report_schemas.check(_read(view), report_schemas.GITLAB)


def test_no_two_findings_share_a_fingerprint() -> None:
    view = hostile()
    prints = [entry["fingerprint"] for entry in _read(view)]
    assert len(set(prints)) == len(prints) == len(view.findings)


def test_foreign_text_is_shown_escaped() -> None:
    for entry in _read(hostile()):
        shown = entry["description"] + entry["location"]["path"]
        assert not set(shown) & {"\x1b", "\x07", "\u202e", "\n"}

"""Ids that are made of titles differ from all others."""

from pathlib import Path

from okrcli.cli.checking.linting import check
from okrcli.cli.session import Session
from okrcli.model.finding import Fix

TEXT = """\
team: growth
cycle: 2026-Q4
objectives:
  - {id: fast, formerly: [quick], title: Fast, key_results: [{title: Day}, {title: Day}]}
  - {title: Fast, owner: ana, key_results: [{id: day, title: Day, done: false}, {title: Day}]}
  - {title: Quick, owner: ana, key_results: [{title: Day}]}
"""


def test_a_made_id_is_unlike_those_there_are_were_and_will_be(tmp_path: Path) -> None:
    (tmp_path / "okrs").mkdir()
    (tmp_path / "okr.toml").touch()
    (tmp_path / "okrs/a.yaml").write_text(TEXT)
    (tmp_path / "okrs/b.yaml").write_text(TEXT.replace("2026-Q4", "2027-Q1"))
    (tmp_path / "okrs/c.yaml").write_text(
        "team: growth\ncycle: 2026-Q4\nobjectives: [{title: Fast, owner: bo, key_results: []}]\n"
    )
    found = check(Session(tmp_path, {})).findings
    made = [
        (finding.source.path.removeprefix("okrs/"), finding.fix.keys, finding.fix.value)
        for finding in found
        if isinstance(finding.fix, Fix) and finding.fix.keys[-1] == "id"
    ]
    of_a = [
        (("objectives", 0, "key_results", 0, "id"), "day"),
        (("objectives", 0, "key_results", 1, "id"), "day-2"),
        (("objectives", 1, "id"), "fast-2"),
        (("objectives", 1, "key_results", 1, "id"), "day-2"),
        (("objectives", 2, "id"), "quick-2"),
        (("objectives", 2, "key_results", 0, "id"), "day"),
    ]
    in_both = [(path, *each) for path in ("a.yaml", "b.yaml") for each in of_a]
    assert made == [*sorted(in_both), ("c.yaml", ("objectives", 0, "id"), "fast-3")]

"""A folder of files as a workspace, and everything that is wrong in it."""

import os
from pathlib import Path

import pytest

from okrcli.errors import UsageError
from okrcli.model.cycle import Calendar, Period
from okrcli.model.finding import Finding
from okrcli.model.organization import Organization
from okrcli.model.settings import Settings
from okrcli.model.source import Source, Span
from okrcli.store.loader import LoadResult, load, locate
from okrcli.store.settings_file import read_settings
from tests.running import Okr

EXAMPLES = Path(__file__).parents[2] / "examples"
GROWTH = """\
team: growth
cycle: 2026-Q4
objectives:
  - id: first-minute
    title: New shops love us from the first minute
    owner: ana
    key_results:
      - id: day7
        title: More new shops list a second product within a week
        baseline: 31
        target: 45
"""


def loaded(root: Path, **files: str | bytes) -> LoadResult:
    (root / "okrs").mkdir(exist_ok=True)
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        (root / "okrs" / f"{name}.yaml").write_bytes(data)
    return load(root, Settings())


def rules(result: LoadResult) -> list[tuple[str, str]]:
    return [(problem.source.path, problem.rule) for problem in result.problems]


def test_the_example_is_read_without_a_problem() -> None:
    result = load(EXAMPLES, read_settings(EXAMPLES))
    assert result.problems == ()
    assert result.workspace.files == len(list(EXAMPLES.rglob("*.yaml")))
    assert result.workspace.organization.name == "Hedgerow Bikes"
    assert len(result.workspace.kpi_documents) == 1
    assert len(list(result.workspace.key_results())) > 20


def test_each_kind_of_file_is_told_by_its_top_level_key(tmp_path: Path) -> None:
    result = loaded(
        tmp_path,
        a="kpis:\n- {id: activation, title: Activation}\n",
        b="organization: Acme\nteams: [{id: growth}]\n",
        c=GROWTH,
    )
    workspace = result.workspace
    assert result.problems == ()
    assert workspace.files == 3
    assert [kpi.id for document in workspace.kpi_documents for kpi in document.kpis] == [
        "activation"
    ]
    assert workspace.organization.teams[0].name == "growth"
    assert workspace.organization_source == Source("okrs/b.yaml")
    refs = {key.ref for key in workspace.keys()}  # noqa: SIM118 - a workspace is no mapping
    assert refs == {"growth/first-minute", "growth/first-minute/day7"}
    assert result.texts["okrs/c.yaml"] == GROWTH


def test_no_files_are_fine(tmp_path: Path) -> None:
    result = loaded(tmp_path)
    assert result.problems == ()
    assert result.workspace.files == 0
    assert result.workspace.organization == Organization()


def test_a_missing_folder_is_an_error_with_its_remedy(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="okrs/") as caught:
        load(tmp_path, Settings())
    assert "okr init" in (caught.value.hint or "")


def test_everything_wrong_in_all_files_is_reported_in_one_run(tmp_path: Path) -> None:
    result = loaded(
        tmp_path,
        a="a: [",
        b=b"\xff",
        c="a: 1\na: 2\n",
        d="- a\n",
        e="",
        f=GROWTH.replace("owner: ana", "onwer: ana").replace("45", "45%"),
        g=GROWTH,
    )
    assert rules(result) == [
        ("okrs/a.yaml", "invalid-yaml"),
        ("okrs/b.yaml", "unreadable-file"),
        ("okrs/c.yaml", "duplicate-key"),
        ("okrs/d.yaml", "unknown-document"),
        ("okrs/e.yaml", "unknown-document"),
        ("okrs/f.yaml", "unknown-field"),
        ("okrs/f.yaml", "invalid-value"),
    ]
    assert result.workspace.files == 7
    assert set(result.texts) == {f"okrs/{name}.yaml" for name in "abcdefg"}


def test_a_document_with_mistakes_contributes_what_can_be_read(tmp_path: Path) -> None:
    result = loaded(tmp_path, growth=GROWTH.replace("owner: ana", "owner: [ana, bo]"))
    assert rules(result) == [("okrs/growth.yaml", "several-owners")]
    (objective,) = (objective for _, objective in result.workspace.objectives())
    assert objective.owner is None
    assert objective.key_results[0].target == 45


def test_ones_own_keys_are_no_findings(tmp_path: Path) -> None:
    text = GROWTH + "        x-dashboard: {a: [1]}\nx-note: mine\n"
    assert loaded(tmp_path, growth=text).problems == ()


def test_a_second_organization_is_told_at_its_place(tmp_path: Path) -> None:
    result = loaded(tmp_path, a="organization: Acme\n", b="vision: x\norganization: Other\n")
    (problem,) = result.problems
    assert problem.rule == "duplicate-id"
    assert "okrs/a.yaml" in problem.message
    assert problem.related == (Source("okrs/a.yaml"),)
    assert result.workspace.organization.name == "Acme"
    (placed,) = locate([problem], result.texts)
    assert placed.span == Span(2, 1, 2, 13)


@pytest.mark.parametrize("cycle", ["2026-Q5", "launch", "2026-q4"])
def test_a_cycle_that_the_calendar_does_not_have_is_told(tmp_path: Path, cycle: str) -> None:
    result = loaded(tmp_path, growth=GROWTH.replace("2026-Q4", cycle))
    (problem,) = result.problems
    assert problem.rule == "invalid-value"
    assert problem.source == Source("okrs/growth.yaml", ("cycle",))


def test_a_cycle_in_a_wrong_spelling_is_told_once(tmp_path: Path) -> None:
    result = loaded(tmp_path, growth=GROWTH.replace("2026-Q4", "Q4 2026"))
    assert [problem.hint for problem in result.problems] == ["write 2026-Q4"]


def test_a_cycle_in_a_wrong_spelling_is_read_as_it_is_meant(tmp_path: Path) -> None:
    result = loaded(tmp_path, growth=GROWTH.replace("2026-Q4", "Q4 2026"))
    assert [document.content.cycle for document in result.workspace.documents] == ["2026-Q4"]
    assert len(result.problems) == 1


def test_a_named_cycle_is_known(tmp_path: Path) -> None:
    loaded(tmp_path, growth=GROWTH.replace("2026-Q4", "launch"))
    start = Calendar().cycle("2026-11")
    assert start is not None
    named = {"launch": Period(start.start, start.end)}
    assert load(tmp_path, Settings(calendar=Calendar(1, named))).problems == ()


def test_links_and_devices_are_findings(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("organization: Secret\n", encoding="utf-8")
    (tmp_path / "okrs").mkdir()
    (tmp_path / "okrs" / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "okrs" / "pipe.yaml")
    result = load(tmp_path, Settings())
    assert {problem.rule for problem in result.problems} == {"unreadable-file"}
    assert result.texts == {}
    assert result.workspace.organization_source is None
    assert locate(result.problems, result.texts) == list(result.problems)


def test_a_file_that_cannot_be_opened_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "okrs").mkdir()
    (tmp_path / "okrs" / "a.yaml").touch()
    monkeypatch.setattr(os, "open", refuse)
    (problem,) = load(tmp_path, Settings()).problems
    assert problem.rule == "unreadable-file"
    assert "Permission denied" in problem.message


@pytest.mark.parametrize(
    "content",
    [
        b"x" * 10_000_000,
        b"[" * 100_000,
        b"- " * 100_000,
        b"objectives: [" + b"5," * 100_000 + b"]",
        b"objectives: []\n" + b"".join(b"k%d: 1\n" % n for n in range(20_000)),
        b"team: growth\ncycle: 2026\nobjectives: [" + b"{a: 1}," * 30_000 + b"]",
    ],
    ids=["large", "brackets", "dashes", "entries", "keys", "mappings"],
)
def test_a_hostile_file_is_told_in_less_than_two_seconds(
    tmp_path: Path, content: bytes, okr: Okr
) -> None:
    (tmp_path / "okrs").mkdir()
    (tmp_path / "okrs" / "a.yaml").write_bytes(content)
    before = os.times().children_user  # its own work, whatever else the machine does
    assert okr("lint", cwd=tmp_path).code == 1
    assert os.times().children_user - before < 2


def test_crlf_and_a_byte_order_mark_change_no_place(tmp_path: Path) -> None:
    text = GROWTH.replace("45", "45%")
    plain = loaded(tmp_path, growth=text)
    other = loaded(tmp_path, growth=b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert locate(plain.problems, plain.texts) == locate(other.problems, other.texts)


def test_findings_get_their_places(tmp_path: Path) -> None:
    result = loaded(tmp_path, growth=GROWTH)
    path = "okrs/growth.yaml"
    known = Finding("x", Source(path), "m", span=Span(9, 9, 9, 9))
    elsewhere = Finding("x", Source("okr.toml"), "m")
    value = Finding("x", Source(path, ("objectives", 0, "owner")), "m")
    key = Finding("x", Source(path, ("objectives", 0, "owner"), of_key=True), "m")
    spans = [finding.span for finding in locate([known, elsewhere, value, key], result.texts)]
    assert spans == [Span(9, 9, 9, 9), None, Span(6, 12, 6, 15), Span(6, 5, 6, 10)]

"""The example company uses the whole format, and what the documents teach lints clean."""

import importlib
import pkgutil
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml_rs
from pydantic import BaseModel

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
FORMAT_PAGE = ROOT / "docs" / "format.md"
PAGES = (ROOT / "README.md", FORMAT_PAGE)

OKR_FIELDS = frozenset(
    {
        "team",
        "cycle",
        "draft",
        "objectives",
        "objectives.id",
        "objectives.title",
        "objectives.draft",
        "objectives.owner",
        "objectives.ambition",
        "objectives.why",
        "objectives.supports",
        "objectives.standalone",
        "objectives.pillar",
        "objectives.priority",
        "objectives.initiatives",
        "objectives.formerly",
        "objectives.key_results",
        "objectives.key_results.id",
        "objectives.key_results.title",
        "objectives.key_results.owner",
        "objectives.key_results.unit",
        "objectives.key_results.baseline",
        "objectives.key_results.target",
        "objectives.key_results.stretch",
        "objectives.key_results.plan",
        "objectives.key_results.plan.by",
        "objectives.key_results.plan.value",
        "objectives.key_results.at_least",
        "objectives.key_results.at_most",
        "objectives.key_results.kept",
        "objectives.key_results.milestones",
        "objectives.key_results.milestones.id",
        "objectives.key_results.milestones.title",
        "objectives.key_results.milestones.due",
        "objectives.key_results.milestones.done",
        "objectives.key_results.milestones.weight",
        "objectives.key_results.done",
        "objectives.key_results.weight",
        "objectives.key_results.starts",
        "objectives.key_results.due",
        "objectives.key_results.needs",
        "objectives.key_results.kpi",
        "objectives.key_results.evidence",
        "objectives.key_results.formerly",
        "objectives.key_results.revised",
        "objectives.key_results.revised.on",
        "objectives.key_results.revised.field",
        "objectives.key_results.revised.was",
        "objectives.key_results.revised.now",
        "objectives.key_results.revised.why",
        "objectives.key_results.revised.agreed",
        "objectives.key_results.current",
        "objectives.key_results.confidence",
        "objectives.key_results.updated",
        "objectives.key_results.note",
        "objectives.key_results.blocker",
        "objectives.key_results.close",
        "objectives.key_results.close.decision",
        "objectives.key_results.close.why",
        "objectives.close",
        "objectives.close.decision",
        "objectives.close.score",
        "objectives.close.why",
        "objectives.close.lessons",
        "retrospective",
        "retrospective.went_well",
        "retrospective.went_badly",
        "retrospective.change_next",
        "retrospective.change_next.action",
        "retrospective.change_next.owner",
        "retrospective.change_next.done",
    }
)
ORGANIZATION_FIELDS = frozenset(
    {
        "organization",
        "vision",
        "pillars",
        "pillars.id",
        "pillars.title",
        "teams",
        "teams.id",
        "teams.name",
        "teams.parent",
        "teams.lead",
        "teams.members",
        "teams.check_in_days",
        "teams.max_objectives",
        "people",
        "people.id",
        "people.name",
        "people.emails",
    }
)
KPI_FIELDS = frozenset(
    {
        "kpis",
        "kpis.id",
        "kpis.title",
        "kpis.owner",
        "kpis.unit",
        "kpis.at_least",
        "kpis.at_most",
        "kpis.current",
        "kpis.updated",
    }
)
SETTINGS = frozenset(
    {
        "okrs",
        "exclude",
        "timezone",
        "fiscal_year_starts",
        "closing_days",
        "cycles",
        "cycles.*",
        "cycles.*.start",
        "cycles.*.end",
        "limits",
        "limits.objectives_per_team",
        "limits.objectives_for_root",
        "limits.key_results_per_objective",
        "limits.objectives_per_owner",
        "check_ins",
        "check_ins.every_days",
        "check_ins.grace_days",
        "check_ins.pauses",
        "check_ins.pauses.start",
        "check_ins.pauses.end",
        "check_ins.commit",
        "status",
        "status.on_track",
        "status.behind",
        "status.low_confidence",
        "status.aspirational_success",
        "status.kept",
        "lint",
        "lint.language",
        "lint.select",
        "lint.ignore",
        "lint.severity",
        "lint.severity.*",
        "lint.per_path",
        "lint.per_path.*",
    }
)
FIELDS_BY_KIND = {
    "objectives": OKR_FIELDS,
    "organization": ORGANIZATION_FIELDS,
    "kpis": KPI_FIELDS,
}
NAMED_BY_THE_USER = frozenset({"cycles", "lint.severity", "lint.per_path"})
DECISIONS = frozenset({"achieved", "continue", "change", "defer", "drop"})
CONFIDENCES = {"fraction": r"0\.\d+", "of ten": r"\d+/10", "percent": r"\d+%"}


def _load(text: str) -> Mapping[str, Any]:
    document = yaml_rs.loads(text, parse_datetime=False)
    assert isinstance(document, dict)
    return document


def _documents() -> Iterator[tuple[Path, Mapping[str, Any]]]:
    for path in sorted((EXAMPLES / "okrs").rglob("*.yaml")):
        yield path, _load(path.read_text(encoding="utf-8"))


def _kind(document: Mapping[str, Any]) -> str:
    return next(kind for kind in FIELDS_BY_KIND if kind in document)


def _fields(value: object, above: str = "") -> Iterator[str]:
    """Yield the path of every key, without the positions in lists."""
    if isinstance(value, list):
        for item in value:
            yield from _fields(item, above)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            name = "*" if above in NAMED_BY_THE_USER else str(key)
            path = f"{above}.{name}" if above else name
            yield path
            yield from _fields(inner, path)


def _is_own(field: str) -> bool:
    return field.rpartition(".")[2].startswith("x-")


def _used(kind: str) -> frozenset[str]:
    """Give every field that the example's documents of one kind use."""
    documents = (document for _, document in _documents() if _kind(document) == kind)
    return frozenset(field for document in documents for field in _fields(document))


def _key_results() -> Iterator[Mapping[str, Any]]:
    for _, document in _documents():
        for objective in document.get("objectives", ()):
            yield from objective["key_results"]


def _objectives() -> Iterator[Mapping[str, Any]]:
    for _, document in _documents():
        yield from document.get("objectives", ())


def _lint(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "okrcli", "lint", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def _blocks(info: str) -> list[str]:
    """Give the fenced blocks of the pages that carry exactly this info string."""
    fence = re.compile(rf"^```{re.escape(info)}\n(.*?)^```$", re.MULTILINE | re.DOTALL)
    return [block for page in PAGES for block in fence.findall(page.read_text(encoding="utf-8"))]


def _first_line(block: str) -> str:
    return block.strip().partition("\n")[0]


@pytest.mark.parametrize("kind", sorted(FIELDS_BY_KIND))
def test_every_field_of_the_format_occurs_in_the_example(kind: str) -> None:
    assert sorted(FIELDS_BY_KIND[kind] - _used(kind)) == []


@pytest.mark.parametrize("kind", sorted(FIELDS_BY_KIND))
def test_the_example_has_no_field_that_the_list_does_not_name(kind: str) -> None:
    unlisted = {field for field in _used(kind) - FIELDS_BY_KIND[kind] if not _is_own(field)}

    assert sorted(unlisted) == []


@pytest.mark.parametrize("kind", sorted(FIELDS_BY_KIND))
def test_every_kind_of_document_shows_a_field_of_the_user_own(kind: str) -> None:
    assert any(_is_own(field) for field in _used(kind))


def test_every_setting_occurs_in_the_example() -> None:
    settings = tomllib.loads((EXAMPLES / "okr.toml").read_text(encoding="utf-8"))

    assert frozenset(_fields(settings)) == SETTINGS


def test_every_decision_closes_an_objective_of_the_example() -> None:
    assert {
        objective["close"]["decision"] for objective in _objectives() if "close" in objective
    } == DECISIONS


@pytest.mark.parametrize("pattern", CONFIDENCES.values(), ids=CONFIDENCES)
def test_every_spelling_of_confidence_occurs_in_the_example(pattern: str) -> None:
    written = [str(item["confidence"]) for item in _key_results() if "confidence" in item]

    assert any(re.fullmatch(pattern, text) for text in written)


def test_a_file_and_an_objective_of_the_example_are_drafts() -> None:
    assert any(document.get("draft") is True for _, document in _documents())
    assert any(objective.get("draft") is True for objective in _objectives())


def test_a_baseline_of_the_example_is_still_unknown() -> None:
    assert "unknown" in {item.get("baseline") for item in _key_results()}


def test_a_bound_of_the_example_is_a_band() -> None:
    assert any({"at_least", "at_most"} <= item.keys() for item in _key_results())


def test_done_is_spelled_in_every_way_in_the_example() -> None:
    steps = [step for item in _key_results() for step in item.get("milestones", ())]
    done = [step.get("done") for step in steps if isinstance(step, dict)]
    done += [item["done"] for item in _key_results() if "done" in item]

    assert True in done
    assert False in done
    assert any(isinstance(value, str) for value in done)
    assert any(isinstance(step, str) for step in steps)


def test_the_retrospectives_of_the_example_spell_actions_in_both_ways() -> None:
    retrospectives = (d["retrospective"] for _, d in _documents() if "retrospective" in d)
    actions = [action for item in retrospectives for action in item["change_next"]]

    assert {type(action) for action in actions} == {str, dict}


def test_former_ids_of_the_example_are_bare_and_full() -> None:
    former = [old for item in (*_objectives(), *_key_results()) for old in item.get("formerly", ())]

    assert {"/" in old for old in former} == {True, False}


def test_references_of_the_example_are_bare_and_reach_across_cycles() -> None:
    supported = [ref for objective in _objectives() for ref in objective.get("supports", ())]

    assert any(re.fullmatch(r"[a-z][a-z0-9-]*", ref) for ref in supported)
    assert any(ref.startswith("2026:company/") for ref in supported)


def test_one_team_and_cycle_of_the_example_is_spread_over_two_files() -> None:
    places = [(d["team"], d["cycle"]) for _, d in _documents() if "objectives" in d]

    assert len(places) > len(set(places))


def _modules_of_forms() -> Iterator[ModuleType]:
    package = pytest.importorskip("okrcli.model.forms")
    yield package
    for module in pkgutil.iter_modules(getattr(package, "__path__", ())):
        yield importlib.import_module(f"{package.__name__}.{module.name}")


def _fields_of_forms() -> frozenset[str]:
    forms = {
        value
        for module in _modules_of_forms()
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, BaseModel) and value is not BaseModel
    }
    return frozenset(
        field.alias or name
        for form in forms
        for name, field in form.model_fields.items()
        if name != "root"
    )


def test_the_lists_name_every_field_of_the_forms() -> None:
    in_forms = _fields_of_forms()
    listed = {
        field.rpartition(".")[2]
        for fields in (OKR_FIELDS, ORGANIZATION_FIELDS, KPI_FIELDS, SETTINGS)
        for field in fields
    }

    assert sorted(in_forms - listed) == []


def test_the_example_lints_clean() -> None:
    result = _lint("examples", cwd=ROOT)

    assert result.returncode == 0, result.stdout + result.stderr
    assert "no findings" in result.stdout


def test_the_page_of_the_format_names_every_field_and_setting() -> None:
    page = FORMAT_PAGE.read_text(encoding="utf-8")
    listed = OKR_FIELDS | ORGANIZATION_FIELDS | KPI_FIELDS | SETTINGS
    names = {field.rpartition(".")[2] for field in listed} - {"*"}

    assert sorted(name for name in names if f"`{name}`" not in page) == []


def test_the_page_of_the_format_shows_every_setting_in_one_file() -> None:
    shown = [frozenset(_fields(tomllib.loads(block))) for block in _blocks("toml")]

    assert SETTINGS in shown


def test_the_page_of_the_format_has_documents_and_fragments() -> None:
    assert _blocks("yaml")
    assert _blocks("yaml fragment")


@pytest.mark.parametrize("block", _blocks("yaml fragment"), ids=_first_line)
def test_each_fragment_on_a_page_is_valid_yaml(block: str) -> None:
    assert yaml_rs.loads(block, parse_datetime=False)


@pytest.mark.parametrize("block", _blocks("yaml"), ids=_first_line)
def test_each_document_on_the_page_of_the_format_lints_clean(block: str, tmp_path: Path) -> None:
    (tmp_path / "okr.toml").touch()
    (tmp_path / "okrs").mkdir()
    (tmp_path / "okrs" / "document.yaml").write_text(block, encoding="utf-8")

    result = _lint(str(tmp_path), cwd=tmp_path)

    assert result.returncode == 0, result.stdout + result.stderr
    assert "no findings" in result.stdout

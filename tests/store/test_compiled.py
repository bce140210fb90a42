"""The compiled forms are those of the models, and check as they do."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import SchemaError, SchemaValidator, ValidationError, to_json

from okrcli.store import compile as compiling
from okrcli.store import compiled
from okrcli.store.decode import findings

FORMS: tuple[compiled.Form, ...] = ("okr_file", "organization", "kpis", "settings")
EXAMPLES = Path(__file__).parents[2] / "examples" / "okrs"


@pytest.fixture(autouse=True)
def fresh_validators() -> Iterator[None]:
    compiled.validator.cache_clear()
    yield
    compiled.validator.cache_clear()


def test_the_file_is_current(tmp_path: Path) -> None:
    compiling.write_compiled(tmp_path / "compiled.json")
    kept = Path(compiled.__file__).with_name("compiled.json")
    assert kept.read_bytes() == (tmp_path / "compiled.json").read_bytes(), (
        "run `python -m okrcli.store.compile`"
    )


def test_the_compiled_forms_are_plain_data() -> None:
    forms = compiling.compile_forms()
    assert json.loads(json.dumps(forms)) == forms
    assert set(forms) == set(FORMS)


def test_the_command_writes_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(compiling, "__file__", str(tmp_path / "compile.py"))
    compiling.main()
    assert json.loads((tmp_path / "compiled.json").read_text()) == compiling.compile_forms()


def test_checking_does_not_import_pydantic() -> None:
    code = (
        "import sys\n"
        "from okrcli.store import compiled\n"
        "assert compiled.is_valid('kpis', {'kpis': []})\n"
        "assert compiled.faults('kpis', {'kpis': 5})\n"
        "print(sorted(name for name in sys.modules if name.split('.')[0] == 'pydantic'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_schema_that_pydantic_core_does_not_take_falls_back_to_the_models(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_: object) -> SchemaValidator:
        raise SchemaError("another version")

    milestones = ["Signed", {"title": "Received"}, 5, "", {"titel": "x", "due": 5}]
    key_result = {"id": "a", "title": "A", "plan": [5], "close": "x", "milestones": milestones}
    objective = {"id": "a", "title": "A", "owner": "ana", "key_results": [key_result]}
    data = {"team": "a", "cycle": True, "objectives": [objective, 5]}
    found = findings("okr_file", data, "a.yaml")
    assert len(found) == 8
    compiled.validator.cache_clear()
    monkeypatch.setattr(compiled, "SchemaValidator", refuse)
    assert findings("okr_file", data, "a.yaml") == found
    assert compiled.is_valid("kpis", {"kpis": [{"id": "a", "title": "A"}]})


DATA = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 3000)
    | st.floats()
    | st.sampled_from(["", "a", "2026-Q4", "2026-11-02", "60%", "unknown", "committed", "UTC"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "team",
                    "cycle",
                    "objectives",
                    "id",
                    "title",
                    "owner",
                    "key_results",
                    "done",
                    "milestones",
                    "kpis",
                    "organization",
                    "teams",
                    "limits",
                    "target",
                    "odd",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=15,
)


@given(DATA, st.sampled_from(FORMS))
def test_the_compiled_forms_accept_what_the_models_accept(
    data: object, form: compiled.Form
) -> None:
    try:
        compiling.FORMS[form].model_validate_json(to_json(data, inf_nan_mode="constants"))
    except ValidationError:
        accepted = False
    else:
        accepted = True
    assert compiled.is_valid(form, data) is accepted

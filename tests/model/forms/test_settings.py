"""What okr.toml may say, and that its defaults are the model's."""

import pytest

from okrcli.model.forms.settings import (
    CheckInsForm,
    LimitsForm,
    LintForm,
    SettingsForm,
    StatusForm,
)
from okrcli.model.settings import Settings
from tests.model.forms.test_okr_file import accepts


def test_nothing_is_enough() -> None:
    assert accepts(SettingsForm, {})


def test_the_defaults_of_the_form_are_those_of_the_model() -> None:
    settings, form = Settings(), SettingsForm.model_validate({})
    assert (form.okrs, form.timezone) == (settings.okrs, settings.timezone)
    assert form.closing_days == settings.closing_days
    assert form.fiscal_year_starts == settings.calendar.fiscal_year_starts
    limits = settings.limits._asdict()
    assert LimitsForm.model_validate({}).model_dump() == limits | {
        "key_results_per_objective": list(settings.limits.key_results_per_objective)
    }
    assert CheckInsForm.model_validate({}).model_dump() == settings.check_ins._asdict() | {
        "pauses": []
    }
    assert StatusForm.model_validate({}).model_dump() == settings.status._asdict()
    assert LintForm.model_validate({}).model_dump() == settings.lint._asdict() | {
        "select": [],
        "ignore": [],
    }


@pytest.mark.parametrize(
    "data",
    [
        {"okr": "okrs"},
        {"fiscal_year_starts": 0},
        {"fiscal_year_starts": 13},
        {"closing_days": -1},
        {"closing_days": True},
        {"limits": {"key_results_per_objective": [2]}},
        {"limits": {"objectives_per_team": 0}},
        {"status": {"on_track": 1.5}},
        {"status": {"kept": float("nan")}},
        {"lint": {"severity": {"missing-unit": "fatal"}}},
        {"lint": {"per_path": {"okrs/**": "missing-unit"}}},
        {"cycles": {"launch": {"start": "2026-11-02"}}},
        {"check_ins": {"pauses": [{"start": "2026-11-02", "end": 5}]}},
    ],
)
def test_settings_refuse(data: object) -> None:
    assert not accepts(SettingsForm, data)

"""okr.toml as settings, and what is wrong with it."""

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.errors import SettingsError
from okrcli.model.cycle import Period
from okrcli.model.settings import CheckIns, Settings
from okrcli.store.settings_file import parse_settings, read_settings

EXAMPLE = Path(__file__).parents[2] / "examples" / "okr.toml"


def refused(text: str | bytes) -> SettingsError:
    with pytest.raises(SettingsError) as caught:
        parse_settings(text.encode() if isinstance(text, str) else text)
    return caught.value


def test_nothing_and_an_empty_file_are_all_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings()
    (tmp_path / "okr.toml").write_bytes(b"\n")
    assert read_settings(tmp_path) == Settings()
    assert parse_settings(b"# only a comment\n") == Settings()


def test_every_setting_is_read() -> None:
    settings = parse_settings(
        b"""
okrs = "goals/"
exclude = ["templates/**"]
timezone = "Europe/Vienna"
fiscal_year_starts = 4
closing_days = 21
[cycles]
launch = { start = 2026-11-02, end = 2026-12-18 }
[limits]
objectives_per_team = 4
objectives_for_root = 6
key_results_per_objective = [1, 4]
objectives_per_owner = 2
[check_ins]
every_days = 14
grace_days = 2
pauses = [{ start = 2026-12-24, end = 2027-01-01 }]
[status]
on_track = 0.05
behind = 0.2
low_confidence = 0.5
aspirational_success = 0.6
kept = 0.9
[lint]
language = "none"
ignore = ["missing-unit"]
severity = { digits-in-objective = "off" }
[lint.per_path]
"okrs/2024-*/**" = ["too-many-objectives"]
"""
    )
    assert settings.okrs == "goals"
    assert settings.exclude == ("templates/**",)
    assert settings.timezone == "Europe/Vienna"
    assert settings.closing_days == 21
    assert settings.calendar.fiscal_year_starts == 4
    assert settings.calendar.named == {"launch": Period(date(2026, 11, 2), date(2026, 12, 19))}
    assert settings.limits == (4, 6, (1, 4), 2)
    assert settings.check_ins == CheckIns(14, 2, (Period(date(2026, 12, 24), date(2027, 1, 2)),))
    assert settings.status == (0.05, 0.2, 0.5, 0.6, 0.9)
    assert settings.lint.language == "none"
    assert settings.lint.ignore == ("missing-unit",)
    assert settings.lint.severity == {"digits-in-objective": "off"}
    assert settings.lint.per_path == {"okrs/2024-*/**": ("too-many-objectives",)}


def test_the_example_is_read() -> None:
    assert parse_settings(EXAMPLE.read_bytes()).timezone == "Europe/Vienna"


def test_a_day_may_be_written_as_text() -> None:
    settings = parse_settings(b'cycles.launch = { start = "2026-11-02", end = 2026-11-02 }')
    assert settings.calendar.named["launch"].days == 1


def test_an_unknown_key_is_told_with_the_one_that_was_meant() -> None:
    error = refused("[check_ins]\nevery_day = 7\n")
    assert error.message == "okr.toml: `check_ins.every_day` is not a setting"
    assert error.hint == "did you mean `every_days`?"
    assert refused("excludes = []").hint == "did you mean `exclude`?"


def test_an_unknown_key_that_is_no_slip_is_told_with_the_known_ones() -> None:
    hint = refused("[check_ins]\nfrobnicate = 7\n").hint
    assert hint == "the settings here are `every_days`, `grace_days`, `pauses` and `commit`"


def test_ones_own_keys_are_kept_out_and_names_that_look_like_them_are_not() -> None:
    settings = parse_settings(
        b"x-note = 5\n[cycles]\nx-mas = { start = 2026-12-01, end = 2026-12-24 }\n"
    )
    assert list(settings.calendar.named) == ["x-mas"]


@pytest.mark.parametrize(
    ("text", "key", "words"),
    [
        ('closing_days = "14"', "closing_days", "must be a whole number"),
        ("closing_days = true", "closing_days", "not true"),
        ("fiscal_year_starts = 13", "fiscal_year_starts", "must be a month from 1 to 12"),
        ("[status]\nkept = 95", "status.kept", "must be a number from 0 to 1"),
        ("[status]\nkept = nan", "status.kept", "must be a number from 0 to 1"),
        ("[status]\non_track = 0.5", "status.on_track", "above status.behind"),
        ("[limits]\nkey_results_per_objective = [5, 2]", "key_results_per_objective", "[5, 2]"),
        ("[limits]\nkey_results_per_objective = 5", "key_results_per_objective", "two whole"),
        ("limits = 5", "limits", "must be a mapping"),
        ("[cycles]\nq = { start = 2026-11-02 }", "cycles.q", "needs `end`"),
        ("[cycles]\nq = { start = 2026-11-02, end = 2026-11-01 }", "cycles.q", "before it starts"),
        ("[cycles]\nq = { start = 2026-11-02, end = 9999-12-31 }", "cycles.q", "last day there is"),
        (
            "[cycles]\nq = { start = 2026-11-02T10:00:00, end = 2026-12-01 }",
            "cycles.q.start",
            "time",
        ),
        ("[cycles]\n2026-Q4 = { start = 2026-11-02, end = 2026-12-01 }", "2026-Q4", "the name of"),
        ('[cycles]\n"a b" = { start = 2026-11-02, end = 2026-12-01 }', "cycles.a b", "space"),
        ("[check_ins]\npauses = [{ start = 2027-01-01, end = 2026-12-24 }]", "pauses.0", "before"),
        ('timezone = "Mars/Olympus"', "timezone", "no known time zone"),
        ('timezone = "../etc/passwd"', "timezone", "no known time zone"),
        ('timezone = "Europe"', "timezone", "no known time zone"),
        ('okrs = "../other"', "okrs", "below okr.toml"),
        ('okrs = "/etc"', "okrs", "below okr.toml"),
        ('okrs = "."', "okrs", "below okr.toml"),
        ('okrs = "C:\\\\okrs"', "okrs", "below okr.toml"),
        ('okrs = ".git"', "okrs", "dot"),
        ('exclude = "templates"', "exclude", "must be a list"),
        ('[lint]\nlanguage = "de"', "lint.language", 'must be "en" or "none"'),
        ('exclude = ["!"]', "exclude", "is none"),
        ('exclude = ["[z-a]"]', "exclude", "is none"),
        (f'exclude = ["{"*a" * 5}"]', "exclude", "too many stars"),
        (f'exclude = ["{"x" * 300}"]', "exclude", "too long"),
        (f"exclude = {['a'] * 101}", "exclude", "100 patterns"),
        ('[lint.per_path]\n"[z-a]" = []', "lint.per_path", "is none"),
        ('[lint]\nseverity = { missing-unit = "fatal" }', "severity.missing-unit", '"off"'),
    ],
)
def test_a_wrong_value_is_told_with_its_key(text: str, key: str, words: str) -> None:
    error = refused(text)
    assert error.message.startswith("okr.toml: `")
    assert key in error.message
    assert words in error.message


def test_the_first_of_several_faults_says_that_there_are_more() -> None:
    error = refused("closing_days = -1\nfoo = 1\ntimezone = 5\n")
    assert error.message == "okr.toml: `foo` is not a setting (and 2 more)"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"okrs = ", "not TOML"),
        (b"okrs = 1\nokrs = 2", "not TOML"),
        (b"\xff", "byte 0 is not UTF-8"),
        (b"#" * 300_000, "256 KiB"),
        (b"a = " + b"[" * 100_000, "not TOML"),
        (b"a = " + b"9" * 10_000, "not TOML"),
        (b".".join([b"a"] * 5_000) + b" = 1", "nested too deep"),
    ],
)
def test_a_file_that_is_no_toml_is_told(data: bytes, words: str) -> None:
    assert words in refused(data).message


def test_a_byte_order_mark_is_fine() -> None:
    assert parse_settings(b"\xef\xbb\xbfclosing_days = 7").closing_days == 7


def test_the_name_in_messages_can_be_another() -> None:
    with pytest.raises(SettingsError, match=r"^okr\.toml at 1a2b: `foo`"):
        parse_settings(b"foo = 1", "okr.toml at 1a2b")


def test_settings_that_are_a_link_are_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("password", encoding="utf-8")
    (tmp_path / "okr.toml").symlink_to(tmp_path / "secret")
    with pytest.raises(SettingsError, match="link") as caught:
        read_settings(tmp_path)
    assert "password" not in caught.value.message


def test_settings_that_are_a_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "okr.toml").mkdir()
    with pytest.raises(SettingsError):
        read_settings(tmp_path)


def test_a_folder_of_okrs_that_is_a_link_out_of_the_workspace_is_refused(tmp_path: Path) -> None:
    root, elsewhere = tmp_path / "root", tmp_path / "elsewhere"
    root.mkdir()
    elsewhere.mkdir()
    (root / "okrs").symlink_to(elsewhere)
    with pytest.raises(SettingsError, match="leads out of the workspace"):
        read_settings(root)


def test_a_link_that_loops_is_refused(tmp_path: Path) -> None:
    (tmp_path / "okrs").symlink_to("okrs")
    with pytest.raises(SettingsError):
        read_settings(tmp_path)


@given(
    st.binary(max_size=200)
    | st.lists(
        st.sampled_from(
            [
                "okrs",
                "exclude",
                "limits",
                "cycles",
                "[",
                "]",
                "\n",
                " = ",
                '"a"',
                "{",
                "}",
                "1",
                "2026-11-02",
                "true",
                "nan",
                "10:00:00",
                ".",
                "lint.severity",
                ",",
            ]
        ),
        max_size=20,
    ).map(lambda pieces: "".join(pieces).encode())
)
def test_any_bytes_end_in_settings_or_their_error(data: bytes) -> None:
    with suppress(SettingsError):
        assert isinstance(parse_settings(data), Settings)

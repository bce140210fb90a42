"""okr.toml -> Settings."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from okrcli.errors import SettingsError
from okrcli.model.settings import Settings
from okrcli.model.source import Step
from okrcli.store import compiled
from okrcli.store.discovery import SETTINGS_NAME
from okrcli.store.kinds import OWN
from okrcli.store.plain_file import NotRegularError, read_bytes
from okrcli.store.settings_values import Table, WrongValueError, settings_of
from okrcli.store.yaml.limits import MAX_BYTES

_NO_DAY = "is a time; write a day: 2026-11-02"


def read_settings(root: Path) -> Settings:
    """Read okr.toml of a workspace; all defaults where it has none."""
    try:
        data = read_bytes(root / SETTINGS_NAME, MAX_BYTES)
    except FileNotFoundError:
        data = b""
    except NotRegularError:
        raise SettingsError(
            f"{SETTINGS_NAME} is a link or a folder, and links are not followed",
            "make it a regular file",
        ) from None
    except (OSError, ValueError) as error:
        raise SettingsError(f"{SETTINGS_NAME} cannot be read: {error}") from error
    settings = parse_settings(data)
    _check_inside(root, settings.okrs)
    return settings


def parse_settings(data: bytes, name: str = SETTINGS_NAME) -> Settings:
    """Read the settings that a file says; SettingsError where it cannot be used."""
    if not data.strip():
        return Settings()
    table = _toml(data, name)
    try:
        plain = {
            key: _as_json(value, (key,)) for key, value in table.items() if not key.startswith(OWN)
        }
        if not compiled.is_valid("settings", plain):
            raise _refusal(plain)
        return settings_of(plain)
    except WrongValueError as wrong:
        raise SettingsError(f"{name}: {wrong}", wrong.hint) from None
    except RecursionError:
        raise SettingsError(f"{name} is nested too deep") from None


def _toml(data: bytes, name: str) -> Table:
    import tomllib  # noqa: PLC0415 - slow, and only where there is something to read

    if len(data) > MAX_BYTES:
        raise SettingsError(f"{name} is larger than {MAX_BYTES // 1024} KiB, the limit")
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SettingsError(
            f"{name}: byte {error.start} is not UTF-8", "save it as UTF-8"
        ) from None
    except (ValueError, RecursionError) as error:
        raise SettingsError(f"{name} is not TOML: {error}") from None


def _as_json(value: Any, keys: tuple[Step, ...]) -> Any:  # noqa: ANN401 - any TOML
    """Write days as texts, as they are in YAML."""
    if isinstance(value, dict):
        return {key: _as_json(item, (*keys, key)) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_json(item, (*keys, index)) for index, item in enumerate(value)]
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if value is None or isinstance(value, str | int | float):
        return value
    raise WrongValueError(_dotted(keys), _NO_DAY)


def _refusal(plain: Table) -> WrongValueError:
    """Tell the first fault in full, an unknown key before all others."""
    from okrcli.store.decode import closest, hint_of, listed, predicate  # noqa: PLC0415 - only to fail
    from okrcli.store.faults import find  # noqa: PLC0415 - only to fail

    faults = find("settings", plain)
    fault = min(faults, key=lambda each: each.kind != "unknown")
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    where = _dotted(fault.keys)
    match fault.kind:
        case "unknown":
            meant = closest(fault.field, fault.known)
            known = f"the settings here are {listed(fault.known)}"
            hint = known if meant is None else f"did you mean `{meant}`?"
            return WrongValueError(where, f"is not a setting{more}", hint)
        case "missing":
            return WrongValueError(where, f"needs {listed(fault.names)}{more}")
    return WrongValueError(where, f"{predicate(fault)}{more}", hint_of(fault))


def _dotted(keys: tuple[Step, ...]) -> str:
    return ".".join(map(str, keys))


def _check_inside(root: Path, okrs: str) -> None:
    """Refuse an OKR folder that is reached through a link out of the workspace."""
    try:
        inside = (root / okrs).resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError, ValueError):
        inside = False
    if not inside:
        raise SettingsError(
            f"the OKR folder {okrs} is a link that leads out of the workspace",
            "make it a folder of the workspace",
        )

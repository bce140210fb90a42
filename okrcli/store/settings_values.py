"""What the values of okr.toml mean: form-checked data -> Settings, and what no form can check."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path, PurePosixPath
from typing import Any

from okrcli.model.cycle import Calendar, Period
from okrcli.model.settings import CheckIns, Limits, LintSettings, Settings, Thresholds
from okrcli.store.files import is_pattern

Table = Mapping[str, Any]
_MAX_PATTERNS = 100
_MAX_PATTERN = 200
_MAX_STARS = 3
_ZONE = re.compile(r"[A-Z][A-Za-z]+/[A-Za-z_]+")
_ZONES = Path("/usr/share/zoneinfo")
_CYCLE_NAME = re.compile(r"[^:\s/]+")


class WrongValueError(ValueError):
    """Name a key of okr.toml and say what is wrong with its value."""

    def __init__(self, key: str, reason: str, hint: str | None = None) -> None:
        """Write the sentence."""
        super().__init__(f"`{key}` {reason}")
        self.hint = hint


def settings_of(table: Table) -> Settings:
    """Give the settings that a checked table says; WrongValueError where values contradict."""
    limits, status = table.get("limits", {}), table.get("status", {})
    settings = Settings(
        exclude=_patterns("exclude", table.get("exclude", ())),
        calendar=Calendar(table.get("fiscal_year_starts", 1), _cycles(table.get("cycles", {}))),
        limits=Limits(**_with_range(limits)),
        check_ins=_check_ins(table.get("check_ins", {})),
        status=_status(Thresholds(**status)),
        lint=_lint(table.get("lint", {})),
    )
    if "okrs" in table:
        settings = settings._replace(okrs=_folder(table["okrs"]))
    if "timezone" in table:
        settings = settings._replace(timezone=_timezone(table["timezone"]))
    if "closing_days" in table:
        settings = settings._replace(closing_days=table["closing_days"])
    return settings


def _folder(written: str) -> str:
    path = PurePosixPath(written)
    outside = path.is_absolute() or ".." in path.parts or re.search(r"[\\:\0]", written)
    if outside or not path.parts:
        raise WrongValueError(
            "okrs", f"must be a folder below okr.toml, not {written!r}", 'write okrs = "okrs"'
        )
    if any(part.startswith(".") for part in path.parts):
        raise WrongValueError("okrs", f"may not begin with a dot, as in {written!r}")
    return str(path)


def _timezone(name: str) -> str:
    """Check that a time zone exists; the usual place of their files is a look, and no import."""
    if name == "UTC" or (_ZONE.fullmatch(name) and (_ZONES / name).is_file()):
        return name
    import zoneinfo  # noqa: PLC0415 - only where that does not tell

    try:
        zoneinfo.ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise WrongValueError(
            "timezone", f"is {name!r}, which is no known time zone", "write it as Europe/Vienna"
        ) from None
    return name


def _patterns(key: str, patterns: Sequence[str]) -> tuple[str, ...]:
    """Check patterns; their size is limited, as matching some would take forever."""
    if len(patterns) > _MAX_PATTERNS:
        raise WrongValueError(key, f"has more than {_MAX_PATTERNS} patterns, the limit")
    for pattern in patterns:
        _check_pattern(key, pattern)
    return tuple(patterns)


def _check_pattern(key: str, pattern: str) -> None:
    stars = max(part.count("*") for part in pattern.split("/"))
    if len(pattern) > _MAX_PATTERN or stars > _MAX_STARS or pattern.count("**") > _MAX_STARS:
        raise WrongValueError(
            key,
            f"has a pattern that is too long or has too many stars: {pattern[:60]!r}",
            f"a name in it may have {_MAX_STARS} stars, and it may have {_MAX_STARS} `**`",
        )
    if not is_pattern(pattern):
        raise WrongValueError(
            key, f"has a pattern that is none: {pattern!r}", "write it as in .gitignore"
        )


def _cycles(table: Table) -> dict[str, Period]:
    for name in table:
        if not _CYCLE_NAME.fullmatch(name):
            raise WrongValueError(
                f"cycles.{name}", "has a name with a space, a colon or a slash in it"
            )
        if Calendar().cycle(name) is not None:
            raise WrongValueError(
                f"cycles.{name}",
                "has the name of a year, half, quarter or month",
                "give it another name; fiscal_year_starts says when a year begins",
            )
    return {name: _period(f"cycles.{name}", each) for name, each in table.items()}


def _check_ins(table: Table) -> CheckIns:
    pauses = tuple(
        _period(f"check_ins.pauses.{index}", each)
        for index, each in enumerate(table.get("pauses", ()))
    )
    return CheckIns(**{**table, "pauses": pauses})


def _period(key: str, table: Table) -> Period:
    """Read a period; the file's `end` is its last day."""
    start, end = date.fromisoformat(table["start"]), date.fromisoformat(table["end"])
    if start > end:
        raise WrongValueError(key, f"ends on {end}, before it starts on {start}", "swap the days")
    if end == date.max:
        raise WrongValueError(key, f"ends on {end}, the last day there is")
    return Period(start, end + timedelta(days=1))


def _with_range(table: Table) -> Table:
    if "key_results_per_objective" not in table:
        return table
    low, high = table["key_results_per_objective"]
    if low > high:
        raise WrongValueError(
            "limits.key_results_per_objective",
            f"must be the fewest and the most, not [{low}, {high}]",
            f"write [{high}, {low}]",
        )
    return {**table, "key_results_per_objective": (low, high)}


def _status(status: Thresholds) -> Thresholds:
    if status.on_track > status.behind:
        raise WrongValueError(
            "status.on_track",
            f"must not be above status.behind, as {status.on_track:g} is above {status.behind:g}",
        )
    return status


def _lint(table: Table) -> LintSettings:
    per_path = {path: tuple(rules) for path, rules in table.get("per_path", {}).items()}
    _patterns("lint.per_path", tuple(per_path))
    return LintSettings(
        select=tuple(table.get("select", ())),
        ignore=tuple(table.get("ignore", ())),
        severity=table.get("severity", {}),
        per_path=per_path,
        language=table.get("language", "en"),
    )

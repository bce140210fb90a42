"""The single values of the format, each with the words that say what it must be."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from okrcli.model.reference import ID

ABSENT: Any = None  # the default of what may be left out; it may not be written as null


def _hide_absent(schema: dict[str, Any]) -> None:
    """Keep null out of a JSON Schema: left out and null are not the same."""
    for field in schema.get("properties", {}).values():
        if field.get("default", 0) is None:
            del field["default"]


class Form(BaseModel):
    """A mapping of fields; its title is what a message calls it."""

    model_config = ConfigDict(strict=True, extra="forbid", json_schema_extra=_hide_absent)


class Expected:
    """Give a type one error that says what it must be, whatever the reason."""

    def __init__(self, words: str) -> None:
        """Keep the words that follow "must be"."""
        self.words = words

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Wrap the type's schema."""
        return core_schema.custom_error_schema(
            handler(source), custom_error_type="expected", custom_error_message=self.words
        )


def _ratio_pattern() -> str:
    """Write a pattern for `6/10`, up to tenths and for hundredths, that is never above 1."""
    parts = [
        rf"({whole}|{'0' if whole == 1 else f'[0-{whole - 1}]'}(\.[0-9]+)?)/{whole}"
        for whole in range(1, 10)
    ]
    parts += [r"(10|[0-9](\.[0-9]+)?)/10", r"(100|[0-9]{1,2}(\.[0-9]+)?)/100"]
    percent = r"(100|[0-9]{1,2}(\.[0-9]+)?)%"
    return f"^({'|'.join((percent, *parts))})$"


ID_PATTERN = f"^{ID}$"
FORMERLY_PATTERN = rf"^([^:\s/]+:)?({ID}/)?{ID}(/{ID})?$"

Number = Annotated[float, Field(allow_inf_nan=False), Expected("a number")]
Weight = Annotated[float, Field(gt=0, allow_inf_nan=False), Expected("a number above 0")]
Priority = Annotated[
    float, Field(ge=1, allow_inf_nan=False), Expected("a number from 1, which comes first")
]
Fraction = Annotated[
    float, Field(ge=0, le=1, allow_inf_nan=False), Expected("a number from 0 to 1")
]
Count = Annotated[int, Field(ge=1), Expected("a whole number from 1")]
Days = Annotated[int, Field(ge=0, le=36500), Expected("a whole number of days")]
Month = Annotated[int, Field(ge=1, le=12), Expected("a month from 1 to 12")]
Flag = Annotated[bool, Expected("true or false")]
Text = Annotated[str, Field(pattern=r"\S"), Expected("text")]
Id = Annotated[
    str,
    Field(pattern=ID_PATTERN, max_length=100),
    Expected("an id (a-z, 0-9 and -, beginning with a letter)"),
]
FormerId = Annotated[
    str,
    Field(pattern=FORMERLY_PATTERN),
    Expected("an id, or a full reference where it was elsewhere"),
]
Day = Annotated[date, Expected("a date (YYYY-MM-DD)")]
Done = Annotated[bool | Day, Expected("false, true or the date it was done (YYYY-MM-DD)")]
Baseline = Annotated[Number | Literal["unknown"], Expected("a number, or `unknown`")]
Confidence = Annotated[
    Fraction | Annotated[str, Field(pattern=_ratio_pattern())],
    Expected("a belief from 0 to 1: 0.6, 6/10 or 60%"),
]
CycleName = Annotated[
    Annotated[str, Field(pattern=r"^[^:\s/]+$")] | Annotated[int, Field(ge=1000, le=9999)],
    Expected("a cycle such as 2026, 2026-H2, 2026-Q4, 2026-11 or one named in okr.toml"),
]
Ambition = Annotated[
    Literal["committed", "aspirational"], Expected("`committed` or `aspirational`")
]
Decision = Annotated[
    Literal["achieved", "continue", "change", "defer", "drop"],
    Expected("`achieved`, `continue`, `change`, `defer` or `drop`"),
]

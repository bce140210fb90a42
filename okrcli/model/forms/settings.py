"""What may be written in okr.toml."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from okrcli.model.forms.scalars import (
    ABSENT,
    Count,
    Day,
    Days,
    Expected,
    Flag,
    Form,
    Fraction,
    Month,
    Text,
)

Level = Annotated[
    Literal["error", "warning", "advice", "off"],
    Expected('"error", "warning", "advice" or "off"'),
]
Language = Annotated[Literal["en", "none"], Expected('"en" or "none"')]
Range = Annotated[
    list[Annotated[int, Field(ge=0)]],
    Field(min_length=2, max_length=2),
    Expected("two whole numbers, the fewest and the most: [2, 5]"),
]


class PeriodForm(Form):
    """Days from the first to the last; both are in it."""

    model_config = ConfigDict(title="period")

    start: Day = Field(description="The first day.")
    end: Day = Field(description="The last day.")


class LimitsForm(Form):
    """How much a team and a person may take on in one cycle."""

    model_config = ConfigDict(title="limits table")

    objectives_per_team: Count = Field(3, description="The most objectives of a team.")
    objectives_for_root: Count = Field(5, description="The most objectives of the root team.")
    key_results_per_objective: Range = Field(
        [2, 5], description="The fewest and the most key results of an objective."
    )
    objectives_per_owner: Count = Field(3, description="The most objectives of a person.")


class CheckInsForm(Form):
    """How often a key result wants a check-in."""

    model_config = ConfigDict(title="check_ins table")

    every_days: Count = Field(7, description="The days from one check-in to the next.")
    grace_days: Days = Field(3, description="The days a check-in may be late.")
    pauses: list[PeriodForm] = Field([], description="Days on which nobody is late.")
    commit: Flag = Field(default=False, description="Whether `okr checkin` commits what it writes.")


class StatusForm(Form):
    """Where one status ends and the next begins."""

    model_config = ConfigDict(title="status table")

    on_track: Fraction = Field(
        0.10, description="The largest gap behind the expected that is still on track."
    )
    behind: Fraction = Field(0.25, description="The largest gap that is behind; beyond: at risk.")
    low_confidence: Fraction = Field(0.4, description="A confidence below it is at risk.")
    aspirational_success: Fraction = Field(
        0.7, description="The progress that counts as success of an aspirational objective."
    )
    kept: Fraction = Field(0.95, description="The share of the time that a bound must be kept.")


class LintForm(Form):
    """Which rules count, and how much."""

    model_config = ConfigDict(title="lint table")

    select: list[Text] = Field(
        [], description="The rules or families that are reported; left out: all of them."
    )
    ignore: list[Text] = Field([], description="The rules or families that are never reported.")
    severity: dict[str, Level] = Field({}, description="How much a rule weighs, by its name.")
    per_path: dict[str, list[Text]] = Field(
        {}, description="The rules that are not reported in files, by a pattern of paths."
    )
    language: Language = Field(
        "en", description="The language of the titles; none: their words are not judged."
    )


class SettingsForm(Form):
    """The settings of a workspace; everything has a default."""

    model_config = ConfigDict(title="okr.toml")

    okrs: Text = Field("okrs", description="The folder of the OKR files, below okr.toml.")
    exclude: list[Text] = Field([], description="Patterns of files that are no OKRs.")
    timezone: Text = Field("UTC", description="The time zone in which a day begins.")
    fiscal_year_starts: Month = Field(1, description="The month in which a year begins.")
    closing_days: Days = Field(
        14, description="How long after a cycle its final numbers may still come in."
    )
    cycles: dict[str, PeriodForm] = Field(
        {}, description="Named cycles, besides years, halves, quarters and months."
    )
    limits: LimitsForm = Field(ABSENT, description="How much a team and a person take on.")
    check_ins: CheckInsForm = Field(ABSENT, description="How often a check-in is due.")
    status: StatusForm = Field(ABSENT, description="Where one status ends.")
    lint: LintForm = Field(ABSENT, description="Which rules count.")

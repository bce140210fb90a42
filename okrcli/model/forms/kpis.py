"""What may be written in kpis.yaml."""

from pydantic import ConfigDict, Field

from okrcli.model.forms.scalars import ABSENT, Day, Form, Id, Number, Text


class KpiForm(Form):
    """An ongoing measure that must stay healthy."""

    model_config = ConfigDict(title="KPI")

    id: Id = Field(description="What key results name it by.")
    title: Text = Field(description="What it measures.")
    owner: Text = Field(ABSENT, description="The one person accountable for it.")
    unit: Text = Field(ABSENT, description="The unit of its numbers.")
    at_least: Number = Field(ABSENT, description="The lowest value that is healthy.")
    at_most: Number = Field(ABSENT, description="The highest value that is healthy.")
    current: Number = Field(ABSENT, description="The value measured last.")
    updated: Day = Field(ABSENT, description="The day it was measured.")


class KpisForm(Form):
    """The measures that must stay healthy, whatever the goals are."""

    model_config = ConfigDict(title="KPI file")

    kpis: list[KpiForm] = Field(description="The measures.")

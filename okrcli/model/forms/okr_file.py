"""What may be written in an OKR file, field by field in the order in which they are best read."""

from typing import Annotated

from pydantic import ConfigDict, Field

from okrcli.model.forms.scalars import (
    ABSENT,
    Ambition,
    Baseline,
    Confidence,
    CycleName,
    Day,
    Decision,
    Done,
    Flag,
    Form,
    FormerId,
    Fraction,
    Id,
    Number,
    Priority,
    Text,
    Weight,
)


class PlanPointForm(Form):
    """A value that is expected by the end of a day."""

    model_config = ConfigDict(title="plan point")

    by: Day = Field(description="The day by whose end the value is expected.")
    value: Number = Field(description="The value that is expected, in the key result's unit.")


class MilestoneForm(Form):
    """One step of a key result that is measured by its milestones."""

    model_config = ConfigDict(title="milestone")

    id: Id = Field(ABSENT, description="What the history knows it by; left out: its title.")
    title: Text = Field(description="What is true once it is reached.")
    due: Day = Field(ABSENT, description="The day by whose end it is promised.")
    done: Done = Field(default=False, description="false, true, or the day it was done.")
    weight: Weight = Field(1, description="How much it counts among the milestones.")


class RevisionForm(Form):
    """A promise that was changed, and why."""

    model_config = ConfigDict(title="revision")

    on: Day = Field(description="The day it was changed.")
    field: Text = Field(description="The field that was changed.")
    was: object = Field(description="What the field said before.")
    now: object = Field(description="What the field says since.")
    why: Text = Field(description="Why the promise was changed.")
    agreed: Text = Field(ABSENT, description="The person who agreed to the change.")


class CloseForm(Form):
    """How an objective, or a key result before it, was ended."""

    model_config = ConfigDict(title="close")

    decision: Decision = Field(
        description="achieved, or what becomes of it: continue, change, defer or drop."
    )
    score: Fraction = Field(
        ABSENT, description="The final score from 0 to 1; left out: computed; given: needs `why`."
    )
    why: Text = Field(ABSENT, description="Why it ended so.")
    lessons: list[Text] = Field(ABSENT, description="What was learned.")


class KeyResultForm(Form):
    """A measure of an objective: a metric, a bound to keep, milestones, or done or not."""

    model_config = ConfigDict(title="key result")

    id: Id = Field(description="What history and links know it by; unique in its objective.")
    title: Text = Field(description="The outcome that is measured.")
    owner: Text = Field(
        ABSENT, description="The one person accountable for it; left out: the objective's owner."
    )
    unit: Text = Field(ABSENT, description="The unit of all its numbers.")
    baseline: Baseline = Field(
        ABSENT,
        description="Metric: the value at the start, or `unknown` while it is being measured.",
    )
    target: Number = Field(ABSENT, description="Metric: the value that is promised.")
    stretch: Number = Field(ABSENT, description="Metric: a value beyond the target.")
    plan: list[PlanPointForm] = Field(
        ABSENT, description="Metric: the expected values, where progress is not linear."
    )
    at_least: Number = Field(ABSENT, description="Maintain: the lowest value that is acceptable.")
    at_most: Number = Field(ABSENT, description="Maintain: the highest value that is acceptable.")
    kept: Fraction = Field(
        ABSENT,
        description="Maintain: the share of the time that counts as success; "
        "left out: the setting.",
    )
    milestones: list[Text | MilestoneForm] = Field(
        ABSENT, description="Milestones: the steps; text alone is one that is not done."
    )
    done: Done = Field(ABSENT, description="Binary: false, true, or the day it was done.")
    weight: Weight = Field(1, description="How much it counts in its objective.")
    starts: Day = Field(ABSENT, description="Its first day; left out: the cycle's.")
    due: Day = Field(ABSENT, description="Its last day; left out: the cycle's.")
    needs: list[Text] = Field(
        ABSENT, description="The objectives or key results of other teams that it depends on."
    )
    kpi: Text = Field(ABSENT, description="The id of the KPI that it moves.")
    evidence: Text = Field(ABSENT, description="Where its numbers can be seen.")
    formerly: list[FormerId] = Field(
        ABSENT, description="Ids that it had; a full reference where it was elsewhere."
    )
    revised: list[RevisionForm] = Field(
        ABSENT, description="Every promise that was changed, and why."
    )
    current: Number = Field(ABSENT, description="Check-in: the value measured last.")
    confidence: Confidence = Field(
        ABSENT, description="Check-in: the belief that it succeeds in time: 0.6, 6/10 or 60%."
    )
    updated: Day = Field(
        ABSENT, description="Check-in: the day it was measured; left out: the date of the commit."
    )
    note: Text = Field(ABSENT, description="Check-in: what happened.")
    blocker: Text = Field(ABSENT, description="Check-in: what is in the way.")
    close: CloseForm = Field(ABSENT, description="Only to end it before its objective.")


class ObjectiveForm(Form):
    """A goal of one team for one cycle, with the key results that measure it."""

    model_config = ConfigDict(title="objective")

    id: Id = Field(description="What history and links know it by; unique in team and cycle.")
    title: Text = Field(description="What will be true, in words.")
    draft: Flag = Field(
        default=False, description="Not published: findings are advice, and no number counts it."
    )
    owner: Text = Field(description="The one person accountable for it.")
    ambition: Ambition = Field(
        ABSENT, description="committed: all of it is promised; aspirational: 70% is a success."
    )
    why: Text = Field(ABSENT, description="Why it matters now.")
    supports: list[Text] = Field(
        ABSENT, description="The objectives or key results of any team that it serves."
    )
    standalone: Text = Field(ABSENT, description="Instead of `supports`: why it supports nothing.")
    pillar: Text = Field(ABSENT, description="The id of the strategic pillar that it serves.")
    priority: Priority = Field(ABSENT, description="Its rank in its team; 1 comes first.")
    initiatives: list[Text] = Field(
        ABSENT, description="The work done for it, as links or text; never scored."
    )
    formerly: list[FormerId] = Field(
        ABSENT, description="Ids that it had; a full reference where it was elsewhere."
    )
    key_results: Annotated[list[KeyResultForm], Field(min_length=1)] = Field(
        description="What measures it; at least one."
    )
    close: CloseForm = Field(ABSENT, description="How it ended, once the cycle is over.")


class ActionForm(Form):
    """Something a team decided to do differently."""

    model_config = ConfigDict(title="change")

    action: Text = Field(description="What changes.")
    owner: Text = Field(ABSENT, description="The person who sees to it.")
    done: Flag = Field(default=False, description="Whether it is done.")


class RetrospectiveForm(Form):
    """What a team learned from a cycle."""

    model_config = ConfigDict(title="retrospective")

    went_well: list[Text] = Field(ABSENT, description="What to keep.")
    went_badly: list[Text] = Field(ABSENT, description="What hurt.")
    change_next: list[Text | ActionForm] = Field(
        ABSENT, description="What changes in the next cycle; text alone is fine."
    )


class OkrFileForm(Form):
    """The objectives of one team in one cycle."""

    model_config = ConfigDict(title="OKR file")

    team: Id = Field(description="The id of the team.")
    cycle: CycleName = Field(
        description="The cycle: 2026, 2026-H2, 2026-Q4, 2026-11 or a named one."
    )
    draft: Flag = Field(default=False, description="Whether all of its objectives are drafts.")
    objectives: list[ObjectiveForm] = Field(description="The team's objectives in the cycle.")
    retrospective: RetrospectiveForm = Field(
        ABSENT, description="What the team learned, once the cycle is over."
    )

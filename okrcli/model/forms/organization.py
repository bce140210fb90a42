"""What may be written in organization.yaml."""

from pydantic import ConfigDict, Field

from okrcli.model.forms.scalars import ABSENT, Count, Form, Id, Text


class PillarForm(Form):
    """A strategic theme that objectives serve."""

    model_config = ConfigDict(title="pillar")

    id: Id = Field(description="What objectives name it by.")
    title: Text = Field(description="What it stands for.")


class TeamForm(Form):
    """A team; exactly one has no parent."""

    model_config = ConfigDict(title="team")

    id: Id = Field(description="What OKR files name it by.")
    name: Text = Field(ABSENT, description="What people call it; left out: its id.")
    parent: Id = Field(ABSENT, description="The team it belongs to; left out: it is the root.")
    lead: Text = Field(ABSENT, description="The person who leads it.")
    members: list[Text] = Field(ABSENT, description="The people in it, besides its lead.")
    check_in_days: Count = Field(
        ABSENT, description="The days between its check-ins; left out: the setting."
    )
    max_objectives: Count = Field(
        ABSENT, description="The most objectives it takes on in a cycle; left out: the setting."
    )


class PersonForm(Form):
    """A person, and how git knows them."""

    model_config = ConfigDict(title="person")

    id: Id = Field(description="What owners are named by.")
    name: Text = Field(ABSENT, description="Their full name.")
    emails: list[Text] = Field(ABSENT, description="The addresses that they commit with.")


class OrganizationForm(Form):
    """Who the organization is: its vision, its pillars, its teams and its people."""

    model_config = ConfigDict(title="organization file")

    organization: Text = Field(description="The organization's name.")
    vision: Text = Field(ABSENT, description="Where all of it leads.")
    pillars: list[PillarForm] = Field(ABSENT, description="The strategic themes.")
    teams: list[TeamForm] = Field(ABSENT, description="The teams; exactly one has no parent.")
    people: list[PersonForm] = Field(ABSENT, description="Who is who in git.")

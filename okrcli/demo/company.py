"""Who works at Harbor, a made-up maker of booking software for small ferries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from okrcli.demo.yaml_text import Fields

DOMAIN = "harbor.example"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who owns goals and makes commits."""

    id: str
    name: str

    @property
    def email(self) -> str:
        """Return the address that stands in git and in organization.yaml."""
        return f"{self.id}@{DOMAIN}"


@dataclass(frozen=True, slots=True)
class Team:
    """A team, and the habits by which it checks in."""

    id: str
    name: str
    lead: str
    members: tuple[str, ...] = ()
    parent: str | None = None
    every_weeks: int = 1
    weekday: int = 0
    spelling: str = "tenths"  # of a confidence: fraction, tenths, percent
    dates_readings: bool = False  # writes `updated` with every check-in
    silent_days: int = 0  # has said nothing for so long
    terse: float = 0.2  # the share of new numbers that come without a note

    def fields(self) -> Fields:
        """Return the team as it stands in organization.yaml."""
        return {
            "id": self.id,
            "name": self.name,
            "parent": self.parent,
            "lead": self.lead,
            "members": list(self.members) or None,
            "check_in_days": 7 * self.every_weeks if self.every_weeks > 1 else None,
        }


PEOPLE = (
    Person("maren", "Maren Osei"),
    Person("lena", "Lena Okafor"),
    Person("tomas", "Tomás Ferreira"),
    Person("ines", "Inès Kowalczyk"),
    Person("noor", "Noor Haddad"),
    Person("eitan", "Eitan Brandt"),
    Person("lucia", "Lucía Paredes"),
    Person("wanjiru", "Wanjiru Mbeki"),
    Person("piotr", "Piotr Zielinski"),
    Person("aiko", "Aiko Lindqvist"),
    Person("ravi", "Ravi Menon"),
    Person("sofie", "Sofie Dahl"),
    Person("kofi", "Kofi Andersen"),
    Person("hana", "Hana Novak"),
    Person("yusuf", "Yusuf Demir"),
    Person("mei", "Mei Tanaka"),
    Person("oskar", "Oskar Rahman"),
)

TEAMS = (
    Team("company", "Harbor", "maren", ("lena", "tomas", "ines"), every_weeks=4, weekday=1),
    Team("market", "Go-to-market", "tomas", ("noor", "wanjiru"), "company", weekday=1),
    Team(
        "product",
        "Product and engineering",
        "ines",
        ("aiko", "kofi", "yusuf"),
        "company",
        spelling="percent",
    ),
    Team("growth", "Growth", "noor", ("eitan", "lucia"), "market", weekday=2),
    Team("care", "Customer care", "wanjiru", ("piotr",), "market", weekday=3, silent_days=36),
    Team("booking", "Booking", "aiko", ("ravi", "sofie"), "product", spelling="fraction"),
    Team("fleet", "Fleet tools", "kofi", ("hana",), "product", every_weeks=2, weekday=2),
    Team(
        "platform",
        "Platform",
        "yusuf",
        ("mei", "oskar"),
        "product",
        weekday=1,
        spelling="percent",
        dates_readings=True,
    ),
)

VISION = "Every island has a boat, and every boat has its passengers."
_PILLARS = (
    ("delight", "Travellers recommend us unasked"),
    ("partners", "Small operators earn more with us than without us"),
    ("trust", "No crossing ever fails because of us"),
)


def organization_document(teams: tuple[Team, ...], people: tuple[Person, ...]) -> Fields:
    """Return organization.yaml."""
    return {
        "organization": "Harbor",
        "vision": VISION,
        "pillars": [{"id": ident, "title": title} for ident, title in _PILLARS],
        "teams": [team.fields() for team in teams],
        "people": [
            {"id": person.id, "name": person.name, "emails": [person.email]} for person in people
        ],
    }


def settings_text(year: int) -> str:
    """Return okr.toml: what differs from the defaults, and why."""
    pauses = "".join(
        f"  {{ start = {first}-12-24, end = {first + 1}-01-01 }},\n" for first in (year - 1, year)
    )
    return (
        "# Harbor's OKRs. What is not said here is the default.\n"
        'timezone = "UTC"\n'
        "\n"
        "[check_ins]\n"
        f"pauses = [  # the boats rest, and so do we\n{pauses}]\n"
    )

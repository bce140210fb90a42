"""Plain data -> the organization and its KPIs, leniently, as `reading` does for OKR files."""

from okrcli.model.organization import Kpi, Organization, Person, Pillar, Team
from okrcli.store.reading import Data, day, each, number, text, texts


def organization(data: object) -> Organization | None:
    """Read an organization file; None unless it is a mapping with `organization`."""
    if not isinstance(data, dict) or "organization" not in data:
        return None
    return Organization(
        name=text(data.get("organization")) or "",
        vision=text(data.get("vision")),
        pillars=each(data.get("pillars"), _pillar),
        teams=each(data.get("teams"), _team),
        people=each(data.get("people"), _person),
    )


def kpis(data: object) -> tuple[Kpi, ...] | None:
    """Read a KPI file; None unless it is a mapping with a list of `kpis`."""
    if not isinstance(data, dict) or not isinstance(data.get("kpis"), list):
        return None
    return each(data["kpis"], _kpi)


def _pillar(data: Data) -> Pillar:
    return Pillar(text(data.get("id")) or "", text(data.get("title")) or "")


def _team(data: Data) -> Team:
    team_id = text(data.get("id")) or ""
    return Team(
        id=team_id,
        name=text(data.get("name")) or team_id,
        parent=text(data.get("parent")),
        lead=text(data.get("lead")),
        members=texts(data.get("members")),
        check_in_days=_count(data.get("check_in_days")),
        max_objectives=_count(data.get("max_objectives")),
    )


def _person(data: Data) -> Person:
    return Person(
        text(data.get("id")) or "", text(data.get("name")) or "", texts(data.get("emails"))
    )


def _kpi(data: Data) -> Kpi:
    return Kpi(
        id=text(data.get("id")) or "",
        title=text(data.get("title")) or "",
        owner=text(data.get("owner")),
        unit=text(data.get("unit")),
        at_least=number(data.get("at_least")),
        at_most=number(data.get("at_most")),
        current=number(data.get("current")),
        updated=day(data.get("updated")),
    )


def _count(value: object) -> int | None:
    found = number(value)
    return int(found) if found is not None and found >= 1 else None

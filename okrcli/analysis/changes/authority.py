"""Who may check in what, by what the files say at one commit."""

from collections.abc import Mapping
from typing import NamedTuple

from okrcli.model.key_result import KeyResult
from okrcli.model.objective import Objective
from okrcli.model.organization import Kpi, Organization
from okrcli.model.reference import Key


class Authority(NamedTuple):
    """The organization, the published objectives and the KPIs at a commit, called `name`."""

    name: str
    organization: Organization
    objectives: Mapping[Key, Objective]
    kpis: Mapping[str, Kpi]

    def refusal(self, email: str, subject: Key | str) -> str | None:
        """Say why somebody may not check in a key result, or a KPI by its id; None: they may.

        Its owner may; of a key result also the lead and the members of the team.
        """
        person = self._person(email)
        if person is None:
            return f"{email or 'an author without an address'} is nobody whom {self.name} knows"
        if isinstance(subject, str):
            return self._of_kpi(person, subject)
        found = self._find(subject)
        if found is None:
            return f"{subject.seen_from('')} is not there, or a draft, at {self.name}"
        objective, key_result = found
        if objective.close is not None or key_result.close is not None:
            return f"{subject.seen_from('')} is closed at {self.name}"
        team = self.organization.team(subject.team)
        if person in {objective.owner_of(key_result), team.lead, *team.members}:
            return None
        return f"{person} is neither the owner of {subject.seen_from('')} nor in its team"

    def _person(self, email: str) -> str | None:
        """Find whose an address is; None also where several claim it."""
        wanted = email.casefold()
        found = {
            person.id
            for person in self.organization.people
            if person.id and wanted in {each.casefold() for each in person.emails}
        }
        return found.pop() if wanted and len(found) == 1 else None

    def _find(self, key: Key) -> tuple[Objective, KeyResult] | None:
        objective = self.objectives.get(key.of_objective)
        held = () if objective is None else objective.key_results
        found = [item for item in held if item.id == key.key_result]
        return (objective, found[0]) if objective is not None and len(found) == 1 else None

    def _of_kpi(self, person: str, name: str) -> str | None:
        kpi = self.kpis.get(name)
        if kpi is not None and kpi.owner == person:
            return None
        return f"{person} is not the owner of the KPI {name}"

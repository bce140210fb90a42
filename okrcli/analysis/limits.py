"""How much a team may take on, and what counts against it."""

from collections.abc import Sequence

from okrcli.model.objective import Objective
from okrcli.model.organization import Organization
from okrcli.model.settings import Limits


def objectives_limit(team_id: str, organization: Organization, limits: Limits) -> int:
    """Give the most objectives that a team may have in a cycle."""
    team = organization.team(team_id)
    if team.max_objectives is not None:
        return team.max_objectives
    root = organization.root
    is_root = root is not None and root.id == team_id
    return limits.objectives_for_root if is_root else limits.objectives_per_team


def counted_key_results(objective: Objective) -> Sequence[int]:
    """Give the positions of the key results that were neither dropped nor deferred."""
    return [
        index
        for index, key_result in enumerate(objective.key_results)
        if key_result.close is None or not key_result.close.drops
    ]

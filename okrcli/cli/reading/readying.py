"""How the report for those who plan is put together: the files on disk, and what lint says."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import TYPE_CHECKING

from okrcli.cli.reading.reporting import clock
from okrcli.cli.session import Opened, Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from datetime import date

    from okrcli.analysis.cycle.readiness import Readiness
    from okrcli.model.cycle import Cycle


def ready(session: Session, cycle: str | None) -> "Readiness":
    """Gather how far the teams are with a cycle, and name the files that cannot be read."""
    from okrcli.analysis.cycle.readiness import readiness
    from okrcli.history.plumbing.moment import time_zone
    from okrcli.rules.choice import check_names
    from okrcli.rules.publication import if_published

    opened = session.open()
    check_names(opened.settings)
    workspace = opened.loaded.workspace
    now = clock(session)(time_zone(opened.settings))
    planned = _cycle(opened, cycle, now)
    lint = opened.lint_input()
    for path in lint.unread:
        session.warn(f"{path} cannot be read, and may belong here", "run `okr lint`")
    keys = {each.key for _, each in workspace.objectives() if each.cycle == planned.name}
    found = if_published(lint, opened.settings, keys, opened.other_rules())
    return readiness(workspace, planned, now, found.before, found.after)


def _cycle(opened: Opened, name: str | None, now: "date") -> "Cycle":
    """Find the cycle that is asked for, else the one that is planned now."""
    from okrcli.analysis.cycle.readiness import planned_cycle

    workspace = opened.loaded.workspace
    found = planned_cycle(workspace, now) if name is None else workspace.cycle(name)
    if found is None and name is None:
        raise UsageError(
            "nothing is planned, and nothing is running", "name a cycle: `okr ready 2027-Q1`"
        )
    if found is None:
        known = sorted({each.cycle for _, each in workspace.objectives()})
        listed = ", ".join(known) or "none yet"
        raise UsageError(f"there is no cycle {name}", f"cycles with OKRs: {listed}")
    return found

"""How a report on dependencies is put together."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from typing import TYPE_CHECKING

from okrcli.cli.reading.aligning import scene, warn_of_broken_links
from okrcli.cli.reading.reporting import Question
from okrcli.cli.session import Session
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.analysis.landscape.dependency_report import DependencyReport


def needed(session: Session, question: Question, other: str | None) -> "DependencyReport":
    """Report on what teams need of one another, and say on standard error what names nothing."""
    from okrcli.analysis.landscape.dependencies import Trouble
    from okrcli.analysis.landscape.dependency_report import dependency_report
    from okrcli.analysis.spelling import did_you_mean

    landscape, cycles, team, found = scene(session, question, drafts=True)
    if other is not None:
        known = {each.team for each in found.goals.objectives}
        known.update(each.id for each in found.goals.organization.teams)
        if other not in known:
            raise UsageError(f"there is no team {other} here", did_you_mean(other, known))
        if other == team:
            raise UsageError("two different teams are needed", "leave one of them out")
    report = dependency_report(landscape, cycles, team, other)
    unknown = sum(Trouble.MISSING in each.direct for each in report.dependencies)
    warn_of_broken_links(session, unknown, len(report.circles), "need")
    return report

"""Small OKR files, and what the history says of them."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from okrcli.history.at import past
from okrcli.history.plumbing.git import repository
from okrcli.history.plumbing.moment import moment
from okrcli.history.recorded import Recorded, present
from okrcli.model.reference import Key
from okrcli.model.series import Series
from okrcli.store.contents import file_contents
from okrcli.store.settings_file import read_settings
from tests.history.repositories import Repo

TODAY = "2026-11-20"
GROWTH = "okrs/growth.yaml"
DAY7 = "id: day7, title: Shops come back, baseline: 0, target: 100"
ORGANIZATION = """\
organization: Acme
teams:
  - {id: company, name: Acme}
  - {id: growth, name: Growth, parent: company}
people:
  - {id: ana, name: Ana Silva, emails: [ana@acme.example]}
  - {id: bo, name: Bo Xu, emails: [bo@acme.example, Bo@Home.example]}
"""


def goals(
    *key_results: str,
    objective: str = "first-minute",
    team: str = "growth",
    cycle: str = "2026-Q4",
    more: Sequence[str] = (),
) -> str:
    """Write a file of one objective; key results are flow mappings without their braces."""
    return "\n".join(
        [
            f"team: {team}",
            f"cycle: {cycle}",
            "objectives:",
            f"  - id: {objective}",
            "    title: Shops love us",
            "    owner: ana",
            *(f"    {line}" for line in more),
            "    key_results:",
            *(f"      - {{{key_result}}}" for key_result in key_results),
            "",
        ]
    )


def recorded(
    repo: Repo | Path, at: str | None = None, today: str = TODAY, inside: str = ""
) -> Recorded:
    """Read a repository's workspace as it stands, or as it was."""
    if isinstance(repo, Repo):
        repo.checkout()
    root = (repo.folder if isinstance(repo, Repo) else repo) / inside
    if at is not None:
        return past(repository(root), at)
    settings = read_settings(root)
    files = file_contents(root, settings)
    return present(moment(root, settings, files, lambda _: date.fromisoformat(today)))


def series(
    found: Recorded | Repo, ref: str = "growth/first-minute/day7", cycle: str = "2026-Q4"
) -> Series:
    """Give what the history says of one key result."""
    if isinstance(found, Repo):
        found = recorded(found)
    return found.timeline.series[Key(cycle, *ref.split("/"))]


def points(found: Series | Recorded | Repo) -> list[tuple[str, str | None, float | None]]:
    """List the check-ins of day7, or of a series: the day, the author, the value."""
    told = found if isinstance(found, Series) else series(found)
    return [(each.date.isoformat(), each.author, each.state.current) for each in told.check_ins]


def values(found: Series | Recorded | Repo) -> list[float | None]:
    """List the values of the check-ins of day7, or of a series."""
    return [value for _, _, value in points(found)]

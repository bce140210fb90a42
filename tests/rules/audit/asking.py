"""What the audit finds in a repository."""

from collections.abc import Sequence
from typing import NamedTuple

from okrcli.cli.checking.auditing import AuditQuestion, audit
from okrcli.cli.session import Session
from okrcli.model.finding import Finding
from tests.history.asking import GROWTH, goals
from tests.history.repositories import Repo

BEFORE = "2026-09-20"  # the cycle begins on 2026-10-01
TODAY = "2026-11-20"
NEXT_YEAR = "2027-02-01"
DAY7 = "id: day7, title: More shops come back, unit: shops, baseline: 0, target: 100"
ORGANIZATION = """\
organization: Acme
teams:
  - {id: company, name: Acme, lead: cleo}
  - {id: growth, name: Growth, parent: company, lead: ana, members: [bo]}
people:
  - {id: ana, name: Ana Silva, emails: [ana@acme.example]}
  - {id: bo, name: Bo Xu, emails: [bo@acme.example]}
  - {id: cleo, name: Cleo Marsh, emails: [cleo@acme.example]}
"""


EVERYTHING = AuditQuestion()


class Told(NamedTuple):
    """What is worth comparing of a finding."""

    ref: str | None
    place: str
    message: str
    commit: str | None


def findings(
    repo: Repo, rule: str, *, today: str = TODAY, question: AuditQuestion = EVERYTHING
) -> Sequence[Finding]:
    """Give the findings of one rule."""
    repo.checkout()
    session = Session(repo.folder, {"OKR_TODAY": today})
    return [each for each in audit(session, question).findings if each.rule == rule]


def told(
    repo: Repo, rule: str, *, today: str = TODAY, question: AuditQuestion = EVERYTHING
) -> list[Told]:
    """Tell the findings of one rule, and where in the text each stands."""
    found = []
    for each in findings(repo, rule, today=today, question=question):
        lines = (repo.folder / each.source.path).read_text().splitlines() if each.span else []
        span = each.span
        place = lines[span.line - 1][span.column - 1 : span.end_column - 1] if span else ""
        found.append(Told(each.ref, place or each.source.path, each.message, each.commit))
    return found


def tell(repo: Repo, *steps: tuple[str, str], author: str = "ana") -> list[str]:
    """Commit one file of one key result, as it stood from some days on."""
    return [
        repo.commit({GROWTH: goals(key_result)}, date=day, author=author)
        for day, key_result in steps
    ]


def began(repo: Repo, files: dict[str, str] | None = None) -> None:
    """Make a first commit that has nothing to do with what is looked at."""
    repo.commit({"okr.toml": "", **(files or {})}, date="2026-09-01", author="cleo")


def by(author: str, day: str, commit: str) -> str:
    """Write who made a commit, and when."""
    return f"by {author} on {day} ({commit[:8]})"

"""A small company of which one week is told: something of everything happens in it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.history.repositories import Repo

TODAY = "2026-11-22"

_ORGANIZATION = """\
organization: Acme
teams:
  - {id: company, name: Acme, lead: cleo}
  - {id: growth, name: Growth, parent: company, lead: ana, members: [bo]}
  - {id: platform, name: Platform, parent: company, lead: chi}
people:
  - {id: ana, name: Ana Silva, emails: [ana@acme.example]}
  - {id: bo, name: Bo Xu, emails: [bo@acme.example]}
  - {id: chi, name: Chi Okoro, emails: [chi@acme.example]}
"""
_GROWTH = """\
team: growth
cycle: 2026-Q4
objectives:
  - id: first-minute
    title: New shops love us from the first minute
    owner: ana
    key_results:
      - {id: day7, title: Shops list a second product, unit: "%", baseline: 30, target: 50,
         current: $day7, confidence: $confidence}
      - id: wizard
        title: Setup takes a minute
        milestones:
          - {id: draft, title: The draft is tested, done: $draft}
          - {id: live, title: The wizard is live, due: 2026-11-25}
      - {id: spain, title: A first shop in Spain, done: $spain, owner: bo}
"""
_PLATFORM = """\
team: platform
cycle: 2026-Q4
objectives:
  - id: fast
    title: Pages feel instant
    owner: chi
    key_results:
      - {id: p95, title: Pages answer quickly, unit: ms, baseline: 900, target: 300,
         current: $p95, confidence: $belief, note: $note, blocker: $blocker}
      - {id: quiet, title: Nobody speaks of this, baseline: 0, target: 10, current: 1}
"""
_WEEKS: Sequence[tuple[str, Mapping[str, str]]] = (
    ("2026-10-02", {}),
    ("2026-10-20", {"p95": "780", "day7": "34"}),
    ("2026-11-05", {"p95": "700", "day7": "38", "draft": "false"}),
    ("2026-11-12", {"p95": "600", "blocker": "Two days of the card provider are missing."}),
    ("2026-11-14", {"day7": "39", "belief": "0.8"}),
    ("2026-11-17", {"day7": "42", "confidence": "0.4", "draft": "true"}),
    ("2026-11-19", {"spain": "true", "belief": "0.3", "note": "The cache broke twice."}),
)
_START = {
    "day7": "30",
    "confidence": "0.7",
    "draft": "false",
    "spain": "false",
    "p95": "900",
    "belief": "0.8",
    "note": "null",
    "blocker": "null",
}


def weeks(folder: Path) -> Repo:
    """Make the company, and let its weeks pass."""
    repo = Repo(folder)
    state = dict(_START)
    for day, changes in _WEEKS:
        state |= changes
        growth, platform = (_filled(each, state) for each in (_GROWTH, _PLATFORM))
        author = "chi" if {"p95", "note"} & set(changes) else "bo"
        files = {"okr.toml": "", "okrs/organization.yaml": _ORGANIZATION}
        files |= {"okrs/growth.yaml": growth, "okrs/platform.yaml": platform}
        repo.commit(files, author=author, date=day)
    return repo.checkout()


def _filled(text: str, state: Mapping[str, str]) -> str:
    for name in sorted(state, key=len, reverse=True):
        text = text.replace(f"${name}", state[name])
    return text

"""Twelve weeks of a made-up company: four teams, every kind of key result, and what goes wrong."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from tests.history.repositories import Content, Repo

TODAY = "2026-12-13"
WEEKS = 12
_MONDAY = date(2026, 9, 21)

ORGANIZATION = """\
organization: Acme
vision: Every small shop sells online as easily as over the counter.
pillars:
  - {id: delight, title: Shops recommend us unasked}
teams:
  - {id: company, name: Acme, lead: cleo}
  - {id: product, name: Product, parent: company, lead: dana}
  - {id: growth, name: Growth, parent: product, lead: ana, members: [bo]}
  - {id: platform, name: Platform, parent: product, lead: chi, check_in_days: 14}
people:
  - {id: ana, name: Ana Silva, emails: [ana@acme.example]}
  - {id: bo, name: Bo Xu, emails: [bo@acme.example]}
  - {id: chi, name: Chi Okoro, emails: [chi@acme.example]}
  - {id: cleo, name: Cleo Marsh, emails: [cleo@acme.example]}
  - {id: dana, name: Dana Host, emails: [dana@acme.example]}
"""
KPIS = 'kpis:\n  - {id: activation, title: Day-7 activation, owner: bo, unit: "%", at_least: 30}\n'
YEAR = """\
team: company
cycle: 2026
objectives:
  - id: smb-first
    title: Small shops think of us first
    owner: cleo
    ambition: aspirational
    pillar: delight
    key_results:
      - {id: shops, title: More paying shops, unit: shops, baseline: 8000, target: 12000, $shops}
      - {id: reviews, title: Shops rate us well, at_least: 4.5, $reviews}
"""
COMPANY = """\
team: company
cycle: 2026-Q4
objectives:
  - id: trust
    title: Customers trust us with their cards
    owner: cleo
    ambition: committed
    supports: [smb-first]
    key_results:
      - {id: uptime, title: Checkout stays available, unit: "%", at_least: 99.9, kept: 0.9, $uptime}
      - id: soc2
        title: An auditor vouches for us
        milestones:
          - {id: gap, title: Gap analysis signed off, due: 2026-10-31, done: $gap}
          - {title: Controls in place, weight: 2, due: 2026-11-30, done: $controls}
          - Auditor's report received
"""
PRODUCT = """\
team: product
cycle: 2026-Q4
objectives:
  - id: love
    title: Shops stay because they love it
    owner: dana
    ambition: aspirational
    supports: [company/trust, smb-first]
    priority: 1
    key_results:
      - {id: nps, title: More shops recommend us, baseline: $nps_baseline, target: 50, $nps}
      - id: churn
        title: Fewer shops leave
        unit: "%"
        baseline: 4.0
        target: $churn_target
        weight: 2
        $churn
"""
GROWTH = """\
team: growth
cycle: 2026-Q4
objectives:
  - id: first-minute
    title: New shops love us from the first minute
    owner: ana
    ambition: committed
    supports: [product/love]
    key_results:
      - id: $day7_id
        title: More new shops list a second product within a week
        owner: bo
        unit: "%"
        baseline: 31
        target: 45
        stretch: 50
        plan: [{by: 2026-11-15, value: 33}]
        kpi: activation
        $day7
      - {id: spain, title: The first paying shop in Spain, done: $spain}
  - id: second-shop
    title: Owners open a second shop
    owner: ana
    draft: true
    key_results: [{id: pairs, title: More owners with two shops, baseline: 0, target: 9}]
"""
PLATFORM = """\
team: platform
cycle: 2026-Q4
objectives:
  - id: fast
    title: Pages feel instant
    owner: chi
    ambition: committed
    standalone: Keeps the lights on
    key_results:
      - {id: p95, title: Pages answer quickly, unit: ms, baseline: 900, target: 300, $p95}
      - {id: cost, title: It costs no more, unit: EUR, at_most: 12000, at_least: 9000, $cost}
      - id: edge
        title: Pages are served from the edge
        baseline: 0
        target: 10
        close: {decision: drop, why: The vendor gave up}
"""


def _series(values: Sequence[object], week: int, more: str = "") -> str:
    """Write the value of a week."""
    value = values[min(week, len(values) - 1)]
    return f"current: {value}{more}" if value is not None else "x-none: yet"


def _files(week: int) -> dict[str, str]:
    """Write all files as they are at the end of a week."""
    eased = week >= 7
    reason = "field: target, was: 2.0, now: 2.5, why: The outage cost us"
    revised = f"revised: [{{on: 2026-11-10, {reason}, agreed: cleo}}]\n        " if eased else ""
    churn = [None, None, 4.0, 3.9, 3.7, 3.6, 3.4, 3.3, 3.2, 3.1, 2.9, 2.8]
    day7 = [31, 31, 31.5, 31.5, 32, 32.5, 33, 33.5, 36, 38, 40, 42.5]
    percent = f"{50 + 2 * week}%"
    former = "\n        formerly: [day-7]" if week >= 4 else ""
    blocker = "\n        blocker: Waiting for the consent banner" if week >= 10 else ""
    return {
        "okrs/organization.yaml": ORGANIZATION,
        "okrs/kpis.yaml": KPIS,
        "okrs/2026/company.yaml": _fill(
            YEAR,
            shops=_series([9800 + 110 * week for week in range(WEEKS)], week, ", confidence: 0.7"),
            reviews=_series([4.6, 4.6, 4.5, 4.4, 4.4, 4.5], week),
        ),
        "okrs/2026-Q4/company.yaml": _fill(
            COMPANY,
            uptime=_series([99.95, 99.97, 99.98, 99.91, 99.7, 99.95, 99.96], week),
            gap="2026-10-28" if week >= 5 else "false",
            controls="true" if week >= 11 else "false",
        ),
        "okrs/2026-Q4/product.yaml": _fill(
            PRODUCT,
            nps=_series([None, None, 22, 25, 25, 30, 31, 33, 33, 36, 38, 39], week),
            nps_baseline="unknown" if week < 3 else "22",
            churn_target="2.5" if eased else "2.0",
            churn=revised + _series(churn, week),
        ),
        f"okrs/2026-Q4/{'growth' if week < 5 else 'growth-team'}.yaml": _fill(
            GROWTH,
            day7_id="day-7" if week < 4 else "day7",
            day7=f"{_series(day7, week)}\n        confidence: {percent}{former}{blocker}"
            f'\n        note: "Week {week}: nudges"',
            spain="2026-12-02" if week >= 10 else "false",
        ),
        "okrs/2026-Q4/platform.yaml": _fill(
            PLATFORM,
            p95=_series([None, None, 880, 880, 800, 800, 700], week, ", weight: 2"),
            cost=_series([None, None, 10000, 10000, 12500, 12500, 11000], week),
        ),
    }


def _fill(template: str, **values: str) -> str:
    """Fill in a template, `$name` for `name`; the longest names first."""
    for name in sorted(values, key=len, reverse=True):
        template = template.replace(f"${name}", values[name])
    return template


def tell(folder: Path) -> Repo:
    """Write the repository: each team commits what changed in its week, product by a merge."""
    repo = Repo(folder)
    authors = {"company": "cleo", "product": "dana", "growth": "bo", "platform": "chi"}
    for week in range(WEEKS):
        now = _files(week)
        before = repo.commits[repo.head].tree if repo.heads else {}
        gone: dict[str, Content | None] = dict.fromkeys(
            path for path in before if path.startswith("okrs") and path not in now
        )
        changed = {path: text for path, text in now.items() if before.get(path) != text}
        for place, (team, author) in enumerate(authors.items()):
            files: dict[str, Content | None] = {
                path: text for path, text in changed.items() if team in path or not repo.heads
            }
            if team == "growth":
                files.update(gone)
            if not files:
                continue
            day = (_MONDAY + timedelta(days=7 * week + place)).isoformat()
            if team == "product":
                repo.branch(f"week-{week}")
                repo.commit(files, author=author, date=day, message=f"{team}: week {week}")
                repo.go("main")
                merged = (_MONDAY + timedelta(days=7 * week + 5)).isoformat()
                _break(repo, week, day)
                repo.merge(f"week-{week}", author="cleo", date=merged)
            else:
                repo.commit(files, author=author, date=day, message=f"{team}: week {week}")
    return repo.checkout()


def _break(repo: Repo, week: int, day: str) -> None:
    """Leave a file broken for some days, and mend it in the next week's check-in."""
    if week == 6:
        path = "okrs/2026-Q4/platform.yaml"
        repo.commit({path: f"<<<<<<< HEAD\n{repo.commits[repo.head].tree[path]!s}"}, date=day)

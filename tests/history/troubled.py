"""A made-up company in which links break and teams wait for one another in vain."""

from collections.abc import Sequence
from pathlib import Path

from tests.history.repositories import Repo

TODAY = "2026-11-20"

_ORGANIZATION = """\
organization: Acme
vision: Every small shop sells online as easily as over the counter.
pillars:
  - {id: delight, title: Shops recommend us unasked}
  - {id: trust, title: Customers trust us with their cards}
  - {id: reach, title: We are where the shops are}
teams:
  - {id: company, name: Acme, lead: cleo}
  - {id: product, name: Product, parent: company, lead: dana}
  - {id: growth, name: Growth, parent: product, lead: ana, members: [bo]}
  - {id: platform, name: Platform, parent: product, lead: chi}
  - {id: legal, name: Legal, parent: company, lead: cleo}
people:
  - {id: ana, name: Ana Silva, emails: [ana@acme.example]}
  - {id: bo, name: Bo Xu, emails: [bo@acme.example]}
  - {id: chi, name: Chi Okoro, emails: [chi@acme.example]}
  - {id: cleo, name: Cleo Marsh, emails: [cleo@acme.example]}
  - {id: dana, name: Dana Host, emails: [dana@acme.example]}
"""
_YEAR = """\
team: company
cycle: 2026
objectives:
  - id: smb-first
    title: Small shops think of us first
    owner: cleo
    pillar: delight
    key_results: [{id: shops, title: More paying shops, baseline: 0, target: 9, current: 8}]
  - id: safe
    title: Customers trust us with their cards
    owner: cleo
    pillar: trust
    key_results: [{id: audit, title: An auditor vouches for us, done: false}]
"""
_PLATFORM = """\
team: platform
cycle: 2026-Q4
objectives:
  - id: fast
    title: Pages feel instant
    owner: chi
    supports: [product/love]
    key_results:
      - id: p95
        title: Pages answer quickly
        baseline: 900
        target: 300
        current: 840
        needs: [legal/contract/signed, growth/first-minute/setup]
      - {id: edge, title: Pages are served nearby, baseline: 0, target: 9, current: 9}
  - id: quiet
    title: Nobody is woken at night
    owner: chi
    supports: [product/lovely]
    key_results: [{id: alarms, title: Fewer alarms, baseline: 9, target: 0, current: 4}]
  - id: old-code
    title: The old code is gone
    owner: chi
    standalone: Keeps the lights on
    key_results: [{id: lines, title: Fewer old lines, baseline: 9, target: 0, current: 4}]
"""
_PRODUCT = """\
team: product
cycle: 2026-Q4
objectives:
  - id: love
    title: Shops stay because they love it
    owner: dana
    supports: [smb-first]
    key_results: [{id: nps, title: More shops recommend us, baseline: 0, target: 9, current: 5}]
  - id: dream
    title: Shops dream of us
    owner: dana
    supports: [smb-first]
    close: {decision: drop, why: Nobody dreams}
    key_results: [{id: sleep, title: Better sleep, baseline: 0, target: 9}]
"""
_GROWTH = """\
team: growth
cycle: 2026-Q4
objectives:
  - id: first-minute
    title: New shops love us from the first minute
    owner: ana
    supports: [product/love]
    key_results:
      - id: day7
        title: More shops come back
        due: 2026-12-01
        baseline: 0
        target: 9
        current: 5
        needs: [platform/fast/p95, platform/fast/edge, platform/slow, product/dream/sleep]
      - id: setup
        title: Shops set up faster
        baseline: 0
        target: 9
        current: 5
        needs: [platform/fast/p95, legal/terms/short, platform/quiet]
  - id: second-shop
    title: Owners open a second shop
    owner: bo
    supports: [growth/third-shop]
    key_results: [{id: pairs, title: More pairs, baseline: 0, target: 9, current: 5}]
  - id: third-shop
    title: Owners open a third shop
    owner: bo
    supports: [growth/second-shop]
    key_results: [{id: triples, title: More triples, baseline: 0, target: 9, current: 5}]
  - id: nightmares
    title: Nobody has nightmares of us
    owner: bo
    supports: [product/dream]
    key_results: [{id: calls, title: Fewer calls, baseline: 9, target: 0, current: 5}]
  - id: alone
    title: We like our own office
    owner: bo
    key_results: [{id: plants, title: More plants, baseline: 0, target: 9, current: 5}]
"""
_LEGAL = """\
team: legal
cycle: 2026-Q4
objectives:
  - id: contract
    title: Shops sign without a lawyer
    owner: cleo
    standalone: The law asks for it
    key_results: [{id: signed, title: It is signed, done: false, updated: 2026-11-18, note: Soon}]
  - id: terms
    title: Anyone understands our terms
    owner: cleo
    draft: true
    supports: [safe]
    key_results: [{id: short, title: Fewer words, baseline: 900, target: 90, current: 800}]
"""


def _crowd(count: int) -> str:
    """Write objectives that all support one."""
    lines = ["team: growth", "cycle: 2026-Q4", "objectives:"]
    for number in range(count):
        lines += [
            f"  - id: step-{number}",
            f"    title: Step {number} is taken",
            "    owner: ana",
            "    supports: [platform/fast]",
            "    key_results: [{id: taken, title: It is taken, done: false}]",
        ]
    return "\n".join([*lines, ""])


def troubled(folder: Path) -> Repo:
    """Write the repository: the growth team begins, and Product answers; Platform merges."""
    repo = Repo(folder)
    okrs = "okrs/2026-Q4"
    repo.commit({"okrs/organization.yaml": _ORGANIZATION}, author="cleo", date="2026-09-01")
    repo.commit({"okrs/2026/company.yaml": _YEAR}, author="cleo", date="2026-09-02")
    repo.commit({f"{okrs}/growth.yaml": _GROWTH}, author="bo", date="2026-09-03")
    repo.commit({f"{okrs}/product.yaml": _PRODUCT}, author="cleo", date="2026-09-04")
    repo.branch("plan")
    repo.commit({f"{okrs}/platform.yaml": _PLATFORM}, author="chi", date="2026-09-05")
    repo.go("main")
    repo.commit({f"{okrs}/legal.yaml": _LEGAL}, author="cleo", date="2026-09-06")
    repo.merge("plan", author="dana", date="2026-09-07")
    repo.commit({f"{okrs}/growth-steps.yaml": _crowd(9)}, author="chi", date="2026-09-08")
    _check_in(repo, okrs, (_GROWTH, "growth", "ana"), (_PLATFORM, "platform", "chi"))
    return repo.checkout()


def _check_in(repo: Repo, okrs: str, *files: Sequence[str]) -> None:
    for text, name, author in files:
        said = text.replace("current: 5", "current: 6").replace("current: 840", "current: 830")
        repo.commit({f"{okrs}/{name}.yaml": said}, author=author, date="2026-11-18")

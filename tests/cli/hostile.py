"""A repository that somebody made to do harm: every text that can be foreign is, and is hostile."""

import json
from pathlib import Path

from okrcli.render.text import clean
from tests.history.repositories import Repo, git

GROWTH = "okrs/2026-Q4/growth.yaml"
OVER = "okrs/2026-Q3/growth.yaml"
LOUD, PLAIN = "--upload-pack=x", "--exec=y"  # with control characters in the files, and without
TEXT = (
    "=1+1 \x1b[31mred\x1b]8;;http://evil.example\x07link \x9b31m\r\n::error::pwned ##[error]pwned\n"
    "\u202egnp\u2066 \u200b <script>alert(1)</script><img src=x onerror=alert(1)>"
    " <!channel> <@U123> <http://evil.example|ok> *b* _i_ ~s~ `c` | @acme/all #1"
    " [x](javascript:alert(1)) ![x](http://evil.example/x) ]]> --> &amp; ${{ github.token }} $(id)"
)
START = "-2+3|<!here>"
AUTHOR = TEXT.translate({ord("\n"): " ", ord("\r"): " ", ord("<"): "(", ord(">"): ")"})
T, S = json.dumps(TEXT), json.dumps(START)
LONG = "x" * 2_000_000
ORGANIZATION = f"""\
organization: {T}
vision: {T}
pillars: [{{id: pillar, title: {T}}}]
teams:
  - {{id: company, name: {T}, lead: {T}}}
  - {{id: growth, name: {T}, parent: company, lead: ana, members: [bo, {T}]}}
people:
  - {{id: ana, name: {T}, emails: [ana@acme.example, {T}]}}
  - {{id: bo, name: {S}, emails: [bo@acme.example]}}
"""
KPIS = f"""\
kpis:
  - {{id: health, title: {T}, owner: {T}, unit: {T}, at_least: 30, current: 20}}
"""


def goals(current: float, *, cycle: str = "2026-Q4", more: str = "") -> str:
    """Write a file with every text that a person writes."""
    return f"""\
team: growth
cycle: {cycle}
objectives:
  - id: first
    title: {T}
    owner: {T}
    why: {T}
    supports: [company/top]
    pillar: pillar
    initiatives: [{T}, "javascript:alert(1)"]
    key_results:
      - id: day7
        title: {T}
        owner: {T}
        unit: {T}
        baseline: 0
        target: 100
        current: {current}
        confidence: 0.3
        note: {T}
        blocker: {T}
        evidence: "javascript:alert(1)"
        needs: [company/top/spain]
        kpi: health
        revised: [{{on: 2026-11-05, field: target, was: 120, now: 100, why: {T}, agreed: {T}}}]
      - id: soc2
        title: {S}
        milestones: [{T}, {{title: {S}, done: 2026-10-28}}]
{more}"""


COMPANY = f"""\
team: company
cycle: 2026-Q4
objectives:
  - id: top
    title: {T}
    owner: bo
    standalone: {T}
    key_results:
      - {{id: spain, title: {T}, done: false, note: {T}}}
      - {{id: up, title: {T}, unit: "%", at_least: 99, current: 98}}
"""
CLOSE = f"""\
    close: {{decision: change, score: 0.6, why: {T}, lessons: [{T}, {S}]}}
retrospective:
  went_well: [{T}]
  went_badly: [{S}]
  change_next: [{T}, {{action: {T}, owner: {T}, done: false}}]
"""


def hostile(folder: Path) -> Repo:
    """Make the repository; its branches have names that are options of git."""
    repo = Repo(folder)
    author = f"{AUTHOR} <x@y>"
    closed = goals(60, cycle="2026-Q3", more=CLOSE)
    repo.commit({"okr.toml": "", OVER: closed}, date="2026-09-01", author=author, message=TEXT)
    files = {"okrs/organization.yaml": ORGANIZATION, "okrs/kpis.yaml": KPIS}
    files |= {GROWTH: goals(10), "okrs/2026-Q4/company.yaml": COMPANY}
    repo.commit(files, date="2026-10-02", author=author, message=f"{TEXT}{LONG}")
    repo.commit({GROWTH: goals(20)}, date="2026-10-20", author=f"{LONG} <x@y>")
    keys = "".join(f"k{number}: 1\n" for number in range(100_000))
    odd = {"okrs/long.yaml": f"team: {5 * LONG}", "okrs/keys.yaml": keys}
    repo.commit({GROWTH: goals(5), **odd}, date="2026-11-02", message=TEXT)
    gone = dict.fromkeys(odd)
    repo.commit({GROWTH: goals(30), **gone}, date="2026-11-16", author=author, message=TEXT)
    repo.branch(LOUD)
    repo.commit({GROWTH: goals(31)}, date="2026-11-18", author=author, message=TEXT)
    plain = {path: _plain(text) for path, text in files.items()}
    repo.branch(PLAIN)
    repo.commit(
        {**plain, GROWTH: _plain(goals(32)), OVER: _plain(closed)},
        date="2026-11-19",
        author=author,
        message=TEXT,
    )
    repo.git("symbolic-ref", "HEAD", f"refs/heads/{LOUD}")
    repo.git("reset", "-q", "--hard")
    return repo


def _plain(text: str) -> str:
    """Write a file without what makes it unreadable to all but the history."""
    return text.replace(T, json.dumps("".join(each for each in TEXT if clean(each) == each)))


def name_programs(folder: Path, pwned: Path) -> None:
    """Name a program everywhere that git allows it; each would leave a file."""
    hooks = folder / ".git/evil"
    hooks.mkdir()
    script = f"#!/bin/sh\ntouch '{pwned}'\ncat\n"
    names = ("pre-commit", "post-checkout", "post-index-change", "reference-transaction", "run")
    for name in names:
        (hooks / name).write_text(script)
        (hooks / name).chmod(0o755)
    run = str(hooks / "run")
    (folder / ".git/info").mkdir(exist_ok=True)
    attributes = "*.yaml diff=evil filter=evil merge=evil text working-tree-encoding=UTF-16\n"
    (folder / ".git/info/attributes").write_text(attributes)
    (folder / ".gitattributes").write_text(attributes)
    for name, value in {
        "core.fsmonitor": run,
        "core.hooksPath": str(hooks),
        "core.pager": run,
        "core.editor": run,
        "core.sshCommand": run,
        "core.askPass": run,
        "core.gitProxy": run,
        "core.alternateRefsCommand": run,
        "core.attributesFile": str(folder / ".gitattributes"),
        "core.quotePath": "true",
        "core.abbrev": "4",
        "color.ui": "always",
        "diff.external": run,
        "diff.evil.textconv": run,
        "diff.evil.command": run,
        "diff.orderFile": str(hooks / "missing"),
        "diff.renames": "copies",
        "diff.noprefix": "true",
        "filter.evil.clean": run,
        "filter.evil.smudge": run,
        "filter.evil.process": run,
        "filter.evil.required": "true",
        "merge.evil.driver": run,
        "alias.log": f"!{run}",
        "alias.cat-file": f"!{run}",
        "alias.rev-parse": f"!{run}",
        "pager.log": run,
        "pager.cat-file": run,
        "gpg.program": run,
        "gpg.ssh.program": run,
        "gpg.ssh.allowedSignersFile": run,
        "log.showSignature": "true",
        "log.showRoot": "false",
        "log.follow": "true",
        "log.mailmap": "true",
        "log.diffMerges": "off",
        "log.date": "format:%s",
        "format.pretty": "oneline",
        "i18n.logOutputEncoding": "UTF-16",
        "credential.helper": f"!{run}",
        "uploadpack.packObjectsHook": run,
        "remote.evil.url": f"ext::{run}",
        "remote.evil.promisor": "true",
        "protocol.ext.allow": "always",
        "submodule.recurse": "true",
    }.items():
        git(folder, "config", name, value)

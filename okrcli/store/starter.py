"""The first files of a new workspace: small, real, and clean under every rule."""

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from okrcli.model.cycle import Cycle
from okrcli.store.schemas import schema_text

SCHEMA = ".okr.schema.json"

_PLAIN = re.compile(r"[A-Za-z][A-Za-z .'-]*[A-Za-z.]")
_WORDS = frozenset(("true", "false", "null"))
_NO_LETTER = re.compile(r"[^a-z0-9]+")

_SETTINGS = """\
# The settings of this OKR workspace. Each has a default; uncomment what should differ.
# timezone = "Europe/Berlin"
# fiscal_year_starts = 4
#
# [check_ins]
# every_days = 7
"""

_ORGANIZATION = """\
organization: {name}
# vision: What is different in the world once we have succeeded, in one sentence.
teams:
  - id: company
    name: {name}
    lead: {person_id}
people:
  - id: {person_id}
    name: {person}
    emails: [{email}]
"""

_OKRS = """\
team: company
cycle: {cycle}
objectives:
  - id: goals-that-live
    title: Everyone here knows what matters most and sees it move
    owner: {person_id}
    ambition: committed
    why: Goals that nobody looks at change nothing.
    key_results:
      - id: rhythm
        title: Key results that get a check-in in their week
        unit: "%"
        baseline: 0
        target: 90
{starts}      - id: known-by-heart
        title: People who can name our goals when they are asked
        unit: "%"
        baseline: unknown
        target: 80
{starts}      - id: first-cycle
        title: Teams learn from a whole cycle together
{starts}        milestones:
          - Every team's objectives are in this repository
          - A mid-cycle review changed something
          - The retrospective is written down
"""


class Founder(NamedTuple):
    """Who begins a workspace, as git knows them, and what the organization is called."""

    organization: str
    person: str
    email: str


def starter_files(founder: Founder, cycle: Cycle, today: date) -> Mapping[str, str]:
    """Give the text of each file by its path in the workspace.

    What begins in the middle of a cycle says so: nobody is behind on the first day.
    """
    running = cycle.period.holds(today) and today != cycle.start
    words = {
        "name": _scalar(founder.organization),
        "person": _scalar(founder.person),
        "person_id": identifier(founder.person.split(" ")[0], "me"),
        "email": json.dumps(founder.email, ensure_ascii=False),
        "cycle": cycle.name,
        "starts": f"        starts: {today}\n" if running else "",
    }
    return {
        "okr.toml": _SETTINGS,
        SCHEMA: schema_text("any"),
        "okrs/organization.yaml": _checked("../", _ORGANIZATION.format_map(words)),
        f"okrs/{cycle.name}/company.yaml": _checked("../../", _OKRS.format_map(words)),
    }


def _checked(up: str, text: str) -> str:
    """Tell editors in the first line where the schema is, so that they complete and check."""
    return f"# yaml-language-server: $schema={up}{SCHEMA}\n{text}"


def identifier(name: str, otherwise: str) -> str:
    """Make an id of a name, or give another where nothing of it can be one."""
    found = _NO_LETTER.sub("-", name.casefold()).strip("-").lstrip("0123456789-")
    return found or otherwise


def _scalar(text: str) -> str:
    """Write a text as YAML, in quotes where it is not plainly a text."""
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _WORDS
    return text if plain else json.dumps(text, ensure_ascii=False)

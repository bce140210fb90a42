"""Make real git repositories with random but repeatable OKR histories.

A history is a list of trees. Small steps (a check-in, a rename, a broken file, ...) change a tree;
several steps in one commit are a squash; a branch is a copy of a tree. All commits go to the real
git through `git fast-import`.
"""

from __future__ import annotations

import copy
import json
import os
import random
import re
import subprocess
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, TypeAlias
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Raw: TypeAlias = dict[str, Any]

ZONES = ["UTC", "Pacific/Auckland", "America/Los_Angeles", "Europe/Berlin", "Asia/Kolkata"]
OFFSETS = ["+0000", "+1300", "-0800", "+0530", "-0330", "+0200"]
PEOPLE = [
    ("ana", "Ana Silva", ["ana@acme.example", "ana.silva@home.example"]),
    ("bo", "Bo Xu", ["bo@acme.example"]),
    ("chi", "Chi Okoro", ["chi@acme.example", "9+chi@users.forge.example"]),
    ("dana", "Dana Høst", ["dana@acme.example"]),
]
STRANGERS = [("Robo Helper", "robot@ci.example"), ("Élodie 王", "elodie@old.example")]
TEAMS = ["company", "product", "growth", "platform"]
WORDS = ["day7", "soc2", "spain", "p95", "uptime", "churn", "nps", "trials", "leads", "cost"]
PLAIN = re.compile(
    r"[A-Za-z][A-Za-z0-9 ]*[A-Za-z0-9]|\d{4}-\d\d-\d\d|\d+/\d+|\d+%|\d{4}-[QH]\d|\d{4}-\d\d"
)
RESERVED = {"null", "true", "false", "Null", "True", "False", "NULL", "TRUE", "FALSE"}
GOALPOSTS = [
    *("target", "target", "baseline", "unknown", "bound", "milestone", "due", "starts", "weight"),
    *("title", "owner", "ambition", "supports", "extra"),
]
COPIES = ("0copy/", "zcopy/")
CLOSES = ["achieved", "continue", "change", "defer", "drop"]

BROKEN: list[Callable[[bytes], bytes]] = [
    lambda old: b"<<<<<<< HEAD\n" + old + b"=======\nteam: other\n>>>>>>> theirs\n",
    lambda old: old + b"team: growth\n",
    lambda old: old + b"retrospective: [unfinished\n",
    lambda old: old + b"why:\n\t- tab\n",
    lambda old: b"\xff\xfe" + old,
    lambda _: b"",
    lambda _: b"- just\n- a list\n",
    lambda _: b"objectives: later\nteam: growth\n",
    lambda _: b"title: some other tool's file\nitems: [1, 2]\n",
    lambda old: old.replace(b"team:", b"squad:", 1),
    lambda old: old + b"---\nteam: growth\n",
    lambda old: old.replace(b"objectives:", b"goals:", 1),
]


# --------------------------------------------------------------------------------------------------
# YAML


def scalar(value: object) -> str:  # noqa: PLR0911 - one return a type
    """Write one value in flow style."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {scalar(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(scalar(one) for one in value) + "]"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    words = str(value)
    if PLAIN.fullmatch(words) and words not in RESERVED:
        return words
    return json.dumps(words, ensure_ascii=False)


def block(raw: Raw, depth: int, *, flow: bool) -> list[str]:
    """Write a mapping in block style; small lists in flow style where asked."""
    lines: list[str] = []
    pad = "  " * depth
    for key, value in raw.items():
        if key.startswith("_"):
            continue
        year = key == "cycle" and str(value).isdigit() and flow
        deep = isinstance(value, list) and any(isinstance(one, dict) for one in value)
        if key in {"objectives", "key_results"} and value:
            lines.append(f"{pad}{key}:")
            for one in value:
                first, *rest = block(one, depth + 2, flow=flow)
                lines += [f"{pad}  - {first.strip()}", *rest]
        elif deep and not flow:
            lines.append(f"{pad}{key}:")
            lines += [f"{pad}  - {scalar(one)}" for one in value]
        elif isinstance(value, str) and value.endswith("\n"):
            lines.append(f"{pad}{key}: |")
            lines += [f"{pad}  {one}" for one in value.splitlines()]
        else:
            lines.append(f"{pad}{key}: {value if year else scalar(value)}")
    return lines


# --------------------------------------------------------------------------------------------------
# a tree, and what can happen to it


@dataclass
class Tree:
    """Hold everything that one commit contains."""

    documents: dict[str, Raw] = field(default_factory=dict)
    broken: dict[str, int] = field(default_factory=dict)
    crlf: set[str] = field(default_factory=set)
    remarks: dict[str, int] = field(default_factory=dict)
    organization: Raw | None = None
    settings: str | None = None
    others: dict[str, bytes] = field(default_factory=dict)
    graveyard: list[tuple[str, str, Raw]] = field(default_factory=list)

    def files(self, root: str, folder: str) -> dict[str, bytes]:
        """Render all files by their path in the repository."""
        found = dict(self.others)
        prefix = f"{root}/" if root else ""
        if self.settings is not None:
            found[f"{prefix}okr.toml"] = self.settings.encode()
        if self.organization is not None:
            lines = [f"organization: {scalar(self.organization['organization'])}"]
            for key in ("teams", "people"):
                lines.append(f"{key}:")
                lines += [f"  - {scalar(one)}" for one in self.organization[key]]
            found[f"{prefix}{folder}/organization.yaml"] = ("\n".join(lines) + "\n").encode()
        for path, raw in self.documents.items():
            lines = [f"# remark {self.remarks[path]}"] if path in self.remarks else []
            content = "\n".join([*lines, *block(raw, 0, flow=len(path) % 2 == 0)]) + "\n"
            if path in self.crlf:
                content = content.replace("\n", "\r\n")
            body = content.encode()
            if path in self.broken:
                body = BROKEN[self.broken[path]](body)
            found[f"{prefix}{folder}/{path}"] = body
        return found

    def whole(self) -> list[tuple[str, Raw]]:
        """List the files that can be edited: those that are not broken."""
        return [(path, one) for path, one in self.documents.items() if path not in self.broken]

    def objectives(self) -> list[tuple[str, Raw, Raw]]:
        """List (path, document, objective) of all files that can be edited."""
        return [(path, raw, one) for path, raw in self.whole() for one in raw["objectives"]]

    def key_results(self) -> list[tuple[Raw, Raw, Raw]]:
        """List (document, objective, key result) of all files that can be edited."""
        return [
            (raw, one, part) for _, raw, one in self.objectives() for part in one["key_results"]
        ]

    def ids(self) -> set[tuple[str, str, str]]:
        """List every objective there is, in broken files too."""
        return {(raw["cycle"], raw["team"], one["id"])
                for raw in self.documents.values() for one in raw["objectives"]}  # fmt: skip

    def doubled(self, raw: Raw, objective: Raw) -> bool:
        """Tell whether two files have this objective."""
        mine = (raw["cycle"], raw["team"], objective["id"])
        found = [one for other in self.documents.values() for one in other["objectives"]
                 if (other["cycle"], other["team"], one["id"]) == mine]  # fmt: skip
        return len(found) > 1


@dataclass
class Maker:
    """Make one history."""

    seed: int
    rng: random.Random
    zone: ZoneInfo
    cycles: dict[str, tuple[date, date]]
    teams: list[str]
    moment: datetime
    serial: int = 0
    used: set[int] = field(default_factory=set)

    # ---- new things

    def name(self, base: str) -> str:
        """Return an id that was never used."""
        self.serial += 1
        return f"{base}-{self.serial}"

    def today(self) -> date:
        """Return the local day of the step."""
        return self.moment.astimezone(self.zone).date()

    def near(self, low: int, high: int) -> str:
        """Return a date some days from the step."""
        return (self.today() + timedelta(days=self.rng.randint(low, high))).isoformat()

    def inside(self, cycle: str) -> str:
        """Return a day of a cycle, not its last."""
        start, end = self.cycles[cycle]
        return (start + timedelta(days=self.rng.randrange((end - start).days - 1))).isoformat()

    def confidence(self) -> object:
        """Return a belief in one of its three spellings."""
        tenths = self.rng.randint(0, 10)
        return self.rng.choice(
            [tenths / 10, f"{tenths}/10", f"{tenths * 10}%", f"{max(tenths * 10 - 5, 0)}%"]
        )

    def note(self) -> str:
        """Return some words."""
        self.serial += 1
        return self.rng.choice(
            [
                "Readout {} is due",
                "note: {} # not a comment",
                "Line one {}\nline two\n",
                "Ça marche {} ✓",
            ]
        ).format(self.serial)

    def number(self, low: float, high: float) -> int | float:
        """Return a value, whole or not."""
        found = self.rng.uniform(low, high)
        return self.rng.choice([round(found), round(found, 1), round(found, 3)])

    def new_key_result(self, cycle: str) -> Raw:
        """Make a key result of any kind."""
        rng = self.rng
        kind = rng.choices(["metric", "maintain", "milestones", "binary"], [5, 2, 2, 1])[0]
        raw: Raw = {"id": self.name(rng.choice(WORDS)), "title": f"Outcome {self.serial}"}
        if rng.random() < 0.3:
            raw["owner"] = rng.choice(PEOPLE)[0]
        if rng.random() < 0.3:
            raw["weight"] = rng.choice([2, 3, 0.5])
        start, end = self.cycles[cycle]
        length = (end - start).days
        if rng.random() < 0.15:
            raw["starts"] = (start + timedelta(days=rng.randrange(1, length // 3 + 2))).isoformat()
        if rng.random() < 0.2:
            raw["due"] = (end - timedelta(days=rng.randrange(1, length // 2))).isoformat()
        if rng.random() < 0.04:
            raw["due"] = (end + timedelta(days=rng.randrange(1, 20))).isoformat()
        {"metric": self.metric, "maintain": self.maintain, "milestones": self.milestones,
         "binary": self.binary}[kind](raw, cycle)  # fmt: skip
        if rng.random() < 0.3:
            raw["confidence"] = self.confidence()
        if rng.random() < 0.15:
            raw["note"] = self.note()
        raw["_kind"] = kind
        return raw

    def metric(self, raw: Raw, cycle: str) -> None:
        """Fill a metric; a fifth of them do not know their baseline."""
        rng = self.rng
        low = self.number(-20, 100)
        raw["unit"] = rng.choice(["%", "shops", "ms"])
        raw["baseline"] = "unknown" if rng.random() < 0.2 else low
        raw["target"] = low + rng.choice([-1, 1]) * self.number(5, 60)
        if rng.random() < 0.2:
            raw["stretch"] = raw["target"] + (raw["target"] - low)
        if rng.random() < 0.3 and raw["baseline"] != "unknown":
            days = sorted({self.inside(cycle) for _ in range(rng.randint(1, 3))})
            steps = sorted(rng.random() for _ in days)
            raw["plan"] = [
                {"by": by, "value": round(low + (raw["target"] - low) * step, 2)}
                for by, step in zip(days, steps, strict=True)
            ]
        if rng.random() < 0.4:
            raw["current"] = low

    def maintain(self, raw: Raw, cycle: str) -> None:  # noqa: ARG002 - one signature for all kinds
        """Fill a maintained bound."""
        rng = self.rng
        low = rng.choice([10, 99.95, 0.2])
        side = rng.choice(["at_least", "at_most", "band"])
        if side != "at_most":
            raw["at_least"] = low
        if side != "at_least":
            raw["at_most"] = low * 2
        if rng.random() < 0.4:
            raw["kept"] = rng.choice([0.5, 0.9, 1])
        if rng.random() < 0.5:
            raw["current"] = low

    def milestones(self, raw: Raw, cycle: str) -> None:
        """Fill a plan of milestones."""
        rng = self.rng
        steps: list[Any] = []
        dated = rng.random() < 0.7
        for index in range(rng.randint(2, 5)):
            step: Raw = {"title": f"Step {index} of {raw['id'].replace('-', ' ')}"}
            if rng.random() < 0.5:
                step = {"id": f"step{index}", **step}
            if rng.random() < 0.3:
                step["weight"] = rng.choice([2, 3])
            if dated and rng.random() < 0.7:
                step["due"] = self.inside(cycle)
            if rng.random() < 0.1:
                step["done"] = self.near(-10, 0)
            steps.append(step["title"] if set(step) == {"title"} and rng.random() < 0.6 else step)
        raw["milestones"] = steps

    def binary(self, raw: Raw, cycle: str) -> None:  # noqa: ARG002 - one signature for all kinds
        """Fill a yes or no."""
        raw["done"] = self.rng.choice([False, False, False, None, True])

    def new_objective(self, cycle: str) -> Raw:
        """Make an objective."""
        rng = self.rng
        raw: Raw = {"id": self.name("goal"), "title": f"Shops love us {self.serial}"}
        raw["owner"] = rng.choice(PEOPLE)[0]
        if rng.random() < 0.8:
            raw["ambition"] = rng.choice(["committed", "aspirational"])
        if rng.random() < 0.1:
            raw["draft"] = True
        raw["key_results"] = [self.new_key_result(cycle) for _ in range(rng.randint(1, 4))]
        return raw

    def new_document(self, team: str, cycle: str) -> Raw:
        """Make a file."""
        raw: Raw = {"team": team, "cycle": cycle}
        if self.rng.random() < 0.07:
            raw["draft"] = True
        raw["objectives"] = [self.new_objective(cycle) for _ in range(self.rng.randint(1, 2))]
        return raw

    def organization(self) -> Raw:
        """Make the organization: the first team is the root."""
        teams: list[Raw] = []
        for index, team in enumerate(self.teams):
            one: Raw = {"id": team, "name": team.title()}
            if index:
                one["parent"] = self.teams[self.rng.randrange(index)]
            if self.rng.random() < 0.3:
                one["check_in_days"] = self.rng.choice([3, 14, 21])
            teams.append(one)
        people = [{"id": who, "name": name, "emails": mails} for who, name, mails in PEOPLE]
        return {"organization": "Acme", "teams": teams, "people": people}

    # ---- check-ins

    def check_in(self, tree: Tree) -> None:
        """Check one objective in; the first ones are those whose owners care most."""
        if not (found := tree.objectives()):
            return
        rng = self.rng
        _, _, objective = rng.choice(found[:3] if rng.random() < 0.6 else found)
        parts = objective["key_results"]
        for raw in rng.sample(parts, rng.randint(min(1, len(parts)), len(parts))):
            self.check_in_one(raw)

    def check_in_one(self, raw: Raw) -> None:
        """Change what an owner changes every week."""
        rng = self.rng
        kind = raw["_kind"]
        if kind in {"metric", "maintain"} and rng.random() < 0.9:
            raw["current"] = self.next_value(raw)
        if kind == "milestones" and rng.random() < 0.8:
            self.tick(raw)
        if kind == "binary" and rng.random() < 0.5:
            raw["done"] = rng.choice([True, False, None, self.near(-5, 0)])
        if rng.random() < 0.5:
            raw["confidence"] = self.confidence()
        if rng.random() < 0.4:
            raw["note"] = self.note()
        if rng.random() < 0.1:
            raw["blocker"] = self.note()
        if rng.random() < 0.3:
            raw["updated"] = self.near(-6, 0)
        elif rng.random() < 0.15:
            raw.pop("updated", None)

    def next_value(self, raw: Raw) -> int | float:
        """Return the next measurement of a metric or a maintained value."""
        rng = self.rng
        if raw["_kind"] == "maintain":
            low = raw.get("at_least", raw.get("at_most", 1) / 2)
            return round(float(low) * rng.choice([0.9, 1, 1.2, 1.5, 2, 2.2]), 4)
        low = raw["baseline"] if raw["baseline"] != "unknown" else raw["target"] - 20
        step = rng.choice([rng.uniform(-0.2, 1.2), rng.uniform(0, 1), 1, 0])
        found = low + (raw["target"] - low) * step
        return rng.choice([round(found), round(found, 2)])  # type: ignore[no-any-return]

    def tick(self, raw: Raw) -> None:
        """Finish a milestone, or take it back."""
        steps = raw["milestones"]
        index = self.rng.randrange(len(steps))
        step = steps[index]
        if isinstance(step, str):
            step = steps[index] = {"title": step}
        if step.get("done") and self.rng.random() < 0.3:
            step["done"] = False
        else:
            step["done"] = self.rng.choice([self.near(-4, 0), True])

    def only_words(self, tree: Tree) -> None:
        """Change one check-in field and nothing else."""
        if not (found := tree.key_results()):
            return
        raw = self.rng.choice(found)[2]
        key = self.rng.choice(["note", "blocker", "confidence", "updated", "updated", "remove"])
        if key == "remove":
            for one in ("updated", "blocker", "note"):
                if one in raw and self.rng.random() < 0.6:
                    del raw[one]
        elif key == "updated":
            raw["updated"] = self.near(-12, 1)
        else:
            raw[key] = self.confidence() if key == "confidence" else self.note()

    def respell(self, tree: Tree) -> None:
        """Write the same values in another way; nobody checked in."""
        for _, _, raw in tree.key_results():
            value = raw.get("confidence")
            if isinstance(value, float) and (value * 10).is_integer():
                raw["confidence"] = f"{int(value * 10)}/10"
            elif isinstance(value, str) and value.endswith("/10"):
                raw["confidence"] = f"{int(value[:-3]) * 10}%"
            current = raw.get("current")
            if isinstance(current, float) and current.is_integer():
                raw["current"] = int(current)
            elif isinstance(current, int):
                raw["current"] = float(current)
            if raw["_kind"] == "binary" and not raw["done"]:
                raw["done"] = self.rng.choice([None, False])

    def wrong_value(self, tree: Tree) -> None:
        """Write text where a number belongs; the next check-in mends it."""
        found = [raw for _, _, raw in tree.key_results() if "current" in raw]
        if found:
            self.rng.choice(found)["current"] = "n/a"

    # ---- promises

    def move_goalpost(self, tree: Tree) -> None:  # noqa: C901, PLR0912 - one branch a promise
        """Change what was promised, or words about it."""
        if not (found := tree.key_results()):
            return
        rng = self.rng
        document, objective, raw = rng.choice(found)
        what = rng.choice(GOALPOSTS)
        cycle = document["cycle"]
        if what in {"target", "baseline", "unknown"} and raw["_kind"] == "metric":
            self.move_numbers(raw, what)
        elif what == "title":
            raw["title"] = f"Outcome reworded {self.name('x')[2:]}"
        elif what == "weight":
            raw["weight"] = rng.choice([1, 2, 5, 0.25])
        elif what == "owner":
            raw["owner"] = rng.choice(PEOPLE)[0]
        elif what == "due":
            start, end = self.cycles[cycle]
            raw["due"] = (
                end - timedelta(days=rng.randrange(1, (end - start).days // 2))
            ).isoformat()
        elif what == "starts":
            raw.pop("starts", None)
        elif what == "ambition":
            objective["ambition"] = rng.choice(["committed", "aspirational"])
        elif what == "bound" and raw["_kind"] == "maintain":
            for key in ("at_least", "at_most"):
                if key in raw:
                    raw[key] = round(float(raw[key]) * rng.choice([0.9, 1.1]), 4)
            if "at_least" in raw and "at_most" in raw and raw["at_most"] < raw["at_least"]:
                raw["at_most"] = raw["at_least"] + 1
        elif what == "extra":
            raw[rng.choice(["x-source", "evidence", "comment", "wieght"])] = (
                "https://metrics.example"
            )
        elif what == "milestone" and raw["_kind"] == "milestones":
            self.change_steps(raw, cycle)
        elif what == "supports":
            objective["supports"] = [f"{rng.choice(self.teams)}/{objective['id']}"]

    def move_numbers(self, raw: Raw, what: str) -> None:
        """Change a metric's target or baseline; now and then forget the baseline."""
        known = raw["baseline"] != "unknown"
        if what == "unknown" and known:
            if self.rng.random() < 0.5:
                raw["baseline"] = "unknown"
                raw.pop("plan", None)
        elif what == "target" and known:
            raw["target"] = raw["target"] + self.rng.choice([1, 2.5, 7, 11.25])
            if raw["target"] == raw["baseline"]:
                raw["target"] += 1
            raw["revised"] = [{"on": self.near(0, 0), "field": "target", "why": "Outage"}]
        else:
            value = self.number(-30, 110)
            raw["baseline"] = value if value != raw["target"] else value + 3
            raw.pop("plan", None)

    def change_steps(self, raw: Raw, cycle: str) -> None:
        """Add, remove or reweigh a milestone."""
        steps = raw["milestones"]
        what = self.rng.choice(["add", "remove", "weight", "due", "reword"])
        index = self.rng.randrange(len(steps))
        if what == "add":
            steps.append({"title": f"Step late {self.name('s')[2:]}", "due": self.inside(cycle)})
        elif what == "remove" and len(steps) > 1:
            del steps[index]
        elif isinstance(steps[index], dict):
            if what == "reword" and "id" in steps[index]:
                steps[index]["title"] += " again"
            elif what == "weight":
                steps[index]["weight"] = self.rng.choice([1, 4])
            elif what == "due":
                steps[index]["due"] = self.inside(cycle)

    def become_bound(self, tree: Tree) -> None:
        """Turn a metric into a maintained bound."""
        found = [one for _, _, one in tree.key_results()
                 if one["_kind"] == "metric" and one["baseline"] != "unknown"]  # fmt: skip
        if found:
            raw = self.rng.choice(found)
            raw["at_least"] = min(raw["baseline"], raw["target"])
            for key in ("baseline", "target", "stretch", "plan"):
                raw.pop(key, None)
            raw["_kind"] = "maintain"

    def close(self, tree: Tree) -> None:
        """Close an objective with any decision, or drop one key result."""
        if not (found := tree.objectives()):
            return
        rng = self.rng
        objective = rng.choice(found)[2]
        if rng.random() < 0.5 and objective["key_results"]:
            raw = rng.choice(objective["key_results"])
            raw["close"] = {"decision": rng.choice(["drop", "defer"]), "why": "The market moved"}
        elif rng.random() < 0.25:
            objective.pop("close", None)
        else:
            objective["close"] = {"decision": rng.choice(CLOSES)}
            if rng.random() < 0.5:
                objective["close"] |= {
                    "score": rng.choice([0, 0.3, 0.4, 0.69, 0.7, 1]),
                    "why": "So it is",
                }

    # ---- identity

    def rename(self, tree: Tree) -> None:
        """Give a key result another id."""
        found = [one for one in tree.key_results() if not tree.doubled(one[0], one[1])]
        if found:
            _, _, raw = self.rng.choice(found)
            raw["formerly"] = [*raw.get("formerly", []), raw["id"]]
            raw["id"] = self.name("kr")

    def rename_objective(self, tree: Tree) -> None:
        """Give an objective another id."""
        found = [one for one in tree.objectives() if not tree.doubled(one[1], one[2])]
        if found:
            raw = self.rng.choice(found)[2]
            raw["formerly"] = [*raw.get("formerly", []), raw["id"]]
            raw["id"] = self.name("goal")

    def take_back(self, tree: Tree) -> None:
        """Give a key result the id back that it had."""
        found = []
        for document, objective, raw in tree.key_results():
            old = (raw.get("formerly") or [""])[-1]
            free = all(one["id"] != old for one in objective["key_results"])
            at_home = raw.get("_home", objective["id"]) == objective["id"]
            kept = old not in raw.get("_lost", [])
            if old and "/" not in old and free and kept and at_home:
                found.append((document, objective, raw))
        found = [one for one in found if not tree.doubled(one[0], one[1])]
        if found:
            _, _, raw = self.rng.choice(found)
            old = raw["formerly"].pop()
            if self.rng.random() < 0.5:
                raw["formerly"].append(raw["id"])
            raw["id"] = old
            if not raw["formerly"]:
                del raw["formerly"]

    def take_again(self, tree: Tree) -> None:
        """Give the old id of a key result to a new one."""
        found = []
        for document, objective, raw in tree.key_results():
            present = {one["id"] for one in objective["key_results"]}
            found += [
                (document, objective, raw, old)
                for old in raw.get("formerly", [])
                if "/" not in old and old not in present
            ]
        found = [one for one in found if not tree.doubled(one[0], one[1])]
        if found:
            document, objective, raw, old = self.rng.choice(found)
            raw["_lost"] = [*raw.get("_lost", []), old]
            new = self.new_key_result(document["cycle"])
            new["id"] = old
            objective["key_results"].append(new)

    def rename_and_reuse(self, tree: Tree) -> None:
        """Rename a key result and give its id to a new one, in the same commit."""
        found = [one for one in tree.key_results() if not tree.doubled(one[0], one[1])]
        if found:
            document, objective, raw = self.rng.choice(found)
            new = self.new_key_result(document["cycle"])
            old, raw["id"] = raw["id"], self.name("kr")
            raw["formerly"] = [*raw.get("formerly", []), old]
            raw["_lost"] = [*raw.get("_lost", []), old]
            new["id"] = old
            objective["key_results"].append(new)

    def inherit(self, tree: Tree) -> None:
        """Delete a key result and give its id to a renamed one, in the same commit."""
        found = [
            one
            for one in tree.key_results()
            if len(one[1]["key_results"]) > 1 and not tree.doubled(one[0], one[1])
        ]
        if found:
            _, objective, raw = self.rng.choice(found)
            objective["key_results"].remove(raw)
            heir = self.rng.choice(objective["key_results"])
            heir["formerly"] = [*heir.get("formerly", []), heir["id"]]
            heir["id"] = raw["id"]

    def forget_formerly(self, tree: Tree) -> None:
        """Tidy a `formerly` away; history has seen it."""
        found = [raw for _, _, raw in tree.key_results() if "formerly" in raw]
        found += [raw for _, _, raw in tree.objectives() if "formerly" in raw]
        if found:
            del self.rng.choice(found)["formerly"]

    def late_formerly(self, tree: Tree) -> None:
        """Rename without a word; a later step mends it."""
        pending = [raw for _, _, raw in tree.key_results() if "_forgot" in raw]
        if pending:
            raw = self.rng.choice(pending)
            raw["formerly"] = [*raw.get("formerly", []), raw.pop("_forgot")]
            return
        found = [one for one in tree.key_results() if not tree.doubled(one[0], one[1])]
        if found:
            raw = self.rng.choice(found)[2]
            raw["_forgot"], raw["id"] = raw["id"], self.name("kr")

    def move_key_result(self, tree: Tree) -> None:
        """Move a key result to another objective, with a full reference to where it was."""
        sources = [
            one
            for one in tree.key_results()
            if len(one[1]["key_results"]) > 1 and not tree.doubled(one[0], one[1])
        ]
        if not sources:
            return
        document, objective, raw = self.rng.choice(sources)
        places = [
            (one, goal) for _, one, goal in tree.objectives()
            if goal["id"] != objective["id"] and not tree.doubled(one, goal)
            and all(part["id"] != raw["id"] for part in goal["key_results"])
            and not one.get("draft") and not goal.get("draft")
        ]  # fmt: skip
        if not places:
            return
        other, goal = self.rng.choice(places)
        objective["key_results"].remove(raw)
        where = f"{document['team']}/{objective['id']}/{raw['id']}"
        if other["cycle"] != document["cycle"]:
            where = f"{document['cycle']}:{where}"
        raw["formerly"] = [where]
        raw["_home"] = goal["id"]
        raw.pop("plan", None)
        goal["key_results"].append(raw)

    def move_objective(self, tree: Tree) -> None:
        """Move an objective to another file: same place, another team or another cycle."""
        found = [one for one in tree.objectives() if not tree.doubled(one[1], one[2])]
        if not found:
            return
        rng = self.rng
        path, document, objective = rng.choice(found)
        others = [(name, one) for name, one in tree.whole() if name != path]
        if rng.random() < 0.4 or not others:
            name = f"moved/{document['team']}-{self.name('part')}.yaml"
            target: Raw = {key: value for key, value in document.items() if key != "objectives"}
            target["objectives"] = []
            tree.documents[name] = target
        else:
            _, target = rng.choice(others)
        place = (target["team"], target["cycle"])
        if place != (document["team"], document["cycle"]):
            if (target["cycle"], target["team"], objective["id"]) in tree.ids():
                return
            where = f"{document['team']}/{objective['id']}"
            if target["cycle"] != document["cycle"]:
                where = f"{document['cycle']}:{where}"
            objective["formerly"] = [where]
            for raw in objective["key_results"]:
                raw["_home"] = objective["id"]
                raw.pop("plan", None)
        document["objectives"].remove(objective)
        target["objectives"].append(objective)
        if not document["objectives"] and rng.random() < 0.7:
            del tree.documents[path]

    # ---- coming and going

    def add(self, tree: Tree) -> None:
        """Add a key result, an objective or a file."""
        rng = self.rng
        found = tree.objectives()
        what = rng.random()
        if what < 0.5 and found:
            _, document, objective = rng.choice(found)
            objective["key_results"].append(self.new_key_result(document["cycle"]))
        elif what < 0.8 and tree.whole():
            _, document = rng.choice(tree.whole())
            document["objectives"].append(self.new_objective(document["cycle"]))
        else:
            team, cycle = rng.choice(self.teams), rng.choice(list(self.cycles))
            name = f"{cycle}/{team}-{self.name('more')}.{rng.choice(['yaml', 'yml'])}"
            tree.documents[name] = self.new_document(team, cycle)

    def remove(self, tree: Tree) -> None:
        """Delete a key result, an objective or a file, to come back perhaps."""
        rng = self.rng
        if rng.random() < 0.6:
            found = [one for one in tree.key_results() if len(one[1]["key_results"]) > 1]
            if found:
                document, objective, raw = rng.choice(found)
                objective["key_results"].remove(raw)
                if not tree.doubled(document, objective):
                    tree.graveyard.append(
                        (document["cycle"] + "/" + document["team"], objective["id"], raw)
                    )
        elif len(tree.objectives()) > 2 and rng.random() < 0.5:
            path, document, objective = rng.choice(tree.objectives())
            document["objectives"].remove(objective)
            if not tree.doubled(document, objective):
                tree.graveyard.append((document["cycle"] + "/" + document["team"], "", objective))
        elif len(tree.whole()) > 2:
            path, document = rng.choice(tree.whole())
            del tree.documents[path]
            for objective in document["objectives"]:
                tree.graveyard.append((document["cycle"] + "/" + document["team"], "", objective))

    def bring_back(self, tree: Tree) -> None:
        """Bring something back that was deleted, as it was or a little changed."""
        self.rng.shuffle(tree.graveyard)
        for place, home, raw in list(tree.graveyard):
            for _, document, objective in tree.objectives():
                if f"{document['cycle']}/{document['team']}" != place:
                    continue
                if home and objective["id"] == home:
                    if any(one["id"] == raw["id"] for one in objective["key_results"]):
                        continue
                    objective["key_results"].append(raw)
                elif (
                    not home and (document["cycle"], document["team"], raw["id"]) not in tree.ids()
                ):
                    document["objectives"].append(raw)
                else:
                    continue
                tree.graveyard.remove((place, home, raw))
                if self.rng.random() < 0.5 and raw.get("_kind") == "metric":
                    raw["current"] = self.next_value(raw)
                return

    def toggle_draft(self, tree: Tree) -> None:
        """Publish a draft, or take something back to one."""
        found: list[Raw] = [one for _, _, one in tree.objectives()]
        found += [one for _, one in tree.whole()]
        drafts = [one for one in found if one.get("draft")]
        if drafts and self.rng.random() < 0.8:
            self.rng.choice(drafts).pop("draft")
        elif found and self.rng.random() < 0.4:
            one = self.rng.choice(found)
            rest = {key: one.pop(key) for key in list(one) if key in {"objectives", "key_results"}}
            one["draft"] = True
            one.update(rest)

    # ---- files

    def break_file(self, tree: Tree) -> None:
        """Make a file unreadable."""
        if len(tree.whole()) > 1:
            tree.broken[self.rng.choice(tree.whole())[0]] = self.rng.randrange(len(BROKEN))

    def mend_file(self, tree: Tree) -> None:
        """Make a file readable again, with a check-in perhaps, or delete it."""
        if tree.broken:
            path = self.rng.choice(sorted(tree.broken))
            del tree.broken[path]
            if self.rng.random() < 0.15 and len(tree.documents) > 2:
                del tree.documents[path]
            elif self.rng.random() < 0.5:
                self.check_in(tree)

    def move_file(self, tree: Tree) -> None:
        """Rename or move a file."""
        if tree.whole():
            path, raw = self.rng.choice(tree.whole())
            del tree.documents[path]
            tree.documents[f"{self.rng.choice(['a', 'old/b', 'z'])}/{self.name('file')}.yaml"] = raw

    def double_file(self, tree: Tree) -> None:
        """Leave a copy behind, or clear such copies away."""
        copies = sorted(path for path in tree.documents if path.startswith(COPIES))
        if copies:
            for path in copies:
                del tree.documents[path]
                tree.broken.pop(path, None)
        elif tree.whole():
            path, raw = self.rng.choice(tree.whole())
            tree.documents[f"{self.rng.choice(COPIES)}{self.name('c')}.yaml"] = copy.deepcopy(raw)

    def change_bytes(self, tree: Tree) -> None:
        """Change line endings or comments only."""
        if tree.documents:
            path = self.rng.choice(sorted(tree.documents))
            if self.rng.random() < 0.5:
                tree.crlf ^= {path}
            else:
                self.serial += 1
                tree.remarks[path] = self.serial

    def elsewhere(self, tree: Tree) -> None:
        """Touch nothing of the OKRs."""
        self.serial += 1
        tree.others["src/main.py"] = f"print({self.serial})\n".encode()

    def change_organization(self, tree: Tree) -> None:
        """Change a team's rhythm."""
        if tree.organization is not None:
            self.rng.choice(tree.organization["teams"])["check_in_days"] = self.rng.choice(
                [5, 7, 14]
            )

    def change_settings(self, tree: Tree) -> None:
        """Change thresholds."""
        if tree.settings is not None:
            tree.settings = re.sub(
                r"on_track = .*",
                f"on_track = {self.rng.choice(['0.05', '0.10', '0.15'])}",
                tree.settings,
            )
            tree.settings += f"# {self.name('s')}\n"

    def step(self, tree: Tree) -> None:
        """Do one thing."""
        deeds: list[tuple[float, Callable[[Tree], None]]] = [
            (36, self.check_in), (8, self.only_words), (2, self.respell), (1, self.wrong_value),
            (10, self.move_goalpost), (0.7, self.become_bound), (3, self.close), (4, self.rename),
            (2.5, self.rename_objective), (2.5, self.take_back), (2, self.take_again),
            (1, self.rename_and_reuse), (0.7, self.inherit), (1, self.forget_formerly),
            (1, self.late_formerly), (1.5, self.move_key_result),
            (2, self.move_objective), (4, self.add), (4, self.remove),
            (4, self.bring_back), (4, self.toggle_draft), (3, self.break_file), (4, self.mend_file),
            (2, self.move_file), (2, self.double_file), (3, self.change_bytes), (3, self.elsewhere),
            (1, self.change_organization), (1.5, self.change_settings),
        ]  # fmt: skip
        self.rng.choices([deed for _, deed in deeds], [weight for weight, _ in deeds])[0](tree)

    # ---- side branches

    def side_step(self, tree: Tree) -> None:
        """Do one thing on a branch: check-ins above all."""
        deeds: list[tuple[float, Callable[[Tree], None]]] = [
            (10, self.check_in), (3, self.only_words), (1, self.respell), (1, self.elsewhere),
            (1, self.rename), (1, self.move_goalpost),
        ]  # fmt: skip
        self.rng.choices([deed for _, deed in deeds], [weight for weight, _ in deeds])[0](tree)

    def blend(self, ours: Tree, base: Tree, theirs: Tree) -> None:
        """Take over what a branch changed, key result by key result."""
        before = {one["_uid"]: one for _, _, one in base.key_results() if "_uid" in one}
        after = {one["_uid"]: one for _, _, one in theirs.key_results() if "_uid" in one}
        for document, objective, raw in ours.key_results():
            uid = raw.get("_uid")
            if uid not in before or uid not in after or before[uid] == after[uid]:
                continue
            if ours.doubled(document, objective):
                continue
            new = after[uid]
            same_home = raw["id"] == before[uid]["id"]
            keys = ("current", "confidence", "updated", "note", "blocker", "target", "baseline",
                    "milestones", "done", "plan")  # fmt: skip
            if raw["_kind"] == new["_kind"]:
                for key in keys:
                    raw.pop(key, None)
                    if key in new:
                        raw[key] = copy.deepcopy(new[key])
            free = all(one["id"] != new["id"] for one in objective["key_results"] if one is not raw)
            if same_home and free and new["id"] != raw["id"]:
                raw["id"] = new["id"]
                raw["formerly"] = list(new.get("formerly", []))
        ours.others.update(theirs.others)

    def mark(self, tree: Tree) -> None:
        """Give every key result a number by which a merge knows it."""
        for _, _, raw in tree.key_results():
            if "_uid" not in raw:
                self.serial += 1
                raw["_uid"] = self.serial

    # ---- time

    def advance(self, hours: float) -> None:
        """Let time pass; now and then it stops near midnight."""
        self.moment += timedelta(hours=self.rng.expovariate(1 / hours))
        if self.rng.random() < 0.4:
            local = self.moment.astimezone(self.zone).date()
            midnight = datetime.combine(local, time(), self.zone) + timedelta(days=1)
            self.moment = midnight + timedelta(minutes=self.rng.randint(-40, 40))

    def stamps(self) -> tuple[int, int]:
        """Return the author's and the committer's clock, which may run backwards."""
        rng = self.rng
        committed = int(self.moment.timestamp())
        if rng.random() < 0.1:
            committed -= int(rng.uniform(1, 120) * 3600)
        while committed in self.used:
            committed += 1
        self.used.add(committed)
        authored = committed
        luck = rng.random()
        if luck < 0.3:
            authored -= int(rng.uniform(0, 140) * 3600)
        elif luck < 0.35:
            authored += int(rng.uniform(0, 30) * 3600)
        return authored, committed


# --------------------------------------------------------------------------------------------------
# git fast-import


@dataclass
class Stream:
    """Collect commits for one run of git fast-import."""

    maker: Maker
    root: str
    folder: str
    lines: list[bytes] = field(default_factory=list)
    marks: int = 0
    main: list[tuple[int, date]] = field(default_factory=list)
    sides: list[int] = field(default_factory=list)

    def commit(self, branch: str, tree: Tree, parents: list[int]) -> int:
        """Write one commit and return its mark."""
        rng = self.maker.rng
        self.marks += 1
        authored, committed = self.maker.stamps()
        known = [(name, mail) for _, name, mails in PEOPLE for mail in mails]
        name, mail = rng.choice(STRANGERS if rng.random() < 0.15 else known)
        offset = rng.choice(OFFSETS)
        message = f"Change {self.marks}\n".encode()
        out = [
            f"commit refs/heads/{branch}".encode(),
            f"mark :{self.marks}".encode(),
            f"author {name} <{mail}> {authored} {offset}".encode(),
            f"committer Merge Queue <queue@ci.example> {committed} {rng.choice(OFFSETS)}".encode(),
            f"data {len(message)}".encode(),
            message,
        ]
        out += [
            f"{'merge' if index else 'from'} :{one}".encode() for index, one in enumerate(parents)
        ]
        out.append(b"deleteall")
        for path, body in sorted(tree.files(self.root, self.folder).items()):
            out += [f"M 100644 inline {path}".encode(), f"data {len(body)}".encode(), body]
        self.lines += out
        if branch == "main":
            day = datetime.fromtimestamp(committed, self.maker.zone).date()
            self.main.append((self.marks, day))
        else:
            self.sides.append(self.marks)
        return self.marks


def run(folder: Path, *args: str, stdin: bytes | None = None) -> str:
    """Run git with no settings but the repository's own."""
    env = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    env |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", *args], cwd=folder, input=stdin, capture_output=True, env=env, check=False
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return done.stdout.decode().strip()


# --------------------------------------------------------------------------------------------------
# the plan of a history


def first_of_month(year: int, month: int) -> date:
    """Name the first day of a month; the thirteenth is in the next year."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def choose_cycles(rng: random.Random, fiscal: int, *, named: bool) -> dict[str, tuple[date, date]]:
    """Choose one to three cycles with their first day and the day after their last."""
    quarter = rng.randint(1, 4)
    first = fiscal + (quarter - 1) * 3
    found = {f"2026-Q{quarter}": (first_of_month(2026, first), first_of_month(2026, first + 3))}
    half = (quarter + 1) // 2
    month = (first - 1) % 12 + 1
    year = 2026 + (first - 1) // 12
    more = {
        "2026": (first_of_month(2026, fiscal), first_of_month(2026, fiscal + 12)),
        f"2026-H{half}": (
            first_of_month(2026, fiscal + (half - 1) * 6),
            first_of_month(2026, fiscal + half * 6),
        ),
        f"{year}-{month:02}": (date(year, month, 1), first_of_month(year, month + 1)),
    }
    if quarter < 4:
        more[f"2026-Q{quarter + 1}"] = (
            first_of_month(2026, first + 3),
            first_of_month(2026, first + 6),
        )
    if named:
        start = first_of_month(2026, first) + timedelta(days=rng.randint(5, 40))
        more["launch"] = (start, start + timedelta(days=rng.randint(20, 50)))
    for name in rng.sample(list(more), rng.randint(0, 2)):
        found[name] = more[name]
    return found


def choose_settings(rng: random.Random, zone: str, fiscal: int, folder: str, maker: Maker) -> str:
    """Write an okr.toml."""
    lines = [f'okrs = "{folder}"', f'timezone = "{zone}"', f"fiscal_year_starts = {fiscal}"]
    lines.append(f'exclude = ["templates/**", "{folder}/templates/**"]')
    if rng.random() < 0.5:
        lines.append(f"closing_days = {rng.choice([0, 7, 14, 30])}")
    if "launch" in maker.cycles:
        start, end = maker.cycles["launch"]
        lines += ["[cycles]", f"launch = {{ start = {start}, end = {end - timedelta(days=1)} }}"]
    lines.append("[check_ins]")
    if rng.random() < 0.5:
        lines += [f"every_days = {rng.choice([5, 7, 14])}", f"grace_days = {rng.choice([0, 2, 3])}"]
    if rng.random() < 0.6:
        base = next(iter(maker.cycles.values()))[0]
        spans = []
        for _ in range(rng.randint(1, 3)):
            start = base + timedelta(days=rng.randint(-5, 90))
            spans.append(
                f"{{ start = {start}, end = {start + timedelta(days=rng.randint(0, 14))} }}"
            )
        lines.append(f"pauses = [{', '.join(spans)}]")
    lines += ["[status]", "on_track = 0.10"]
    if rng.random() < 0.4:
        lines += [
            f"behind = {rng.choice([0.2, 0.3])}",
            f"low_confidence = {rng.choice([0.3, 0.5])}",
        ]
        lines += [
            f"aspirational_success = {rng.choice([0.6, 0.7])}",
            f"kept = {rng.choice([0.8, 0.99])}",
        ]
    return "\n".join(lines) + "\n"


def first_tree(
    maker: Maker, root: str, folder: str, settings: str | None, *, organized: bool
) -> Tree:
    """Make the tree of the first commit; at least one objective is published."""
    rng = maker.rng
    tree = Tree(settings=settings, organization=maker.organization() if organized else None)
    tree.others = {"README.md": b"Acme\n"}
    if root:
        tree.others["okrs/other.yaml"] = b"team: x\ncycle: 2026\nobjectives: []\n"
    prefix = f"{root}/{folder}" if root else folder
    tree.others[f"{prefix}/README.md"] = b"How we write OKRs.\n"
    if settings is not None:
        tree.others[f"{prefix}/templates/team.yaml"] = (
            b"team: <team>\ncycle: 2026-Q4\nobjectives: []\n"
        )
    tree.others[f"{prefix}/.hidden/x.yaml"] = b"a: [\n"
    for cycle in maker.cycles:
        chosen = maker.teams if cycle == next(iter(maker.cycles)) else rng.sample(maker.teams, 1)
        for team in chosen:
            tree.documents[f"{cycle}/{team}.yaml"] = maker.new_document(team, cycle)
    document = next(iter(tree.documents.values()))
    document.pop("draft", None)
    document["objectives"][0].pop("draft", None)
    return tree


def merge(maker: Maker, stream: Stream, tree: Tree, tip: int) -> int:
    """Branch off, go on elsewhere, and merge: two parents or several, with or without own edits."""
    rng = maker.rng
    if tree.broken:
        return tip
    maker.mark(tree)
    base = copy.deepcopy(tree)
    heads: list[int] = []
    trees: list[Tree] = []
    for _ in range(rng.choices([1, 2, 3], [6, 2, 1])[0]):
        side, head = copy.deepcopy(base), tip
        name = f"side-{stream.marks}"
        for _ in range(rng.randint(1, 4)):
            maker.advance(10)
            maker.side_step(side)
            head = stream.commit(name, side, [head])
        heads.append(head)
        trees.append(side)
    for _ in range(rng.choice([0, 0, 1, 2])):
        maker.advance(10)
        maker.check_in(tree)
        tip = stream.commit("main", tree, [tip])
    if rng.random() < 0.1:
        trees = []
    for side in trees:
        maker.blend(tree, base, side)
    if rng.random() < 0.3:
        maker.check_in(tree)
    maker.advance(6)
    return stream.commit("main", tree, [tip, *heads])


def uncommitted(maker: Maker, tree: Tree, base: Path, folder: str) -> None:
    """Edit the working tree without a commit."""
    rng = maker.rng
    before = set(tree.files("", folder))
    what = rng.choice(["values", "values", "values", "bytes", "broken", "new", "organization"])
    if what == "values":
        for _ in range(rng.randint(1, 4)):
            rng.choice([maker.check_in, maker.only_words, maker.move_goalpost, maker.rename])(tree)
    elif what == "bytes":
        maker.change_bytes(tree)
        maker.respell(tree)
    elif what == "broken":
        maker.break_file(tree)
    elif what == "new":
        maker.add(tree)
    else:
        maker.change_organization(tree)
    files = tree.files("", folder)
    for path in before - set(files):
        (base / path).unlink()
    for path, body in files.items():
        if path.startswith(f"{folder}/") or path == "okr.toml":
            (base / path).parent.mkdir(parents=True, exist_ok=True)
            (base / path).write_bytes(body)


def make_history(seed: int, folder: Path) -> dict[str, Any]:
    """Build a repository in an empty folder; return what is worth asking about it.

    The facts: `root` (the workspace's folder below the repository), `today` (two dates for
    `OKR_TODAY`), `dates` and `revisions` (for `--at`), `cycles` (for `--cycle`), `commits`.
    """
    rng = random.Random(seed)  # noqa: S311 - a repeatable history, no secret
    zone = rng.choice(ZONES)
    bare = rng.random() < 0.1
    fiscal = 1 if bare else rng.choices([1, 4, 7, 2], [6, 2, 1, 1])[0]
    zone = "UTC" if bare else zone
    root = "" if bare else rng.choice(["", "", "", "strategy", "teams/okr"])
    okrs = "okrs" if bare else rng.choice(["okrs", "okrs", "okrs", "goals"])
    cycles = choose_cycles(rng, fiscal, named=not bare)
    start, end = next(iter(cycles.values()))
    begin = datetime.combine(start - timedelta(days=rng.randint(-12, 30)), time(9), ZoneInfo(zone))
    organized = rng.random() < 0.85
    teams = TEAMS[: rng.randint(2, 4)] if organized or rng.random() < 0.5 else TEAMS[:1]
    maker = Maker(seed, rng, ZoneInfo(zone), cycles, teams, begin)
    settings = None if bare else choose_settings(rng, zone, fiscal, okrs, maker)
    stream = Stream(maker, root, okrs)
    tree = first_tree(maker, root, okrs, settings, organized=organized)
    count = rng.randint(10, 60)
    hours = ((end - start).days + rng.randint(0, 60)) * 24 / count
    tip = stream.commit("main", tree, [])
    while len(stream.main) < count:
        maker.advance(hours)
        if rng.random() < 0.1:
            tip = merge(maker, stream, tree, tip)
            continue
        for _ in range(rng.choices([1, 2, 4, 8], [8, 2, 1, 1])[0]):
            maker.step(tree)
        tip = stream.commit("main", tree, [tip])
    return finish(maker, stream, tree, folder, end)


def finish(maker: Maker, stream: Stream, tree: Tree, folder: Path, end: date) -> dict[str, Any]:
    """Import the commits, set tags, check out, edit the working tree, and list the facts."""
    rng = maker.rng
    folder.mkdir(parents=True, exist_ok=True)
    run(folder, "init", "--quiet", "--initial-branch=main")
    run(folder, "config", "core.autocrlf", "false")
    middle = stream.main[rng.randrange(len(stream.main))]
    tags = [f"reset refs/tags/mid\nfrom :{middle[0]}\n\n"]
    if rng.random() < 0.5:
        tags.append(f"reset refs/tags/{middle[1]}\nfrom :1\n\n")
    if stream.sides:
        tags.append(f"reset refs/tags/side\nfrom :{rng.choice(stream.sides)}\n\n")
    data = b"\n".join(stream.lines) + b"\n" + "".join(tags).encode()
    run(folder, "fast-import", "--quiet", "--date-format=raw", stdin=data)
    run(folder, "reset", "--quiet", "--hard", "main")
    for name in run(folder, "for-each-ref", "--format=%(refname)", "refs/heads/side-*").split():
        run(folder, "update-ref", "-d", name)
    if rng.random() < 0.45:
        uncommitted(maker, tree, folder / stream.root, stream.folder)
    first, last = stream.main[0][1], max(day for _, day in stream.main)
    span = (last - first).days
    dates = {first + timedelta(days=rng.randint(0, span)) for _ in range(2)} | {middle[1]}
    dates |= {last + timedelta(days=rng.randint(1, 40))}
    chain = run(folder, "rev-list", "--first-parent", "main").split()
    revisions = ["mid", rng.choice(chain), f"HEAD~{rng.randrange(min(5, len(chain)))}"]
    if stream.sides:
        revisions.append("side")
    return {
        "root": stream.root,
        "today": [
            (last + timedelta(days=rng.randint(0, 4))).isoformat(),
            (
                end + timedelta(days=rng.choice([-30, -10, -1, 0, 1, 5, 13, 14, 40, 200]))
            ).isoformat(),
        ],
        "dates": sorted(day.isoformat() for day in dates if day >= first),
        "revisions": revisions,
        "cycles": list(maker.cycles),
        "commits": stream.marks,
    }

"""Compute every number of `okr progress --format json` a second time, from the specification.

Nothing here is shared with the product, and nothing is clever: git is asked anew for each commit,
and every file of every commit is parsed anew. Only what git said of a commit is remembered.
Section numbers are those of the semantics page.
"""

from __future__ import annotations

import fnmatch
import functools
import itertools
import json
import math
import os
import re
import statistics
import subprocess
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

import yaml_rs

SLACK = 1e-9
"""Rounding never decides: thresholds are compared with this much in the user's favour."""
PARTIAL = 0.4
"""From this progress on, an aspirational promise that was not reached is partial, not missed."""
DAY = timedelta(days=1)

Raw: TypeAlias = dict[str, Any]
Ref: TypeAlias = tuple[str, str, str, str]
"""Cycle, team, objective id, key result id."""
Place: TypeAlias = tuple[str, str, str]
"""Cycle, team, objective id."""


# --------------------------------------------------------------------------------------------------
# git, one process a question


@dataclass(frozen=True)
class Commit:
    """Hold what git says of one commit."""

    id: str
    parents: tuple[str, ...]
    name: str
    email: str
    authored: int
    committed: int


def git(repo: Path, *args: str, stdin: bytes | None = None) -> bytes:
    """Run git in a repository and return its output."""
    done = subprocess.run(
        ["git", "--no-replace-objects", "-C", str(repo), *args],
        input=stdin,
        capture_output=True,
        check=True,
        env={key: value for key, value in os.environ.items() if not key.startswith("GIT_")},
    )
    return done.stdout


def resolve(repo: Path, revision: str) -> str | None:
    """Name the commit that a revision means, or None."""
    try:
        out = git(
            repo, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"
        )
    except subprocess.CalledProcessError:
        return None
    return out.decode().strip()


@functools.lru_cache(maxsize=20_000)
def commit_info(repo: Path, commit: str) -> Commit:
    """Read the header of one commit."""
    form = "--format=%P%x00%an%x00%ae%x00%at%x00%ct"
    out = git(repo, "log", "-1", "--no-show-signature", form, commit).decode(errors="replace")
    parents, name, email, authored, committed = out.rstrip("\n").split("\0")
    return Commit(commit, tuple(parents.split()), name, email, int(authored), int(committed))


@functools.lru_cache(maxsize=20_000)
def listing(repo: Path, commit: str, root: str, folder: str) -> tuple[tuple[str, str, str], ...]:
    """List (path in the workspace, mode, blob id) of the OKR folder and okr.toml at one commit."""
    prefix = f"{root}/" if root else ""
    out = git(
        repo, "--literal-pathspecs", "ls-tree", "-r", "-z", "--full-tree", commit,
        "--", f"{prefix}{folder}/", f"{prefix}okr.toml",
    )  # fmt: skip
    rows = []
    for row in out.decode(errors="surrogateescape").split("\0")[:-1]:
        head, path = row.split("\t", 1)
        mode, _, blob = head.split()
        rows.append((path.removeprefix(prefix), mode, blob))
    return tuple(rows)


@functools.lru_cache(maxsize=20_000)
def files_at(repo: Path, commit: str, root: str, folder: str) -> tuple[tuple[str, bytes], ...]:
    """Read the regular files of the OKR folder, and okr.toml, at one commit."""
    rows = [row for row in listing(repo, commit, root, folder) if row[1].startswith("100")]
    if not rows:
        return ()
    ask = "".join(f"{blob}\n" for _, _, blob in rows).encode()
    out = git(repo, "cat-file", "--batch", stdin=ask)
    found, place = [], 0
    for path, _, _ in rows:
        end = out.index(b"\n", place)
        size = int(out[place:end].split()[2])
        found.append((path, out[end + 1 : end + 1 + size]))
        place = end + 1 + size + 1
    return tuple(found)


def files_on_disk(base: Path, folder: str) -> dict[str, bytes]:
    """Read the regular files of the OKR folder, and okr.toml, of the working tree."""
    found = {}
    for path in sorted((base / folder).rglob("*")):
        if path.is_file() and not path.is_symlink():
            found[path.relative_to(base).as_posix()] = path.read_bytes()
    if (base / "okr.toml").is_file():
        found["okr.toml"] = (base / "okr.toml").read_bytes()
    return found


# --------------------------------------------------------------------------------------------------
# settings and cycles (format.md 4 and 5)


@dataclass(frozen=True)
class Settings:
    """Hold what okr.toml says, with its defaults."""

    okrs: str = "okrs"
    exclude: tuple[str, ...] = ()
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    fiscal: int = 1
    closing_days: int = 14
    cycles: tuple[tuple[str, date, date], ...] = ()
    every_days: int = 7
    grace_days: int = 3
    pauses: tuple[tuple[date, date], ...] = ()
    on_track: float = 0.10
    behind: float = 0.25
    low_confidence: float = 0.4
    aspirational_success: float = 0.7
    kept: float = 0.95


def settings_of(content: bytes | None) -> Settings:
    """Decode okr.toml; the last days that people write become exclusive ends."""
    raw: Raw = tomllib.loads((content or b"").decode("utf-8-sig"))
    base = Settings()
    rhythm: Raw = raw.get("check_ins", {})
    status: Raw = raw.get("status", {})
    return Settings(
        okrs=raw.get("okrs", base.okrs),
        exclude=tuple(raw.get("exclude", ())),
        zone=ZoneInfo(raw.get("timezone", "UTC")),
        fiscal=raw.get("fiscal_year_starts", base.fiscal),
        closing_days=raw.get("closing_days", base.closing_days),
        cycles=tuple(
            (name, one["start"], one["end"] + DAY) for name, one in raw.get("cycles", {}).items()
        ),
        every_days=rhythm.get("every_days", base.every_days),
        grace_days=rhythm.get("grace_days", base.grace_days),
        pauses=tuple((one["start"], one["end"] + DAY) for one in rhythm.get("pauses", ())),
        on_track=status.get("on_track", base.on_track),
        behind=status.get("behind", base.behind),
        low_confidence=status.get("low_confidence", base.low_confidence),
        aspirational_success=status.get("aspirational_success", base.aspirational_success),
        kept=status.get("kept", base.kept),
    )


def months_later(year: int, month: int, more: int) -> date:
    """Name the first day of the month that comes `more` months after one."""
    index = year * 12 + month - 1 + more
    return date(index // 12, index % 12 + 1, 1)


def cycle_span(name: str, settings: Settings) -> tuple[date, date] | None:
    """Tell a cycle's first day and the day after its last."""
    for known, start, end in settings.cycles:
        if known == name:
            return start, end
    found = re.fullmatch(r"(\d{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?", name)
    if found is None:
        return None
    year, half, quarter, month = found.groups()
    if month:
        return months_later(int(year), int(month), 0), months_later(int(year), int(month), 1)
    if half:
        skip, length = (int(half) - 1) * 6, 6
    elif quarter:
        skip, length = (int(quarter) - 1) * 3, 3
    else:
        skip, length = 0, 12
    first = settings.fiscal
    return months_later(int(year), first, skip), months_later(int(year), first, skip + length)


# --------------------------------------------------------------------------------------------------
# reading leniently


def number(value: object) -> int | float | None:
    """Return a finite number as it is, anything else as None."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value if math.isfinite(value) else None


def text(value: object) -> str | None:
    """Return text as it is, anything else as None."""
    return value if isinstance(value, str) else None


def day(value: object) -> date | None:
    """Return an ISO date, or None."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return None


def confidence_of(value: object) -> float | None:
    """Decode 0.6, 6/10 and 60% to one fraction."""
    plain = number(value)
    if plain is not None:
        return float(plain)
    if isinstance(value, str):
        if found := re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*/\s*(\d+(?:\.\d+)?)\s*", value):
            return float(found[1]) / float(found[2])
        if found := re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*%\s*", value):
            return float(found[1]) / 100
        if re.fullmatch(r"\s*\d+(?:\.\d+)?\s*", value):
            return float(value)
    return None


def done_of(value: object) -> bool | date:
    """Decode `done`: false, null and missing are equal."""
    return value if value is True else (day(value) or False)


def weight_of(raw: Raw) -> int | float:
    """Return a weight, which is 1 where none is given."""
    found = number(raw.get("weight"))
    return found if found is not None and found > 0 else 1


def entries(value: object) -> list[Raw]:
    """Return the mappings of a list."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def milestones_of(raw: Raw) -> list[Raw]:
    """Return the milestones; text alone is one that is not done."""
    found = raw.get("milestones")
    if not isinstance(found, list):
        return []
    return [
        {"title": one} if isinstance(one, str) else one
        for one in found
        if isinstance(one, str | dict)
    ]


def finished(raw: Raw) -> float | None:
    """Return the finished weight of all weight, None where there are no milestones."""
    steps = milestones_of(raw)
    if not steps:
        return None
    whole = sum(weight_of(one) for one in steps)
    return sum(weight_of(one) for one in steps if done_of(one.get("done"))) / whole


def kind_of(raw: Raw) -> str:
    """Tell the kind of a key result by its fields."""
    if "milestones" in raw:
        return "milestones"
    if "at_least" in raw or "at_most" in raw:
        return "maintain"
    return "binary" if "done" in raw else "metric"


def check_in_fields(raw: Raw) -> Raw:
    """Collect what a check-in may change, decoded, so that equal meanings compare equal."""
    confidence = confidence_of(raw.get("confidence"))
    found: Raw = {
        "current": number(raw.get("current")),
        "confidence": None if confidence is None else round(confidence, 12),
        "updated": day(raw.get("updated")),
        "note": text(raw.get("note")),
        "blocker": text(raw.get("blocker")),
    }
    done = done_of(raw.get("done"))
    if done:
        found["done"] = str(done)
    for step in milestones_of(raw):
        done = done_of(step.get("done"))
        if done:
            key = ("id", step["id"]) if step.get("id") else ("title", step.get("title"))
            found[f"done of {key}"] = str(done)
    return {key: value for key, value in found.items() if value is not None}


def begins_measured(raw: Raw) -> bool:
    """Tell whether a creation is a check-in: a `current` or something `done`."""
    return any(key == "current" or key.startswith("done") for key in check_in_fields(raw))


# --------------------------------------------------------------------------------------------------
# snapshots (semantics 4)


@dataclass(frozen=True)
class Document:
    """Hold the readable content of one file; `kept` says that it is from an earlier commit."""

    raw: Raw
    kept: bool = False


@dataclass(frozen=True)
class KeyResult:
    """Hold one key result in one snapshot."""

    ref: Ref
    raw: Raw
    claims: tuple[Ref, ...]


@dataclass
class Snapshot:
    """Hold all objectives and key results at one point."""

    objectives: dict[Place, Raw] = field(default_factory=dict)
    key_results: dict[Ref, KeyResult] = field(default_factory=dict)


def parse(content: bytes) -> Raw | None:
    """Decode one file, or return None where it is not readable."""
    try:
        raw: object = yaml_rs.loads(content.decode("utf-8-sig"), parse_datetime=False)
    except ValueError:
        return None
    if not isinstance(raw, dict):
        return None
    return raw if is_okr_file(raw) or "organization" in raw or "kpis" in raw else None


def is_okr_file(raw: Raw) -> bool:
    """Tell whether a mapping has `team`, `cycle` and a list of `objectives`."""
    cycle = raw.get("cycle")
    named = isinstance(raw.get("team"), str) and isinstance(cycle, str | int)
    return named and not isinstance(cycle, bool) and isinstance(raw.get("objectives"), list)


def belongs(path: str, settings: Settings) -> bool:
    """Tell whether a path of the workspace is one of its OKR files."""
    prefix = f"{settings.okrs}/"
    if not path.startswith(prefix) or not path.endswith((".yaml", ".yml")):
        return False
    below = path.removeprefix(prefix)
    if any(part.startswith(".") for part in below.split("/")):
        return False
    return not any(
        fnmatch.fnmatchcase(name, pattern) for pattern in settings.exclude for name in (path, below)
    )


def read_documents(
    files: dict[str, bytes], before: dict[str, Document], settings: Settings
) -> dict[str, Document]:
    """Read all files; one that is not readable keeps its last readable content, by path."""
    found = {}
    for path in sorted(files):
        if not belongs(path, settings):
            continue
        raw = parse(files[path])
        if raw is not None:
            found[path] = Document(raw)
        elif path in before:
            found[path] = Document(before[path].raw, kept=True)
    return found


def former_places(place: Place, objective: Raw) -> list[Place]:
    """List where an objective was: bare ids in the same place, full references anywhere."""
    found = []
    for name in former(objective):
        cycle, parts = split(name, place[0])
        found.append(
            (cycle, place[1], parts[0]) if len(parts) == 1 else (cycle, parts[0], parts[1])
        )
    return found


def former(raw: Raw) -> list[str]:
    """Return the ids that `formerly` names."""
    found = raw.get("formerly")
    if isinstance(found, str):
        return [found]
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def split(name: str, cycle: str) -> tuple[str, list[str]]:
    """Split a reference into its cycle (else the given one) and its parts."""
    head, colon, rest = name.rpartition(":")
    return (head if colon else cycle), rest.split("/")


def claims_of(place: Place, objective: Raw, raw: Raw) -> tuple[Ref, ...]:
    """List all references that a key result says it had, its own `formerly` first."""
    old = former_places(place, objective)
    found: list[Ref] = []
    for name in former(raw):
        cycle, parts = split(name, place[0])
        if len(parts) == 1:
            found += [(*where, parts[0]) for where in (place, *old)]
        elif len(parts) == 2:
            found.append((cycle, place[1], parts[0], parts[1]))
        else:
            found.append((cycle, parts[0], parts[1], parts[2]))
    found += [(*where, str(raw["id"])) for where in old]
    return tuple(dict.fromkeys(one for one in found if one != (*place, str(raw["id"]))))


def snapshot_of(documents: dict[str, Document]) -> Snapshot:
    """Lay all files over each other: the readable one wins, then the last path; no drafts."""
    found = Snapshot()
    parts: list[tuple[Place, Raw]] = []
    for path in sorted(documents, key=lambda one: (not documents[one].kept, one)):
        raw = documents[path].raw
        if not is_okr_file(raw) or raw.get("draft") is True:
            continue
        for objective in entries(raw["objectives"]):
            if objective.get("draft") is True or not isinstance(objective.get("id"), str):
                continue
            place = (str(raw["cycle"]), str(raw["team"]), str(objective["id"]))
            found.objectives[place] = objective
            parts.append((place, objective))
    for place, part in parts:
        for one in entries(part.get("key_results")):
            if isinstance(one.get("id"), str):
                ref = (*place, str(one["id"]))
                found.key_results[ref] = KeyResult(
                    ref, one, claims_of(place, found.objectives[place], one)
                )
    return found


# --------------------------------------------------------------------------------------------------
# the line of history (semantics 4)


@dataclass
class Point:
    """Hold one point of the line; the working tree has no commit."""

    commit: Commit | None
    clock: int
    snapshot: Snapshot
    documents: dict[str, Document]
    names: dict[Ref, int] = field(default_factory=dict)


def line_of(repo: Path, tip: str, root: str, folder: str) -> list[tuple[Commit, int]]:
    """List the first parents that touch the OKRs, oldest first, with the monotone clock."""
    chain = git(repo, "rev-list", "--first-parent", tip).decode().split()
    found: list[tuple[Commit, int]] = []
    clock: int | None = None
    for name in reversed(chain):
        commit = commit_info(repo, name)
        before = listing(repo, commit.parents[0], root, folder) if commit.parents else ()
        if listing(repo, name, root, folder) == before:
            continue
        clock = commit.committed if clock is None else max(clock, commit.committed)
        found.append((commit, clock))
    return found


def local_day(moment: int, zone: ZoneInfo) -> date:
    """Tell the day of a moment in a time zone."""
    return datetime.fromtimestamp(moment, UTC).astimezone(zone).date()


def same_values(one: object, other: object) -> bool:
    """Compare decoded values: 5 and 5.0 are the same, true and 1 are not."""
    if isinstance(one, dict) and isinstance(other, dict):
        keys = {*one, *other}
        return all(
            same_values(meant(key, one.get(key)), meant(key, other.get(key))) for key in keys
        )
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same_values, one, other))
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return one == other


def meant(key: object, value: object) -> object:
    """Return what a value means where one thing can be written in several ways."""
    if key == "confidence":
        found = confidence_of(value)
        return value if found is None else round(found, 12)
    return None if key == "done" and value is False else value


# --------------------------------------------------------------------------------------------------
# identity


@dataclass
class Thread:
    """Hold what is known of one key result while its names are followed."""

    first: int
    last: int
    current: Ref
    declared: set[Ref] = field(default_factory=set)


class Names:
    """Follow key results through renames, reuse, disappearance and return."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self.threads: list[Thread] = []
        self.joined: dict[int, int] = {}
        self.holder: dict[Ref, int] = {}
        self.before: dict[Ref, int] = {}

    def root(self, thread: int) -> int:
        """Return the thread that a thread was joined to."""
        while thread in self.joined:
            thread = self.joined[thread]
        return thread

    def held(self, ref: Ref) -> int | None:
        """Return who holds a reference, now or last."""
        found = self.holder.get(ref)
        return None if found is None else self.root(found)

    def join(self, older: int, newer: int) -> None:
        """Make two threads that never met one key result."""
        one, other = self.threads[older], self.threads[newer]
        one.last, one.current = other.last, other.current
        one.declared |= other.declared
        self.joined[newer] = older

    def step(self, index: int, snapshot: Snapshot) -> dict[Ref, int]:
        """Tell whose each reference of the next snapshot is."""
        now: dict[Ref, int] = {}
        taken: set[int] = set()
        fresh_claims = {ref: self.new_claims(one) for ref, one in snapshot.key_results.items()}
        for ref in sorted(snapshot.key_results):
            self.declare(ref, fresh_claims, now, taken)
        for ref in sorted(snapshot.key_results):
            mine = self.held(ref)
            if ref not in now and ref in self.before and mine is not None and mine not in taken:
                now[ref] = mine
                taken.add(mine)
        for ref in sorted(snapshot.key_results, key=lambda one: (not self.was_last(one), one)):
            if ref in now:
                continue
            mine = self.held(ref)
            if mine is None or mine in taken:
                self.threads.append(Thread(index, index, ref))
                mine = len(self.threads) - 1
            now[ref] = mine
            taken.add(mine)
        for ref, thread in now.items():
            self.holder[ref] = thread
            one = self.threads[thread]
            one.last, one.current = index, ref
            one.declared |= set(snapshot.key_results[ref].claims)
        self.before = now
        return now

    def was_last(self, ref: Ref) -> bool:
        """Tell whether the holder of a reference was last seen under it."""
        mine = self.held(ref)
        return mine is not None and self.threads[mine].current == ref

    def new_claims(self, one: KeyResult) -> list[Ref]:
        """List the former references that this key result names for the first time."""
        mine = self.held(one.ref)
        known = set() if mine is None else self.threads[mine].declared
        return [claim for claim in one.claims if claim not in known]

    def declare(
        self, ref: Ref, fresh_claims: dict[Ref, list[Ref]], now: dict[Ref, int], taken: set[int]
    ) -> None:
        """Believe a new `formerly`: the key result goes on under this reference."""
        found = dict.fromkeys(self.held(claim) for claim in fresh_claims[ref])
        candidates = sorted(
            (one for one in found if one is not None),
            key=lambda one: (self.threads[one].current in fresh_claims, -self.threads[one].last),
        )
        for other in candidates:
            mine = now.get(ref, self.held(ref))
            if other in taken or other == mine:
                continue
            where = self.threads[other].current
            alive = ref in self.before or ref in now
            if mine is not None and self.threads[other].last < self.threads[mine].first:
                self.join(other, mine)
                if mine in taken:
                    taken.discard(mine)
                    taken.add(other)
                    now[ref] = other
            elif ref in now:
                continue
            elif not alive:
                if where not in fresh_claims or where in fresh_claims[ref]:
                    now[ref] = other
                    taken.add(other)
            elif other in {self.root(one) for one in self.before.values()} and (
                where not in fresh_claims or fresh_claims[where]
            ):
                now[ref] = other
                taken.add(other)


# --------------------------------------------------------------------------------------------------
# check-ins


@dataclass(frozen=True)
class CheckIn:
    """Hold one check-in."""

    index: int
    date: date
    author: str | None
    commit: str | None
    note: str | None
    value: int | float | None


@dataclass
class Story:
    """Hold all that history knows of one key result."""

    states: list[tuple[int, KeyResult]]
    check_ins: list[CheckIn]


@dataclass
class World:
    """Hold the state shown, and the line that led to it."""

    repo: Path
    root: str
    now: date
    settings: Settings
    points: list[Point]
    people: dict[str, str]

    def author(self, commit: Commit) -> str:
        """Name an author: a person's id where the e-mail is known, else the name in git."""
        return self.people.get(commit.email.casefold(), commit.name)

    def day_of(self, point: Point) -> date:
        """Tell the day of a point on the line's clock."""
        return self.now if point.commit is None else local_day(point.clock, self.settings.zone)

    def raw_snapshot(self, commit: str) -> Snapshot:
        """Read the snapshot of a commit that is not on the line."""
        files = dict(files_at(self.repo, commit, self.root, self.settings.okrs))
        return snapshot_of(read_documents(files, {}, self.settings))

    def source(self, merge: Commit, ids: list[Ref]) -> Commit:
        """Find the newest commit that a merge brought in and that checked this key result in."""
        span = f"{merge.parents[0]}..{merge.id}"
        out = git(self.repo, "rev-list", "--date-order", "--no-merges", span).decode()
        for name in out.split():
            side = commit_info(self.repo, name)
            after = first_of(self.raw_snapshot(name), ids)
            before = first_of(self.raw_snapshot(side.parents[0]), ids) if side.parents else None
            if after is None:
                continue
            if begins_measured(after.raw) if before is None else changed(before, after):
                return side
        return merge


def first_of(snapshot: Snapshot, ids: list[Ref]) -> KeyResult | None:
    """Return the key result that has the first of these references."""
    return next((snapshot.key_results[ref] for ref in ids if ref in snapshot.key_results), None)


def changed(before: KeyResult, after: KeyResult) -> bool:
    """Tell whether a check-in lies between two states."""
    return check_in_fields(before.raw) != check_in_fields(after.raw)


def value_of(kind: str, raw: Raw) -> int | float | None:
    """Return the value of a point of the trend, by today's kind and the weights of its time."""
    if kind == "milestones":
        return finished(raw)
    if kind == "binary":
        return 1 if done_of(raw.get("done")) else 0
    return number(raw.get("current"))


def story_of(world: World, thread: int, kind: str) -> Story:
    """Collect the states and check-ins of one key result along the line."""
    states: list[tuple[int, KeyResult]] = []
    found: list[CheckIn] = []
    ids: list[Ref] = []
    declared: list[Ref] = []
    for index, point in enumerate(world.points):
        ref = next((ref for ref, one in point.names.items() if one == thread), None)
        if ref is None:
            continue
        after = point.snapshot.key_results[ref]
        before = states[-1][1] if states else None
        ids = [ref, *(one for one in ids if one != ref)]
        declared = list(dict.fromkeys([*declared, *after.claims]))
        states.append((index, after))
        if not (begins_measured(after.raw) if before is None else changed(before, after)):
            continue
        measured = day(after.raw.get("updated"))
        if before is not None and measured == day(before.raw.get("updated")):
            measured = None
        commit = point.commit
        by = commit
        if commit is not None and len(commit.parents) > 1:
            by = world.source(commit, list(dict.fromkeys([*ids, *declared])))
        found.append(
            CheckIn(
                index=index,
                date=measured
                or (local_day(by.authored, world.settings.zone) if by is not None else world.now),
                author=None if by is None else world.author(by),
                commit=None if commit is None else commit.id,
                note=text(after.raw.get("note")),
                value=value_of(kind, after.raw),
            )
        )
    return Story(states, found)


# --------------------------------------------------------------------------------------------------
# one key result (semantics 1 to 3)


def elapsed(now: date, start: date, end: date) -> float:
    """Return the share of a time that is over, from 0 to 1."""
    if now >= end:
        return 1.0
    return 0.0 if now <= start else (now - start) / (end - start)


def counted_days(since: date, now: date, pauses: tuple[tuple[date, date], ...]) -> int:
    """Count the days of [since, now) outside the pauses; negative where `since` is yet to come."""
    if now <= since:
        return (now - since).days
    days = (since + timedelta(days=one) for one in range((now - since).days))
    return sum(not any(start <= one < end for start, end in pauses) for one in days)


def inside(raw: Raw, value: float) -> bool:
    """Tell whether a value keeps the bound; the bound itself counts."""
    low, high = number(raw.get("at_least")), number(raw.get("at_most"))
    return (low is None or value >= low - SLACK) and (high is None or value <= high + SLACK)


@dataclass
class Measured:
    """Hold all that is computed of one key result."""

    data: Raw
    status: str
    progress: float | None
    expected: float | None
    weight: float


class Judge:
    """Judge one key result of the state shown."""

    def __init__(
        self, world: World, one: KeyResult, objective: Raw, story: Story, every_days: int
    ) -> None:
        """Lay out what is known."""
        self.world, self.raw, self.objective, self.story = world, one.raw, objective, story
        self.ref = one.ref
        self.now, self.settings = world.now, world.settings
        span = cycle_span(one.ref[0], world.settings)
        assert span is not None
        self.cycle_start, self.cycle_end = span
        self.start = day(self.raw.get("starts")) or self.cycle_start
        due = day(self.raw.get("due"))
        self.end = due + DAY if due else self.cycle_end
        self.kind = kind_of(self.raw)
        self.aspirational = objective.get("ambition") == "aspirational"
        self.success = world.settings.aspirational_success if self.aspirational else 1.0
        own_kept = number(self.raw.get("kept"))
        self.kept = world.settings.kept if own_kept is None else own_kept
        self.current = number(self.raw.get("current"))
        self.baseline = number(self.raw.get("baseline"))
        self.target = number(self.raw.get("target"))
        self.patience = every_days + world.settings.grace_days
        self.confidence = confidence_of(self.raw.get("confidence"))
        self.progress = self.measure()

    def way(self, value: float) -> float | None:
        """Return a value as raw progress from today's baseline to today's target."""
        if self.baseline is None or self.target is None or self.baseline == self.target:
            return None
        return (value - self.baseline) / (self.target - self.baseline)

    def point_progress(self, value: float) -> float | None:
        """Return the progress of a point of the trend."""
        if self.kind == "metric":
            return self.way(value)
        if self.kind == "maintain":
            return 1 if inside(self.raw, value) else 0
        return value

    def measure(self) -> float | None:
        """Return raw progress, None where it is not measured."""
        if self.kind == "milestones":
            return finished(self.raw)
        if self.kind == "binary":
            return 1.0 if done_of(self.raw.get("done")) else 0.0
        if self.kind == "maintain":
            return self.share_kept()
        if self.way(0) is None:
            return None
        return 0.0 if self.current is None else self.way(self.current)

    def share_kept(self) -> float:
        """Return the share of the recorded time in which the bound was kept."""
        points = sorted(
            (
                (one.date, one.index, one.value)
                for one in self.story.check_ins
                if one.value is not None
            ),
            key=lambda one: one[:2],
        )
        last = min(self.now, self.end)
        kept = whole = 0
        for place, (since, _, value) in enumerate(points):
            until = points[place + 1][0] if place + 1 < len(points) else last
            days = (min(until, last) - max(since, self.start)).days
            if days > 0:
                whole += days
                kept += days if inside(self.raw, value) else 0
        if whole:
            return kept / whole
        return 1.0 if self.current is not None and inside(self.raw, self.current) else 0.0

    def expected(self) -> float:
        """Return what progress was to be expected by now (semantics 2)."""
        if self.kind == "maintain":
            return self.kept
        planned = elapsed(self.now, self.start, self.end)
        steps = milestones_of(self.raw)
        if self.kind == "metric":
            planned = self.planned(planned)
        elif self.kind == "milestones" and any(day(one.get("due")) for one in steps):
            planned = 1.0 if self.now >= self.end else self.due_share(steps)
        return self.success * planned

    def due_share(self, steps: list[Raw]) -> float:
        """Return the weight of the milestones that should be done by now."""
        over = sum(
            weight_of(one)
            for one in steps
            if (self.now - (day(one.get("due")) or self.end - DAY)).days > self.settings.grace_days
        )
        return over / sum(weight_of(one) for one in steps)

    def planned(self, even: float) -> float:
        """Follow the plan of a metric; without one, time that is over."""
        corners: list[tuple[date, float]] = []
        for one in entries(self.raw.get("plan")):
            by, value = day(one.get("by")), number(one.get("value"))
            if by is None or value is None or not self.start <= by < self.end:
                continue
            height = self.way(value)
            if height is not None:
                corners.append((by + DAY, height))
        if not corners or self.now >= self.end:
            return even
        if self.now <= self.start:
            return 0.0
        line = [(self.start, 0.0), *sorted(corners), (self.end, 1.0)]
        for (left, low), (right, high) in itertools.pairwise(line):
            if left <= self.now < right:
                return low + (high - low) * ((self.now - left) / (right - left))
        raise AssertionError

    def closed(self) -> bool:
        """Tell whether its own or its objective's `close` drops or defers it."""
        return any(closes_out(one) for one in (self.raw, self.objective))

    def achieved(self) -> bool:
        """Tell whether it reached what it promised (semantics 3, step 3)."""
        if self.progress is None:
            return False
        if self.kind != "maintain" and self.progress >= 1 - SLACK:
            return True
        bar = self.kept if self.kind == "maintain" else self.success
        return self.now >= self.end and self.progress >= bar - SLACK

    def silent(self) -> bool:
        """Tell whether nobody has spoken for too long."""
        since = self.start
        if self.story.check_ins:
            since = max(since, self.story.check_ins[-1].date)
        return counted_days(since, self.now, self.settings.pauses) > self.patience

    def stale(self) -> bool:
        """Tell silence, which a finished, dropped or ended key result never shows."""
        return not self.closed() and not self.achieved() and self.now < self.end and self.silent()

    def status(self) -> tuple[str, str]:
        """Return the first status that fits, and its reason."""
        if self.closed():
            return "dropped", "close"
        if self.progress is None:
            return "not-measured", "baseline"
        if self.achieved():
            return "achieved", "score"
        if self.now >= self.end:
            return self.after_its_end(self.progress)
        return ("not-started", "start") if self.waiting() else self.underway(self.progress)

    def waiting(self) -> bool:
        """Tell whether it has not begun, or nobody has spoken yet and need not have."""
        waited = counted_days(self.start, self.now, self.settings.pauses)
        return self.now < self.start or (not self.story.check_ins and waited <= self.patience)

    def after_its_end(self, progress: float) -> tuple[str, str]:
        """Return the status of what is over and was not achieved."""
        window = self.cycle_end <= self.now < self.cycle_end + self.settings.closing_days * DAY
        if window and not isinstance(self.objective.get("close"), dict):
            return "closing", "window"
        partial = self.aspirational and progress >= PARTIAL - SLACK
        return ("partial" if partial else "missed"), "score"

    def underway(self, progress: float) -> tuple[str, str]:  # noqa: PLR0911 - one return a status
        """Return the status of what is running."""
        if self.kind == "maintain":
            if self.current is not None and not inside(self.raw, self.current):
                return "at-risk", "bound"
            if progress < self.kept - SLACK:
                return "behind", "bound"
        else:
            gap = self.expected() - progress
            if gap > self.settings.behind + SLACK:
                return "at-risk", "pace"
            if gap > self.settings.on_track + SLACK:
                return "behind", "pace"
        low = self.settings.low_confidence - SLACK
        if self.confidence is not None and self.confidence < low:
            return "at-risk", "confidence"
        if self.silent():
            return "outdated", "silence"
        return "on-track", "bound" if self.kind == "maintain" else "pace"

    def original(self) -> tuple[int | float | None, int | float | None]:
        """Return the original target and baseline (semantics 4)."""
        if self.kind != "metric":
            return None, None
        if self.now < self.cycle_start:
            return self.target, self.baseline
        states = self.story.states
        points = self.world.points
        earlier = [
            place
            for place, (index, _) in enumerate(states)
            if points[index].commit is not None
            and self.world.day_of(points[index]) < self.cycle_start
        ]
        place = earlier[-1] if earlier else 0
        numbers = (number(one.raw.get("baseline")) for _, one in states[place:])
        first = next((one for one in numbers if one is not None), None)
        return number(states[place][1].raw.get("target")), first

    def forecast(self) -> float | None:
        """Return the value at the end by a Theil-Sen line, as raw progress."""
        if self.kind not in {"metric", "milestones"} or self.progress is None:
            return None
        points = [
            (Fraction((one.date - self.start).days), Fraction(one.value))
            for one in self.story.check_ins
            if one.value is not None and self.start <= one.date < self.end
        ]
        if len({x for x, _ in points}) < 4:
            return None
        slopes = [
            (y2 - y1) / (x2 - x1)
            for place, (x1, y1) in enumerate(points)
            for x2, y2 in points[place + 1 :]
            if x1 != x2
        ]
        slope = statistics.median(slopes)
        base = statistics.median([y - slope * x for x, y in points])
        return self.point_progress(float(base + slope * (self.end - self.start).days))

    def result(self) -> Measured:
        """Collect the machine output of this key result (semantics 5)."""
        status, reason = self.status()
        target, baseline = self.original()
        last = self.story.check_ins[-1] if self.story.check_ins else None
        weight = weight_of(self.raw)
        data: Raw = {
            "ref": "/".join(self.ref[1:]),
            "title": self.raw.get("title"),
            "owner": self.raw.get("owner", self.objective.get("owner")),
            "kind": self.kind,
            "unit": self.raw.get("unit"),
            "baseline": self.baseline,
            "target": self.target,
            "current": self.current,
            "weight": weight,
            "progress": self.progress,
            "expected": self.expected(),
            "status": status,
            "reason": reason,
            "stale": self.stale(),
            "confidence": self.confidence,
            "forecast": self.forecast(),
            "original_target": target,
            "original_baseline": baseline,
            "check_ins": len(self.story.check_ins),
            "last_check_in": None
            if last is None
            else {
                "date": last.date.isoformat(),
                "author": last.author,
                "commit": last.commit,
                "note": last.note,
            },
            "trend": [
                {
                    "date": one.date.isoformat(),
                    "value": one.value,
                    "progress": self.point_progress(one.value),
                    "commit": one.commit,
                }
                for one in self.story.check_ins
                if one.value is not None
            ],
        }
        return Measured(data, status, self.progress, data["expected"], weight)


def closes_out(raw: Raw) -> bool:
    """Tell whether a `close` says drop or defer."""
    close = raw.get("close")
    return isinstance(close, dict) and close.get("decision") in {"drop", "defer"}


# --------------------------------------------------------------------------------------------------
# objectives, teams, the whole


def mean(pairs: list[tuple[float, float]]) -> float | None:
    """Return the weighted mean of (weight, value), None over nothing."""
    if not pairs:
        return None
    return math.fsum(weight * value for weight, value in pairs) / math.fsum(one for one, _ in pairs)


def objective_status(
    world: World, cycle: str, raw: Raw, parts: list[Measured], progress: float | None
) -> str:
    """Return the status of an objective (semantics 3)."""
    left = [one for one in parts if one.status != "dropped"]
    if closes_out(raw) or (parts and not left):
        return "dropped"
    span = cycle_span(cycle, world.settings)
    assert span is not None
    if world.now >= span[1]:
        return ended_status(world, span[1], raw, left, progress)
    judged = [
        {"missed": "at-risk", "partial": "behind"}.get(one.status, one.status) for one in left
    ]
    for worst in ("at-risk", "behind", "outdated", "on-track"):
        if worst in judged:
            return worst
    for same in ("achieved", "not-started", "not-measured"):
        if all(one == same for one in judged):
            return same if judged else "not-measured"
    return "on-track"


def ended_status(
    world: World, cycle_end: date, raw: Raw, left: list[Measured], progress: float | None
) -> str:
    """Return the status of an objective after its cycle's end."""
    if left and all(one.status == "achieved" for one in left):
        return "achieved"
    close = raw.get("close")
    score = number(close.get("score")) if isinstance(close, dict) else None
    final = progress if score is None else score
    if final is None:
        return "not-measured"
    aspirational = raw.get("ambition") == "aspirational"
    success = world.settings.aspirational_success if aspirational else 1.0
    if final >= min(success, 1.0) - SLACK:
        return "achieved"
    window = world.now < cycle_end + world.settings.closing_days * DAY
    if window and not isinstance(close, dict):
        return "closing"
    return "partial" if aspirational and final >= PARTIAL - SLACK else "missed"


def objective_data(world: World, place: Place, every_days: int) -> tuple[Raw, list[Measured]]:
    """Compute one objective and its key results."""
    point = world.points[-1]
    raw = point.snapshot.objectives[place]
    parts = []
    for ref in sorted(point.snapshot.key_results):
        if ref[:3] == place:
            one = point.snapshot.key_results[ref]
            story = story_of(world, point.names[ref], kind_of(one.raw))
            parts.append(Judge(world, one, raw, story, every_days).result())
    counted = [one for one in parts if one.status != "dropped" and one.progress is not None]
    progress = mean([(one.weight, min(max(one.progress or 0.0, 0.0), 1.0)) for one in counted])
    data: Raw = {
        "ref": "/".join(place[1:]),
        "cycle": place[0],
        "team": place[1],
        "title": raw.get("title"),
        "owner": raw.get("owner"),
        "progress": progress,
        "expected": mean([(one.weight, one.expected or 0.0) for one in counted]),
        "status": objective_status(world, place[0], raw, parts, progress),
        "key_results": [one.data for one in parts],
    }
    if isinstance(raw.get("ambition"), str):
        data["ambition"] = raw["ambition"]
    return data, parts


def shown_cycles(world: World, named: str | None) -> list[str]:
    """Choose the named cycle, else those running or closing, else the last, else the next."""
    present = (
        sorted({place[0] for place in world.points[-1].snapshot.objectives}) if world.points else []
    )
    if named is not None:
        return [named]
    spans = {one: span for one in present if (span := cycle_span(one, world.settings)) is not None}
    wait = world.settings.closing_days * DAY
    running = [one for one, (start, end) in spans.items() if start <= world.now < end + wait]
    if running:
        return running
    over = {one: end for one, (_, end) in spans.items() if end <= world.now}
    if over:
        return [one for one, end in over.items() if end == max(over.values())]
    first = min((start for start, _ in spans.values()), default=None)
    return [one for one, (start, _) in spans.items() if start == first]


def organization_of(documents: dict[str, Document]) -> Raw | None:
    """Return the organization document, if there is one."""
    found = [
        documents[path].raw for path in sorted(documents) if "organization" in documents[path].raw
    ]
    return found[-1] if found else None


def people_of(organization: Raw | None) -> dict[str, str]:
    """Map each e-mail to a person's id."""
    return {
        mail.casefold(): person["id"]
        for person in entries((organization or {}).get("people"))
        for mail in person.get("emails") or []
    }


def root_team(organization: Raw | None, snapshot: Snapshot) -> str | None:
    """Name the team without a parent; without an organization, the only team there is."""
    if organization is None:
        teams = {place[1] for place in snapshot.objectives}
    else:
        teams = {
            str(one["id"]) for one in entries(organization.get("teams")) if not one.get("parent")
        }
    return next(iter(teams)) if len(teams) == 1 else None


def team_data(name: str, title: str, objectives: list[Raw]) -> Raw:
    """Compute the means and counts of one team."""
    measured = [one for one in objectives if one["progress"] is not None]
    return {
        "id": name,
        "name": title,
        "progress": mean([(1, one["progress"]) for one in measured]),
        "expected": mean([(1, one["expected"]) for one in measured]),
        "objectives": len(objectives),
        "by_status": dict(Counter(one["status"] for one in objectives)),
    }


def build_points(
    repo: Path, root: str, line: list[tuple[Commit, int]], settings: Settings
) -> list[Point]:
    """Recompute all snapshots of the line."""
    points: list[Point] = []
    documents: dict[str, Document] = {}
    for commit, clock in line:
        files = dict(files_at(repo, commit.id, root, settings.okrs))
        documents = read_documents(files, documents, settings)
        points.append(Point(commit, clock, snapshot_of(documents), documents))
    return points


def toml_at(repo: Path, commit: str, root: str) -> bytes | None:
    """Read okr.toml at one commit."""
    return dict(files_at(repo, commit, root, "okr.toml")).get("okr.toml")


def expected(
    repo: Path, *, at: str | None = None, cycle: str | None = None, today: date, root: str = ""
) -> Raw:
    """Compute the JSON object of `okr progress` for a repository, from git directly."""
    repo = repo.resolve()
    head = resolve(repo, "HEAD")
    when = day(at) if at is not None else None
    if at is None:
        return present_state(repo, root, head, cycle, today)
    if when is not None:
        assert head is not None
        line = line_of(repo, head, root, settings_of(toml_at(repo, head, root)).okrs)
        past = [
            commit.id
            for commit, clock in line
            if local_day(clock, settings_of(toml_at(repo, commit.id, root)).zone) <= when
        ]
        tip, now = (past[-1] if past else None), when
        settings = settings_of(toml_at(repo, tip, root) if tip else None)
        line = line_of(repo, tip, root, settings.okrs) if tip else []
    else:
        tip = resolve(repo, at)
        assert tip is not None, f"no such revision: {at}"
        settings = settings_of(toml_at(repo, tip, root))
        line = line_of(repo, tip, root, settings.okrs)
        clock = max([commit_info(repo, tip).committed, *(clock for _, clock in line[-1:])])
        now = local_day(clock, settings.zone)
    points = build_points(repo, root, line, settings)
    return report(repo, root, now, settings, points, tip, cycle)


def present_state(repo: Path, root: str, head: str | None, cycle: str | None, today: date) -> Raw:
    """Compute the state of the working tree, which is the last point where it differs from HEAD."""
    base = repo / root
    toml = base / "okr.toml"
    content = toml.read_bytes() if toml.is_file() else None
    settings = settings_of(content)
    line = line_of(repo, head, root, settings.okrs) if head else []
    points = build_points(repo, root, line, settings)
    before = points[-1].documents if points else {}
    documents = read_documents(files_on_disk(base, settings.okrs), before, settings)
    committed = toml_at(repo, head, root) if head else None
    same = (
        head is not None
        and set(before) == set(documents)
        and all(same_values(before[path].raw, documents[path].raw) for path in documents)
        and tomllib.loads((committed or b"").decode("utf-8-sig"))
        == tomllib.loads((content or b"").decode("utf-8-sig"))
    )
    revision = head if same else None
    if not same:
        points.append(Point(None, 0, snapshot_of(documents), documents))
    return report(repo, root, today, settings, points, revision, cycle)


def report(  # noqa: PLR0913, PLR0917 - each is a part of the state shown
    repo: Path,
    root: str,
    now: date,
    settings: Settings,
    points: list[Point],
    revision: str | None,
    cycle: str | None,
) -> Raw:
    """Put the machine output together (semantics 5)."""
    names = Names()
    for index, point in enumerate(points):
        point.names = names.step(index, point.snapshot)
    for point in points:
        point.names = {ref: names.root(one) for ref, one in point.names.items()}
    organization = organization_of(points[-1].documents) if points else None
    snapshot = points[-1].snapshot if points else Snapshot()
    world = World(repo, root, now, settings, points, people_of(organization))
    teams = {str(one["id"]): one for one in entries((organization or {}).get("teams"))}
    cycles = shown_cycles(world, cycle)
    objectives: list[Raw] = []
    parts: list[Measured] = []
    for place in sorted(snapshot.objectives):
        if place[0] in cycles:
            own = number(teams.get(place[1], {}).get("check_in_days"))
            every = settings.every_days if own is None else int(own)
            data, measured = objective_data(world, place, every)
            objectives.append(data)
            parts += measured
    team_list = [
        team_data(
            name,
            teams.get(name, {}).get("name") or name,
            [one for one in objectives if one["team"] == name],
        )
        for name in sorted({one["team"] for one in objectives})
    ]
    headline = root_team(organization, snapshot)
    spans = {one: span for one in cycles if (span := cycle_span(one, settings)) is not None}
    return {
        "version": 1,
        "as_of": now.isoformat(),
        "revision": revision,
        "history": {
            "complete": True,
            "commits": sum(point.commit is not None for point in points),
        },
        "cycles": [
            {
                "name": name,
                "start": start.isoformat(),
                "end": (end - DAY).isoformat(),
                "elapsed": elapsed(now, start, end),
            }
            for name, (start, end) in spans.items()
        ],
        "objectives": objectives,
        "teams": team_list,
        "summary": {
            "progress": next((one["progress"] for one in team_list if one["id"] == headline), None),
            "objectives": len(objectives),
            "key_results": len(parts),
            "by_status": dict(Counter(one.status for one in parts)),
        },
    }


def main() -> None:
    """Print the expected object: REPO TODAY [ROOT [AT [CYCLE]]]."""
    repo, today, root, at, cycle = (*sys.argv[1:], *[""] * 4)[:5]
    found = expected(
        Path(repo), today=date.fromisoformat(today), root=root, at=at or None, cycle=cycle or None
    )
    sys.stdout.write(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()

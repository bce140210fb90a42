"""What all files say at one commit, kept up to date change by change."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from okrcli.model.key_result import KeyResult
from okrcli.model.objective import Objective, OkrFile
from okrcli.model.organization import Kpi, Organization
from okrcli.model.reference import Key


class Elsewhere(NamedTuple):
    """An OKR file of a cycle that was not asked for, and so was not read; equal texts are equal."""

    cycle: str
    text: int


Content = OkrFile | Organization | tuple[Kpi, ...] | Elsewhere | None


class Claim(NamedTuple):
    """A published key result as a file has it, with its objective, which is without its own."""

    objective: Objective
    key_result: KeyResult


class Snapshot:
    """The state of all files; a file that cannot be read keeps its last readable content."""

    def __init__(self) -> None:
        """Begin with no files."""
        self._now: dict[str, Content] = {}
        self._okrs: dict[str, OkrFile] = {}
        self._organizations: dict[str, Organization] = {}
        self._claims: dict[Key, dict[str, Claim]] = {}
        self._claimed: dict[str, Mapping[Key, Claim]] = {}

    @classmethod
    def restored(
        cls,
        files: Mapping[str, Content],
        okrs: Mapping[str, OkrFile],
        organizations: Mapping[str, Organization],
    ) -> "Snapshot":
        """Make one of what all files say and of what the readable ones last said."""
        snapshot = cls()
        for path, content in okrs.items():
            snapshot._replace(path, content)
        snapshot._now.update(files)
        snapshot._organizations.update(organizations)
        return snapshot

    @property
    def okrs(self) -> Mapping[str, OkrFile]:
        """Give what each OKR file last said."""
        return self._okrs

    @property
    def organizations(self) -> Mapping[str, Organization]:
        """Give what each organization file last said."""
        return self._organizations

    @property
    def files(self) -> Mapping[str, Content]:
        """Give what each file says now; None where it cannot be read."""
        return self._now

    def unreadable(self) -> list[str]:
        """List the files that cannot be read; what they last said is shown, if they ever did."""
        broken = {path for path, content in self._now.items() if content is None}
        return sorted(broken.union(path for path in self._okrs if not self._readable(path)))

    def apply(self, path: str, content: Content) -> set[Key]:
        """Take what a file says now; return the key results that it touches."""
        returns = path in self._okrs and not self._readable(path)
        self._now[path] = content
        if isinstance(content, Organization):
            self._organizations[path] = content
        if not isinstance(content, OkrFile):
            return set(self._claimed.get(path, ()))
        touched = self._replace(path, content)
        return touched.union(self._claimed[path]) if returns else touched

    def remove(self, path: str) -> set[Key]:
        """Forget a file that is gone; return the key results that it touches."""
        self._now.pop(path, None)
        self._organizations.pop(path, None)
        return self._replace(path, None)

    def claim(self, key: Key) -> Claim | None:
        """Give a key result as it stands: of several files a readable one wins, then the last."""
        rivals = self._claims.get(key)
        if not rivals:
            return None
        return rivals[next(iter(rivals)) if len(rivals) == 1 else max(rivals, key=self._rank)]

    def objectives(self) -> list[Objective]:
        """Give all published objectives with their key results, whatever file they stand in.

        They come in the order of their files' own lists; what files are called has no part in it.
        """
        winners: dict[Key, tuple[int, Objective]] = {}
        members: dict[Key, dict[str, None]] = {}
        for path in sorted(self._okrs, key=self._rank):
            for place, objective in enumerate(self._okrs[path].objectives):
                if objective.id and not objective.draft:
                    winners[objective.key] = place, objective
                    ids = (item.id for item in objective.key_results if item.id)
                    members.setdefault(objective.key, {}).update(dict.fromkeys(ids))
        return [
            objective._replace(key_results=tuple(self._members(key, members[key])))
            for key, (_, objective) in sorted(
                winners.items(), key=lambda item: (item[1][0], item[0][:3])
            )
        ]

    def drafts(self) -> list[Objective]:
        """Give the objectives that are not published yet, in the order of their files' lists."""
        return drafts(self._okrs)

    def organization(self) -> Organization:
        """Give the organization as it stands, or an empty one."""
        if not self._organizations:
            return Organization()
        return self._organizations[max(self._organizations)]

    def _members(self, key: Key, ids: Iterable[str]) -> Iterator[KeyResult]:
        for key_result_id in ids:
            claim = self.claim(key._replace(key_result=key_result_id))
            if claim is not None:
                yield claim.key_result

    def _readable(self, path: str) -> bool:
        return isinstance(self._now.get(path), OkrFile)

    def _rank(self, path: str) -> tuple[bool, str]:
        return self._readable(path), path

    def _replace(self, path: str, content: OkrFile | None) -> set[Key]:
        before = self._claimed.pop(path, {})
        self._okrs.pop(path, None)
        after: Mapping[Key, Claim] = {}
        if content is not None:
            after = self._claimed[path] = claims(content, before)
            self._okrs[path] = content
        touched = {key for key, claim in after.items() if before.get(key) is not claim}
        for key in touched:
            self._claims.setdefault(key, {})[path] = after[key]
        for key in before.keys() - after.keys():
            del self._claims[key][path]
            touched.add(key)
        return touched


def drafts(okrs: Mapping[str, OkrFile]) -> list[Objective]:
    """Give the drafts of some files; of two with one id the last."""
    found = {
        objective.key: (place, objective)
        for path in sorted(okrs)
        for place, objective in enumerate(okrs[path].objectives)
        if objective.id and objective.draft
    }
    ranked = sorted(found.items(), key=lambda item: (item[1][0], item[0][:3]))
    return [objective for _, (_, objective) in ranked]


def claims(content: OkrFile, before: Mapping[Key, Claim] | None = None) -> dict[Key, Claim]:
    """Give the published key results of a file; of two with one id the last.

    What is as it was `before` keeps its claim.
    """
    known = before or {}
    found: dict[Key, Claim] = {}
    for objective in content.objectives:
        if not objective.id or objective.draft:
            continue
        alone = objective._replace(key_results=())
        for key_result in objective.key_results:
            if key_result.id:
                key = Key(content.cycle, content.team, objective.id, key_result.id)
                claim = known.get(key)
                if claim is None or claim.key_result is not key_result or claim.objective != alone:
                    claim = Claim(alone, key_result)
                found[key] = claim
    return found

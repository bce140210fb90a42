"""Who said what a merge brought: its side commits, newest first."""

import heapq
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from okrcli.history.following.said import changed
from okrcli.history.following.snapshot import Claim, Content, claims
from okrcli.history.following.told import NotResumableError
from okrcli.history.plumbing.log import Change, Commit
from okrcli.model.objective import OkrFile
from okrcli.model.reference import Key


class Merges:
    """The commits that each merge of the line brought in."""

    def __init__(
        self,
        graph: Iterable[Commit],
        contents: Mapping[str, Content],
        oldest: Commit,
        *,
        whole: bool = True,
    ) -> None:
        """Take the graph, newest first, the contents of its blobs, and the line's oldest commit.

        Of the parents of a commit the graph has those with OKRs behind them; only the oldest commit
        of the line can lack its first one. Where the graph is not the `whole` one, a look beyond it
        is a NotResumableError.
        """
        ordered = tuple(graph)
        self._whole = whole
        self._oldest = oldest
        self._contents = contents
        self._commits = {commit.id: commit for commit in ordered}
        self._ordered: dict[str, Sequence[Commit]] = {}
        self._brought = self._bring(ordered[0].id) if ordered else {}

    def author(self, merge: str, keys: Sequence[Key]) -> Commit | None:
        """Give the newest commit that a merge brought in and that checked in a key result.

        `keys` are the ids that it may have had there, the likeliest first.
        """
        return next((item for item in self.brought(merge) if self._checked_in(item, keys)), None)

    def brought(self, merge: str) -> Sequence[Commit]:
        """Give the commits that a merge brought in, the newest first."""
        if merge not in self._ordered:
            brought = (self._commits[item] for item in self._brought.get(merge, ()))
            self._ordered[merge] = newest_first(brought)
        return self._ordered[merge]

    def _bring(self, head: str) -> dict[str, list[str]]:
        """Walk the first-parent chain, oldest first, and give each merge what it reached first."""
        chain = list(self._chain(head))
        seen: set[str] = set()
        brought: dict[str, list[str]] = {}
        for commit in reversed(chain):
            seen.add(commit.id)
            brought[commit.id] = self._reach(commit.parents[self._first_side(commit) :], seen)
        return brought

    def _first_side(self, commit: Commit) -> int:
        """Give the place of the first of a commit's parents that were merged into it."""
        oldest = self._oldest
        return int(commit.id != oldest.id or len(commit.parents) == len(oldest.parents))

    def _chain(self, head: str) -> Iterable[Commit]:
        commit = self._commits.get(head)
        while commit is not None:
            yield commit
            first = commit.parents[: self._first_side(commit)]
            commit = self._commits.get(first[0]) if first else None

    def _reach(self, parents: Sequence[str], seen: set[str]) -> list[str]:
        found: list[str] = []
        ahead = list(reversed(parents))
        while ahead:
            commit = self._commits.get(ahead.pop())
            if commit is not None and commit.id not in seen:
                seen.add(commit.id)
                found.append(commit.id)
                ahead.extend(commit.parents)
        return found

    def _checked_in(self, commit: Commit, keys: Sequence[Key]) -> bool:
        before, after = self._sides(commit)
        was = next((before[key].key_result for key in keys if key in before), None)
        now = next((after[key].key_result for key in keys if key in after), None)
        return now is not None and changed(was, now)

    def _sides(self, commit: Commit) -> tuple[dict[Key, Claim], dict[Key, Claim]]:
        before: dict[Key, Claim] = {}
        after: dict[Key, Claim] = {}
        for change in commit.changes:
            before |= self._claims(self._readable_before(commit, change))
            now = self._contents.get(change.new) if change.new is not None else None
            after |= self._claims(now)
        return before, after

    def _readable_before(self, commit: Commit, change: Change) -> Content:
        """Give a file's last readable content before a commit, along its first parents."""
        blob = change.old
        parent = commit
        while blob is not None:
            content = self._contents.get(blob)
            if isinstance(content, OkrFile):
                return content
            earlier = self._change_before(parent, change.path)
            if earlier is None:
                return None
            parent, blob = earlier[0], earlier[1].old
        return None

    def _change_before(self, commit: Commit, path: str) -> tuple[Commit, Change] | None:
        """Find the latest change of a path before a commit."""
        while commit.parents:
            parent = self._commits.get(commit.parents[0])
            if parent is None and not self._whole:
                raise NotResumableError
            if parent is None:
                return None
            for change in parent.changes:
                if change.path == path:
                    return parent, change
            commit = parent
        return None

    @staticmethod
    def _claims(content: Content) -> dict[Key, Claim]:
        return claims(content) if isinstance(content, OkrFile) else {}


def newest_first(commits: Iterable[Commit]) -> Sequence[Commit]:
    """Order commits as `git log --date-order` does: by date, but none before its children.

    What else the repository holds has no part in it. Of equals the first to be ready comes first.
    """
    known = {commit.id: commit for commit in commits}
    children = Counter(parent for commit in known.values() for parent in commit.parents)
    ready = [
        (-commit.committer_time, place, commit)
        for place, commit in enumerate(known.values())
        if not children[commit.id]
    ]
    heapq.heapify(ready)
    place, found = len(known), []
    while ready:
        commit = heapq.heappop(ready)[2]
        found.append(commit)
        for parent in commit.parents:
            children[parent] -= 1
            if parent in known and not children[parent]:
                heapq.heappush(ready, (-known[parent].committer_time, place, known[parent]))
                place += 1
    return found

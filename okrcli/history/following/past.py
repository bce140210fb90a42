"""The past in full: every version of every key result, and every commit of the line."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from okrcli.history.following.checkins import check_ins
from okrcli.history.following.contents import Line
from okrcli.history.following.identity import Identities, Track
from okrcli.history.following.learned import learned
from okrcli.history.following.snapshot import Content
from okrcli.history.following.witness import Witness
from okrcli.model.lesson import Learned
from okrcli.model.reference import Key
from okrcli.model.series import Beginning, CommitRef, LineCommit, Version


class Past:
    """Tells the past when it is asked; a progress report never needs all of it."""

    def __init__(
        self,
        line: Line,
        identities: Identities,
        witness: Witness,
        tree: Mapping[str, Content] | None = None,
    ) -> None:
        """Take a line that was followed to its end, and the working tree after it."""
        self._line = line
        self._tree = tree
        self._identities = identities
        self._witness = witness

    def versions(self) -> Mapping[Key, Sequence[Version]]:
        """Give the versions of each key result that is there or was, under its latest id.

        One that is gone, and whose id has another holder, is left out: it has no name any more.
        """
        found = {track.key: track for track in self._identities.everyone()}
        found |= self._identities.tracks
        return {key: tuple(self._versions(track)) for key, track in found.items()}

    def commits(self) -> Sequence[LineCommit]:
        """Give the commits of the line, oldest first, each with the files it left unreadable."""
        return [
            LineCommit(
                commit=self._witness.commit(at),
                committed=commit.committer_time,
                unreadable=[
                    change.path
                    for change in commit.changes
                    if change.new is not None and self._is_broken(change.new)
                ],
                blind=blind,
            )
            for at, (commit, blind) in enumerate(zip(self._line.commits, self._gaps(), strict=True))
        ]

    def said_on(self, commit: CommitRef, keys: Sequence[Key]) -> date:
        """Give the day on which somebody wrote what a commit says.

        For a merge, it is that of the commit that brought a check-in of these ids.
        """
        place = self._places.get(commit.id)
        return commit.authored if place is None else self._witness.who(place, keys)[1]

    @cached_property
    def _places(self) -> Mapping[str | None, int]:
        return {commit.id: place for place, commit in enumerate(self._line.commits)}

    def learned(self) -> Sequence[Learned]:
        """Give what was learned, oldest first."""
        return learned(self._line, self._tree, self._witness)

    def beginnings(self) -> Mapping[Key, Beginning]:
        """Give where each key result that is there now began, under whatever id."""
        return {
            key: Beginning(track.began, self._witness.commit(track.began).id)
            for key, track in self._identities.tracks.items()
        }

    def _versions(self, track: Track) -> Iterator[Version]:
        for stage, check_in in check_ins(track, self._witness):
            claim = stage.claim
            yield Version(
                commit=self._witness.commit(stage.at),
                key=stage.key,
                objective=None if claim is None else claim.objective,
                key_result=None if claim is None else claim.key_result,
                check_in=check_in,
            )

    def _gaps(self) -> Iterator[bool]:
        """Tell of each commit whether a file lacked its content right before it."""
        lacking: set[str] = set()
        for commit in self._line.commits:
            yield bool(lacking)
            for path, _, blob in commit.changes:
                if blob is None or blob in self._line.contents:
                    lacking.discard(path)
                else:
                    lacking.add(path)

    def _is_broken(self, blob: str) -> bool:
        return blob in self._line.contents and self._line.contents[blob] is None


class LatePast(Past):
    """Reads the past when it is asked for it; where everything began is at hand without that."""

    def __init__(
        self, read: Callable[[], Past], began: Callable[[], Mapping[Key, Beginning]]
    ) -> None:
        """Take what reads it, and what knows where everything began."""
        self._read = read
        self._began = began

    def versions(self) -> Mapping[Key, Sequence[Version]]:
        """Give the versions of each key result."""
        return self._read().versions()

    def commits(self) -> Sequence[LineCommit]:
        """Give the commits of the line."""
        return self._read().commits()

    def said_on(self, commit: CommitRef, keys: Sequence[Key]) -> date:
        """Give the day on which somebody wrote what a commit says."""
        return self._read().said_on(commit, keys)

    def learned(self) -> Sequence[Learned]:
        """Give what was learned."""
        return self._read().learned()

    def beginnings(self) -> Mapping[Key, Beginning]:
        """Give where each key result began."""
        return self._began()

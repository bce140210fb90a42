"""Who made a commit of the line, and when: for a merge, who said what it brought."""

from collections.abc import Sequence
from datetime import date, tzinfo

from okrcli.history.following.contents import Line, read_graph
from okrcli.history.following.merges import Merges
from okrcli.history.plumbing.log import Commit, day_of
from okrcli.model.organization import Organization
from okrcli.model.reference import Key
from okrcli.model.series import CommitRef

_LONGEST_NAME = 200


class Witness:
    """Answers for one line of history; the place after its last commit is the working tree."""

    def __init__(self, line: Line, organization: Organization, now: date, zone: tzinfo) -> None:
        """Take the line, who is who, and when and where this is."""
        self._line = line
        self._now = now
        self._zone = zone
        self._merges: Merges | None = None
        self._said: dict[int, tuple[str, date, str]] = {}
        self._commits: dict[int, CommitRef] = {}
        self._ids = {
            email.casefold(): person.id for person in organization.people for email in person.emails
        }

    @property
    def id_size(self) -> int:
        """Give the length of a commit's id."""
        return len(self._line.commits[0].id)

    def person(self, name: str, email: str) -> str:
        """Give who an author is: a person's id where the e-mail is known, else the name in git.

        A name is shortened where it is longer than any: git sets no limit.
        """
        short = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
        return self._ids.get(email.casefold(), short)

    def who(self, at: int, keys: Sequence[Key]) -> tuple[str | None, date, str | None]:
        """Give the author, the day and the id of the commit at a place of the line.

        For a merge, author and day are those of the newest commit it brought that checked in the
        key result with these ids.
        """
        if at == len(self._line.commits):
            return None, self._now, None
        if at not in self._said:
            commit = self._line.commits[at]
            said = (commit.merge and self._brought(commit, keys)) or commit
            answer = self._author(said), day_of(said.author_time, self._zone), commit.id
            if commit.merge:
                return answer
            self._said[at] = answer
        return self._said[at]

    def dated(self, at: int) -> date:
        """Give the day of a place of the line, on its clock."""
        return self._now if at == len(self._line.commits) else self._line.days[at]

    def commit(self, at: int) -> CommitRef:
        """Give the commit at a place of the line as it stands."""
        if at == len(self._line.commits):
            return CommitRef(None, self._now, self._now, None)
        if at not in self._commits:
            commit = self._line.commits[at]
            authored = day_of(commit.author_time, self._zone)
            found = CommitRef(commit.id, self._line.days[at], authored, self._author(commit))
            self._commits[at] = found
        return self._commits[at]

    def _author(self, commit: Commit) -> str:
        return self.person(commit.author_name, commit.author_email)

    def _brought(self, merge: Commit, keys: Sequence[Key]) -> Commit | None:
        if self._merges is None:
            whole = not self._line.begun
            self._merges = Merges(*read_graph(self._line), self._line.commits[0], whole=whole)
        return self._merges.author(merge.id, keys)


class RawWitness(Witness):
    """Names authors by what git knows: the name and the e-mail address, NUL between them."""

    def person(self, name: str, email: str) -> str:
        """Give both."""
        return f"{name}\0{email}"

"""The files that differ between the two ends of a comparison, as they read at both."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from okrcli.history.ends import End
from okrcli.history.following.contents import Decoder
from okrcli.history.following.snapshot import Content
from okrcli.model.objective import OkrFile, Retrospective
from okrcli.model.organization import Kpi, Organization
from okrcli.model.reference import Key

Contents = Mapping[str, Content]
Place = tuple[str, str]  # a team and a cycle


class ChangedFiles:
    """Files whose bytes differ; `was` and `now` are their contents where they are there."""

    def __init__(self, before: End, after: End) -> None:
        """Read them at both ends; what is equal in two versions of a file is one object."""
        self._before, self._after = before, after
        self._decoder = Decoder()
        paths = sorted({*before.files, *after.files})
        self.paths = [path for path in paths if before.files.get(path) != after.files.get(path)]
        self.was, self.now = (self._read(end, self.paths) for end in (before, after))

    def alike(self) -> list[str]:
        """List the files that differ in nothing that okr reads; line endings are no difference."""
        return [
            path
            for path in self.paths
            if self.was.get(path) is not None
            and self.was[path] == self.now.get(path)
            and _lines(self._before, path) != _lines(self._after, path)
        ]

    def places(self) -> set[Place]:
        """Give the teams and cycles that the OKR files among them are of."""
        contents = (*self.was.values(), *self.now.values())
        return {(one.team, one.cycle) for one in contents if isinstance(one, OkrFile)}

    def everyone_stays(self) -> bool:
        """Tell whether settings, people and ids are the same, as far as the files alone show it."""
        contents = (*self.was.values(), *self.now.values())
        if self._before.settings != self._after.settings:
            return False
        if any(one is None or isinstance(one, Organization) for one in contents):
            return False
        was, now = (dict(_formerly(each.values())) for each in (self.was, self.now))
        return was.keys() <= now.keys() and all(
            not formerly or was.get(key) == formerly for key, formerly in now.items()
        )

    def around(self, places: Iterable[Place]) -> Contents:
        """Read the other files that may have a part in the objectives of some teams and cycles.

        A look at the text is enough; what it spells with escapes is not told by a look.
        """
        words = [tuple(part.encode() for part in place) for place in places]
        files = self._after.files
        fitting = (
            path
            for path in files.keys() - set(self.paths)
            if b"\\" in files[path]
            or any(all(one in files[path] for one in each) for each in words)
        )
        return self._read(self._after, sorted(fitting))

    def kpis(self, contents: Contents) -> dict[str, Kpi]:
        """Give the KPIs of either side, by their ids; not those of a file that broke or was."""
        return {kpi.id: kpi for one in self._readable(contents) for kpi in kpis_in(one)}

    def retrospectives(self, contents: Contents) -> dict[Place, Retrospective]:
        """Give the retrospectives of either side."""
        return {
            (one.team, one.cycle): one.retrospective
            for one in self._readable(contents)
            if isinstance(one, OkrFile) and one.retrospective is not None
        }

    def _readable(self, contents: Contents) -> Iterator[Content]:
        both = (self.was, self.now)
        for path, content in contents.items():
            if all(side.get(path, content) is not None for side in both):
                yield content

    def _read(self, end: End, paths: Sequence[str]) -> Contents:
        return {path: self._decoder.decode(end.files[path]) for path in paths if path in end.files}


def _formerly(contents: Iterable[Content]) -> Iterator[tuple[Key, Sequence[str]]]:
    """Yield each published key result with the ids that it and its objective say they had."""
    for content in contents:
        for objective in content.objectives if isinstance(content, OkrFile) else ():
            if objective.draft:
                continue
            for key_result in objective.key_results:
                key = objective.key._replace(key_result=key_result.id)
                yield key, (*objective.formerly, *key_result.formerly)


def kpis_in(content: Content) -> Sequence[Kpi]:
    """Give the KPIs of a file; of another kind of file there are none."""
    match content:
        case tuple() if all(isinstance(each, Kpi) for each in content):
            return [each for each in content if isinstance(each, Kpi)]
    return ()


def _lines(end: End, path: str) -> bytes:
    return end.files[path].replace(b"\r\n", b"\n")

"""The facts of check-ins, in the history's order."""

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from okrcli.analysis.facts.facts import CheckInRow
from okrcli.analysis.facts.goal_facts import full, lines
from okrcli.analysis.story.story import said_in
from okrcli.model.reference import Key
from okrcli.model.series import CommitRef, Version


def check_in_rows(
    versions: Mapping[Key, Sequence[Version]], commits: Sequence[CommitRef]
) -> list[CheckInRow]:
    """Tell of each check-in: by commit, those that are not committed last, and then by id."""
    places = {commit.id: place for place, commit in enumerate(commits)}
    found = [
        (places.get(row.commit, len(commits)), key, row)
        for key, its_versions in versions.items()
        for row in _rows(key, its_versions)
    ]
    found.sort(key=itemgetter(0, 1))
    return [row for _, _, row in found]


def _rows(key: Key, versions: Sequence[Version]) -> Iterator[CheckInRow]:
    promised = next((each.key_result for each in reversed(versions) if each.key_result), None)
    if promised is None:
        return
    key_result, objective = full(key), full(key.of_objective)
    number, last = 0, None
    for version in versions:
        if version.check_in is not None:
            said = said_in(version.check_in, last, promised)
            number, last = number + 1, version.check_in
            yield CheckInRow(
                key_result=key_result,
                objective=objective,
                cycle=key.cycle,
                team=key.team,
                number=number,
                day=said.date,
                author=said.author or None,
                commit=version.commit.id,
                committed_on=version.commit.dated,
                value=said.value,
                was=said.was,
                progress=said.progress,
                confidence=said.confidence,
                note=said.note or None,
                blocker=said.blocker or None,
                freed=said.freed,
                finished=lines(said.done),
                reopened=lines(said.undone),
            )

"""The story of a workspace: who said what, when, and which goalposts were moved, newest first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from okrcli.analysis.progress.progress import point_progress
from okrcli.analysis.story.goalposts import Goalpost, Move, steps
from okrcli.analysis.story.log_entry import Chapter, LogEntry, Said
from okrcli.analysis.story.objective_story import ObjectiveStory, Step, Turn
from okrcli.model.key_result import KeyResult
from okrcli.model.reference import Key
from okrcli.model.series import CheckIn, CommitRef, Version


def story(
    versions: Mapping[Key, Sequence[Version]], commits: Sequence[CommitRef], *, said: bool = True
) -> list[Chapter]:
    """Tell what the versions of all key results say, by commit, newest first.

    `commits` are those of the line, oldest first; what is not committed comes after them. A commit
    that says nothing has no chapter. What was `said` may be left out: only goalposts remain.
    """
    places = {commit.id: place for place, commit in enumerate(commits)}
    pages: dict[int, _Page] = {}
    for key, its_versions in versions.items():
        for step, entry in _entries(key, its_versions, told=said):
            place = places.get(entry.commit.id, len(commits))
            page = pages.get(place)
            if page is None:
                page = pages[place] = _Page(entry.commit)
            if step is not None:
                page.steps.append(step)
            page.entries.append(entry)
    objectives = ObjectiveStory()
    for place in sorted(pages):
        pages[place].follow(objectives)
    found = (pages[place].chapter() for place in sorted(pages, reverse=True))
    return [chapter for chapter in found if chapter.entries]


class _Page:
    """A commit while it is read; its objectives have their last ids only when all were."""

    def __init__(self, commit: CommitRef) -> None:
        self.commit = commit
        self.steps: list[Step] = []
        self.entries: list[LogEntry] = []
        self._turns: Sequence[Turn] = ()

    def follow(self, objectives: ObjectiveStory) -> None:
        self._turns, carried = objectives.tell(self.steps)
        if carried:
            self.entries = [
                each._replace(goalposts=_stayed(each.goalposts)) if each.key in carried else each
                for each in self.entries
            ]

    def chapter(self) -> Chapter:
        turns = (
            LogEntry(self.commit, turn.thread.key, turn.objective, None, None, turn.goalposts)
            for turn in self._turns
        )
        told = [*turns, *(each for each in self.entries if each.said or each.goalposts)]
        return Chapter(self.commit, sorted(told, key=_order))


def _order(entry: LogEntry) -> tuple[str, ...]:
    key = entry.key
    return (key.cycle, key.team, key.objective, key.key_result or "")


def _stayed(goalposts: Iterable[Goalpost]) -> list[Goalpost]:
    return [each for each in goalposts if each.kind is not Move.MOVED]


def _entries(
    key: Key, versions: Sequence[Version], *, told: bool
) -> Iterator[tuple[Step | None, LogEntry]]:
    """Yield what each version of a key result says; without a step where it only checks in."""
    promised = next((each.key_result for each in reversed(versions) if each.key_result), None)
    before: Version | None = None
    origin: Key | None = None
    last: CheckIn | None = None
    for version, goalposts in steps(versions):
        shown = before if version.key_result is None else version
        if shown is None or shown.objective is None or promised is None:
            continue
        stays = not goalposts and before is not None and _stays(before, version)
        if stays and not told:
            before = version
            continue
        said = None
        if told and version.check_in is not None:
            said = said_in(version.check_in, last, promised)
            last = version.check_in
        entry = LogEntry(version.commit, key, shown.objective, shown.key_result, said, goalposts)
        home = version.key.of_objective
        yield None if stays else Step(key, version, origin, home), entry
        before, origin = shown, home if shown is version else origin


def _stays(before: Version, version: Version) -> bool:
    """Tell whether a key result is where it was, in an objective that is what it was."""
    return before.key == version.key and before.objective == version.objective


def said_in(check_in: CheckIn, last: CheckIn | None, promised: KeyResult) -> Said:
    """Tell what a check-in says beside the last one, measured by what is `promised` in the end."""
    now, was = check_in.state, KeyResult("") if last is None else last.state
    value = now.value_as(promised.kind)
    finished, old = _finished(now), _finished(was)
    return Said(
        date=check_in.date,
        author=check_in.author,
        value=value,
        was=None if last is None else was.value_as(promised.kind),
        progress=None if value is None else point_progress(promised, value),
        confidence=now.confidence,
        note=now.note if now.note != was.note else None,
        blocker=now.blocker if now.blocker != was.blocker else None,
        freed=bool(was.blocker) and not now.blocker,
        done=tuple(title for name, title in finished.items() if name not in old),
        undone=tuple(title for name, title in old.items() if name not in finished),
    )


def _finished(state: KeyResult) -> dict[str, str]:
    return {step.name: step.title for step in state.milestones if step.done}

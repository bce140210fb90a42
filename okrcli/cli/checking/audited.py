"""What an audit looks at: the files of the state that is shown, its past, and a branch's change."""

# ruff: noqa: PLC0415 - heavy imports are made where they are needed

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from okrcli.history.plumbing.git import Git
    from okrcli.history.ranges import Range
    from okrcli.history.recorded import Recorded
    from okrcli.history.whereabouts import Whereabouts
    from okrcli.model.ignore import Ignore
    from okrcli.model.settings import Settings
    from okrcli.model.workspace import Workspace
    from okrcli.rules.audit_input import Story
    from okrcli.rules.audit_steps import Change


class Held(NamedTuple):
    """A workspace as far as it can be read, its texts by path, and the files that cannot be."""

    workspace: "Workspace"
    texts: Mapping[str, str]
    unread: frozenset[str]

    def ignores(self) -> "list[Ignore]":
        """Give the comments that ask for silence."""
        from okrcli.model.ignore import IGNORE_MARK

        marked = [path for path, text in self.texts.items() if IGNORE_MARK in text]
        if not marked:
            return []
        from okrcli.store.yaml.ignores import ignores

        return [each for path in marked for each in ignores(self.texts[path], path)]


def held(place: "Whereabouts", found: "Recorded", *, committed: bool) -> Held:
    """Read the files that are shown: those of the commit, or those on disk."""
    if committed and found.revision is not None:
        return _held_at(place.git, found.revision, found.settings)
    from okrcli.store.contents import file_contents

    return _held(file_contents(place.folder, found.settings), found.settings)


def story(found: "Recorded", files: Held) -> "Story":
    """Give the past, and who tells on which day a check-in was written."""
    from okrcli.rules.audit_input import Story

    past = found.timeline.past
    return Story(past.versions(), past.commits(), files.unread, past.said_on)


def change(git: "Git", found: "Recorded", within: "Range") -> "Change":
    """Give what a branch changes: its commits, and what the files said where it began."""
    from okrcli.rules.audit_steps import Change, Promise

    before = _held_at(git, within.base, found.settings)
    promises = {
        objective.key._replace(key_result=key_result.id): (
            Promise(objective._replace(key_results=()), key_result),
            source.path,
        )
        for source, objective, key_result in before.workspace.key_results()
        if not objective.draft
    }
    return Change(
        within.commits,
        {key: promise for key, (promise, _) in promises.items()},
        {key: path for key, (_, path) in promises.items()},
        before.unread,
    )


def _held_at(git: "Git", commit: str, settings: "Settings") -> Held:
    from okrcli.history.plumbing.trees import files_at

    return _held(files_at(git, commit, settings), settings)


def _held(files: Mapping[str, bytes], settings: "Settings") -> Held:
    from okrcli.history.following.contents import decode
    from okrcli.history.following.snapshot import Elsewhere
    from okrcli.model.objective import OkrFile
    from okrcli.model.organization import Organization
    from okrcli.model.source import Source
    from okrcli.model.workspace import KpiDocument, OkrDocument, Workspace
    from okrcli.store.yaml.source import text_of

    documents: list[OkrDocument] = []
    kpis: list[KpiDocument] = []
    organization = Organization()
    unread: set[str] = set()
    for path, data in files.items():
        match decode(data):
            case None | Elsewhere():
                unread.add(path)
            case OkrFile() as content:
                documents.append(OkrDocument(Source(path), content))
            case Organization() as content:
                organization = content
            case content:
                kpis.append(KpiDocument(Source(path), content))
    texts = {path: text_of(data) for path, data in files.items()}
    workspace = Workspace(settings, documents, organization, None, kpis, len(files))
    return Held(workspace, texts, frozenset(unread))

"""A folder of files -> a workspace, and everything that is wrong in all of them."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from okrcli.errors import UsageError
from okrcli.model.finding import Finding
from okrcli.model.ignore import IGNORE_MARK, Ignore
from okrcli.model.objective import OkrFile
from okrcli.model.organization import Organization
from okrcli.model.settings import Settings
from okrcli.model.source import Source
from okrcli.model.workspace import KpiDocument, OkrDocument, Workspace
from okrcli.store import compiled, files, organization_reading, reading
from okrcli.store.kinds import OWN, form_of, without_own_keys
from okrcli.store.plain_file import NotRegularError, read_bytes
from okrcli.store.yaml import source as yaml_source
from okrcli.store.yaml.limits import MAX_BYTES


class LoadResult(NamedTuple):
    """A workspace as far as it could be read, what could not, and the files' texts by path.

    `ignores` are the comments in them that ask for silence.
    """

    workspace: Workspace
    problems: tuple[Finding, ...]
    texts: Mapping[str, str]
    ignores: tuple[Ignore, ...] = ()

    def located(self, findings: Sequence[Finding]) -> Sequence[Finding]:
        """Fill in the places of findings in the texts."""
        return locate(findings, self.texts)

    def disorder(self) -> Iterable[Finding]:
        """Find fields out of place, by reading the texts once more: only who asks for it pays."""
        from okrcli.store.disorder import disorder  # noqa: PLC0415 - seldom asked for

        return disorder(self.texts)


def load(root: Path, settings: Settings) -> LoadResult:
    """Read all files of a workspace; whatever is wrong in one does not hide the others."""
    folder = root / settings.okrs
    if not folder.is_dir():
        raise UsageError(
            f"there is no folder {settings.okrs}/ in {root}",
            'create it with `okr init`, or name yours in okr.toml: okrs = "..."',
        )
    loading = _Loading(settings)
    for path in files.okr_paths(root, settings):
        loading.take(root, path)
    return loading.result()


def load_contents(contents: Mapping[str, bytes], settings: Settings) -> LoadResult:
    """Read the files of a workspace that are no longer on disk, by their paths."""
    loading = _Loading(settings)
    for path in sorted(contents):
        loading.take_content(path, contents[path])
    return loading.result()


def locate(findings: Iterable[Finding], texts: Mapping[str, str]) -> list[Finding]:
    """Fill in the place in the text of each finding that has none yet; one look at each file."""
    found = list(findings)
    places: dict[str, set[yaml_source.Place]] = {}
    for finding in found:
        if finding.span is None and finding.source.path in texts:
            places.setdefault(finding.source.path, set()).add(_place(finding))
    spans = {path: yaml_source.spans(texts[path], wanted) for path, wanted in places.items()}
    return [
        finding._replace(span=spans[finding.source.path][_place(finding)])
        if finding.span is None and finding.source.path in spans
        else finding
        for finding in found
    ]


def _place(finding: Finding) -> yaml_source.Place:
    return finding.source.keys, finding.source.of_key


class _Loading:
    """What was read so far."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.files = 0
        self.problems: list[Finding] = []
        self.texts: dict[str, str] = {}
        self.ignores: list[Ignore] = []
        self.documents: list[OkrDocument] = []
        self.kpis: list[KpiDocument] = []
        self.organization: Organization | None = None
        self.organization_source: Source | None = None

    def take(self, root: Path, path: files.OkrPath) -> None:
        """Read one file."""
        self.files += 1
        source = Source(path.relative)
        if path.problem is not None:
            self._unreadable(source, path.problem)
            return
        try:
            data = read_bytes(root / path.relative, MAX_BYTES)
        except NotRegularError:
            self._unreadable(source, "this is no regular file")
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "its name cannot be used"
            self._unreadable(source, f"the file cannot be read: {reason}")
        else:
            self._parse(source, data)

    def take_content(self, path: str, data: bytes) -> None:
        """Read the content of a file."""
        self.files += 1
        self._parse(Source(path), data)

    def result(self) -> LoadResult:
        """Give everything that was read."""
        workspace = Workspace(
            settings=self.settings,
            documents=tuple(self.documents),
            organization=self.organization or Organization(),
            organization_source=self.organization_source,
            kpi_documents=tuple(self.kpis),
            files=self.files,
        )
        return LoadResult(workspace, tuple(self.problems), self.texts, tuple(self.ignores))

    def _unreadable(self, source: Source, message: str) -> None:
        hint = "put the file itself below the OKR folder, or exclude it in okr.toml"
        self.problems.append(Finding("unreadable-file", source, message, hint))

    def _parse(self, source: Source, data: bytes) -> None:
        try:
            text, value = yaml_source.read_strict(data)
        except yaml_source.Unreadable as error:
            self.texts[source.path] = yaml_source.text_of(data)
            self.problems.append(
                Finding(error.rule, source, error.message, error.hint, span=error.span)
            )
            return
        self.texts[source.path] = text
        if IGNORE_MARK in text:
            from okrcli.store.yaml.ignores import ignores  # noqa: PLC0415 - slow, and seldom needed

            self.ignores.extend(ignores(text, source.path))
        form = form_of(value)
        if form is None:
            problem = _decode().unknown_document(value, source.path)
            self.problems.extend([] if problem is None else [problem])
            return
        if OWN in text:
            value = without_own_keys(value)
        if not compiled.is_valid(form, value):
            self.problems.extend(_decode().findings(form, value, source.path))
        self._take_document(form, source, value)

    def _take_document(self, form: compiled.Form, source: Source, value: object) -> None:
        if form == "okr_file":
            self._take_okr_file(source, value)
        elif form == "kpis":
            self.kpis.append(KpiDocument(source, organization_reading.kpis(value) or ()))
        else:
            self._take_organization(source, value)

    def _take_okr_file(self, source: Source, value: object) -> None:
        content = reading.okr_file(value)
        if content is None:
            return
        if self.settings.calendar.cycle(content.cycle) is None:
            problem = _decode().unknown_cycle(content.cycle, source.path)
            if not any(known.source == problem.source for known in self.problems):
                self.problems.append(problem)
            content = self._as_meant(value, content)
        self.documents.append(OkrDocument(source, content))

    def _as_meant(self, value: object, content: OkrFile) -> OkrFile:
        """Read a file with the cycle that it means, so that links to it are no second fault."""
        from okrcli.store.remedies import cycle_name  # noqa: PLC0415 - only where one is wrong

        meant = cycle_name(content.cycle)
        if meant is None or self.settings.calendar.cycle(meant) is None:
            return content
        return reading.okr_file({**reading.mapping(value), "cycle": meant}) or content

    def _take_organization(self, source: Source, value: object) -> None:
        if self.organization_source is not None:
            message = f"the organization is described in {self.organization_source.path} already"
            place = source.key("organization")
            hint = "keep one file, and move the teams and people of the other into it"
            self.problems.append(
                Finding("duplicate-id", place, message, hint, related=(self.organization_source,))
            )
            return
        self.organization = organization_reading.organization(value)
        self.organization_source = source


def _decode() -> ModuleType:
    """Import the words for what is wrong only where something is: a clean run is short."""
    from okrcli.store import decode  # noqa: PLC0415 - see above

    return decode

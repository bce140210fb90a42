"""Whatever is in a file, it ends in what it says or in findings, and soon.

A round is some hundred documents. `OKR_FUZZ=600` goes on for ten minutes with other ones.
"""

import os
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from okrcli.errors import OkrError
from okrcli.model.finding import Finding
from okrcli.model.ignore import Ignoring
from okrcli.model.settings import LintSettings, Settings
from okrcli.render.findings.findings import Checked, Findings
from okrcli.render.findings.full import findings_full
from okrcli.render.findings.json import findings_json
from okrcli.render.terminal.style import Style
from okrcli.rules import RULES
from okrcli.rules.base import LintInput
from okrcli.rules.runner import run
from okrcli.store.loader import load_contents, locate
from okrcli.store.reading import okr_file
from okrcli.store.rereading import Rereader
from okrcli.store.settings_file import parse_settings
from okrcli.store.yaml.source import read_plain, read_strict
from tests.running import PROJECT
from tests.store.documents import DOCUMENTS, OKR_FILES, WRITERS

SECONDS = float(os.environ.get("OKR_FUZZ", "0"))
LIMIT = 2  # seconds of the processor for one workspace
EVERYTHING = Settings(lint=LintSettings(severity={"field-order": "advice"}))
KNOWN = {rule.name for rule in RULES}
EXAMPLES = [path.read_bytes() for path in sorted((PROJECT / "examples/okrs").rglob("*.yaml"))]
TOML = (PROJECT / "tests/data/lint/chosen/okr.toml").read_bytes()

round_of = settings(
    max_examples=1000 if SECONDS else 60,
    derandomize=not SECONDS and bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def rounds(check: Callable[[], None]) -> None:
    """Check once, and again for as long as is asked for."""
    end = time.monotonic() + SECONDS
    check()
    while time.monotonic() < end:
        check()


def linted(contents: Mapping[str, bytes]) -> Sequence[Finding]:
    """Lint a workspace as the command does, and show what is found."""
    begin = time.process_time()
    loaded = load_contents(contents, Settings())
    ignoring = Ignoring(loaded.ignores)
    lint_input = LintInput(
        loaded.workspace, loaded.problems, ignoring, loaded.located, loaded.disorder
    )
    found = locate(run(lint_input, EVERYTHING, ()), loaded.texts)
    view = Findings(found, Checked(files=len(contents)), loaded.texts)
    assert findings_full(view, Style())
    assert findings_json(view)
    assert time.process_time() - begin < LIMIT
    assert {finding.rule for finding in found} <= KNOWN
    assert all(finding.span is not None for finding in found)
    return loaded.problems


@given(st.lists(st.tuples(DOCUMENTS, st.sampled_from(sorted(WRITERS))), min_size=1, max_size=4))
@round_of
def _valid(documents: Sequence[tuple[object, str]]) -> None:
    contents = {}
    for number, (value, style) in enumerate(documents):
        written = WRITERS[style](value).encode()
        assert read_strict(written).value == value
        assert read_plain(written) == value
        contents[f"okrs/{number}.yaml"] = written
    beyond = {"duplicate-id"}  # a second organization
    assert {problem.rule for problem in linted(contents)} <= beyond


def test_what_the_format_allows_is_read_as_it_was_written_and_linted() -> None:
    rounds(_valid)


@given(OKR_FILES)
@round_of
def _alike(value: object) -> None:
    read = okr_file(value)
    assert read is not None
    again = Rereader()
    for write in WRITERS.values():
        written = write(value).encode()
        assert again.read(written, read_plain(written)) == read


def test_a_document_says_the_same_however_it_is_written() -> None:
    rounds(_alike)


PIECES = (
    *(b"\x00", b"\x1b[31m", b"\x85", b"\xff", b"\xe9", b"\r", b"\t", b"\n", b"\n\n", b"  "),
    *(b"&a ", b"*a", b"&a [*a]", b"<<: *a\n", b"<<: {a: 1}\n", b"!!str ", b"!x ", b"! "),
    *(b"%YAML 1.1\n---\n", b"---\n", b"...\n", b"--- |\n", b"<<<<<<< HEAD\n", b"=======\n"),
    *(b">>>>>>> b\n", b"||||||| b\n", b"? ", b": ", b"- ", b"-", b"# ", b"#", b"'", b'"', b"\\"),
    *(b"[", b"]", b"{", b"}", b",", b"|\n", b">-\n", b"@", b"`", b".nan", b"-.inf", b"1e999"),
    *(
        b"9" * 5000,
        b"9" * 5000 + b": x\n",
        b"cycle: " + b"9" * 5000,
        b"8" * 400 + b"%",
        b"0x" + b"f" * 400,
        b"[" * 40,
        b"{a: " * 40,
        b"- " * 200,
        b"? " * 200,
    ),
    *(b"null", b"true", b"1: 2\n", b"[a]: b\n", b"id: x\n", b"title: TODO\n", b'"\\u0000"'),
    *(b'"\\ud800"', b"# okr: ignore[x]\n", b"# okr: ignore\n", "\u202e\u2028\ufeff目".encode()),
    *(b"objectives:\n", b"kpis:\n", b"organization: x\n", b"x-y: [", b"key_results: []\n"),
)
_PLACES = st.integers(0, 5000)
_LENGTHS = st.integers(1, 60)


def _flipped(data: bytes, at: int, length: int) -> bytes:
    return data[:at] + bytes([data[at] ^ (length * 4 & 0xFF)]) + data[at + 1 :] if data else data


def _inserted(piece: bytes) -> Callable[[bytes, int, int], bytes]:
    return lambda data, at, _: data[:at] + piece + data[at:]


def _begun(piece: bytes) -> Callable[[bytes, int, int], bytes]:
    """Put a piece at the start of a value or of a line, where YAML may see more than text in it."""

    def begin(data: bytes, at: int, length: int) -> bytes:
        mark = b": " if length % 2 else b"\n"
        found = data.find(mark, at)
        return data if found < 0 else _inserted(piece)(data, found + len(mark), 0)

    return begin


MUTATIONS: st.SearchStrategy[Callable[[bytes, int, int], bytes]] = st.one_of(
    st.sampled_from(PIECES).map(_begun),
    st.sampled_from(PIECES).map(_inserted),
    st.just(_flipped),
    st.just(lambda data, at, _: data[:at]),
    st.just(lambda data, at, length: data[:at] + data[at + length :]),
    st.just(lambda data, at, length: data[: at + length] + data[at:]),
    st.just(lambda data, at, length: data + data[at : at + length * 20]),
    st.just(lambda data, at, length: data.replace(data[at : at + length % 3 + 1], b"", 5)),
)
CHANGES = st.lists(st.tuples(MUTATIONS, _PLACES, _LENGTHS), min_size=1, max_size=6)
WRITTEN = st.sampled_from(EXAMPLES) | st.builds(
    lambda value, style: WRITERS[style](value).encode(),
    DOCUMENTS,
    st.sampled_from(sorted(WRITERS)),
)


def mutated(
    data: bytes, changes: Sequence[tuple[Callable[[bytes, int, int], bytes], int, int]]
) -> bytes:
    """Change bytes in some ways, one after the other."""
    for change, at, length in changes:
        data = change(data, at % (len(data) or 1), length)
    return data


@given(st.lists(st.builds(mutated, WRITTEN, CHANGES) | st.binary(max_size=200), max_size=3))
@round_of
def _mutated(files: Sequence[bytes]) -> None:
    linted({f"okrs/{number}.yaml": data for number, data in enumerate(files)})
    rereader = Rereader()
    for data in files:
        rereader.read(data, read_plain(data))


def test_any_bytes_end_in_findings() -> None:
    rounds(_mutated)


@given(st.builds(mutated, st.sampled_from([TOML, b""]), CHANGES))
@round_of
def _settings(data: bytes) -> None:
    with suppress(OkrError):
        parse_settings(data)


def test_any_settings_are_read_or_refused() -> None:
    rounds(_settings)

"""CODEOWNERS: leads and owners by their e-mail, in a block that is ours."""

from okrcli.model.settings import Settings
from okrcli.model.workspace import Workspace
from okrcli.setup.code_owners import code_owners
from okrcli.setup.forge import Forge
from okrcli.store.loader import load_contents
from tests.setup.grounds import ground, text

PATH = ".github/CODEOWNERS"
BEGIN, END = "# okr: begin, made by `okr setup codeowners`\n", "# okr: end\n"
ORGANIZATION = """\
organization: Acme
teams:
  - {id: company, lead: cleo}
  - {id: growth, parent: company, lead: ana, members: [bo]}
  - {id: quiet, parent: company, lead: nobody}
people:
  - {id: cleo, emails: [cleo@acme.example, cleo@home.example]}
  - {id: ana, emails: ["not an address", "a@b\\n* mallory@evil.example", ana@acme.example]}
  - {id: bo, emails: [bo@acme.example]}
  - {id: nobody}
"""
OKRS = """\
team: growth
cycle: 2026-Q4
objectives:
  - {id: a, title: A, owner: ana, key_results: [{id: b, title: B, owner: bo, done: false}]}
"""
LINES = """\
/okr.toml cleo@acme.example
/okrs/ cleo@acme.example
/okrs/**/company.yaml cleo@acme.example
/okrs/**/growth.yaml ana@acme.example
/okrs/2026-Q4/growth\\ one.yaml ana@acme.example bo@acme.example
"""


def _workspace(organization: str = ORGANIZATION, name: str = "growth one") -> Workspace:
    files = {"okrs/organization.yaml": organization, f"okrs/2026-Q4/{name}.yaml": OKRS}
    contents = {path: content.encode() for path, content in files.items()}
    return load_contents(contents, Settings()).workspace


def test_lines_go_from_the_folder_to_the_file() -> None:
    made = text(code_owners(ground(workspace=_workspace())), PATH)
    assert made == BEGIN + LINES + END


def test_what_stands_around_the_block_stays_to_the_byte() -> None:
    before = b"# ours\r\n* @acme/all"
    after = text(code_owners(ground({PATH: before}, workspace=_workspace())), PATH).encode()
    assert after.startswith(before + b"\r\n" + BEGIN.rstrip().encode() + b"\r\n")
    more = after + b"/docs/ @writers\r\n"
    assert not code_owners(ground({PATH: more}, workspace=_workspace())).has_something
    old = more.replace(b" bo@acme.example", b" gone@acme.example")
    again = code_owners(ground({PATH: old}, workspace=_workspace()))
    assert text(again, PATH).encode() == more


def test_marks_that_are_no_pair_are_left_to_a_person() -> None:
    for before in (BEGIN, END + BEGIN, BEGIN + BEGIN + END):
        proposal = code_owners(ground({PATH: before.encode()}, workspace=_workspace()))
        assert not proposal.has_something
        assert proposal.refused is not None
        assert proposal.refused.by_hand == LINES


def test_a_name_that_is_a_pattern_is_left_to_the_line_of_the_folder() -> None:
    for name in ("*", "a[b]", "#x", "x\n* mallory@evil.example"):
        made = text(code_owners(ground(workspace=_workspace(name=name))), PATH)
        assert made.splitlines()[-2] == "/okrs/**/growth.yaml ana@acme.example"


def test_nobody_with_an_address_is_said() -> None:
    workspace = _workspace("organization: Acme\nteams: [{id: company, lead: cleo}]\n")
    proposal = code_owners(ground(workspace=workspace))
    assert proposal.refused is not None
    assert "e-mail" in proposal.refused.why


def test_the_file_that_the_forge_reads_is_the_one() -> None:
    workspace = _workspace()
    there = code_owners(ground({"CODEOWNERS": b"* @all\n"}, workspace=workspace))
    assert list(there.changes) == ["CODEOWNERS"]
    new = code_owners(ground(workspace=workspace, forge=Forge.GITLAB, prefix="goals/"))
    made = text(new, ".gitlab/CODEOWNERS").splitlines()
    assert made[1:4] == [
        "[OKRs]",
        *[f"/goals/{it} cleo@acme.example" for it in ("okr.toml", "okrs/")],
    ]

"""The merge driver: a line for all, a setting for this clone; neither twice."""

import pytest

from okrcli.model.settings import Settings
from okrcli.model.workspace import Workspace
from okrcli.setup.merge_driver import DRIVER, NAME, merge_driver
from tests.running import PROJECT
from tests.setup.grounds import ground, text

PATH = ".gitattributes"
LINE = "okrs/** merge=okr\n"


def test_both_are_proposed_as_the_docs_have_them() -> None:
    made = merge_driver(ground())
    assert (text(made, PATH), made.settings) == (LINE, {NAME: DRIVER})
    assert f'git config {NAME} "{DRIVER}"' in (PROJECT / "docs/cycle.md").read_text("utf-8")


@pytest.mark.parametrize("before", [b"*.png binary", b"*.png binary\r\n", b"a -text\n"])
def test_the_line_comes_last_and_what_is_there_stays(before: bytes) -> None:
    after = text(merge_driver(ground({PATH: before}, driver=DRIVER)), PATH).encode()
    assert after.startswith(before)
    assert after.split(b"\n")[-2].rstrip(b"\r").decode() == LINE.rstrip()
    assert not merge_driver(ground({PATH: after}, driver=DRIVER)).has_something


def test_another_driver_of_that_name_is_kept() -> None:
    proposal = merge_driver(ground({PATH: LINE.encode()}, driver="mine"))
    assert not proposal.has_something
    assert proposal.refused is not None
    assert "mine" in proposal.refused.why
    assert DRIVER in proposal.refused.by_hand


def test_a_workspace_in_a_folder_has_the_line_there() -> None:
    workspace = Workspace(settings=Settings(okrs="our goals"))
    made = merge_driver(ground(prefix="sub/", workspace=workspace))
    assert text(made, f"sub/{PATH}") == '"our goals/**" merge=okr\n'

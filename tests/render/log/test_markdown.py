"""The log to paste where people talk."""

import pytest

from okrcli.analysis.story.log_entry import Log
from okrcli.render.log.markdown import log_markdown
from tests.render.logs import empty, odd, of_key_result, quarter
from tests.running import Golden


@pytest.mark.parametrize(
    ("name", "log"),
    [("quarter", quarter()), ("key-result", of_key_result()), ("odd", odd()), ("empty", empty())],
)
def test_a_log_as_markdown(golden: Golden, name: str, log: Log) -> None:
    golden(f"log/{name}.md", log_markdown(log))


def test_no_text_is_markup() -> None:
    written = log_markdown(odd())
    assert not any(raw in written for raw in ("\x1b", "\u202e", "<b>", "@ana", "\n## ="))

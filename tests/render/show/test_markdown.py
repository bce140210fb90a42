"""Everything about one objective or key result, to paste where people talk."""

import pytest

from okrcli.analysis.detail import Detail
from okrcli.render.show.markdown import show_markdown
from tests.render.details import bare, hostile, metric, milestones, objective
from tests.running import Golden


@pytest.mark.parametrize(
    ("name", "detail"),
    [
        ("objective", objective()),
        ("metric", metric()),
        ("milestones", milestones()),
        ("hostile", hostile()),
        ("bare", bare()),
    ],
)
def test_a_sheet_as_markdown(golden: Golden, name: str, detail: Detail) -> None:
    golden(f"show/{name}.md", show_markdown(detail))


def test_no_text_leaves_its_place() -> None:
    written = show_markdown(hostile())
    assert not any(raw in written for raw in ("\x1b", "\u202e", "<b>", "@ana", "\n## ="))
    chart = written.split("```")[1]
    assert "`" not in chart
    assert written.count("```") == 2

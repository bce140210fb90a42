"""Comments, told apart from the same signs inside values."""

from okrcli.store.yaml.blocks import blocks
from okrcli.store.yaml.comments import comments

_TEXT = """\
# first
team: growth # behind a value
note: "no # comment"
url: a#b
block: |  # announced
  # inside
  text
flow: {a: 1, b: '# quoted'}  # last # of all
"""


def test_only_comments_are_comments() -> None:
    held = blocks(_TEXT)
    assert held is not None
    assert comments(_TEXT, held) == [
        "# first",
        "# behind a value",
        "# announced",
        "# last # of all",
    ]
